"""Claims of when: what is dated by a time expression, as far as its clause tells."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model.ids import content_id
from reportedly.model.mention import Moment
from reportedly.model.point import DateValue
from reportedly.model.reading import Reading
from reportedly.model.when import When
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.clauses import about, clause_of
from reportedly.relate.claims.context import sentence_at


def date_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every time expression that has a date."""
    return (_claim(moment, moment.when, reading) for moment in reading.moments if moment.when is not None)


def _claim(moment: Moment, when: When, reading: Reading) -> Claim:
    sentence = sentence_at(reading.capture.text, moment.span)
    clause = about(clause_of(moment.id, reading.happenings), reading, moment.span, sentence)
    return Claim(
        id=content_id("answer", moment.id),
        kind="date",
        article=moment.article,
        statement=moment.statement,
        span=moment.span,
        text=moment.text,
        value=DateValue(when.edtf, moment.end_of),
        sentence=sentence,
        dimension="date",
        head=clause.head,
        family=clause.family,
        modifiers=clause.parties,
        predicate=clause.predicate,
        near=clause.near,
        mention=moment.id,
    )
