"""Bytes made to break us: `python tests/stress/fuzzing.py SECONDS [SEED] [TARGET ...]`, seconds of computing.

Each turn changes a seed (our own captures, a small file of each format in seeds/start, what once broke us in seeds/),
gives it to one target, and holds it to what the target promises: no exception but the named ones, offsets that fit,
an end in time. What breaks is made smaller and kept in seeds/, where test_fuzzing.py tries it again from then on.
"""

from __future__ import annotations

import csv
import io
import json
import random
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from reportedly.clean import Cleaner
from reportedly.extract.speech.quotations import quotations
from reportedly.grammar import edtf
from reportedly.grammar.dates import moments
from reportedly.grammar.numbers import quantities
from reportedly.model.capture import Capture
from reportedly.model.ids import sha256_of
from reportedly.model.problem import Problem
from reportedly.read import formats, read
from reportedly.read.source import Source
from reportedly.run.limit import TookTooLong, at_most

HERE = Path(__file__).parent
FERRY = HERE.parents[1] / "examples" / "ferry" / "captures"
KEPT = HERE / "seeds"
LONGEST = 10.0  # seconds of computing that one input of some thousand bytes may take
MOST = 20_000  # bytes of an input
MEMORY = 3 * 2**30  # bytes of address space that the whole run may have
GROWTH = 200 * 2**20  # bytes by which one input of some thousand bytes may raise the most that was ever held
ENDINGS = (
    ".txt", ".html", ".jsonl", ".csv", ".tsv", ".xml", ".eml", ".mbox", ".pdf", ".warc", ".warc.gz", ".gz", ".zip",
    ".json", ".mhtml", ".parquet", "",
)  # fmt: skip
COLUMNS = {"text": "body", "published": "day"}  # of rows in which our fields have other names
Target = Callable[[bytes], None]

WORDS = [
    *(
        b'"',
        b"'",
        b"<",
        b">",
        b"</p>",
        b"<!--",
        b"<script>",
        b"&#0;",
        b"&#x110000;",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ),
    *(b"\r", b"\n\n", b"\t", b",", b"{", b"}", b"[", b"]", b"null", b"\\u0000", b"\\ud800", b"1e999", b"-0", b"NaN"),
    *("“ ” ‘ ’ « » \u2028 \u202e \u0301 İ ß ﬁ 𝟗 ½ ٣ \ud7ff \U0010ffff \u200b ".encode().split()),
    *(
        b"dozens",
        b"between",
        b"9999999999999999999",
        b"0000-00-00",
        b"31 February",
        b"..",
        b"..,",
        b"%",
        b"$",
        b"a million",
    ),
    *(
        b"Content-Length: -1\r\n",
        b"charset=utf-7",
        b"WARC/1.1\r\n",
        b"endstream",
        b"/Kids[3 0 R 2 0 R]",
        b"<![CDATA[",
        b"]]>",
    ),
]


class BrokenPromiseError(Exception):
    """A promise that was not kept."""


def held(condition: bool, what: str) -> None:
    if not condition:
        raise BrokenPromiseError(what)


def reader(content: bytes) -> None:
    """Every format, by every name: captures or problems, with text that can be stored."""
    for capture in captured(content):
        held(capture.text.encode("utf8") != b"", "a capture without text")


def cleaner(content: bytes) -> None:
    """Blocks in order, inside the text; everything that is found on its words."""
    for capture in captured(content, ENDINGS[:2]):
        article, end = CLEANER(capture), 0
        for block in article.blocks:
            held(end <= block.span.start <= block.span.end <= len(capture.text), "blocks overlap or leave the text")
            end = block.span.end
        held(article.title is None or article.title.span.of(capture.text) == article.title.text, "a title elsewhere")


def importers(content: bytes) -> None:
    """Rows of JSON and of tables made of these bytes, whole and well formed, with fields of any kind and name."""
    chance, pieces = random.Random(content), content.split(b"\n")[:20]  # noqa: S311 - the same for the same bytes
    texts = [piece.decode("utf8", "replace") for piece in pieces]
    names = ["id", "text", "html", "url", "title", "published", "outlet", "captured", "body", "day", texts[0][:20]]
    odd = [None, True, -1, 1e308, 10**40, [], {"text": texts[0]}, [texts[-1]], "", "\0", "\ud800"]
    kinds = [lambda: chance.choice(texts), lambda: chance.choice(texts), lambda: chance.choice(odd)]
    rows = [{chance.choice(names): chance.choice(kinds)() for _ in range(6)} for _ in texts[:6]]
    lines = "".join(json.dumps(row, ensure_ascii=chance.random() < 0.5) + "\n" for row in rows)
    table, header = io.StringIO(), sorted({name for row in rows for name in row} | {"text"})
    delimiter, quoting = chance.choice(",;\t|"), chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONE))
    out = csv.DictWriter(table, header, delimiter=delimiter, quoting=quoting, escapechar="\\")
    out.writeheader()
    out.writerows(rows)
    for told, ending in ((lines, ".jsonl"), (table.getvalue(), ".csv"), (table.getvalue(), ".tsv")):
        for forms in (FORMATS, RENAMED):
            for found in read(Source.of(told.encode("utf8", "surrogatepass"), "a" + ending), forms):
                held(isinstance(found, Capture | Problem), "neither capture nor problem")
                if isinstance(found, Capture):
                    held(found.text.encode("utf8") != b"", "a capture without text")


