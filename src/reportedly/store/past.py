"""What a record said before it is made again, set aside in tables of one connection: never all in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Index, MetaData, Table, exists, func, insert, select

from reportedly.model.record import Record
from reportedly.relate.changes import Change, Seen, changes_of, withdrawn
from reportedly.relate.regrouped import Shared, merged, parted
from reportedly.store import remembered
from reportedly.store.schema import ANSWER, ARTICLE, POINT, STORY

BATCH = 1000  # rows in memory at a time
ASIDE = MetaData()


def _aside(table: Table, *names: str) -> Table:
    """Some columns of a table, the first its key, in one that a connection has for itself."""
    columns = (Column(name, table.c[name].type, primary_key=name == names[0]) for name in names)
    return Table(f"past_{table.name}", ASIDE, *columns, prefixes=["TEMPORARY"])


POINTS = _aside(POINT, "position", "id", "question", "contested", "independent_origins")
ANSWERS = _aside(ANSWER, "position", "id", "text", "point")
ARTICLES = _aside(ARTICLE, "id", "story")
STORIES = _aside(STORY, "id", "title")
Index("past_answer_id", ANSWERS.c.id)
HELD = ((POINTS, POINT), (ANSWERS, ANSWER), (ARTICLES, ARTICLE), (STORIES, STORY))


class Past:
    """What stands in a record now, and what is changed when other stories have taken the place of those."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        ASIDE.create_all(connection, checkfirst=False)
        for aside, table in HELD:
            names = aside.columns.keys()
            connection.execute(insert(aside).from_select(names, select(*(table.c[name] for name in names))))

    def changes(self, part: Record) -> tuple[Change, ...]:
        """What some stories have that had not been seen."""
        answers = sorted({answer.id for point in part.points for answer in point.answers})
        homes: dict[str, Seen] = {}
        asked = select(ANSWERS.c.id, *POINTS.c[1:]).join(POINTS, POINTS.c.position == ANSWERS.c.point)
        for some in remembered.parts(answers):
            found = self._connection.execute(asked.where(ANSWERS.c.id.in_(some)).order_by(ANSWERS.c.position))
            homes |= {id_: Seen(point, question, (), *rest) for id_, point, question, *rest in found}
        return changes_of(part, homes)

    def withdrawn(self) -> Iterator[Change]:
        """The answers that no story has any more."""
        asked = select(POINTS.c.id, POINTS.c.question, ANSWERS.c.id, ANSWERS.c.text)
        asked = asked.join(ANSWERS, ANSWERS.c.point == POINTS.c.position).where(
            ~exists().where(ANSWER.c.id == ANSWERS.c.id)
        )
        for row in self._rows(asked.order_by(POINTS.c.position, ANSWERS.c.position)):
            yield withdrawn(*row)

    def moved(self) -> Iterator[Change]:
        """The stories that were merged or parted."""
        yield from merged(self._shared(STORY, STORIES))
        yield from parted(self._shared(STORIES, STORY))

    def _shared(self, ones: Table, others: Table) -> Iterator[Shared]:
        """Stories of the one record with those of the other that they share articles with, in order."""
        told = (ones.c.id, ones.c.title, others.c.id, others.c.title)
        both = STORY.join(ARTICLE, ARTICLE.c.story == STORY.c.id).join(ARTICLES, ARTICLES.c.id == ARTICLE.c.id)
        joined = both.join(STORIES, STORIES.c.id == ARTICLES.c.story)
        for one, title, other, its_title, many in self._rows(
            select(*told, func.count()).select_from(joined).group_by(*told).order_by(*told)
        ):
            yield (one, title), (other, its_title), many

    def _rows(self, asked: Any) -> Iterator[Any]:
        return iter(self._connection.execute(asked.execution_options(yield_per=BATCH)))

    def forget(self) -> None:
        """Away with it."""
        ASIDE.drop_all(self._connection, checkfirst=False)
