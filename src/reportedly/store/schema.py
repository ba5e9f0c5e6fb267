"""The tables of a record: a real column for what people filter by, JSON for nested parts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, LargeBinary, MetaData, Table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex

from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.copy import Copy
from reportedly.model.entity import Entity
from reportedly.model.exhibit import Exhibit
from reportedly.model.happening import Happening
from reportedly.model.judgement import Judgement
from reportedly.model.mention import Figure, Moment, NameMention, PlaceMention
from reportedly.model.point import Answer, Point
from reportedly.model.problem import Problem
from reportedly.model.statement import Statement
from reportedly.model.story import Story
from reportedly.model.timeline import TimelineEntry
from reportedly.store.columns import parts
from reportedly.store.kinds import NESTED, WHOLE, Words

SCHEMA_VERSION = 1
METADATA = MetaData()

ABOUT = Table(
    "about",
    METADATA,
    Column(
        "key",
        Words,
        primary_key=True,
        comment="`schema` (the format's number), `shape` (of its tables), `pipeline`, `decided` or `edition`",
    ),
    Column("value", JSON, nullable=False),
    comment="What this file is.",
)
SOURCE = Table(
    "source",
    METADATA,
    Column("id", Words, primary_key=True, comment="of the capture"),
    Column("content", Words, nullable=False, comment="a hash of all of the capture"),
    Column("maker", Words, nullable=False, comment="the fingerprint of the pipeline that read it"),
    Column("capture", LargeBinary, nullable=False, comment="JSON, compressed by zlib, with the markup of a page"),
    Column("reading", LargeBinary, nullable=False, comment="JSON, compressed by zlib, without the capture"),
    comment="Every capture that was read into this file, part of the record or not (yet): what need not be read again.",
)
BUILD = Table(
    "build",
    METADATA,
    Column("number", WHOLE, primary_key=True),
    Column("finished", Words, nullable=False, comment="ISO 8601, UTC"),
    Column("seconds", Float, nullable=False),
    Column("captures", WHOLE, nullable=False, comment="how many the record then held"),
    Column("added", WHOLE, nullable=False),
    Column("version", Words, nullable=False, comment="of reportedly"),
    comment="Builds that were finished: the only place for times of running, and no part of the record.",
)
CHANGE = Table(
    "change",
    METADATA,
    Column("position", WHOLE, primary_key=True),
    Column("edition", WHOLE, nullable=False, index=True, comment="how often the record had then been made"),
    Column("made", Words, nullable=False, comment="when that was, ISO 8601, UTC"),
    Column("kind", Words, nullable=False),
    Column(
        "point",
        Words,
        nullable=False,
        comment="id of the point, or of the story that was merged or parted, as it then was",
    ),
    Column("question", Words, nullable=False),
    Column("what", Words, nullable=False, comment="in the words of the captures"),
    Column("answer", Words, comment="id of the answer that shows it"),
    comment="What builds and decisions changed, after the first: beside the record, and no part of it.",
)


def _table(name: str, noun: type, *more: Column[Any] | Index, without: tuple[str, ...] = ()) -> Table:
    columns = [column for part in parts(noun, without) for column in part.columns()]
    position = Column("position", WHOLE, primary_key=True, comment="the record's order")
    return Table(name, METADATA, position, *columns, *more, comment=noun.__doc__)


def _looked_up(name: str, column: str) -> Index:
    """An index on words of any length, looked up whole: PostgreSQL's others take no more than 2,700 bytes."""
    return Index(name, column, info={"hash": True})


@compiles(CreateIndex, "postgresql")
def _create_index(create: CreateIndex, compiler: Any, **more: Any) -> str:
    if create.element.info.get("hash"):  # said here, because an index that says it loads a dialect which files need not
        create.element.dialect_options["postgresql"]["using"] = "hash"
    return str(compiler.visit_create_index(create, **more))


