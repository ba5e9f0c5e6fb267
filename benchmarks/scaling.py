"""`python -m benchmarks.scaling`: what relating costs as articles grow, beside what reading them costs.

The articles are readings of the corpus, told again under other names, in other words and on other days
(`benchmarks/variants.py`): nothing is parsed for them. All figures are CPU time of this one process. The exponent is
the slope of a line through the logarithms of articles and seconds. With `--write` the table goes into RESULTS.md.
"""

from __future__ import annotations

import argparse
import gc
import math
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from benchmarks.events import events
from benchmarks.results import write_section
from benchmarks.variants import Variants
from reportedly.model.capture import Capture
from reportedly.model.reading import Reading
from reportedly.read import captures
from reportedly.relate import relate
from reportedly.relate.copying.copies import find_copies
from reportedly.relate.gathering.stories import find_stories
from reportedly.run.collecting import seldom
from reportedly.run.reading import reader

SIZES = (500, 1000, 2000, 4000)
ALLOWED = 0.25  # of the time of reading
EXPONENT = 1.15


def read_corpus() -> tuple[list[list[Reading]], float]:
    """The readings of every event of the corpus, and the seconds of computing that an article took."""
    found = [[c for c in captures([e.captures]) if isinstance(c, Capture)] for e in events() if e.kind == "corpus"]
    reader()  # the model is loaded once, and not counted
    with seldom():  # as in a build
        begun = time.process_time()
        told = [[r for capture in event if isinstance(r := reader()(capture), Reading)] for event in found]
        return told, (time.process_time() - begun) / sum(map(len, found))


def corpus_readings(folder: Path) -> list[list[Reading]]:
    """The same readings, read once and kept in a folder."""
    place = folder / "corpus.json"
    if not place.exists():
        place.write_bytes(msgspec.json.encode(read_corpus()[0]))
    return msgspec.json.decode(place.read_bytes(), type=list[list[Reading]])


def seconds(work: Callable[[], object]) -> float:
    """CPU time of some work, done as a build does it."""
    gc.collect()
    with seldom():
        begun = time.process_time()
        work()
        return time.process_time() - begun


def measure(readings: Sequence[Reading], reading: float) -> tuple[str, float]:
    """A row of the table, and the seconds that relating took."""
    made = []
    whole = seconds(lambda: made.append(relate(readings, pipeline=())))
    stories = seconds(lambda: find_stories(readings))
    copies = seconds(lambda: find_copies(readings))
    record, count = made[0], len(readings)
    cells = (
        f"{count:,}", f"{len(record.stories):,}", f"{len(record.points):,}", f"{whole:.0f}",
        f"{1000 * whole / count:.1f}", f"{1000 * stories / count:.1f}", f"{1000 * copies / count:.1f}",
        f"{whole / count / reading:.2f}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |", whole


def exponent(sizes: Sequence[int], taken: Sequence[float]) -> float:
    """The slope of the line of least squares through the logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(each) for each in taken]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    """Measure, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    arguments.add_argument("--write", action="store_true", help="put the table into RESULTS.md")
    given = arguments.parse_args()
    told, reading = read_corpus()
    variants, rows, taken = Variants(told), [], []
    for size in given.sizes:
        row, spent = measure(list(variants.readings(size)), reading)
        print(row, flush=True)
        rows.append(row)
        taken.append(spent)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    slope = f"{exponent(given.sizes, taken):.2f}" if len(given.sizes) > 1 else "–"
    body = "\n".join(
        [
            f"Reading an article took {1000 * reading:.0f} ms of computing; asked is that relating takes at most "
            f"{ALLOWED} of that, and grows with an exponent of at most {EXPONENT}.",
            "",
            "| articles | stories | points | relating, s | ms an article | stories | copies | beside reading |",
            "|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            f"Exponent: **{slope}**. Most memory that the process held: {peak:,.0f} MB.",
        ]
    )
    print(body)
    if given.write:
        command = f"python -m benchmarks.scaling --sizes {' '.join(map(str, given.sizes))} --write"
        write_section("scaling", "Scaling", body, command)


if __name__ == "__main__":
    main()
