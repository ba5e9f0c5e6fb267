"""One change as it is told: what is new, on whose word, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.change import ChangeKind
from reportedly.model.ids import content_id
from reportedly.model.point import Answer, Point
from reportedly.model.quantity import Quantity
from reportedly.model.record import Record
from reportedly.relate.changes import Change

ONCE = ("answer", "confirmation", "denial")  # names for one piece of news: it is told under the first that it gets


@dataclass(frozen=True, slots=True)
class News:
    """A change with what a reader needs to judge it. `id` is the same whenever the same change is found.

    `low` and `high` are the bounds of a figure; `origin` is on whose word, None for the article's own.
    """

    id: str
    kind: ChangeKind
    question: str
    what: str
    point: str
    answer: str | None = None
    standing: tuple[str, ...] = ()
    origin: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    low: float | None = None
    high: float | None = None
    told: str = ""


def news(found: Sequence[Change], record: Record, told: str) -> Iterator[News]:
    """The changes as they are told at the moment `told` (ISO 8601)."""
    points = {point.id: point for point in record.points}
    homes = {answer.id: (point, answer) for point in record.points for answer in point.answers}
    pages = {reading.article.id: reading for reading in record.readings}
    for change in found:
        point, answer = homes.get(change.answer or "", (points.get(change.point), None))
        reading = pages.get(answer.article) if answer else None
        article = reading.article if reading else None
        low, high = _bounds(answer)
        yield News(
            id=_id(change),
            kind=change.kind,
            question=change.question,
            what=change.what,
            point=change.point,
            answer=change.answer,
            standing=_standing(point),
            origin=answer.origin.name if answer and answer.origin else None,
            outlet=article.outlet.name if article and article.outlet else None,
            title=article.title.text if article and article.title else None,
            url=reading.capture.url if reading else None,
            published=article.published.when.edtf if article and article.published else None,
            low=low,
            high=high,
            told=told,
        )


def _id(change: Change) -> str:
    kind = ONCE[0] if change.kind in ONCE else change.kind
    return content_id("change", kind, change.answer or f"{change.point} {change.what}")


def _standing(point: Point | None) -> tuple[str, ...]:
    return tuple(point.standing) if point else ()


def _bounds(answer: Answer | None) -> tuple[float | None, float | None]:
    if answer is None or not isinstance(answer.value, Quantity):
        return None, None
    return answer.value.low, answer.value.high
