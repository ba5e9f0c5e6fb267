"""Claims of when: what is dated by a time expression, as far as its clause tells."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.mention import Moment
from reportedly.model.point import DateValue
from reportedly.model.reading import Reading
from reportedly.model.when import When
from reportedly.relate.claims import Claim
from reportedly.relate.clauses import clause_of, clause_words, parties
from reportedly.relate.context import sentence_at


def date_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every time expression with a date in a clause that tells of a happening."""
    for moment in reading.moments:
        happening = clause_of(moment.id, reading.happenings)
        if moment.when is not None and happening is not None:
            yield _claim(moment, moment.when, happening, reading)


def _claim(moment: Moment, when: When, happening: Happening, reading: Reading) -> Claim:
    sentence = sentence_at(reading.capture.text, moment.span)
    return Claim(
        id=content_id("answer", moment.id),
        kind="date",
        article=moment.article,
        statement=moment.statement,
        span=moment.span,
        text=moment.text,
        value=DateValue(when.edtf),
        sentence=sentence,
        dimension="date",
        head=happening.lemma,
        family=happening.family or happening.lemma,
        modifiers=parties(happening),
        predicate=happening.family,
        near=clause_words(happening, reading, moment.span, sentence),
        mention=moment.id,
    )
