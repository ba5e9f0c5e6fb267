"""What one page needs of a record: some points, one article, some counts, never the whole."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, distinct, func, or_, select

from reportedly.grammar.edtf import between
from reportedly.model.article import Article, Outlet, Publication
from reportedly.model.capture import Capture
from reportedly.model.copy import Copy
from reportedly.model.entity import Entity
from reportedly.model.exhibit import Exhibit
from reportedly.model.filters import PointFilter
from reportedly.model.point import Answer, Point, Voice
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.statement import Statement
from reportedly.model.story import Story
from reportedly.model.timeline import TimelineEntry
from reportedly.store import journal, kept, schema, streams
from reportedly.store.columns import noun_of
from reportedly.store.schema import ANSWER, ARTICLE, CAPTURE, POINT, STATEMENT
from reportedly.store.tables import answer_of, rows
from reportedly.vocabulary.gazetteer import key_of

BATCH = 500  # ids in one query
LIGHT = ("blocks", "corrections")  # of an article: what only its own page shows


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article in a line: what it is named and numbered by. Days are ISO 8601."""

    article: str
    capture: str
    path: str
    row_id: str | None
    outlet: str | None
    earliest: str | None
    latest: str | None
    title: str | None
    story: str | None

    def reading(self) -> Reading:
        """What a list needs of the article: its names and its days, no text."""
        days = [dt.date.fromisoformat(day) if day else None for day in (self.earliest, self.latest)]
        published = Publication(between(*days), ()) if any(days) else None
        outlet = Outlet(self.outlet) if self.outlet is not None else None
        article = Article(self.article, self.capture, None, True, None, (), outlet, None, None, None, published, ())
        return Reading(Capture(self.capture, self.path, self.row_id, "", ""), article)


