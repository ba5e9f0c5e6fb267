"""Filters as queries: SQLAlchemy Core, for SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, false, func, or_, select

from reportedly.model.filters import Filter, PointFilter, StatementFilter, TimelineFilter
from reportedly.store.schema import (
    ANSWER,
    ARTICLE,
    CAPTURE,
    COPY,
    ENTITY,
    ENTITY_NAME,
    EXHIBIT,
    FACET,
    FIGURE,
    HAPPENING,
    MOMENT,
    NAME,
    PLACE,
    POINT,
    PROBLEM,
    STATEMENT,
    STORY,
    TIMELINE,
)  # fmt: skip
from reportedly.store.search import Holds
from reportedly.vocabulary.gazetteer import key_of

Condition = ColumnElement[bool]


def points(asked: PointFilter) -> Select[Any]:
    """Positions of the points that it asks for, unordered."""
    found = select(POINT.c.position)
    if asked.standing:
        found = found.where(POINT.c.position.in_(select(FACET.c.point).where(FACET.c.facet.in_(asked.standing))))
    if asked.kind:
        found = found.where(POINT.c.kind.in_(asked.kind))
    if asked.story:
        found = found.where(POINT.c.story.in_(_stories(asked.story)))
    if asked.articles:
        found = found.where(POINT.c.articles >= asked.articles)
    if asked.origins:
        found = found.where(POINT.c.independent_origins >= asked.origins)
    if told := _told(ANSWER, asked):
        found = found.where(POINT.c.position.in_(select(ANSWER.c.point).where(and_(*told))))
    if asked.entity:
        found = found.where(_point_on(asked.entity))
    if asked.words:
        found = found.where(Holds(POINT, asked.words))
    return found


def statements(asked: StatementFilter) -> Select[Any]:
    """Positions of the statements that it asks for, unordered."""
    found = select(STATEMENT.c.position).where(*_told(STATEMENT, asked))
    if asked.manner:
        found = found.where(STATEMENT.c.manner.in_(asked.manner))
    if asked.certainty:
        found = found.where(STATEMENT.c.certainty.in_(asked.certainty))
    if asked.stance:
        found = found.where(STATEMENT.c.stance["kind"].as_string().in_(asked.stance))
    if asked.story:
        held = select(ARTICLE.c.id).where(ARTICLE.c.story.in_(_stories(asked.story)))
        found = found.where(STATEMENT.c.article.in_(held))
    if asked.entity:
        found = found.where(_statement_on(asked.entity))
    if asked.words:
        found = found.where(Holds(STATEMENT, asked.words))
    return found


def happenings(asked: TimelineFilter) -> Select[Any]:
    """Positions of the timeline's entries that it asks for, unordered; an open end may be any day."""
    found = select(TIMELINE.c.position)
    if asked.since:
        found = found.where(func.coalesce(TIMELINE.c.latest, "9999-12-31") >= asked.since.isoformat())
    if asked.until:
        found = found.where(func.coalesce(TIMELINE.c.earliest, "0001-01-01") <= asked.until.isoformat())
    return found


def of_stories(asked: tuple[str, ...]) -> dict[Table, Condition]:
    """Which rows of each table belong to stories (titles or ids); no entity does, as each may be in any."""
    stories = _stories(asked)
    articles = select(ARTICLE.c.id).where(ARTICLE.c.story.in_(stories))
    mentions = (STATEMENT, FIGURE, MOMENT, PLACE, NAME, HAPPENING, EXHIBIT, COPY, PROBLEM)
    points = select(POINT.c.position).where(POINT.c.story.in_(stories))
    return {
        **{table: table.c.article.in_(articles) for table in mentions},
        STORY: STORY.c.id.in_(stories),
        ARTICLE: ARTICLE.c.story.in_(stories),
        CAPTURE: CAPTURE.c.id.in_(select(ARTICLE.c.capture).where(ARTICLE.c.story.in_(stories))),
        TIMELINE: TIMELINE.c.story.in_(stories),
        POINT: POINT.c.story.in_(stories),
        ANSWER: ANSWER.c.point.in_(points),
        ENTITY: false(),
    }