CAPTURE = _table("capture", Capture, Index("capture_id", "id"), without=("markup",))
ARTICLE = _table(
    "article",
    Article,
    Column("earliest", Words, comment="first possible day of publication"),
    Column("latest", Words, comment="last possible day of publication"),
    Column("outlet_name", Words, comment="who published it"),
    Index("article_id", "id"),
    _looked_up("article_outlet", "outlet_name"),
    Index("article_story", "story"),
    Index("article_capture", "capture"),
)
STATEMENT = _table(
    "statement",
    Statement,
    Column("start", WHOLE, nullable=False, comment="of the content"),
    Column("stop", WHOLE, nullable=False, comment="of the content"),
    Column("text", Words, nullable=False, comment="the content's words; full text in `statement_words`"),
    Column("origin_name", Words, comment="on whose word; null for the article's own voice and for nobody named"),
    Column("origin_entity", Words, comment="id of the origin's entity"),
    Column("earliest", Words, comment="first possible day on which it was said, else published"),
    Column("latest", Words, comment="last possible day on which it was said, else published"),
    Index("statement_id", "id"),
    Index("statement_article", "article"),
    _looked_up("statement_origin", "origin_name"),
    Index("statement_origin_entity", "origin_entity"),
    Index("statement_earliest", "earliest"),
)
FIGURE = _table("figure", Figure, Index("figure_id", "id"), Index("figure_article", "article"))
MOMENT = _table("moment", Moment, Index("moment_article", "article"))
PLACE = _table("place", PlaceMention, Index("place_article", "article"))
NAME = _table("name", NameMention, Index("name_article", "article"))
HAPPENING = _table("happening", Happening, Index("happening_article", "article"))
EXHIBIT = _table("exhibit", Exhibit, Index("exhibit_article", "article"))
ENTITY = _table("entity", Entity, Index("entity_id", "id"))
ENTITY_NAME = Table(
    "entity_name",
    METADATA,
    Column("position", WHOLE, primary_key=True, comment="the record's order"),
    Column("entity", Words, nullable=False, comment="id of the entity"),
    Column("name", Words, nullable=False, comment="one of its spellings"),
    Column("folded", Words, nullable=False, comment="the spelling without case and accents, for looking it up"),
    Index("entity_name_entity", "entity"),
    _looked_up("entity_name_folded", "folded"),
    comment="Every spelling of every entity.",
)
STORY = _table("story", Story, Index("story_id", "id"))
COPY = _table("copy", Copy, Index("copy_article", "article"))
POINT = _table(
    "point",
    Point,
    Column("telling", Float, nullable=False, comment="how much it tells a reader: see `vocabulary/telling.toml`"),
    Column("articles", WHOLE, nullable=False, comment="how many articles answer"),
    Column("earliest", Words, comment="first possible day of its answers"),
    Column("latest", Words, comment="last possible day of its answers"),
    Column(
        "text",
        Words,
        nullable=False,
        comment="words of the question, its answers and their statements; full text in `point_words`",
    ),
    Index("point_id", "id"),
    Index("point_story", "story"),
    Index("point_telling", "telling", "question").ddl_if("sqlite"),  # a question may be longer than PostgreSQL indexes
    Index("point_told", "telling").ddl_if("postgresql"),
    without=("answers",),
)
FACET = Table(
    "facet",
    METADATA,
    Column("position", WHOLE, primary_key=True, comment="the record's order"),
    Column("point", ForeignKey("point.position"), nullable=False, index=True, comment="position of its point"),
    Column("facet", Words, nullable=False),
    Index("facet_facet", "facet"),
    comment="The standing of every point, a facet a row, most telling first.",
)
ANSWER = _table(
    "answer",
    Answer,
    Column("point", ForeignKey("point.position"), nullable=False, index=True, comment="position of its point"),
    Column("low", Float, comment="of a quantity"),
    Column("high", Float, comment="of a quantity"),
    Column("approximate", Boolean, comment="of a quantity"),
    Column("unit", Words, comment="of a quantity"),
    Column("edtf", Words, comment="of a date"),
    Column("end_of", Words, comment="of a date: since, until or by, of which it is the end"),
    Column("name", Words, comment="of a place or person"),
    Column("stance", Words, comment="of an answer to whether"),
    Column("origin_name", Words, comment="on whose word"),
    Column("origin_entity", Words, comment="id of the origin's entity"),
    Column("earliest", Words, comment="first possible day on which it was said, else published"),
    Column("latest", Words, comment="last possible day on which it was said, else published"),
    Index("answer_id", "id"),
    Index("answer_article", "article"),
    Index("answer_statement", "statement"),
    _looked_up("answer_origin", "origin_name"),
    Index("answer_origin_entity", "origin_entity"),
    without=("value",),
)
TIMELINE = _table("timeline", TimelineEntry, Index("timeline_earliest", "earliest"))
PROBLEM = _table(
    "problem",
    Problem,
    Column("article", Words, comment="of the reading that met it; null in the record's list"),
)
JUDGEMENT = _table("judgement", Judgement, Column("made", Words, comment="when, ISO 8601; the last row holds"))

