"""Who disputes whose answer: a denial, a doubt or a retraction, by name or by content. Mere difference is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from reportedly.model.point import Answer, DateValue, Reason, StanceValue
from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.relate.clippings import Clippings
from reportedly.relate.context import sentence_at
from reportedly.relate.terms import WORD, stem
from reportedly.vocabulary import table

AGAINST = ("denies", "doubts")


def disputes(answers: Sequence[Answer], clippings: Clippings) -> tuple[Reason, ...]:
    """Every dispute about a point's answers, with the answers that it touches."""
    mine: dict[str, list[Answer]] = {}
    for answer in answers:
        if answer.statement is not None:
            mine.setdefault(answer.statement, []).append(answer)
    found = [*_stances(answers), *_denied(answers), *_toward(mine, _statements(answers, clippings))]
    if all(isinstance(answer.value, Quantity | DateValue) for answer in answers):
        found += _called_wrong(answers, clippings)
    return tuple(dict.fromkeys(found))


def _statements(answers: Sequence[Answer], clippings: Clippings) -> Iterable[Statement]:
    articles = dict.fromkeys(answer.article for answer in answers)
    return (s for article in articles for s in clippings.reading(article).statements)


def _stances(answers: Sequence[Answer]) -> Iterable[Reason]:
    """Whether-answers say themselves what they do."""
    stated = [(a, a.value.stance) for a in answers if isinstance(a.value, StanceValue)]
    against = [a for a, stance in stated if stance != "affirms"]
    affirmed = [a for a, stance in stated if stance == "affirms"]
    if against and affirmed:
        yield Reason("denied or doubted", against[0].text, tuple(a.id for a in (*affirmed, *against)))


def _denied(answers: Sequence[Answer]) -> Iterable[Reason]:
    for answer in answers:
        if answer.certainty == "denied":
            yield Reason("value denied", answer.text, (answer.id,))


def _toward(mine: dict[str, list[Answer]], statements: Iterable[Statement]) -> Iterable[Reason]:
    for statement in statements:
        stance = statement.stance
        if stance is not None and stance.kind in AGAINST and stance.toward in mine:
            yield Reason(f"{stance.kind} another's words", stance.kind, tuple(a.id for a in mine[stance.toward]))


def _called_wrong(answers: Sequence[Answer], clippings: Clippings) -> Iterable[Reason]:
    """A word of dispute in the sentence of an answer or in the next one of its paragraph.

    Beside a name, a place or a clause such a word mostly speaks of something else.
    """
    for answer in answers:
        text = clippings.reading(answer.article).capture.text
        here = sentence_at(text, answer.span)
        for word in _disputing(text, here):
            yield Reason("called into question beside it", word, (answer.id,))


def _disputing(text: str, sentence: Span) -> list[str]:
    after = text[sentence.end : sentence.end + 1]
    next_one = sentence_at(text, Span(sentence.end + 1, sentence.end + 1)) if after == " " else None
    ends = sentence.end if next_one is None else next_one.end
    return [m.group() for m in WORD.finditer(text, sentence.start, ends) if stem(m.group()) in _words()][:1]


@cache
def _words() -> frozenset[str]:
    return frozenset(stem(word) for entry in table("disputes").values() for word in entry["words"].split())
