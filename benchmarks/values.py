"""How well times and figures are read: `python -m benchmarks.values [--write] [--errors]`.

time      TIMEX3 value F1 over news with a document date, and over narratives that date themselves
quantity  (low, high) F1 and noun over sentences with annotated counts; lengths of time and ages, which that gold leaves
          out, are left out of the answer too
figures   of the figure answers of gold events: a figure stands at that place, with that low and high; how often two
          answers of one point (other points) of an article's event share predicate and counted noun
speed     articles of 750 words per CPU-second, times and quantities together, without the parse; names and places as
          a share of the parse

The first two need the measuring sets that lie beside the checkout; without them they are left out with a word.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.results import write_section
from benchmarks.value_sets import BENCH, figures, quantities, speed, times

COMMAND = "python -m benchmarks.values --write"


def main() -> None:
    """Prints the table; with --write puts it into RESULTS.md, with --errors lists what went wrong."""
    rows: list[tuple[str, str]] = []
    errors: list[str] = []
    if BENCH.exists():
        for part in (times.measure(BENCH), quantities.measure(BENCH)):
            rows += part.rows
            errors += part.errors
    else:
        rows.append(("time, quantity", f"not measured: {Path(BENCH.name)} is not beside the checkout"))
    for part in (figures.measure(), speed.measure()):
        rows += part.rows
        errors += part.errors
    body = "| what | result |\n|---|---|\n" + "\n".join(f"| {what} | {result} |" for what, result in rows)
    print(body)
    if "--errors" in sys.argv:
        print("\n".join(errors))
    if "--write" in sys.argv:
        write_section("values", "Times and figures", body, COMMAND)


if __name__ == "__main__":
    main()
