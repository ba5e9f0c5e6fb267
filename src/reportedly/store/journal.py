"""What each build and each decision changed: a journal beside the record, and no part of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from reportedly.model.change import ChangeKind
from reportedly.model.filters import ChangeFilter
from reportedly.model.record import Record
from reportedly.relate.changes import Change, Seen, changes_against
from reportedly.relate.regrouped import Home, regrouped
from reportedly.store import shape
from reportedly.store.schema import ABOUT, ANSWER, ARTICLE, CHANGE, POINT, STORY

KEY = "edition"
BATCH = 1000
Stages = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The record as one build or decision left it: the how-manieth, when, and when the first was (ISO 8601, UTC).

    What `anew` and those before it changed is not known: it is the first, or one that other stages made.
    """

    number: int
    made: str
    first: str
    anew: int

    @property
    def compared(self) -> bool:
        """Whether it is known what it changed."""
        return self.number > self.anew


@dataclass(frozen=True, slots=True)
class Noted:
    """A change as it was noted; its point and its answer may be gone by now."""

    position: int
    edition: int
    made: str
    kind: ChangeKind
    point: str
    question: str
    what: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class Stood:
    """What changes are measured by: the record before, the stages that made it, and each article's story and title."""

    seen: tuple[Seen, ...]
    pipeline: Stages
    homes: dict[str, Home]


def edition(connection: Connection) -> Edition | None:
    """The edition that the record is; None before its first build is done."""
    held: Any = connection.scalar(select(ABOUT.c.value).where(ABOUT.c.key == KEY))
    return msgspec.convert(held, Edition) if held else None


def stages(connection: Connection) -> Stages | None:
    """The stages that made what the record says before it is made again; None where that cannot be compared."""
    if edition(connection) is None or not shape.fits(connection):
        return None
    held: Any = connection.scalar(select(ABOUT.c.value).where(ABOUT.c.key == "pipeline"))
    return tuple((stage, name) for stage, name in held or ())


def stood(connection: Connection, stories: Sequence[str] | None = None) -> Stood | None:
    """What the record says before it, or some of its stories, is made again; None where that cannot be compared."""
    pipeline = stages(connection)
    if pipeline is None:
        return None
    answers: dict[int, list[tuple[str, str]]] = defaultdict(list)
    held = POINT.c
    asked = select(ANSWER.c.id, ANSWER.c.text, ANSWER.c.point)
    found = select(held.position, held.id, held.question, held.contested, held.independent_origins)
    if stories is not None:
        theirs = held.story.in_(stories)
        asked = asked.where(ANSWER.c.point.in_(select(held.position).where(theirs)))
        found = found.where(theirs)
    for id_, text, point in connection.execute(asked):
        answers[point].append((id_, text))
    points = connection.execute(found.order_by(held.position))
    seen = (
        Seen(id_, question, tuple(answers[position]), contested, origins)
        for position, id_, question, contested, origins in points
    )
    home = HOMES if stories is None else HOMES.where(ARTICLE.c.story.in_(stories))
    homes = {article: (story, title) for article, story, title in connection.execute(home)}
    return Stood(tuple(seen), pipeline, homes)


HOMES = select(ARTICLE.c.id, STORY.c.id, STORY.c.title).join(STORY, STORY.c.id == ARTICLE.c.story)


def _moved(connection: Connection, before: Stood) -> Iterator[Change]:
    """The stories that were merged or parted since."""
    asked, now = sorted(before.homes), {}
    for start in range(0, len(asked), BATCH):
        found = connection.execute(HOMES.where(ARTICLE.c.id.in_(asked[start : start + BATCH])))
        now.update({article: (story, title) for article, story, title in found})
    return regrouped(before.homes, now)


def note(connection: Connection, before: Stood | None, record: Record, now: dt.datetime) -> None:
    """A further edition, made at `now`, and what is new in it as against what stood `before`."""
    this = begin(connection, before.pipeline if before else None, record.pipeline)
    if before is not None and this.compared:
        put(connection, this, changes_against(before.seen, record))
        put(connection, this, _moved(connection, before))
    end(connection, this, now)


def begin(connection: Connection, before: Stages | None, pipeline: Stages) -> Edition:
    """A further edition that these stages begin to make of what others made `before` (None: it cannot be compared)."""
    past = edition(connection)
    number = past.number + 1 if past else 1
    return Edition(number, "", past.first if past else "", past.anew if past and before == pipeline else number)


def put(connection: Connection, this: Edition, changes: Iterable[Change]) -> None:
    """Changes that an edition makes."""
    rows = ({"edition": this.number, "made": this.made, **asdict(change)} for change in changes)
    while part := list(islice(rows, BATCH)):
        connection.execute(insert(CHANGE), part)


def end(connection: Connection, this: Edition, now: dt.datetime) -> None:
    """An edition is made at `now`, with all its changes."""
    made = now.astimezone(dt.UTC).isoformat(timespec="microseconds")
    connection.execute(update(CHANGE).where(CHANGE.c.edition == this.number).values(made=made))
    connection.execute(delete(ABOUT).where(ABOUT.c.key == KEY))
    done = replace(this, made=made, first=this.first or made)
    connection.execute(insert(ABOUT), {"key": KEY, "value": asdict(done)})


class Journal:
    """What is noted, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def edition(self) -> Edition | None:
        """The edition that the record is; None before its first build is done."""
        return edition(self._connection)

    def changes(self, asked: ChangeFilter, limit: int | None = None, offset: int = 0) -> Iterator[Noted]:
        """The changes that a filter asks for, the newest edition first, each edition's as they were noted."""
        found = select(CHANGE).where(*_asked(asked)).order_by(CHANGE.c.edition.desc(), CHANGE.c.position)
        rows: Any = self._connection.execute(found.limit(limit).offset(offset)).mappings()
        return (Noted(**row) for row in rows)

    def counted(self, asked: ChangeFilter) -> dict[str, int]:
        """How many changes of each kind a filter asks for."""
        many = select(CHANGE.c.kind, func.count()).where(*_asked(asked)).group_by(CHANGE.c.kind)
        return {row[0]: row[1] for row in self._connection.execute(many)}

    def most_telling(self, asked: ChangeFilter, limit: int) -> list[str]:
        """Ids of the points that were changed and are still there, the most telling first."""
        changed = select(CHANGE.c.point).where(*_asked(asked))
        found = select(POINT.c.id).where(POINT.c.id.in_(changed)).order_by(POINT.c.telling.desc(), POINT.c.id)
        return list(self._connection.scalars(found.limit(limit)))


def _asked(asked: ChangeFilter) -> Sequence[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [CHANGE.c.edition > asked.after]
    if asked.kind:
        found.append(CHANGE.c.kind.in_(asked.kind))
    if asked.point:
        found.append(CHANGE.c.point.in_(asked.point))
    if asked.since:
        found.append(CHANGE.c.made >= asked.since.isoformat())
    return found
