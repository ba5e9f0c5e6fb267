"""Who disputes whose answer: a denial, a doubt or a retraction, by name or by content. Mere difference is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from reportedly.model.point import Answer, NameValue, Reason, StanceValue
from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.model.statement import Stance
from reportedly.relate.claims.context import sentence_at
from reportedly.relate.clippings import Clippings
from reportedly.relate.standing.contrary import contrary
from reportedly.relate.standing.opposed import opposed
from reportedly.relate.standing.telling import ANOTHERS
from reportedly.relate.standing.values import compare
from reportedly.relate.terms import WORD, stem
from reportedly.relate.times import comes_after, time_of
from reportedly.vocabulary import table

AGAINST = ("denies", "doubts")


def disputes(answers: Sequence[Answer], clippings: Clippings, falls: bool = False) -> tuple[Reason, ...]:
    """Every dispute about a point's answers, with the answers that it touches.

    `falls` tells that what they count grows less of itself.
    """
    mine: dict[str, list[Answer]] = {}
    for answer in answers:
        if answer.statement is not None:
            mine.setdefault(answer.statement, []).append(answer)
    found = [*_stances(answers, clippings), *_denied(answers), *_toward(mine, _against(answers, clippings))]
    found += opposed(answers, clippings, falls)
    found += _called_wrong(answers, clippings)
    if len({answer.value for answer in answers}) > 1:
        found += _at_arms_length(answers, clippings)
    return tuple(dict.fromkeys(found))


def _against(answers: Sequence[Answer], clippings: Clippings) -> Iterable[Stance]:
    """The stances against others' words in the articles of some answers."""
    articles = dict.fromkeys(answer.article for answer in answers)
    return (stance for article in articles for stance in clippings.stances(article) if stance.kind in AGAINST)


def _stances(answers: Sequence[Answer], clippings: Clippings) -> Iterator[Reason]:
    """Whether-answers say themselves what they do."""
    stated = [(a, a.value.stance) for a in answers if isinstance(a.value, StanceValue)]
    against = [a for a, stance in stated if stance != "affirms"]
    affirmed = [a for a, stance in stated if stance == "affirms"]
    met = [(yes, no) for yes, no in product(affirmed, against) if contrary(no, yes, clippings)]
    if met:
        touched = {answer.id for pair in met for answer in pair}
        yield Reason("denied or doubted", met[0][1].text, tuple(a.id for a in (*affirmed, *against) if a.id in touched))


def _denied(answers: Sequence[Answer]) -> Iterable[Reason]:
    for answer in answers:
        if answer.certainty == "denied":
            yield Reason("value denied", answer.text, (answer.id,))


def _toward(mine: dict[str, list[Answer]], stances: Iterable[Stance]) -> Iterable[Reason]:
    for stance in stances:
        if stance.toward in mine:
            yield Reason(f"{stance.kind} {ANOTHERS}", stance.kind, tuple(a.id for a in mine[stance.toward]))


def _called_wrong(answers: Sequence[Answer], clippings: Clippings) -> Iterable[Reason]:
    """A word of dispute in the sentence of an answer or in the next one of its paragraph.

    Beside a name or a place such a word mostly speaks of something else. Who claims that something is so, or questions
    it, disputes nobody's word until somebody says otherwise.
    """
    met = _both_ways(answers)
    for answer in answers:
        if isinstance(answer.value, NameValue):
            continue
        here, after = _around(answer, clippings)
        if isinstance(answer.value, StanceValue):
            word = _verb(here) or (_held_on(here) if met else None) or _verb(after)
        else:
            word = _called(here) or _called(after)
        if word:
            yield Reason("called into question beside it", word, (answer.id,))


def _both_ways(answers: Sequence[Answer]) -> bool:
    """Whether one affirms what another denies or doubts."""
    stances = {answer.value.stance for answer in answers if isinstance(answer.value, StanceValue)}
    return "affirms" in stances and len(stances) > 1


@lru_cache(maxsize=4096)  # a sentence is looked at for each answer in it, and for each beside it
def _verb(sentence: str) -> str | None:
    return _first(_words("verbs"), _pattern("undisputed").sub("", sentence))


@lru_cache(maxsize=4096)
def _held_on(sentence: str) -> str | None:
    """How a sentence calls its own clause into question, or holds on to it."""
    told = _pattern("beside").search(sentence)
    return told.group() if told else None


@lru_cache(maxsize=4096)
def _called(sentence: str) -> str | None:
    """What a sentence calls a value that it disputes: fanciful."""
    if word := _verb(sentence):
        return word
    return _first(_words("words"), sentence) if _pattern("words", "called").search(sentence) else None


def _at_arms_length(answers: Sequence[Answer], clippings: Clippings) -> Iterable[Reason]:
    """Of figures that differ, one that an account only passes on: "the union speaks of nine"."""
    for answer in answers:
        if isinstance(answer.value, Quantity):
            here, _ = _around(answer, clippings)
            found = _pattern("length").search(here)
            if found is not None and _unlike(answer, answers, clippings):
                yield Reason("given at arm's length, beside another value", found.group(), (answer.id,))


def _unlike(answer: Answer, answers: Sequence[Answer], clippings: Clippings) -> bool:
    """Whether another gives another value, and gave it no earlier: what was told before may have changed since."""
    mine = time_of(answer, clippings.article(answer.article))
    for other in answers:
        if compare(answer.value, other.value) == "differ":
            theirs = time_of(other, clippings.article(other.article))
            if mine is None or theirs is None or not comes_after(mine, theirs):
                return True
    return False


def _around(answer: Answer, clippings: Clippings) -> tuple[str, str]:
    """The sentence of an answer, and the next one of its paragraph."""
    text = clippings.reading(answer.article).capture.text
    here = sentence_at(text, answer.span)
    if text[here.end : here.end + 1] != " ":
        return text[here.start : here.end], ""
    after = sentence_at(text, Span(here.end + 1, here.end + 1))
    return text[here.start : here.end], text[here.end : after.end]


def _first(words: frozenset[str], text: str) -> str | None:
    return next((m.group() for m in WORD.finditer(text) if stem(m.group()) in words), None)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(stem(word) for word in table("disputes")[group]["words"].split())


@cache
def _pattern(group: str, kind: str = "pattern") -> re.Pattern[str]:
    return re.compile(table("disputes")[group][kind], re.IGNORECASE)
