"""The atom: who said what, on whose word, where exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.model.span import Span, hull
from reportedly.model.why import Why

Manner = Literal["direct", "mixed", "indirect", "narrated"]
Certainty = Literal["asserted", "hedged", "unverified", "denied"]
Role = Literal["origin", "via"]
Mode = Literal["says", "relays", "denies", "doubts", "confirms", "retracts", "imagines"]


@dataclass(frozen=True, slots=True)
class Link:
    """One voice in a chain of attribution.

    `name` is the voice as resolved inside the article, None for a source nobody names ("is believed to");
    `span` is where this statement names it, if it does. `described` keeps the words that tell who it is or
    for whom it speaks ("Kremlin spokesman"). `certainty` is this link's own: "he claims" is the article's distance,
    "may have" the speaker's hedge.
    """

    name: str | None
    span: Span | None
    role: Role
    mode: Mode = "says"
    anonymous: bool = False
    certainty: Certainty = "asserted"
    described: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that weaken a statement, or that say whether it was verified."""

    text: str
    span: Span
    kind: Literal["hedge", "verification"]


@dataclass(frozen=True, slots=True)
class Stance:
    """What a statement does to another: `toward` is that statement's id, None when it is not in the capture."""

    toward: str | None
    kind: Literal["confirms", "denies", "doubts", "declines"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said in one article, from its origin down to the relay nearest the article.

    `content` holds one span, or several where the cue interrupts; `attribution` runs from the origin to the nearest
    relay and is empty for the article's own voice. `said` (EDTF) is when it was said. `denied` as certainty means
    that the source denies the content it is attached to.
    """

    id: str
    article: str
    content: tuple[Span, ...]
    cue: Span | None
    manner: Manner
    attribution: tuple[Link, ...]
    certainty: Certainty = "asserted"
    hedges: tuple[Hedge, ...] = ()
    stance: Stance | None = None
    said: str | None = None
    why: tuple[Why, ...] = ()

    @property
    def extent(self) -> Span:
        """From the first word of the content to its last."""
        return hull(self.content)

    @property
    def origin(self) -> Link | None:
        """The voice on whose word it rests; None for the article's own."""
        return self.attribution[0] if self.attribution else None
