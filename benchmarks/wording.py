"""How questions read, and which come first: `python -m benchmarks.wording [--write]`.

Gold's points were asked by people. `alike` is the share of words (their stems, F1) that a record's question has in
common with gold's, of matched points with two answers in common; `first` how many of the `FIRST` points that a page
tells first gold asks about too, by any answer that they have in common. Whoever asks in other words asks no worse: the
figures are for comparing one version with another.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator

import reportedly
from benchmarks.events import Event, events
from benchmarks.results import write_section
from benchmarks.scoring.answers import likeness
from benchmarks.scoring.case import Case, case_of
from benchmarks.scoring.places import pair_up
from benchmarks.scoring.points import given_answers, match_points
from reportedly.export.record_json import record_json
from reportedly.relate.standing.telling import telling
from reportedly.relate.terms import content_stems

FIRST = 10
KINDS = ("figure", "date", "place", "who", "whether")
COMMAND = "python -m benchmarks.wording --write"


def alike(question: str, asked: str) -> float:
    """F1 of the stems of two questions."""
    mine, theirs = set(content_stems(question)), set(content_stems(asked))
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))


def read_as_asked(case: Case) -> Iterator[tuple[str, float]]:
    """The kind of each matched point, and how its question reads beside gold's."""
    for match in match_points(case).values():
        if len(match.hits) > 1:
            yield match.gold["kind"], alike(match.point["question"], match.gold["ask"])


def told_first(case: Case, first: set[str]) -> float:
    """The share of the first points that hold an answer of gold's."""
    gold = [answer for point in case.gold["points"] for answer in point["answers"]]
    held = [point["id"] in first and bool(pair_up(gold, answers, likeness)) for point, answers in given_answers(case)]
    return sum(held) / max(1, len(first))


def measured(event: Event) -> tuple[list[tuple[str, float]], float]:
    """What the questions of one event's record have in common with gold's, and how many of the first gold asks."""
    record = reportedly.build([event.captures])
    case = case_of(event.gold, json.loads("".join(record_json(record))))
    first = {point.id for point in sorted(record.points, key=telling)[:FIRST]}
    return list(read_as_asked(case)), told_first(case, first)


def main() -> None:
    """Measure, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.wording", description=__doc__)
    arguments.add_argument("--write", action="store_true", help="put the table into RESULTS.md")
    given = arguments.parse_args()
    read: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    first: defaultdict[str, list[float]] = defaultdict(list)
    for event in events():
        pairs, told = measured(event)
        first[event.kind].append(told)
        for kind, share in pairs:
            read[event.kind, kind].append(share)
    rows = [f"| events | {' | '.join(KINDS)} | first {FIRST} |", f"|---|{'---:|' * (len(KINDS) + 1)}"]
    for group, shares in first.items():
        cells = (f"{sum(s) / len(s):.2f} ({len(s)})" if (s := read[group, kind]) else "–" for kind in KINDS)
        rows.append(f"| {group} | {' | '.join(cells)} | {sum(shares) / len(shares):.2f} |")
    table = "\n".join(rows)
    print(table)
    if given.write:
        gloss = f"Words in common with gold's question, of so many points; and of the {FIRST} told first, gold's."
        write_section("wording", "Questions beside gold's", f"{gloss}\n\n{table}", COMMAND)


if __name__ == "__main__":
    main()
