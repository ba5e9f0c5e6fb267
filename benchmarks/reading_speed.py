"""How fast captures are read and cleaned, beside the libraries alone: `python -m benchmarks.reading_speed`.

CPU seconds of one process. Pages are made of the corpus and of clutter, so that anyone can measure again. Each text,
page or archive is done `ROUNDS` times by each way in turn, and its best time counts: what is remembered of words is
then warm, and for the first of them the rate is given cold too.
"""

from __future__ import annotations

import gzip
import html
import io
import random
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

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
PORTION = 16  # texts that are labelled at a time
RICHNESS = 0.6
ROUNDS = 5
FOLDS = 5
FIRST = f"plain text, blocks alone, {PORTION} at a time, of events that none was read of"
BLOCKS, CLEANED = f"plain text, blocks alone, {PORTION} texts at a time", "plain text, wholly cleaned"
SINGLE = "plain text, blocks alone, one text at a time"
LIBRARY, PAGE = "HTML, trafilatura alone", "HTML, read and wholly cleaned"
STREAM, ARCHIVE = "WARC, fastwarc with the same cleaning", "WARC, read and wholly cleaned"
BESIDE = ((PAGE, LIBRARY), (ARCHIVE, STREAM))


class Way:
    """One way of doing a thing to many items; the best time of each item counts, in nanoseconds."""

    def __init__(
        self, name: str, task: Callable[[Any], object], items: Sequence[Any], counted: int | None = None
    ) -> None:
        self.name = name
        self.task = task
        self.items = items
        self.counted = counted if counted is not None else len(items)
        self.best = [float("inf")] * len(items)

    def take(self, place: int) -> None:
        """Do it once to the item at this place."""
        begun = time.process_time_ns()
        self.task(self.items[place])
        self.best[place] = min(self.best[place], time.process_time_ns() - begun)

    @property
    def rate(self) -> float:
        """Captures per CPU second."""
        return self.counted * 1e9 / sum(self.best)


def taken_in_turn(*ways: Way) -> None:
    """Do to each item what each way does, one after the other, `ROUNDS` times: a busy machine wrongs none of them."""
    for _ in range(ROUNDS):
        for place in range(len(ways[0].items)):
            for way in ways:
                way.take(place)


def texts() -> list[Capture]:
    """The accounts of the corpus as captures; their path is their event."""
    return [Capture(capture_id(a.text.encode(), a.event, str(n)), a.event, None, "text/plain", a.text)
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


def portions(captures: Iterable[Capture]) -> list[list[str]]:
    """Their texts, so many at a time."""
    found = [capture.text for capture in captures]
    return [found[n : n + PORTION] for n in range(0, len(found), PORTION)]


def first_time(captures: Sequence[Capture]) -> float:
    """Texts per CPU second that a labeller has not met: those of each fifth of the events, after all the others."""
    spent = 0.0
    for fold in range(FOLDS):
        plain = PlainBlocks()
        events = sorted({capture.path for capture in captures})[fold::FOLDS]
        for some in portions(capture for capture in captures if capture.path not in events):
            plain.several(some)
        unmet = portions(capture for capture in captures if capture.path in events)
        begun = time.process_time()
        for some in unmet:
            plain.several(some)
        spent += time.process_time() - begun
    return len(captures) / spent


def measured() -> dict[str, float]:
    """Every measure."""
    plain, captures, clean = PlainBlocks(), texts(), Cleaner()
    pages = saved_pages()
    packed = archive(pages)
    source = Source.of(packed, "pages.warc.gz")

    def cleaned(contents: Iterable[bytes]) -> None:
        for content in contents:
            for capture in page_captures(content, "a.html", None):
                if isinstance(capture, Capture):
                    clean(capture)

    def by_reader(source: Source) -> None:
        for capture in Warc()(source):
            if isinstance(capture, Capture):
                clean(capture)

    def by_library(source: Source) -> None:
        cleaned(record.reader.read() for record in ArchiveIterator(io.BytesIO(packed)))

    blocks = Way(BLOCKS, plain.several, portions(captures), len(captures))
    single, whole = Way(SINGLE, lambda c: plain(c.text), captures), Way(CLEANED, clean, captures)
    library = Way(LIBRARY, lambda page: trafilatura.extract(page, include_comments=False), pages)
    page = Way(PAGE, lambda page: cleaned([page]), pages)
    stream, reader = Way(STREAM, by_library, [source], PAGES), Way(ARCHIVE, by_reader, [source], PAGES)
    taken_in_turn(blocks)
    taken_in_turn(single)
    taken_in_turn(whole)
    taken_in_turn(library, page)
    taken_in_turn(stream, reader)
    rates = {way.name: way.rate for way in (blocks, single, whole, library, page, stream, reader)}
    return {BLOCKS: rates[BLOCKS], FIRST: max(first_time(captures) for _ in range(ROUNDS)), **rates}


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
