"""Questions put to records: how often the right point is among the first three. `python -m benchmarks.asked [--write]`.

The questions are those that the corpus' own gold asks of its events, written when the accounts were marked. A right
point holds most of the answers that the gold gives to the question, or is made of them for at least half; where no
point holds any, the record has nothing to be found, and the question is counted apart.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpus.gold import write_event
from benchmarks.results import write_section
from reportedly.model.point import Point
from reportedly.model.record import Record
from reportedly.run.build import build
from reportedly.show.ask import ask
from reportedly.store import open_record

HOUSE = Path(__file__).resolve().parents[1]
EVENTS = ("toufali-fever", "airliner-quiruma")  # nobody read their errors while the weights of ask.py were set
FIRST = 3
COMMAND = "python -m benchmarks.asked --write"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its event, and at which place the right point came (0: not at all, None: there is none)."""

    event: str
    words: str
    place: int | None
    got: str


def asked(event: str, folder: Path) -> Iterator[Asked]:
    """Every question of one event."""
    write_event(HOUSE / "corpus" / event, folder / event)
    gold = json.loads((folder / event / "gold.json").read_text(encoding="utf8"))
    path = folder / f"{event}.db"
    record = build([folder / event / "captures"], record=path).record
    with open_record(path) as store:
        for question in gold["points"]:
            right = _right(record, question)
            found = [match.point for match in ask(store, question["ask"], 20)]
            places = [place for place, point in enumerate(found, 1) if point.id in right]
            got = found[0].question if found else ""
            yield Asked(event, question["ask"], (places or [0])[0] if right else None, got)


def _right(record: Record, question: dict[str, Any]) -> set[str]:
    """Ids of the points about the question: most of the gold's answers, or the gold's answers for the most part."""
    names = {reading.article.id: Path(reading.capture.path).name for reading in record.readings}
    counts = {point: _held(point, question["answers"], names) for point in record.points}
    most = max(counts.values(), default=0)
    return {p.id for p, count in counts.items() if most and (count == most or 2 * count >= len(p.answers))}


def _held(point: Point, answers: Sequence[dict[str, Any]], names: dict[str, str]) -> int:
    places = [(names[answer.article], answer.span) for answer in point.answers]
    return sum(
        any(name == a["doc"] and span.start < a["end"] and a["start"] < span.end for a in answers)
        for name, span in places
    )


def _table(found: Sequence[Asked]) -> str:
    lines = [
        f"| event | questions | no point holds an answer | first | among the first {FIRST} |",
        "|---|---:|---:|---:|---:|",
    ]
    for event in (*dict.fromkeys(each.event for each in found), "all"):
        mine = [each for each in found if event in (each.event, "all")]
        there = [each.place for each in mine if each.place is not None]
        first, among = sum(p == 1 for p in there), sum(0 < p <= FIRST for p in there)
        shares = f"{first / len(there):.2f} | {among / len(there):.2f}"
        lines.append(f"| {event} | {len(mine)} | {len(mine) - len(there)} | {shares} |")
    return "\n".join(lines)


def main() -> int:
    """Print the table; with --write put it into RESULTS.md, with --errors list what was not found."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--write", action="store_true", help="put the table into RESULTS.md")
    arguments.add_argument("--errors", action="store_true", help="list the questions that found no right point")
    arguments.add_argument("--events", nargs="+", default=list(EVENTS), help="folders of corpus/")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = [each for event in chosen.events for each in asked(event, Path(name))]
    if chosen.errors:
        for each in found:
            if each.place is not None and not 0 < each.place <= FIRST:
                print(f"{each.event}: {each.words} -> {each.got} ({each.place})", file=sys.stderr)
    print(_table(found))
    if chosen.write:
        write_section("asked", "Questions put to a record", _table(found), COMMAND)
    return 0


if __name__ == "__main__":
    sys.exit(main())
