"""The table `points`: a row for each question."""

from __future__ import annotations

from reportedly.export.contract import number
from reportedly.export.table import Column, Table, joined
from reportedly.model.point import Answer, DateValue, NameValue, Point, StanceValue
from reportedly.model.quantity import Quantity


def _standing_answers(point: Point) -> list[Answer]:
    return [answer for answer in point.answers if answer.struck is None]


def lowest(point: Point) -> float | int | None:
    """The least that an answer which is not struck allows; None where one has no lower end, and for no figures."""
    ends = [a.value.low for a in _standing_answers(point) if isinstance(a.value, Quantity)]
    return number(min(e for e in ends if e is not None)) if ends and None not in ends else None


def highest(point: Point) -> float | int | None:
    """The most that an answer which is not struck allows; None where one has no upper end, and for no figures."""
    ends = [a.value.high for a in _standing_answers(point) if isinstance(a.value, Quantity)]
    return number(max(e for e in ends if e is not None)) if ends and None not in ends else None


def value_text(answer: Answer) -> str:
    """A value as it is written for machines: `7`, `30..`, `260..280`, an EDTF date, a name, a stance."""
    match answer.value:
        case DateValue(edtf):
            return edtf
        case NameValue(name):
            return name
        case StanceValue(stance):
            return stance
        case Quantity(low, high):
            ends = tuple("" if end is None else str(number(end)) for end in (low, high))
            return ends[0] if ends[0] == ends[1] else "..".join(ends)


def _current(point: Point) -> Answer | None:
    return next((answer for answer in point.answers if answer.id == point.current), None)


def _current_text(point: Point) -> str | None:
    current = _current(point)
    return current.text if current else None


POINTS = Table(
    "points",
    "A row for each question that answers share.",
    (
        Column("id", "text", "the point's id", lambda p: p.id),
        Column("story", "text", "id of the story that it belongs to", lambda p: p.story),
        Column("question", "text", "the question, made of the answers' words", lambda p: p.question),
        Column("kind", "text", "what is asked for: figure, date, place, who, whether", lambda p: p.kind),
        Column("standing", "text", "every facet that applies, most telling first", lambda p: joined(p.standing)),
        Column("values", "text", "whether the values are the same, compatible, or differ", lambda p: p.values),
        Column("contested", "flag", "whether somebody denies, doubts or contradicts an answer", lambda p: p.contested),
        Column("revised", "flag", "whether a later answer replaces an earlier one", lambda p: p.revised),
        Column("answers", "integer", "how many answers, struck ones among them", lambda p: len(p.answers)),
        Column("articles", "integer", "how many articles answer", lambda p: len({a.article for a in p.answers})),
        Column(
            "independent_origins", "integer", "origins after proven joins; an upper bound",
            lambda p: p.independent_origins,
        ),
        Column(
            "independent_origins_at_least", "integer", "origins after possible joins too; a lower bound",
            lambda p: p.independent_origins_at_least,
        ),
        Column(
            "given", "text", "every value given, as exact as its words; struck ones left out",
            lambda p: joined(value_text(a) for a in _standing_answers(p)),
        ),
        Column("low", "number", "figures: the least that an answer allows; empty where an end is open", lowest),
        Column("high", "number", "figures: the most that an answer allows; empty where an end is open", highest),
        Column("newest", "text", "words of the newest answer that still stands; no verdict", _current_text),
        Column("predicate", "text", "the family of what happened (predicates.toml)", lambda p: p.predicate),
        Column("counted", "text", "what is counted", lambda p: p.counted),
        Column("holder", "text", "whose it is", lambda p: p.holder),
        Column("phase", "text", "planned, under way, done", lambda p: p.phase),
    ),
    lambda request: request.store.points(request.points),
)  # fmt: skip
