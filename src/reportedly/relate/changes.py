"""What changed between two records, or since a day: new answers and questions, revisions, disputes, confirmations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.model.point import Answer, Point
from reportedly.model.record import Record
from reportedly.relate.clippings import Clippings
from reportedly.relate.times import time_of

ChangeKind = Literal["question", "answer", "revision", "dispute", "confirmation", "origin", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new: of which point, of what kind, in words, and the answer that shows it (if one does).

    A confirmation is the second independent origin of a value; a withdrawn answer stood in the earlier record only.
    """

    point: str
    question: str
    kind: ChangeKind
    what: str
    answer: str | None = None


def changes(earlier: Record, later: Record) -> tuple[Change, ...]:
    """What the later record has that the earlier one had not, point by point in the later one's order.

    Points are matched by the answers they share, since a point may have got an older founding answer.
    """
    homes = {answer.id: point for point in earlier.points for answer in point.answers}
    found: list[Change] = []
    kept = {answer.id for point in later.points for answer in point.answers}
    for point in later.points:
        before = [homes[answer.id] for answer in point.answers if answer.id in homes]
        found += _of_point(point, before[0] if before else None)
    for point in earlier.points:
        for answer in point.answers:
            if answer.id not in kept:
                found.append(Change(point.id, point.question, "withdrawn", answer.text, answer.id))
    return tuple(found)


def changes_since(record: Record, day: dt.date) -> tuple[Change, ...]:
    """What was said on or after a day, as against what had been said before. Undated answers count as old."""
    clippings = Clippings(record.readings)
    found: list[Change] = []
    for point in record.points:
        new = {answer.id for answer in point.answers if _since(answer, clippings, day)}
        if new:
            found += _news(point, new, all_new=len(new) == len(point.answers))
    return tuple(found)


def _since(answer: Answer, clippings: Clippings, day: dt.date) -> bool:
    time = time_of(answer, clippings.article(answer.article))
    return time is not None and time.earliest is not None and time.earliest >= day


def _of_point(point: Point, before: Point | None) -> Iterator[Change]:
    known = {answer.id for answer in before.answers} if before is not None else set()
    new = {answer.id for answer in point.answers} - known
    yield from _news(point, new, all_new=before is None)
    if before is None:
        return
    if point.contested and not before.contested:
        yield Change(point.id, point.question, "dispute", "contested for the first time")
    if point.independent_origins > before.independent_origins:
        grown = f"{before.independent_origins} → {point.independent_origins} independent origins"
        yield Change(point.id, point.question, "origin", grown)


def _news(point: Point, new: set[str], *, all_new: bool) -> Iterator[Change]:
    if all_new:
        yield Change(point.id, point.question, "question", point.question)
    by_id = {answer.id: answer for answer in point.answers}
    for answer in point.answers:
        if answer.id in new:
            kind: ChangeKind = "confirmation" if _confirms(answer, point, new) else "answer"
            yield Change(point.id, point.question, kind, answer.text, answer.id)
    for revision in point.revisions:
        if revision.later in new:
            what = f"{by_id[revision.earlier].text} → {by_id[revision.later].text}"
            yield Change(point.id, point.question, "revision", what, revision.later)


def _confirms(answer: Answer, point: Point, new: set[str]) -> bool:
    """Whether a new answer is the first from another origin to give a value that one origin had given."""
    same = [a for a in point.answers if a.value == answer.value and a.id not in new and a.struck is None]
    groups = {a.origin_group for a in same}
    return answer.struck is None and len(groups) == 1 and answer.origin_group not in groups
