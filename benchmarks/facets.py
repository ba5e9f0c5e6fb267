"""`python -m benchmarks.facets`: what points say of their answers, were the answers grouped as gold groups them.

The record is built as ever, but for one step: what gold puts into one point is put into one point. What is wrong
then, is wrong in the answers or in the rules of standing, not in telling which claims answer one question.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import reportedly
from benchmarks.events import Event, events
from benchmarks.record import with_means
from benchmarks.results import write_section
from benchmarks.same_question import plain
from benchmarks.scoring.answers import Given, likeness
from benchmarks.scoring.case import Json, case_of, stem
from benchmarks.scoring.places import pair_up
from benchmarks.scoring.points import score_points
from benchmarks.table import table
from reportedly.export.record_json import record_json
from reportedly.model.point import Point
from reportedly.relate.claims.claim import Claim
from reportedly.relate.clippings import Clippings
from reportedly.relate.grouping.evidence import Evidence
from reportedly.relate.points import find_points

SHOWN = ("value", "origin", "via", "certainty", "values", "revised", "contested", "origins")


class Gold:
    """Groups claims as gold does; a claim that gold does not know answers nothing."""

    def __init__(self, gold: Json) -> None:
        self._points = gold["points"]
        self._doc = {stem(document["doc"]): document["doc"] for document in gold["documents"]}
        self._read: dict[str, str] = {}

    def find_points(self, story: str, clippings: Clippings, *others: Any) -> Iterator[Point]:
        """The points of a story; remembers which document each article is."""
        for reading in clippings.readings:
            name = reading.capture.row_id or reading.capture.path.replace("\\", "/").rsplit("/", 1)[-1]
            self._read[reading.article.id] = self._doc.get(stem(name), name)
        return find_points(story, clippings, *others)

    def group(self, evidence: Evidence, *others: object) -> list[tuple[Claim, ...]]:
        """The claims of each of gold's points of their kind."""
        by_doc: defaultdict[str, list[Given]] = defaultdict(list)
        claims = {claim.id: claim for claim in evidence.claims}
        for claim in evidence.claims:
            doc = self._read[claim.article]
            place = {"id": claim.id, "start": claim.span.start, "end": claim.span.end, "value": plain(claim.value)}
            by_doc[doc].append(Given(doc, place))
        groups = []
        for asked in self._points:
            if asked["kind"] == evidence.claims[0].kind:
                near = [given for doc in {a["doc"] for a in asked["answers"]} for given in by_doc[doc]]
                pairs = pair_up(asked["answers"], near, likeness)
                chosen = tuple(claim for claim in claims.values() if any(g.answer["id"] == claim.id for _, g in pairs))
                groups.append(chosen)
        return [group for group in groups if group]


@contextmanager
def grouped_by(gold: Json) -> Iterator[None]:
    """Records are made with gold's grouping, in this process only."""
    told = Gold(gold)
    with ExitStack() as held:
        held.enter_context(patch("reportedly.relate.telling.find_points", told.find_points))
        held.enter_context(patch("reportedly.relate.points.group", told.group))
        held.enter_context(patch("reportedly.relate.points.worth_asking", lambda *_: True))
        yield


def built(event: Event) -> Json:
    """The event's record in gold's grouping."""
    with grouped_by(event.gold):
        record: Json = json.loads("".join(record_json(reportedly.build([event.captures]))))
    return record


def main() -> None:
    """The table; with all events also in RESULTS.md."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.facets", description=__doc__)
    arguments.add_argument("--events", default="", help="names or their beginnings, parted by commas")
    wanted = tuple(name for name in arguments.parse_args().events.split(",") if name)
    chosen = events(wanted)
    scores = with_means({e.name: score_points(case_of(e.gold, built(e))) for e in chosen}, chosen)
    print(table(scores, SHOWN))
    if not wanted:
        means = {name: row for name, row in scores.items() if name.startswith("mean")}
        write_section("facets", "Standing, in gold's own grouping", table(means, SHOWN), "python -m benchmarks.facets")


if __name__ == "__main__":
    main()