@dataclass(frozen=True, slots=True)
class Way:
    """How often an outlet's articles (`articles` of them) answer on one word, by one way.

    `origin` None is their own voice, with `named` False a source that nobody names; `via` runs from the nearest relay.
    """

    outlet: str | None
    origin: str | None
    entity: str | None
    named: bool
    via: tuple[str, ...]
    answers: int
    articles: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that statements name, with its coordinates (degrees) where it is located; `articles` may be more."""

    name: str
    latitude: float | None
    longitude: float | None
    mentions: int
    articles: int


class Pages:
    """Queries of pages, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def version(self) -> str:
        """Changes with the record: it is written in the same moment by a build or a decision, whoever takes it."""
        now = self.journal.edition()
        return f"{now.number} {now.made}" if now else ""

    @property
    def journal(self) -> journal.Journal:
        """What builds and decisions changed."""
        return journal.Journal(self._connection)

    def shelf(self) -> list[Shelved]:
        """Every article in a line."""
        wanted = select(
            ARTICLE.c.id, CAPTURE.c.id, CAPTURE.c.path, CAPTURE.c.row_id, ARTICLE.c.outlet_name, ARTICLE.c.earliest,
            ARTICLE.c.latest, ARTICLE.c.title, ARTICLE.c.story,
        ).join_from(ARTICLE, CAPTURE, ARTICLE.c.capture == CAPTURE.c.id)  # fmt: skip
        return [Shelved(*row[:7], _title(row[7]), row[8]) for row in self._connection.execute(wanted)]

    def voices(self) -> Iterator[tuple[Voice | None, str | None, int]]:
        """On whose word answers rest, with the words that tell who that is, and how many answers do."""
        described = STATEMENT.c.attribution[0]["described"].as_string()
        own = ANSWER.c.origin.is_(None)
        told = (ANSWER.c.origin_name, ANSWER.c.origin_entity, described, own)
        joined = ANSWER.outerjoin(STATEMENT, ANSWER.c.statement == STATEMENT.c.id)
        for name, entity, words, is_own, many in self._connection.execute(
            select(*told, func.count()).select_from(joined).group_by(*told)
        ):
            yield None if is_own else Voice(name, entity), words, many

    def entities(self) -> tuple[Entity, ...]:
        """Every entity by its first name, without its other spellings."""
        held = schema.ENTITY.c
        wanted = select(held.id, held.kind, held.name, held.principal).order_by(*schema.BY_NAME)
        return tuple(Entity(id_, kind, name, (), to) for id_, kind, name, to in self._connection.execute(wanted))

    def stories(self) -> tuple[Story, ...]:
        """Every story, in the record's order."""
        return tuple(noun_of(Story, row) for row in rows(self._connection, schema.STORY))

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read."""
        return tuple(noun_of(Problem, row) for row in rows(self._connection, schema.PROBLEM))

    def excerpt(
        self, points: Sequence[Point], happenings: Iterable[TimelineEntry] = (), *, texts: bool = False
    ) -> Record:
        """A record of some points and happenings: of their articles only the statements that answer.

        Texts are there where names lack and where something happens; with `texts` all are.
        """
        answers, timeline = [answer for point in points for answer in point.answers], tuple(happenings)
        seen = {sighting.article for entry in timeline for sighting in entry.evidence}
        ids = list(dict.fromkeys([*(answer.article for answer in answers), *sorted(seen)]))
        statements = self._statements(list(dict.fromkeys(a.statement for a in answers if a.statement)))
        unnamed = {a.article for a in answers if a.origin is not None and a.origin.name is None}
        readings = [
            Reading(account.capture, account.article, statements=tuple(statements[id_]))
            for id_, account in self._accounts(ids, texts_of=None if texts else unnamed | seen, without=LIGHT)
        ]
        return Record((), tuple(readings), points=tuple(points), timeline=timeline)

    def listed(self, points: Sequence[Point], shelved: Mapping[str, Shelved]) -> Record:
        """A record of some points for a list of them: articles by what the shelf tells, whole where names lack."""
        nameless = [p for p in points if any(a.origin is not None and a.origin.name is None for a in p.answers)]
        whole = self.excerpt(nameless) if nameless else Record((), ())
        read = {reading.article.id for reading in whole.readings}
        others = dict.fromkeys(a.article for p in points for a in p.answers if a.article not in read)
        return Record((), (*whole.readings, *(shelved[id_].reading() for id_ in others)), points=tuple(points))

    def of_article(self, article: str) -> Record | None:
        """A record of one article: all its statements and answers, copies it shares in; of others only their names."""
        known = dict(self._accounts([article]))
        if article not in known:
            return None
        copies = self._copies(article)
        others = {each for copy in copies for each in (copy.article, copy.of)} - {article}
        mine = Reading(
            known[article].capture,
            known[article].article,
            statements=tuple(self._of(schema.STATEMENT, Statement, article)),
            exhibits=tuple(self._of(schema.EXHIBIT, Exhibit, article)),
        )
        bare = [Reading(a.capture, a.article) for _, a in self._accounts(sorted(others), texts_of=(), without=LIGHT)]
        return Record((), (mine, *bare), copies=copies, points=tuple(self._points_in(article)))

    def original(self, article: str) -> tuple[str, str] | None:
        """The media type and the markup of an article's capture as it was read; None where there was none."""
        held = select(schema.SOURCE.c.capture).join_from(
            ARTICLE, schema.SOURCE, ARTICLE.c.capture == schema.SOURCE.c.id
        )
        blob = self._connection.scalar(held.where(ARTICLE.c.id == article))
        if blob is None:
            return None
        capture = kept.unpacked(blob)
        return (capture.media_type or "text/html", capture.markup) if capture.markup else None

    def points(self, wanted: PointFilter, limit: int, offset: int) -> tuple[int, list[Point]]:
        """How many points a filter asks for, and a page of them."""
        return streams.page(self._connection, wanted, limit, offset)

    def related(self, point: Point) -> list[Point]:
        """The points that this one is related to, without their answers."""
        ids = [related.point for related in point.related]
        found = self._rows(select(POINT).where(POINT.c.id.in_(ids)))
        return [noun_of(Point, row, ("answers",), answers=()) for row in found]

    def statement(self, id_: str) -> tuple[Statement, streams.Account] | None:
        """A statement and where it stands; None where the record holds none of this id."""
        row: Any = next(self._rows(select(STATEMENT).where(STATEMENT.c.id == id_)), None)
        if row is None:
            return None
        return noun_of(Statement, row), self.accounts()(row["article"])

    def answer(self, id_: str) -> tuple[Answer, Point] | None:
        """An answer and its point, without the other answers."""
        row: Any = next(self._rows(select(ANSWER).where(ANSWER.c.id == id_)), None)
        if row is None:
            return None
        point: Any = next(self._rows(select(POINT).where(POINT.c.position == row["point"])))
        return answer_of(row), noun_of(Point, point, ("answers",), answers=())

    def entity(self, id_: str) -> Entity | None:
        """One entity, under all its spellings."""
        row: Any = next(self._rows(select(schema.ENTITY).where(schema.ENTITY.c.id == id_)), None)
        return None if row is None else noun_of(Entity, row)

    def named(self, words: str, limit: int | None = None, offset: int = 0) -> Iterator[Entity]:
        """Entities with a spelling that holds these words in any case; all of them for none."""
        wanted = self._named(select(schema.ENTITY), words).order_by(*schema.BY_NAME)
        return (noun_of(Entity, row) for row in self._rows(wanted.limit(limit).offset(offset)))

    def like(self, id_: str, limit: int) -> list[str]:
        """Names of others that an entity's may stand for: those that share a word with it, then those of its kind."""
        held = self.entity(id_)
        if held is None:
            return []
        words = {word for name, _ in held.names or ((held.name, 1),) for word in name.split() if len(word) > 2}
        found = [entity for word in sorted(words) for entity in self.named(word, limit)]
        kind = select(schema.ENTITY.c.name).where(schema.ENTITY.c.kind == held.kind, schema.ENTITY.c.id != id_)
        more = self._connection.scalars(kind.order_by(schema.ENTITY.c.position).limit(limit))
        near = (entity.name for entity in found if entity.id != id_)
        return list(dict.fromkeys((*near, *more)))[:limit]

    def count_named(self, words: str) -> int:
        """How many entities there are of them."""
        return self._connection.scalar(self._named(select(func.count()).select_from(schema.ENTITY), words)) or 0

    def _named(self, wanted: Select[Any], words: str) -> Select[Any]:
        names = schema.ENTITY_NAME
        if not words.strip():
            return wanted
        like = select(names.c.entity).where(names.c.folded.contains(key_of(words), autoescape=True))
        return wanted.where(schema.ENTITY.c.id.in_(like))

    def facets(self) -> dict[str, int]:
        """How many points there are of each facet."""
        facet = schema.FACET.c.facet
        return self._counted(select(facet, func.count()).group_by(facet).order_by(facet))

    def by_story(self) -> dict[str, int]:
        """How many points each story has."""
        counted = select(POINT.c.story, func.count()).where(POINT.c.story.is_not(None)).group_by(POINT.c.story)
        return self._counted(counted)

    def by_article(self) -> dict[str, int]:
        """How many attributed statements each article has."""
        told = STATEMENT.c.origin_name.is_not(None)
        counted = select(STATEMENT.c.article, func.count()).where(told).group_by(STATEMENT.c.article)
        return self._counted(counted)

    def ways(self) -> list[Way]:
        """Who relies on whom, and by way of whom, those with most answers first."""
        wanted = select(
            ARTICLE.c.outlet_name, ANSWER.c.origin_name, ANSWER.c.origin_entity, ANSWER.c.origin, ANSWER.c.via,
            ANSWER.c.article,
        ).join_from(ANSWER, ARTICLE, ANSWER.c.article == ARTICLE.c.id)  # fmt: skip
        found: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        for outlet, origin, entity, voice, via, article in self._connection.execute(wanted):
            found[outlet, origin, entity, voice is not None, tuple(via)].append(article)
        ways = [
            Way(outlet, origin, entity, named, via, len(articles), len(set(articles)))
            for (outlet, origin, entity, named, via), articles in found.items()
        ]
        return sorted(ways, key=lambda way: (-way.answers, way.outlet or "", way.origin or "", way.via))

    def spots(self) -> list[Spot]:
        """Places that are named, most often named first, each where most mentions of it are located."""
        place, many = schema.PLACE, func.count()
        where = (place.c.name, place.c.latitude, place.c.longitude)
        wanted = select(*where, many, func.count(distinct(place.c.article))).group_by(*where)
        found: dict[str, list[Spot]] = defaultdict(list)
        for row in self._connection.execute(wanted):
            found[row[0]].append(Spot(*row))
        return sorted(map(_together, found.values()), key=lambda spot: (-spot.mentions, spot.name))

    def pipeline(self) -> tuple[tuple[str, str], ...]:
        """Each stage with its versioned name."""
        held: Any = self._connection.scalar(select(schema.ABOUT.c.value).where(schema.ABOUT.c.key == "pipeline"))
        return tuple((stage, name) for stage, name in held or ())

    def counts(self) -> dict[str, int]:
        """How much there is of each kind of thing."""
        counted: dict[str, Any] = {
            "articles": select(func.count()).select_from(ARTICLE),
            "statements": select(func.count()).select_from(STATEMENT),
            "figures": select(func.count()).select_from(schema.FIGURE),
            "stories": select(func.count()).select_from(schema.STORY),
            "copies": select(func.count()).select_from(schema.COPY),
            "points": select(func.count()).select_from(POINT),
            "answers": select(func.count()).select_from(ANSWER),
            "origins": select(func.count(distinct(ANSWER.c.origin_name))),
            "outlets": select(func.count(distinct(ARTICLE.c.outlet_name))),
            "problems": select(func.count()).select_from(schema.PROBLEM),
        }
        return {name: self._connection.scalar(wanted) or 0 for name, wanted in counted.items()}

    def accounts(self) -> streams.Accounts:
        """Articles with their captures, by id."""
        return streams.Accounts(self._connection)

    def _counted(self, wanted: Select[Any]) -> dict[str, int]:
        return {row[0]: row[1] for row in self._connection.execute(wanted)}

    def _rows(self, wanted: Select[Any]) -> Iterator[Any]:
        return iter(self._connection.execute(wanted).mappings())

    def _accounts(
        self, ids: Sequence[str], *, texts_of: Collection[str] | None = None, without: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, streams.Account]]:
        """Articles (ids) with their captures; with `texts_of` only these have their texts."""
        columns = [column for column in ARTICLE.columns if column.name not in without]
        for part in _parts(ids):
            held = select(*columns).where(ARTICLE.c.id.in_(part))
            articles = {row["id"]: row for row in self._rows(held)}
            captures = self._captures([row["capture"] for row in articles.values()])
            wanted = articles if texts_of is None else texts_of
            texts = self._texts([row["capture"] for id_, row in articles.items() if id_ in wanted])
            for id_, row in articles.items():
                about = captures[row["capture"]]
                capture = noun_of(Capture, about, ("text", "markup"), text=texts.get(row["capture"], ""))
                article = noun_of(Article, row, without, **dict.fromkeys(without, ()))
                yield id_, streams.Account(article, capture)

    def _captures(self, ids: Sequence[str]) -> dict[str, Any]:
        columns = [column for column in CAPTURE.columns if column.name != "text"]
        held = select(*columns).where(CAPTURE.c.id.in_(ids))
        return {row["id"]: row for row in self._rows(held)}

    def _texts(self, ids: Sequence[str]) -> dict[str, str]:
        held = select(CAPTURE.c.id, CAPTURE.c.text).where(CAPTURE.c.id.in_(ids))
        return {row.id: row.text for row in self._connection.execute(held)}

    def _statements(self, ids: Sequence[str]) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for part in _parts(ids):
            for row in self._rows(select(STATEMENT).where(STATEMENT.c.id.in_(part))):
                found[row["article"]].append(noun_of(Statement, row))
        return found

    def _of(self, table: Table, noun: type[Any], article: str) -> Iterator[Any]:
        held = select(table).where(table.c.article == article).order_by(table.c.position)
        return (noun_of(noun, row) for row in self._rows(held))

    def _copies(self, article: str) -> tuple[Copy, ...]:
        copy = schema.COPY
        held = select(copy).where(or_(copy.c.article == article, copy.c.of == article)).order_by(copy.c.position)
        return tuple(noun_of(Copy, row) for row in self._rows(held))

    def _points_in(self, article: str) -> Iterator[Point]:
        """The points that an article answers, each with the answers of that article alone."""
        answers: dict[int, list[Answer]] = defaultdict(list)
        held = select(ANSWER).where(ANSWER.c.article == article).order_by(ANSWER.c.position)
        for row in self._rows(held):
            answers[row["point"]].append(answer_of(row))
        for part in _parts(sorted(answers)):
            points = select(POINT).where(POINT.c.position.in_(part)).order_by(POINT.c.position)
            for row in self._rows(points):
                yield noun_of(Point, row, ("answers",), answers=tuple(answers[row["position"]]))


def _together(spots: Sequence[Spot]) -> Spot:
    """One place under one name: located where most of its located mentions are."""
    best = max(spots, key=lambda spot: (spot.latitude is not None, spot.mentions, str(spot)))
    mentions, articles = sum(spot.mentions for spot in spots), max(spot.articles for spot in spots)
    return Spot(best.name, best.latitude, best.longitude, mentions, articles)


def _parts(ids: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def _title(title: Any) -> str | None:
    return title["text"] if title else None