def numbers(content: bytes) -> None:
    text, end = content.decode("utf8", "replace"), 0
    for found in quantities(text):
        held(end <= found.start < found.end <= len(text), "quantities overlap or leave the text")
        held(found.low is None or found.high is None or found.low <= found.high, "ends out of order")
        end = found.end


def dates(content: bytes) -> None:
    text, end = content.decode("utf8", "replace"), 0
    for found in moments(text):
        held(end <= found.start < found.end <= len(text), "dates overlap or leave the text")
        end = found.end


def days(content: bytes) -> None:
    """EDTF or a ValueError, and nothing else."""
    for line in content.decode("utf8", "replace").splitlines()[:50]:
        try:
            edtf.when(line)
        except ValueError:
            continue


def marks(content: bytes) -> None:
    text, end = content.decode("utf8", "replace"), 0
    for found in quotations(text):
        inside = found.start <= found.inner_start <= found.inner_end <= found.end <= len(text)
        held(inside and found.start >= end, "quotations overlap or leave the text")
        end = found.end


def captured(content: bytes, endings: tuple[str, ...] = ENDINGS) -> Iterator[Capture]:
    for ending in endings:
        for found in read(Source.of(content, "a" + ending), FORMATS):
            held(isinstance(found, Capture | Problem), "neither capture nor problem")
            if isinstance(found, Capture):
                yield found


FORMATS, RENAMED = formats(), formats(COLUMNS)
CLEANER = Cleaner()
TARGETS: dict[str, Target] = {each.__name__: each for each in (reader, cleaner, importers, numbers, dates, days, marks)}


def seeds() -> list[bytes]:
    """What every turn begins with."""
    own = [path.read_bytes()[:MOST] for path in sorted(FERRY.iterdir())]
    small = [path.read_bytes() for path in sorted(KEPT.glob("start/*"))]
    kept = [path.read_bytes() for path in sorted(KEPT.glob("*.bin"))]
    return [*own, *small, *kept]


def changed(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """A few changes: bytes, words of the formats, pieces of another seed, repetition, cuts."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(made))
        match chance.randrange(6):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                made[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 2, 50))
            case 2:
                del made[at : at + chance.choice((1, 4, 30, 400))]
            case 3:
                other = chance.choice(others)
                start = chance.randint(0, len(other))
                made[at:at] = other[start : start + chance.choice((10, 100, 1000))]
            case 4:
                made[at:at] = made[at : at + chance.choice((5, 50))] * chance.choice((2, 20, 200))
            case _:
                made[at : at + chance.choice((1, 20))] = chance.choice(WORDS)
        del made[MOST:]
    return bytes(made)


def fault(target: Target, content: bytes) -> str | None:
    """What breaks, and where."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        with at_most(LONGEST):
            target(content)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
        held(grown < GROWTH, f"took {grown // 2**20} MB more memory than anything before it")
    except TookTooLong as late:
        return f"took too long: {late}"
    except Exception as broken:
        frames = [f for f in traceback.extract_tb(broken.__traceback__) if "reportedly" in f.filename] or [None]
        last = frames[-1]
        return (
            f"{type(broken).__name__}: {broken} in {Path(last.filename).name}:{last.lineno}" if last else repr(broken)
        )
    return None


def smaller(target: Target, content: bytes, seconds: float) -> bytes:
    """The same fault in fewer bytes."""
    end, step = time.process_time() + seconds, len(content) // 2
    while step and time.process_time() < end:
        for at in range(0, len(content), step):
            less = content[:at] + content[at + step :]
            if less != content and fault(target, less):
                content = less
                break
        else:
            step //= 2
    return content


def fuzz(seconds: float, seed: int, names: list[str]) -> int:
    """Turns until the time is over; how many faults were found."""
    chance, known = random.Random(seed), seeds()  # noqa: S311 - moments, not secrets
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    end, turns, faults = time.process_time() + seconds, dict.fromkeys(names, 0), set[str]()
    while time.process_time() < end:
        name = chance.choice(names)
        content = changed(chance.choice(known), known, chance)
        turns[name] += 1
        if (what := fault(TARGETS[name], content)) and what not in faults:
            faults.add(what)
            content = smaller(TARGETS[name], content, 20)
            kept = KEPT / f"{name}-{sha256_of(content)[:12]}.bin"
            kept.write_bytes(content)
            sys.stdout.write(f"{name}: {what}: kept as {kept.name}\n")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        " ".join(f"{name}={count}" for name, count in turns.items()) + f" faults={len(faults)} {most} MB\n"
    )
    return len(faults)


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(bool(fuzz(float(given[0]), int(given[1]) if len(given) > 1 else 1, given[2:] or list(TARGETS))))
