"""Claims of where: the phrases of a clause that say at what place it happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.extract.placing.locatives import place_nouns
from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.mention import PlaceMention
from reportedly.model.point import NameValue
from reportedly.model.reading import Reading
from reportedly.model.span import Words
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.clauses import of_clause
from reportedly.vocabulary import table
from reportedly.vocabulary.gazetteer import area
from reportedly.vocabulary.places import worded
from reportedly.vocabulary.predicates import family_of_event

PREPOSITION = re.compile(rf"\A(?:{'|'.join(table('sets')['where']['prepositions'])})\s+", re.IGNORECASE)
ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)
OTHERS = sorted(set(table("words")["little"]["prepositions"].split()) - {"of"})
BEYOND = re.compile(
    rf",\s(?![A-Z])|(?:\s(?:and|but|or))?\s(?:{'|'.join(OTHERS)})\b"
)  # "Holm, 40 km off the cape", "Holm in the north"
BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
KIND = re.compile(rf"\s+(?:{'|'.join(sorted(worded('kinds', 'region') | worded('kinds', 'town')))})\Z", re.IGNORECASE)


def place_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every phrase of place; one phrase of two clauses is the inner one's."""
    nearest: dict[Words, Happening] = {}
    for happening in sorted(reading.happenings, key=lambda h: (h.family is None, len(h.span), h.span)):
        for phrase in happening.where:
            nearest.setdefault(phrase, happening)
    return (_claim(_to_its_name(phrase, reading), happening, reading) for phrase, happening in nearest.items())


def _to_its_name(phrase: Words, reading: Reading) -> Words:
    """A phrase up to where the first place that it names ends: what follows says where that place lies.

    Behind the name a noun may still say what place it is ("the Holm mole"), but not what happens there ("Holm drills").
    """
    text, spans = reading.capture.text, [*(p.span for p in reading.places), *(n.span for n in reading.names)]
    named = [span for span in spans if phrase.span.contains(span)]
    if not named or BETWEEN.search(phrase.text):
        return phrase
    further = BEYOND.search(phrase.text, min(named).end - phrase.span.start)
    end = phrase.span.start + further.start() if further else phrase.span.end
    last = max(span.end for span in named if span.end <= end)
    behind = text[last:end].split()
    happens = behind and behind[-1] not in place_nouns() and family_of_event(behind[-1]) is not None
    return Words.at(phrase.span.start, last if happens else end, text)


def _claim(phrase: Words, happening: Happening, reading: Reading) -> Claim:
    id_ = content_id("answer", happening.article, "place", phrase.span.start, phrase.span.end)
    name = PREPOSITION.sub("", phrase.text, count=1)
    named = [place for place in reading.places if phrase.span.contains(place.span)]
    value = NameValue(name, _lies(name, named))
    mention = named[0].id if named else None
    return of_clause("place", "place", id_, phrase, value, happening, reading, mention=mention)


def _lies(name: str, named: Sequence[PlaceMention]) -> tuple[str, ...]:
    """The areas of the narrowest place that a phrase names; what the phrase says beyond its name lies inside it."""
    narrowest = max(named, key=lambda place: len(_areas(place)), default=None)
    areas = _areas(narrowest) if narrowest is not None and all(place.relation is None for place in named) else ()
    if narrowest is None or not areas or _bare(name) == narrowest.text:
        return areas
    return (*areas, name)


def _areas(place: PlaceMention) -> tuple[str, ...]:
    """Country, region and the place itself, as far as they are known: "RU", "RU.41", "geonames:538560"."""
    areas = tuple(code for code in (place.country, place.region) if code)
    own = {f"geonames:{held.geonames}" for code in areas if (held := area(code)) is not None}
    return (*areas, place.gazetteer) if areas and place.gazetteer and place.gazetteer not in own else areas


def _bare(name: str) -> str:
    """A name without its article, and without the word for its kind: "the Lund region"."""
    return KIND.sub("", ARTICLE.sub("", name, count=1), count=1)
