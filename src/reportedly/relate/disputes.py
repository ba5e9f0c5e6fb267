"""Who disputes whose answer: a denial, a doubt or a retraction, by name or by content. Mere difference is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.model.point import Answer, Reason, StanceValue
from reportedly.model.quantity import Quantity
from reportedly.model.statement import Statement
from reportedly.relate.clippings import Clippings
from reportedly.relate.gainsaying import gainsaid

AGAINST = ("denies", "doubts")


def disputes(answers: Sequence[Answer], clippings: Clippings) -> tuple[Reason, ...]:
    """Every dispute about a point's answers, with the answers that it touches."""
    mine: dict[str, list[Answer]] = {}
    for answer in answers:
        if answer.statement is not None:
            mine.setdefault(answer.statement, []).append(answer)
    found = [*_stances(answers), *_denied(answers), *_toward(mine, _statements(answers, clippings))]
    return tuple(dict.fromkeys([*found, *_called_wrong(answers, clippings)]))


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
    """A source denies what holds a figure, or that something is so; a day or place in a denial may well be true."""
    for answer in answers:
        if answer.certainty == "denied" and isinstance(answer.value, Quantity | StanceValue):
            yield Reason("value denied", answer.text, (answer.id,))


def _toward(mine: dict[str, list[Answer]], statements: Iterable[Statement]) -> Iterable[Reason]:
    for statement in statements:
        stance = statement.stance
        if stance is not None and stance.kind in AGAINST and stance.toward in mine:
            yield Reason(f"{stance.kind} another's words", stance.kind, tuple(a.id for a in mine[stance.toward]))


def _called_wrong(answers: Sequence[Answer], clippings: Clippings) -> Iterable[Reason]:
    for answer in answers:
        if isinstance(answer.value, Quantity):
            found = gainsaid(clippings.reading(answer.article).capture.text, answer.span, answer.value)
            if found is not None:
                yield Reason(found[0], f"{answer.text}: {found[1]}", (answer.id,))
