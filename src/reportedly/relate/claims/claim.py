"""A claim: one value that an article gives to some question, with all that its words tell of the question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.model.measured import Measured
from reportedly.model.mention import Count
from reportedly.model.point import Answer, NameValue, PointKind, Struck, Value
from reportedly.model.span import Span
from reportedly.model.statement import Certainty, Statement
from reportedly.model.when import When
from reportedly.relate.claims.certainty import certainty_of
from reportedly.relate.claims.context import Weighed
from reportedly.relate.claims.voices import carriers, origin_of, relays_of
from reportedly.relate.clippings import Clippings
from reportedly.relate.judged import struck_out

ROLE = "role"  # the dimension of who bore a role


@dataclass(frozen=True, slots=True)
class Claim:
    """One value and the described set, or the happening, that it is the value of.

    `dimension` is what kind of value it is ("count", "money", "day" …); `head` the stem of the counted noun or of the
    happening's verb, `family` the group of words that it belongs to, `modifiers` the stems of what stands with it.
    `near` weighs the words around. `counted` keeps the noun as the text has it; `part_of` is the claim whose set
    contains this one's (`partial`: it is a part of some set), `toward` the statement that it speaks of. `measured` is
    what a measure measures, `asked` a figure's own question, `follows` the claim whose question it goes on with,
    `year` an earlier one that it is told of, `then` when its clause says that it happened. `unspoken`: it denies or
    doubts by its own words ("no", "unlikely"), not by a verb of saying ("denied that"), and `unsaid` are the stems of
    the clause that it says so of. None, or nothing, where the words do not tell.
    """

    id: str
    kind: PointKind
    article: str
    statement: str | None
    span: Span
    text: str
    value: Value
    sentence: Span
    dimension: str
    head: str | None
    family: str | None
    modifiers: frozenset[str]
    predicate: str | None
    near: Weighed
    holder: str | None = None
    counted: str | None = None
    count: Count | None = None
    part_of: str | None = None
    partial: bool = False
    mention: str | None = None
    as_of: str | None = None
    toward: str | None = None
    measured: Measured | None = None
    asked: str | None = None
    follows: str | None = None
    year: str | None = None
    then: When | None = None
    unspoken: bool = False
    unsaid: frozenset[str] = frozenset()

    @property
    def bare(self) -> bool:
        """Whether the words at the value's side tell nothing of what it is the value of."""
        return self.head is None and self.predicate is None and self.dimension == "count"


def answer(claim: Claim, clippings: Clippings) -> Answer:
    """What the claim answers, on whose word: the chain of the innermost statement that holds it."""
    statement = clippings.statement(claim.statement)
    certainty = certainty_of(statement, claim.span, clippings.reading(claim.article).capture.text, claim.value)
    if claim.dimension == ROLE and certainty == "hedged":
        certainty = "asserted"  # "the master, Ida Holt, is thought to have slept": that she was the master is known
    return Answer(
        id=claim.id,
        statement=claim.statement,
        article=claim.article,
        span=claim.span,
        text=claim.text,
        value=_in_full(claim.value, clippings),
        origin=origin_of(statement),
        via=relays_of(statement) or carriers(clippings.article(claim.article), statement),
        certainty=certainty,
        mention=claim.mention,
        as_of=claim.as_of,
        said=statement.said if statement is not None else None,
        struck=_struck(claim, statement, certainty),
    )


def _in_full(value: Value, clippings: Clippings) -> Value:
    """One bearer's short and full name are one answer to who it was."""
    if not isinstance(value, NameValue):
        return value
    full = clippings.in_full(value.name)
    return value if full == value.name else replace(value, name=full)


def _struck(claim: Claim, statement: Statement | None, certainty: Certainty) -> Struck | None:
    """Why an answer never counts: a person struck it, it is denied, or whoever gave it takes it back.

    Who denies that something is so, or takes it back, says by that that it is not: such an answer to *whether* stands.
    """
    if struck_out(statement):
        return "judged"
    if claim.kind == "whether":
        return None
    if certainty == "denied":
        return "denied"
    if statement is None:
        return None
    return "retracted" if any(link.mode == "retracts" for link in statement.attribution) else None
