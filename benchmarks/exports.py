"""Memory and time of exports as a record grows: `python -m benchmarks.exports [--write]`.

The ferry's record is laid beside itself under other ids until it holds so many statements, once 10,000 and once
100,000; each format is then written by a process of its own, whose largest resident memory is read at its end. An
export streams when ten times the statements take about the same memory.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import reportedly
from benchmarks.results import write_section
from reportedly.model.point import Point
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.store import new_record

HOUSE = Path(__file__).resolve().parents[1]
FERRY = HOUSE / "examples" / "ferry" / "captures"
SIZES = (10_000, 100_000)
FORMS = (
    ("csv", "statements"), ("parquet", "statements"), ("annotations", ""), ("ftm", ""), ("schema", ""), ("gexf", ""),
    ("geojson", ""), ("csv", "points"), ("ucdp", ""), ("prov", ""), ("xlsx", "statements"), ("csv", "answers"),
)  # fmt: skip
COMMAND = "python -m benchmarks.exports --write"
RUN = """
import re, resource, sys
from pathlib import Path
from reportedly.cli import main
try:
    main(sys.argv[1:])
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]  # ru_maxrss is also the parent's
    print(int(peak) // 1024, round(used.ru_utime + used.ru_stime, 1), file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one export took: largest resident memory in MB, CPU seconds, size of the file in MB."""

    memory: int
    seconds: float
    size: float


def grown(record: Record, statements: int) -> Record:
    """The record beside itself, until it holds so many statements."""
    times = -(-statements // len(record.statements))
    readings = tuple(reading for number in range(times) for reading in _readings(record, f"-{number}"))
    points = tuple(_point(point, f"-{number}") for number in range(times) for point in record.points)
    return replace(record, readings=readings, points=points, timeline=(), copies=())


def _laid_out(record: Record, statements: int, folder: Path) -> Path:
    path, made = folder / f"{statements}.db", grown(record, statements)
    with new_record(path) as store:
        store.integrate([], set(), [], lambda *_: made)
    return path


def taken(path: Path, form: str, table: str, folder: Path) -> Taken:
    """One export in a process of its own."""
    out = folder / f"out.{form}"
    words = [sys.executable, "-c", RUN, "export", str(path), "--format", form, "-o", str(out)]
    done = subprocess.run([*words, *(["--table", table] if table else [])], capture_output=True, text=True, check=True)
    memory, seconds = done.stderr.split()[-2:]
    return Taken(int(memory), float(seconds), out.stat().st_size / 1e6)


def _readings(record: Record, end: str) -> Iterator[Reading]:
    for reading in record.readings:
        capture = replace(reading.capture, id=reading.capture.id + end, path=f"{end[1:]}/{reading.capture.path}")
        article = replace(reading.article, id=reading.article.id + end, capture=capture.id)
        yield Reading(
            capture,
            article,
            tuple(replace(s, id=s.id + end, article=article.id) for s in reading.statements),
            places=tuple(
                replace(p, id=p.id + end, article=article.id, statement=p.statement and p.statement + end)
                for p in reading.places
            ),
        )


def _point(point: Point, end: str) -> Point:
    answers = tuple(
        replace(a, id=a.id + end, article=a.article + end, statement=a.statement and a.statement + end)
        for a in point.answers
    )
    return replace(point, id=point.id + end, answers=answers, current=point.current and point.current + end)


def _table(measured: dict[tuple[str, str], list[Taken]]) -> str:
    heads = "".join(f" MB at {size:,} | CPU s |" for size in SIZES)
    lines = [f"| format |{heads} file, MB |", "|---|" + "---:|---:|" * len(SIZES) + "---:|"]
    for (form, table), found in measured.items():
        cells = "".join(f" {each.memory} | {each.seconds:.1f} |" for each in found)
        lines.append(f"| {' '.join((form, table)).strip()} |{cells} {found[-1].size:.0f} |")
    worst = max(found[-1].memory / found[0].memory for found in measured.values())
    lines += ["", f"Ten times the statements take at most {worst:.2f} times the memory."]
    return "\n".join(lines)


def main() -> int:
    """Print the table; with --write put it into RESULTS.md."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--write", action="store_true", help="put the table into RESULTS.md")
    arguments.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="statements")
    chosen = arguments.parse_args()
    ferry = reportedly.build([FERRY])
    measured: dict[tuple[str, str], list[Taken]] = {}
    with tempfile.TemporaryDirectory() as name:
        records = [_laid_out(ferry, size, Path(name)) for size in chosen.sizes]
        for form, table in FORMS:
            measured[form, table] = [taken(path, form, table, Path(name)) for path in records]
            print(form, table, measured[form, table], file=sys.stderr)
            if chosen.write:
                write_section("exports", "Exports of a large record", _table(measured), COMMAND)
    print(_table(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
