"""What people judge, found by the ids and names that they see, under ids that hold over rebuilding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from reportedly.model.errors import JudgementError
from reportedly.relate.judged import NAME, name_id
from reportedly.store.schema import ANSWER, ENTITY, POINT, STATEMENT

ThingKind = Literal["name", "question", "statement"]


@dataclass(frozen=True, slots=True)
class Thing:
    """A name, a question or a statement of the record.

    `ids` are those of judgements: of a name's spellings, the fullest first; of a question's answers, its founding
    answer first (of one answer: that one). `home` is the question's story and kind, in which alone it can be merged.
    """

    kind: ThingKind
    ids: tuple[str, ...]
    home: tuple[str | None, ...] = ()


def find(connection: Connection, words: str) -> Thing:
    """What an id of the record, or a name in any spelling, stands for. Raises `JudgementError` when nothing does."""
    kind = words.partition(":")[0]
    found = {"entity": _entity, "point": _point, "answer": _answer, "statement": _statement}.get(kind, _name)(
        connection, words
    )
    if found is None:
        raise JudgementError(f"{words!r}: the record has no such thing; give an id of it or a name that it holds")
    return found


def _entity(connection: Connection, entity: str) -> Thing | None:
    row = connection.execute(select(ENTITY.c.name, ENTITY.c.names).where(ENTITY.c.id == entity)).first()
    if row is None:
        return None
    return Thing("name", tuple(dict.fromkeys(name_id(name) for name in (row.name, *(text for text, _ in row.names)))))


def _name(connection: Connection, words: str) -> Thing | None:
    wanted = words if words.startswith(NAME) else name_id(words)
    for names in connection.scalars(select(ENTITY.c.names)):
        if any(name_id(text) == wanted for text, _ in names):
            return Thing("name", (wanted,))
    return None


def _point(connection: Connection, point: str) -> Thing | None:
    row = connection.execute(select(POINT).where(POINT.c.id == point)).first()
    if row is None:
        return None
    answers = select(ANSWER.c.id).where(ANSWER.c.point == row.position).order_by(ANSWER.c.position)
    return Thing("question", tuple(connection.scalars(answers)), (row.story, row.kind))


def _answer(connection: Connection, answer: str) -> Thing | None:
    home = select(POINT.c.story, POINT.c.kind).join_from(POINT, ANSWER, ANSWER.c.point == POINT.c.position)
    row = connection.execute(home.where(ANSWER.c.id == answer)).first()
    return Thing("question", (answer,), (row.story, row.kind)) if row is not None else None


def _statement(connection: Connection, statement: str) -> Thing | None:
    known = connection.scalar(select(STATEMENT.c.id).where(STATEMENT.c.id == statement))
    return Thing("statement", (statement,)) if known is not None else None
