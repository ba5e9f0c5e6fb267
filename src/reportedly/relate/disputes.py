"""Who disputes whose answer: a denial, a doubt or a retraction, by name or by content. Mere difference is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.model.point import Answer, Reason, StanceValue
from reportedly.model.statement import Statement
from reportedly.relate.clippings import Clippings

AGAINST = ("denies", "doubts")


def disputes(answers: Sequence[Answer], clippings: Clippings) -> tuple[Reason, ...]:
    """Every dispute about a point's answers, with the answers that it touches."""
    mine = {a.statement: a for a in answers if a.statement is not None}
    found = [*_stances(answers), *_denied(answers), *_toward(mine, _statements(answers, clippings))]
    return tuple(dict.fromkeys(found))


def _statements(answers: Sequence[Answer], clippings: Clippings) -> Iterable[Statement]:
    articles = dict.fromkeys(answer.article for answer in answers)
    return (s for article in articles for s in clippings.reading(article).statements)


def _stances(answers: Sequence[Answer]) -> Iterable[Reason]:
    """Whether-answers say themselves what they do."""
    against = [a for a in answers if isinstance(a.value, StanceValue) and a.value.stance != "affirms"]
    affirmed = [a for a in answers if isinstance(a.value, StanceValue) and a.value.stance == "affirms"]
    if against and affirmed:
        yield Reason("denied or doubted", against[0].text, tuple(a.id for a in (*affirmed, *against)))


def _denied(answers: Sequence[Answer]) -> Iterable[Reason]:
    for answer in answers:
        if answer.certainty == "denied":
            yield Reason("value denied", answer.text, (answer.id,))


def _toward(mine: dict[str, Answer], statements: Iterable[Statement]) -> Iterable[Reason]:
    for statement in statements:
        stance = statement.stance
        if stance is not None and stance.kind in AGAINST and stance.toward in mine:
            yield Reason(f"{stance.kind} another's words", stance.kind, (mine[stance.toward].id,))
