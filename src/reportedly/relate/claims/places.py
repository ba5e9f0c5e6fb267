"""Claims of where: the phrases of a clause that say at what place it happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.point import NameValue
from reportedly.model.reading import Reading
from reportedly.model.span import Words
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.clauses import of_clause
from reportedly.vocabulary import table

PREPOSITION = re.compile(rf"\A(?:{'|'.join(table('sets')['where']['prepositions'])})\s+", re.IGNORECASE)


def place_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every phrase of place; one phrase of two clauses is the inner one's."""
    nearest: dict[Words, Happening] = {}
    for happening in sorted(reading.happenings, key=lambda h: (h.family is None, len(h.span), h.span)):
        for phrase in happening.where:
            nearest.setdefault(phrase, happening)
    return (_claim(phrase, happening, reading) for phrase, happening in nearest.items())


def _claim(phrase: Words, happening: Happening, reading: Reading) -> Claim:
    id_ = content_id("answer", happening.article, "place", phrase.span.start, phrase.span.end)
    value = NameValue(PREPOSITION.sub("", phrase.text, count=1))
    mention = next((place.id for place in reading.places if phrase.span.contains(place.span)), None)
    return of_clause("place", "place", id_, phrase, value, happening, reading, mention=mention)
