"""How fast captures are read and cleaned, beside the libraries alone: `python -m benchmarks.reading_speed`.

CPU seconds of one process. Pages are made of the corpus and of clutter, so that anyone can measure again.
"""

from __future__ import annotations

import gzip
import html
import io
import random
import time
from collections.abc import Callable, Iterable, Sequence

import trafilatura
from fastwarc.warc import ArchiveIterator

from benchmarks.lines.clutter import Clutterer, Row, Stock
from benchmarks.lines.pages import accounts
from benchmarks.results import write_section
from reportedly.clean import Cleaner
from reportedly.clean.plain import PlainBlocks
from reportedly.model.capture import Capture, capture_id
from reportedly.read.html import page_captures
from reportedly.read.source import Source
from reportedly.read.warc import Warc

PAGES = 120
RICHNESS = 0.6
ROUNDS = 2
BLOCKS, CLEANED = "plain text, blocks alone", "plain text, wholly cleaned"
LIBRARY, PAGE = "HTML, trafilatura alone", "HTML, read and wholly cleaned"
STREAM, ARCHIVE = "WARC, fastwarc with the same cleaning", "WARC, read and wholly cleaned"
BESIDE = ((PAGE, LIBRARY), (ARCHIVE, STREAM))


def per_second(task: Callable[[], object], items: int) -> float:
    """Items per CPU second of a task."""
    begun = time.process_time()
    task()
    return items / (time.process_time() - begun)


def texts() -> list[Capture]:
    """The accounts of the corpus as captures."""
    return [Capture(capture_id(a.text.encode(), a.event, str(n)), f"{n}.txt", None, "text/plain", a.text)
            for n, a in enumerate(accounts())]  # fmt: skip


def saved_pages() -> list[bytes]:
    """Pages of accounts within menus, teasers and footers, marked up as pages are."""
    told = list(accounts())
    heads = [line.text for account in told for kind, line in account.rows if kind == "title"]
    bodies = [line.text for account in told for kind, line in account.rows if kind == "body" and len(line.text) > 60]
    clutterer = Clutterer(Stock(heads, bodies, bodies), random.Random(1))  # noqa: S311 - repeatable on purpose
    return [_marked_up(clutterer.page([(k, line.text) for k, line in a.rows], RICHNESS)) for a in told[:PAGES]]


def _marked_up(rows: Sequence[Row]) -> bytes:
    """Rows as HTML: the story as paragraphs of an article, all else as the lists and boxes that surround one."""
    tags = {
        "title": "h1",
        "body": "p",
        "quote": "blockquote",
        "caption": "figcaption",
        "navigation": "li",
        "related": "li",
    }
    parts = []
    for kind, words in rows:
        tag = tags.get(kind, "div")
        parts.append(f'<div class="box {kind}"><{tag} class="{kind}"><span>{html.escape(words)}</span></{tag}></div>')
    head = "<head><meta charset='utf-8'><title>Page</title><script>var a = 1;</script></head>"
    return f"<!DOCTYPE html><html>{head}<body><article>{''.join(parts)}</article></body></html>".encode()


def archive(pages: Iterable[bytes]) -> bytes:
    """A gzipped web archive of pages."""
    out = io.BytesIO()
    for number, body in enumerate(pages):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
        record = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://brel.example/{number}\r\n"
            f"WARC-Date: 2031-03-05T09:12:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(head + body)}\r\n\r\n"
        )
        out.write(gzip.compress(record.encode() + head + body + b"\r\n\r\n"))
    return out.getvalue()


def measured() -> dict[str, float]:
    """Every measure and its best rate of `ROUNDS`, taken in turn: a busy machine wrongs none more than another."""
    plain, captures, clean = PlainBlocks(), texts(), Cleaner()
    pages = saved_pages()
    packed = archive(pages)
    source = Source.of(packed, "pages.warc.gz")

    def cleaned(contents: Iterable[bytes]) -> None:
        for content in contents:
            for capture in page_captures(content, "a.html", None):
                if isinstance(capture, Capture):
                    clean(capture)

    def by_reader() -> None:
        for capture in Warc()(source):
            if isinstance(capture, Capture):
                clean(capture)

    def by_library() -> None:
        cleaned(record.reader.read() for record in ArchiveIterator(io.BytesIO(packed)))

    clean(captures[0])
    tasks: list[tuple[str, Callable[[], object], int]] = [
        (BLOCKS, lambda: [plain(c.text) for c in captures], len(captures)),
        (CLEANED, lambda: [clean(c) for c in captures], len(captures)),
        (LIBRARY, lambda: [trafilatura.extract(p, include_comments=False) for p in pages], PAGES),
        (PAGE, lambda: cleaned(pages), PAGES),
        (STREAM, by_library, PAGES),
        (ARCHIVE, by_reader, PAGES),
    ]
    rates = [[per_second(task, items) for _, task, items in tasks] for _ in range(ROUNDS)]
    return {name: max(rate) for (name, *_), rate in zip(tasks, zip(*rates, strict=True), strict=True)}


def main() -> None:
    """Measure, print and write the section."""
    found = measured()
    rows = [f"| {name} | {rate:.0f} |" for name, rate in found.items()]
    rows += [f"| {ours}, as a share of: {theirs} | {found[ours] / found[theirs]:.2f} |" for ours, theirs in BESIDE]
    table = "\n".join(["| captures | per CPU second |", "|---|---|", *rows])
    print(table)
    write_section("reading-speed", "Speed of reading and cleaning", table, "python -m benchmarks.reading_speed")


if __name__ == "__main__":
    main()
