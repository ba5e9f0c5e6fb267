"""Claims of whether: clauses that affirm, deny or doubt a proposition."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.point import Affirmation, StanceValue
from reportedly.model.reading import Reading
from reportedly.model.statement import Statement
from reportedly.relate.claims import Claim
from reportedly.relate.clauses import about
from reportedly.relate.context import sentence_at


def whether_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every clause that tells of something."""
    statements = {statement.id: statement for statement in reading.statements}
    for happening in reading.happenings:
        statement = statements.get(happening.statement) if happening.statement is not None else None
        if len(happening.span) > len(happening.verb.span):
            yield _claim(happening, statement, reading)


def _claim(happening: Happening, statement: Statement | None, reading: Reading) -> Claim:
    text = reading.capture.text
    sentence = sentence_at(text, happening.span)
    clause = about(happening, reading, happening.span, sentence)
    return Claim(
        id=content_id("answer", happening.id, "whether"),
        kind="whether",
        article=happening.article,
        statement=happening.statement,
        span=happening.span,
        text=happening.span.of(text),
        value=StanceValue(stance_of(happening, statement)),
        sentence=sentence,
        dimension="whether",
        head=clause.head,
        family=clause.family,
        modifiers=clause.parties,
        predicate=clause.predicate,
        near=clause.near,
    )


def stance_of(happening: Happening, statement: Statement | None) -> Affirmation:
    """What whoever speaks does to the proposition: a denial of a negated clause affirms it."""
    denied = happening.negated
    mode = statement.origin.mode if statement is not None and statement.origin is not None else "says"
    if mode == "doubts" or (statement is not None and statement.certainty == "unverified"):
        return "doubts"
    if mode in ("denies", "retracts") or (statement is not None and statement.certainty == "denied"):
        denied = not denied
    return "denies" if denied else "affirms"
