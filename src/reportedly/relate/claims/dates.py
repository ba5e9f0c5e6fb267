"""Claims of when: what is dated by a time expression, as far as its clause tells."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.speech.dateline import dateline_end
from reportedly.model.ids import content_id
from reportedly.model.mention import Moment
from reportedly.model.point import DateValue
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.clauses import about, clause_of
from reportedly.relate.claims.context import sentence_at
from reportedly.relate.claims.then import exact
from reportedly.vocabulary import listed

LEAD = 120  # code points of a line in which its dateline ends


def date_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every time expression that has a date and may say when something happened."""
    text = reading.capture.text
    for moment in reading.moments:
        sentence = sentence_at(text, moment.span)
        if moment.when is not None and not _only_of_telling(moment.span, sentence, text):
            yield _claim(moment, moment.when, sentence, reading)


def _only_of_telling(span: Span, sentence: Span, text: str) -> bool:
    """Whether it says when something was written, as a dateline does, or until when told ("As of Friday, …")."""
    line = text.rfind("\n", 0, span.start) + 1
    if span.end <= line + dateline_end(text[line : line + LEAD]):
        return True
    return " ".join(text[sentence.start : span.start].lower().split()) in listed("counted", "as_of", "opening")


def _claim(moment: Moment, when: When, sentence: Span, reading: Reading) -> Claim:
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
        then=exact(when) if moment.end_of is None else None,
    )
