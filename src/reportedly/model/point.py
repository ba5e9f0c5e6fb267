"""One question, what is answered to it, and how the answers stand to one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, cast

from reportedly.model.mention import Phase
from reportedly.model.quantity import Quantity
from reportedly.model.seen import seen
from reportedly.model.span import Span
from reportedly.model.statement import Certainty
from reportedly.model.when import End

PointKind = Literal["figure", "date", "place", "who", "whether"]
Agreement = Literal["same", "compatible", "differ"]
Affirmation = Literal["affirms", "denies", "doubts"]
Struck = Literal["denied", "retracted", "superseded", "judged"]
Facet = Literal[
    "contested", "inconsistent", "differs", "corrected", "growing", "consistent", "one-origin", "unsourced",
    "not-verified", "verified",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateValue:
    """An answer to when: the day that the words name; `end_of` tells that something began or ended with it.

    "Shut since Monday" answers Monday, and two answers are told apart by their days, however the words put them.
    """

    edtf: str
    end_of: End | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class NameValue:
    """An answer to who or where.

    `lies` holds the areas of a place, outermost first and the place itself last ("RU", "RU.41", "geonames:538560");
    it is empty where nothing locates it, and two values of one name are one value wherever they lie.
    """

    name: str
    lies: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class StanceValue:
    """An answer to whether."""

    stance: Affirmation


Value = Quantity | DateValue | NameValue | StanceValue


@dataclass(frozen=True, slots=True)
class Voice:
    """On whose word an answer rests."""

    name: str | None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that one statement gives to one question.

    `span` is the shortest phrase that states the value. `origin` is None only for the article's own voice; `via` runs
    from the relay nearest the article outwards. `mention` is the id of the figure, time or place. A struck answer is
    shown and never counted; "judged" is struck by a person, who said that it is no statement.
    """

    id: str
    statement: str | None
    article: str
    span: Span
    text: str
    value: Value
    origin: Voice | None
    via: tuple[str, ...]
    certainty: Certainty
    mention: str | None = None
    as_of: str | None = None
    said: str | None = None
    origin_group: str = ""
    struck: Struck | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """Why two answers rest on one origin."""

    rule: str
    detail: str


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Answers that rest on one origin; `possibly` names groups that may be the same one after all."""

    id: str
    origins: tuple[str, ...]
    joined_by: tuple[Join, ...] = ()
    possibly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """A later answer that replaces an earlier one: both are answer ids."""

    earlier: str
    later: str
    kind: Literal["growth", "correction"]


@dataclass(frozen=True, slots=True)
class Related:
    """Another point about a set that this one's set is part of, a phase of, or may be the same as."""

    point: str
    how: Literal["part-of", "phase-of", "unknown"]


@dataclass(frozen=True, slots=True)
class Reason:
    """A facet explained: the rule that fired, in which circumstances, on which answers (ids)."""

    rule: str
    detail: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One question about the event and all that is answered to it.

    `current` is the id of the newest answer that still stands. `independent_origins` counts origins after proven
    joins, `independent_origins_at_least` after possible ones too. `standing` lists every facet that applies, most
    telling first; `why` explains each.
    """

    id: str
    story: str | None
    question: str
    kind: PointKind
    scope: str
    answers: tuple[Answer, ...]
    predicate: str | None = None
    counted: str | None = None
    holder: str | None = None
    phase: Phase | None = None
    related: tuple[Related, ...] = ()
    current: str | None = None
    values: Agreement = "same"
    revised: bool = False
    contested: bool = False
    independent_origins: int = 0
    independent_origins_at_least: int = 0
    standing: tuple[Facet, ...] = ()
    origin_groups: tuple[OriginGroup, ...] = ()
    revisions: tuple[Revision, ...] = ()
    why: tuple[Reason, ...] = ()
    was: tuple[str, ...] = ()

    def _repr_html_(self) -> str | None:
        return cast("str | None", seen("point", self))


class Points(tuple[Point, ...]):
    """The points of a record, in its order; a tuple that a notebook shows as a table."""

    __slots__ = ()

    def to_pandas(self) -> Any:
        """The points as a data frame, a row each, in the columns of the export. Raises where pandas is missing."""
        return seen("frame", self)

    def _repr_html_(self) -> str | None:
        return cast("str | None", seen("points", self))
