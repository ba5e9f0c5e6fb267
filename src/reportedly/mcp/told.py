"""What the tools answer, typed: the schema that a client sees is made of these."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(description="An id of the record, for the tool of that name.")]


class Line(BaseModel):
    """Something told: fixed once it is said."""

    model_config = ConfigDict(frozen=True)


class Words(Line):
    """Exact words, and where they stand: code points of the capture's text, half-open. `read` shows what is around."""

    article: Id
    start: int
    end: int
    text: str


class Said(Line):
    """One statement: its words, on whose word it stands, and through whom it came."""

    id: Id
    words: Words
    origin: Annotated[str | None, Field(description="Null: the article's own voice, or a source nobody names.")]
    anonymous: bool
    via: Annotated[list[str], Field(description="Relays, the one nearest the article first.")]
    certainty: str
    manner: str
    hedges: list[str]
    said: Annotated[str | None, Field(description="When, as EDTF; null where no words tell it.")]
    outlet: str | None
    published: Annotated[str | None, Field(description="When the article was published, as EDTF.")]
    capture: Annotated[str, Field(description="The path of the capture.")]


class Question(Line):
    """One point: a question, and how its answers stand to one another."""

    id: Id
    question: str
    kind: str
    standing: Annotated[list[str], Field(description="Every facet that applies, most telling first.")]
    values: Annotated[str, Field(description="Whether the values are the same, compatible, or differ.")]
    answers: Annotated[list[str], Field(description="Values, each once, in order of telling; ~ about, ≥ at least.")]
    articles: int
    independent_origins: int
    independent_origins_at_least: int


class Answered(Line):
    """One answer to a point: a value, on whose word, in which words."""

    id: Id
    value: str
    words: Words
    origin: str | None
    via: list[str]
    certainty: str
    said: str | None
    struck: Annotated[str | None, Field(description="Denied, retracted or superseded: shown, never counted.")]
    statement: Id | None
    origin_group: Annotated[str, Field(description="Answers of one group rest on one origin.")]
    outlet: str | None
    capture: str


class Because(Line):
    """A rule that fired, in which circumstances, on which answers."""

    rule: str
    detail: str
    answers: list[str]


class Happened(Line):
    """One entry of the timeline: what is said to have happened, when, and the words that say so."""

    when: Annotated[str, Field(description="EDTF; an interval where the day is uncertain.")]
    earliest: str | None
    latest: str | None
    what: str
    evidence: list[Words]


class Changed(Line):
    """One thing that is new."""

    point: Id
    question: str
    kind: str
    what: str
    answer: Id | None


class Page(Line):
    """A part of a list: `total` counts all of it, `next_offset` is where to go on, `cut` names what was left out."""

    total: int
    offset: int
    next_offset: int | None = None
    cut: list[str] = []


class Points(Page):
    """Points that a filter asks for."""

    points: list[Question] = []


class PointAnswers(Page):
    """One point with its answers (a page of them) and the reasons for its standing."""

    point: Question
    current: Annotated[Id | None, Field(description="The newest answer that still stands.")]
    why: list[Because] = []
    revisions: list[str] = []
    answers: list[Answered] = []


class Statements(Page):
    """Statements that a filter asks for."""

    statements: list[Said] = []


class Found(Page):
    """What holds the words: points first, then statements; `total` counts the statements."""

    points: list[Question] = []
    points_total: int = 0
    statements: list[Said] = []


class Timeline(Page):
    """What is said to have happened, in order of time."""

    happenings: list[Happened] = []


class Changes(Page):
    """What is new."""

    changes: list[Changed] = []


class Reading(Page):
    """A stretch of a capture's text; `total` is the length of all of it in code points, `offset` where this begins."""

    article: Id
    capture: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    text: str
