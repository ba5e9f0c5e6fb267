"""Answers that cite one thing are one origin: an outlet's own words, an agency's report, a film, a leaked letter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.model.exhibit import Exhibit, ExhibitKind
from reportedly.model.point import Answer, Join
from reportedly.relate.claims.context import sentence_at
from reportedly.relate.clippings import Clippings
from reportedly.relate.naming.names import same_name
from reportedly.relate.standing.houses import one_house, publisher
from reportedly.relate.standing.values import compare
from reportedly.relate.terms import WORD, stem
from reportedly.vocabulary import table


def cited(one: Answer, other: Answer, clippings: Clippings) -> Join | None:
    """The join of two answers that cite one report or one exhibit; None where they do not, as far as is told."""
    itself = _the_outlet_itself(one, other, clippings)
    if itself is not None or one.article == other.article or compare(one.value, other.value) != "same":
        return itself
    return _one_report(one, other, clippings) or _one_exhibit(one, other, clippings)


def _the_outlet_itself(one: Answer, other: Answer, clippings: Clippings) -> Join | None:
    """What an outlet says in its own voice, and what another page has on that outlet's word."""
    own, named = (one, other) if one.origin is None else (other, one)
    if own.origin is not None or named.origin is None or named.origin.name is None:
        return None
    speaks = publisher(clippings.article(own.article))
    if speaks is None or not one_house(speaks, named.origin.name):
        return None
    return Join("one outlet or wire", f"{speaks} / {named.origin.name}")


def _one_report(one: Answer, other: Answer, clippings: Clippings) -> Join | None:
    """One value from one agency's report, where neither page names anybody else behind it.

    Two who are named and whom one agency quotes stay two.
    """
    mine, theirs = _report(one, clippings), _report(other, clippings)
    if mine is None or theirs is None or not one_house(mine, theirs):
        return None
    return Join("one agency report", mine if mine == theirs else f"{mine} / {theirs}")


def _report(answer: Answer, clippings: Clippings) -> str | None:
    """Whose report an answer that rests on nobody with a name is: that of the relay nearest its origin, else the
    page's own."""
    if answer.origin is not None and answer.origin.name is not None:
        return answer.origin.name if answer.via == () else None
    return answer.via[-1] if answer.via else publisher(clippings.article(answer.article))


@dataclass(frozen=True, slots=True)
class _Shown:
    """The exhibit that an answer rests on: what is known of it in the answer's article."""

    kind: ExhibitKind
    publisher: str | None = None
    place: str | None = None
    time: str | None = None


def _one_exhibit(one: Answer, other: Answer, clippings: Clippings) -> Join | None:
    """One value from one film, photograph, document, post or recording: who put it out, where or when it was made is
    told alike, and nothing of these otherwise."""
    for mine in _shown(one, clippings):
        for theirs in _shown(other, clippings):
            alike = _alike(mine, theirs)
            if alike is not None:
                return Join("one exhibit", f"{mine.kind}: {alike}")
    return None


def _shown(answer: Answer, clippings: Clippings) -> list[_Shown]:
    """The exhibits on which an answer rests: that speak themselves ("the letter says"), or that its sentence tells of
    where nobody with a name vouches for it."""
    reading = clippings.reading(answer.article)
    if not reading.exhibits:
        return []
    speaks = exhibit_kind(answer.origin.name) if answer.origin is not None and answer.origin.name is not None else None
    if speaks is not None:
        told = [exhibit for exhibit in reading.exhibits if exhibit.kind == speaks]
        return [_of(told[0])] if len(told) == 1 else []
    if answer.origin is not None and answer.origin.name is not None:
        return []
    sentence = sentence_at(reading.capture.text, answer.span).of(reading.capture.text)
    return [_of(e) for e in reading.exhibits if e.kind in _named(sentence) and answer.statement in e.statements]


@lru_cache(maxsize=4096)  # asked of each answer in it as often as another gives its value
def _named(sentence: str) -> frozenset[ExhibitKind | None]:
    """The kinds of exhibits that a sentence names."""
    return frozenset(_kinds().get(stem(word)) for word in WORD.findall(sentence))


def _of(exhibit: Exhibit) -> _Shown:
    return _Shown(exhibit.kind, exhibit.publisher, exhibit.place, exhibit.time)


@lru_cache(maxsize=16_384)  # asked of the origin of each answer, and of each two that agree
def exhibit_kind(name: str) -> ExhibitKind | None:
    """The kind of exhibit that a source is by its last word ("the leaked letter"); None for whoever is none."""
    told = WORD.findall(name)
    return _kinds().get(stem(told[-1])) if told else None


def _alike(one: _Shown, other: _Shown) -> str | None:
    """What tells that two are one: who put it out, or where or when it was made; None where nothing does."""
    if one.kind != other.kind:
        return None
    both = [(one.publisher, other.publisher), (one.place, other.place), (one.time, other.time)]
    known = [(mine, theirs) for mine, theirs in both if mine is not None and theirs is not None]
    if not known or not all(same_name(mine, theirs) for mine, theirs in known):
        return None
    return known[0][0]


@cache
def _kinds() -> dict[str, ExhibitKind]:
    return {stem(word): kind for kind, words in table("exhibits")["kind"].items() for word in words}