GIST = Table(
    "gist",
    METADATA,
    Column("position", WHOLE, primary_key=True, comment="of the capture: the record's order"),
    Column("article", Words, nullable=False),
    Column("capture", Words, nullable=False, comment="id of the capture"),
    Column("content", Words, nullable=False, comment="hashes of all of the capture and of the pipeline that read it"),
    Column("path", Words, nullable=False),
    Column("row_id", Words),
    Column("captured", Words, comment="EDTF"),
    Column("page", Words, comment="the canonical address"),
    Column("story", Words, nullable=False),
    Column("field", Words, nullable=False, comment="its story is found among the articles of this field alone"),
    Column("day", WHOLE, comment="of publication, as the article itself tells it, counted from the year 1"),
    Column("happened", WHOLE, comment="the day of which its lead tells, counted likewise"),
    Column("words", LargeBinary, nullable=False, comment="hashes of its telling words, each with its three weights"),
    Index("gist_field", "field"),
    Index("gist_page", "page"),
    comment="What adding an article asks of all others; empty where so few are held that all are related anew.",
)
TERM = Table(
    "term",
    METADATA,
    Column("word", WHOLE, primary_key=True, autoincrement=False, comment="hash of a telling word"),
    Column("position", WHOLE, primary_key=True, autoincrement=False, comment="of an article that tells by it"),
    Column("weight", WHOLE, nullable=False, comment="of the word among those of the article"),
    comment="By what words an article more finds those that it may be one story with; empty as `gist` is.",
    sqlite_with_rowid=False,
)
BEARER = Table(
    "bearer",
    METADATA,
    Column("position", WHOLE, primary_key=True),
    Column("story", Words, nullable=False),
    Column("entity", Words, nullable=False, comment="id of the entity that it is"),
    Column("body", NESTED, nullable=False, comment="its names, kind, roles and reasons"),
    Index("bearer_story", "story"),
    Index("bearer_entity", "entity"),
    comment="Whoever and whatever bears names in a story, as entities are joined from them; empty as `gist` is.",
)
WITNESS = Table(
    "witness",
    METADATA,
    Column("position", WHOLE, primary_key=True),
    Column("bearer", WHOLE, nullable=False, comment="position of the bearer"),
    Column("told", Words, nullable=False, comment="what another bearer must share to be the same"),
    Index("witness_bearer", "bearer"),
    _looked_up("witness_told", "told"),
    comment="By what bearers of different stories are known to be one; empty as `gist` is.",
)

BY_NAME = (ENTITY.c.name, ENTITY.c.id)
BY_TIME = (
    TIMELINE.c.earliest.nulls_last(), TIMELINE.c.latest.nulls_last(), TIMELINE.c.what, TIMELINE.c.story,
    TIMELINE.c.position,
)  # fmt: skip

DERIVED = (  # made anew by every build, in an order in which they can be emptied
    ANSWER, FACET, POINT, TIMELINE, COPY, STORY, ENTITY_NAME, ENTITY, EXHIBIT, HAPPENING, NAME, PLACE, MOMENT, FIGURE,
    STATEMENT, ARTICLE, CAPTURE, PROBLEM, GIST, TERM, BEARER, WITNESS,
)  # fmt: skip
