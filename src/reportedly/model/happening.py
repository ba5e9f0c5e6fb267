"""What a clause says happened, so that times, places and persons have something to bind to."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.mention import Phase
from reportedly.model.plain import Plain
from reportedly.model.span import Span, Words
from reportedly.model.why import Why


@dataclass(frozen=True, slots=True)
class Happening:
    """One clause: its verb (or the noun that stands for it), who did it to whom, and whether it is said to be so.

    `lemma` is the verb's base form ("sink"), `family` the predicate of `vocabulary/predicates.toml` it belongs to.
    `subject` is who or what does it, `object` whom or what it is done to, whatever the voice of the verb: in "nine
    were held by police", police are the subject. What merely undergoes a verb without an object ("the ferry sank") is
    its subject. `where` are the phrases of the clause that say at what place, each with its preposition ("off the
    point", "near the old bridge"), named or not. `moments`, `places` and `figures` are ids of the mentions bound to
    this clause. `span` is the clause without clauses that hang on it. `plain` is the clause as it can be asked about;
    None where it makes no plain sentence.
    """

    id: str
    article: str
    statement: str | None
    span: Span
    verb: Words
    lemma: str
    family: str | None
    subject: Words | None
    object: Words | None
    negated: bool
    hedged: bool
    phase: Phase | None
    where: tuple[Words, ...] = ()
    moments: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    plain: Plain | None = None
    why: tuple[Why, ...] = ()
