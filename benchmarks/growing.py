"""`python -m benchmarks.growing`: what one article more costs, after its parse, in a record that holds many.

The articles are those of `benchmarks/scaling.py`. A record grows to so many by a tenth at a time; then others, from
anywhere among them, are added one by one, each as a build adds it: what its story needs is related anew, what changed
is written. CPU time and elapsed time. With `--folder` what was made is kept there, and a run that was stopped goes on.
`--times 7` measures in a record that holds the largest seven times, too: its rows again under other ids and words
(`benchmarks/multiplied.py`), since relating ten thousand takes half an hour on a shared machine.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.multiplied import multiply
from benchmarks.results import write_section
from benchmarks.scaling import corpus_readings
from benchmarks.variants import Variants
from reportedly.model.reading import Reading
from reportedly.run.pipeline import pipeline
from reportedly.store import Store, new_record, packed
from reportedly.store.growing import SHARE

SIZES, ADDED = (1000, 10_000), 20
LATER = 50  # of so many articles one is left for later
FIRST, MOST = 500, 500  # articles at first, and added in one step at most


def keep(store: Store, readings: Iterable[Reading]) -> list[str]:
    """Keep readings, as a build does before it relates; ids of their captures."""
    pairs = [(reading.capture, packed(reading)) for reading in readings]
    store.keep(pairs, "measured")
    return [capture.id for capture, _ in pairs]


def grow(record: Path, told: Variants, size: int) -> list[float]:
    """Let a record grow to so many articles; seconds of computing that each step took, an article."""
    spent = []
    with new_record(record) as store:
        held = store.size()
        wanted = frozenset([n for n in range(reach(size)) if n % LATER][held:size])
        readings = told.readings(reach(size), wanted.__contains__)
        while held < size:
            begun = time.process_time()
            ids = keep(store, islice(readings, min(MOST, held // SHARE, size - held) if held else FIRST))
            made = (store.grow if held else store.by_story)(ids, set(), [], pipeline())
            if made is None:
                raise AssertionError("all had to be related anew")
            spent.append((time.process_time() - begun) / len(ids))
            held = store.size()
            print(f"{held:,} articles: {1000 * spent[-1]:.0f} ms each", flush=True)
    return spent


def reach(size: int) -> int:
    """How many articles there must be for so many without those that are left for later."""
    return size * LATER // (LATER - 1) + 1


def more(record: Path, added: Sequence[Reading]) -> tuple[list[float], list[float]]:
    """Add readings one by one; seconds of computing and of the clock that each took once it was kept."""
    taken, elapsed = [], []
    with new_record(record) as store:
        for reading in added:
            new = keep(store, [reading])
            clock, begun = time.monotonic(), time.process_time()
            if store.grow(new, set(), [], pipeline()) is None:
                raise AssertionError("all had to be related anew")
            taken.append(time.process_time() - begun)
            elapsed.append(time.monotonic() - clock)
    return taken, elapsed


def measure(folder: Path, told: Variants, size: int, times: int) -> list[str]:
    """The row of so many articles, and that of as many in a record that holds them several times."""
    record, log = folder / "grown.db", folder / "grown.json"
    spent = json.loads(log.read_text()) if log.exists() else []
    spent += grow(record, told, size)
    log.write_text(json.dumps(spent))
    later = range(0, reach(size), LATER)
    chosen = frozenset(Random(size).sample(later, min(ADDED, len(later))))  # noqa: S311 - a measurement's lot
    added = list(told.readings(reach(size), chosen.__contains__))
    rows = [row(f"{size:,}", record, added, spent[-1], size)]
    if times > 1:
        many = folder / f"times{times}.db"
        if not many.exists():
            part = Path(shutil.copy(record, many.with_suffix(".part")))
            multiply(part, times)
            part.rename(many)
        rows.append(row(f"{size:,} × {times} = {size * times:,}", many, added, None, size * times))
    return rows


def row(name: str, record: Path, added: Sequence[Reading], spent: float | None, size: int) -> str:
    """A row of the table: readings added to a copy of a record."""
    copy = record.with_name("more.db")
    shutil.copy(record, copy)
    taken, elapsed = more(copy, added)
    each, file = "" if spent is None else f"{1000 * spent:.0f}", f"{record.stat().st_size / size:,.0f}"
    cells = (name, each, file, f"{median(taken):.2f}", f"{max(taken):.2f}", f"{median(elapsed):.2f}")
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.growing", description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    arguments.add_argument(
        "--times", type=int, default=1, help="how often the largest record holds its articles, at last"
    )
    arguments.add_argument("--folder", type=Path, help="where records are kept: the next run goes on from there")
    arguments.add_argument("--write", action="store_true", help="put the table into RESULTS.md")
    given = arguments.parse_args()
    folder: Path = given.folder or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    told, rows = Variants(corpus_readings(folder)), []
    for size in given.sizes:
        rows += measure(folder, told, size, given.times if size == given.sizes[-1] else 1)
        print(rows[-1], flush=True)
    body = "\n".join(
        [
            f"{ADDED} articles, added one by one to a record of so many; asked is less than a second at 10,000.",
            "",
            "| articles | a tenth more: CPU ms an article | file, bytes an article | one more: CPU s, median | most | "
            "elapsed, median |",
            "|---|---|---|---|---|---|",
            *rows,
        ]
    )
    if given.write:
        command = (
            f"python -m benchmarks.growing --sizes {' '.join(map(str, given.sizes))} --times {given.times} --write"
        )
        write_section("growing", "One article more", body, command)


if __name__ == "__main__":
    main()