def ordered(found: Select[Any], asked: PointFilter | StatementFilter) -> Select[Any]:
    """The same, in the order that is asked for; ties as the record has them."""
    table = POINT if isinstance(asked, PointFilter) else STATEMENT
    first: dict[str, tuple[ColumnElement[Any], ...]] = {
        "record": (),
        "telling": (POINT.c.telling.desc(), POINT.c.question, POINT.c.id),
        "question": (POINT.c.question, POINT.c.id),
        "newest": (table.c.latest.desc().nulls_last(),),
        "oldest": (table.c.earliest.nulls_last(),),
    }
    return found.order_by(*first[asked.order], table.c.position)


def _told(table: Table, asked: Filter) -> list[Condition]:
    """By whom and when, of statements or answers."""
    found: list[Condition] = []
    if asked.origin:
        found.append(or_(table.c.origin_entity.in_(_entities(asked.origin)), table.c.origin_name.in_(asked.origin)))
    if asked.outlet:
        house = or_(ARTICLE.c.outlet_name.in_(_names(asked.outlet)), ARTICLE.c.outlet_name.in_(asked.outlet))
        found.append(table.c.article.in_(select(ARTICLE.c.id).where(house)))
    if asked.since:
        dated = or_(table.c.earliest.is_not(None), table.c.latest.is_not(None))
        found += [dated, func.coalesce(table.c.latest, "9999-12-31") >= asked.since.isoformat()]
    if asked.until:
        dated = or_(table.c.earliest.is_not(None), table.c.latest.is_not(None))
        found += [dated, func.coalesce(table.c.earliest, "0001-01-01") <= asked.until.isoformat()]
    return found


def _stories(asked: tuple[str, ...]) -> Select[Any]:
    titles = [title.lower() for title in asked]
    return select(STORY.c.id).where(or_(STORY.c.id.in_(asked), func.lower(STORY.c.title).in_(titles)))


def _entities(asked: tuple[str, ...]) -> Select[Any]:
    """Ids of the entities that these names or ids mean."""
    keys = [key_of(name) for name in asked]
    return select(ENTITY_NAME.c.entity).where(or_(ENTITY_NAME.c.folded.in_(keys), ENTITY_NAME.c.entity.in_(asked)))


def _names(asked: tuple[str, ...]) -> Select[Any]:
    """Every spelling of them."""
    return select(ENTITY_NAME.c.name).where(ENTITY_NAME.c.entity.in_(_entities(asked)))


def _statement_on(asked: tuple[str, ...]) -> Condition:
    """Its origin is one of them, or its words name one."""
    named, placed = _inside(NAME), _inside(PLACE)
    names = _names(asked)
    return or_(
        STATEMENT.c.origin_entity.in_(_entities(asked)),
        select(NAME.c.position).where(named, or_(NAME.c.name.in_(names), NAME.c.text.in_(names))).exists(),
        select(PLACE.c.position).where(placed, PLACE.c.entity.in_(_entities(asked))).exists(),
    )


def _inside(mention: Table) -> Condition:
    return and_(
        mention.c.article == STATEMENT.c.article,
        mention.c.start >= STATEMENT.c.start,
        mention.c.stop <= STATEMENT.c.stop,
    )


def _point_on(asked: tuple[str, ...]) -> Condition:
    """An answer's origin or value is one of them, or the statement of an answer names one."""
    told = select(STATEMENT.c.id).where(_statement_on(asked))
    answers = select(ANSWER.c.point).where(
        or_(
            ANSWER.c.origin_entity.in_(_entities(asked)),
            ANSWER.c.name.in_(_names(asked)),
            ANSWER.c.statement.in_(told),
        )
    )
    return or_(POINT.c.holder.in_(_names(asked)), POINT.c.position.in_(answers))
