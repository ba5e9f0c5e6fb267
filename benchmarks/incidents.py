"""`python -m benchmarks.incidents`: shootings told by three articles and more: how many were killed, how many hurt.

Each incident's articles are built to a record of their own. What it says is the newest standing answer of the question
of the killed (and of the injured) that most articles answer. Gold counts shooters among the dead and hurt, articles
mostly tell of the others: the last row lets a count be one less than gold's. Only scores leave: no text is kept.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import reportedly
from benchmarks.related import BENCH, rows
from benchmarks.results import write_section
from reportedly.model.point import Answer, Point
from reportedly.model.quantity import Quantity

LEAST = 3  # articles of an incident
TWO = 2  # articles that must tell a thing: what one alone tells is often another event
ASKED = ("killed", "injured")
Counts = dict[str, int]


def told(articles: list[dict[str, Any]]) -> Counts:
    """What a record of these articles says of the killed and the injured."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "incident.jsonl"
        page.write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf8")
        record = reportedly.build([page])
    points = [p for p in record.points if p.kind == "figure"]
    return {asked: count(points, asked) for asked in ASKED}


def count(points: list[Point], asked: str) -> int:
    """The newest standing answer of the question that most articles answer, of two such the one that stands first.

    Nobody, where no figure is given by two articles: nothing is guessed from a killing that is told without one.
    """
    chosen = [p for p in points if p.predicate == asked and p.current is not None and _told_by(p) >= TWO]
    if not chosen:
        return 0
    most = max(chosen, key=lambda p: (_told_by(p), -min(a.span.start for a in p.answers)))
    return number(next(a for a in most.answers if a.id == most.current))


def _told_by(point: Point) -> int:
    return len({answer.article for answer in point.answers})


def number(answer: Answer) -> int:
    """A figure as one number: the lesser end of a range, the one end of an open one."""
    if not isinstance(answer.value, Quantity):
        return 0
    ends = [end for end in (answer.value.low, answer.value.high) if end is not None]
    return round(min(ends))


def within(said: Counts, gold: Counts, less: int = 0) -> bool:
    """Whether both counts are gold's, or up to `less` fewer."""
    return all(gold[asked] - less <= said[asked] <= gold[asked] for asked in ASKED)


def scores(found: list[tuple[Counts, Counts]]) -> str:
    """A table of the shares that are right."""
    many = len(found)
    shares = [
        *((f"{asked} right", sum(said[asked] == gold[asked] for said, gold in found)) for asked in ASKED),
        ("both right", sum(within(said, gold) for said, gold in found)),
        ("both right, or one less (a shooter counted)", sum(within(said, gold, 1) for said, gold in found)),
    ]
    lines = [f"| {many} incidents of {LEAST} articles and more | share |", "|---|---:|"]
    return "\n".join([*lines, *(f"| {name} | {hits / many:.2f} |" for name, hits in shares)])


def main() -> None:
    """The table, also in RESULTS.md."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.incidents", description=__doc__)
    arguments.add_argument("--sample", type=int, default=0, help="only so many incidents, evenly spread")
    arguments.add_argument("--errors", action="store_true", help="each incident whose counts are not gold's")
    asked = arguments.parse_args()
    incidents = [row for row in rows(BENCH / "incidents" / "dev.jsonl") if len(row["docs"]) >= LEAST]
    step = max(1, len(incidents) // asked.sample) if asked.sample else 1
    chosen = incidents[::step][: asked.sample or None]
    wanted = {doc for row in chosen for doc in row["docs"]}
    documents = {row["id"]: row for row in rows(BENCH / "stories" / "docs.dev.jsonl.gz") if row["id"] in wanted}
    found = []
    for row in chosen:
        held = [documents[doc] for doc in row["docs"] if doc in documents]
        gold = {name: row[name] for name in ASKED}
        found.append((told(held), gold))
        if asked.errors and not within(*found[-1]):
            print(row["incident"], *found[-1])
    body = scores(found)
    print(body)
    write_section("incidents", "Incidents", body, f"python -m benchmarks.incidents --sample {asked.sample}")


if __name__ == "__main__":
    main()
