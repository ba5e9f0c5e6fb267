"""`python -m benchmarks.scoring GOLD.json RECORD.json [--errors]`: the scores of one record, one a line."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.scoring import score
from benchmarks.scoring.case import read_case
from benchmarks.scoring.measure import Measure


def written(value: Measure | float | int | None) -> str:
    """A score as a person reads it."""
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def main() -> None:
    """Print the scores, and with `--errors` what was wrong."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("record", type=Path)
    arguments.add_argument("--errors", action="store_true", help="every error on a line of its own")
    chosen = arguments.parse_args()
    case = read_case(chosen.gold, chosen.record)
    for name, value in score(case).items():
        print(f"{name:22s} {written(value)}")
    if chosen.errors:
        for error in case.errors:
            print("  ", *error, sep=" | ")


if __name__ == "__main__":
    main()
