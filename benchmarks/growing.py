"""`python -m benchmarks.growing`: what one article more costs, after its parse, in a record that holds many.

The articles are those of `benchmarks/scaling.py`. A record of so many is written at once; then others are added one by
one, each as a build adds it: what its story needs is related anew, what changed is written. CPU time and elapsed time.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.results import write_section
from benchmarks.scaling import read_corpus
from benchmarks.variants import Variants
from reportedly.model.reading import Reading
from reportedly.run.build import related
from reportedly.run.pipeline import pipeline
from reportedly.store import Store, new_record, packed

SIZES, ADDED = (1000, 2000), 20


def keep(store: Store, readings: Sequence[Reading]) -> list[str]:
    """Keep readings, as a build does before it relates; ids of their captures."""
    store.keep([(reading.capture, packed(reading)) for reading in readings], "measured")
    return [reading.capture.id for reading in readings]


def measure(readings: Sequence[Reading], added: Sequence[Reading]) -> str:
    """A row of the table."""
    taken, elapsed = [], []
    with tempfile.TemporaryDirectory() as folder, new_record(Path(folder) / "record.db") as store:
        begun = time.process_time()
        store.integrate(keep(store, readings), set(), [], related)
        whole = time.process_time() - begun
        for reading in added:
            new = keep(store, [reading])
            clock, begun = time.monotonic(), time.process_time()
            if store.grow(new, set(), [], pipeline()) is None:
                raise AssertionError("all had to be related anew")
            taken.append(time.process_time() - begun)
            elapsed.append(time.monotonic() - clock)
        size = (Path(folder) / "record.db").stat().st_size / len(readings)
    cells = (
        f"{len(readings):,}", f"{1000 * whole / len(readings):.0f}", f"{size:,.0f}", f"{median(taken):.2f}",
        f"{max(taken):.2f}", f"{median(elapsed):.2f}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.growing", description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    arguments.add_argument("--write", action="store_true", help="put the table into RESULTS.md")
    given = arguments.parse_args()
    told, _ = read_corpus()
    rows = []
    for size in given.sizes:
        readings = list(Variants(told).readings(size + ADDED))
        Random(size).shuffle(readings)  # noqa: S311  # a measurement's lot
        rows.append(measure(readings[:size], readings[size:]))
        print(rows[-1], flush=True)
    body = "\n".join(
        [
            f"{ADDED} articles, added one by one to a record of so many; asked is less than a second at 10,000.",
            "",
            "| articles | at once: relate and write, CPU ms an article | file, bytes an article | one more: CPU s, "
            "median | most | elapsed, median |",
            "|---|---|---|---|---|---|",
            *rows,
        ]
    )
    if given.write:
        write_section(
            "growing",
            "One article more",
            body,
            f"python -m benchmarks.growing --sizes {' '.join(map(str, given.sizes))} --write",
        )


if __name__ == "__main__":
    main()
