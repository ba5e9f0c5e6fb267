"""Figures at the places of gold answers: found, with the right ends, and told apart as gold tells its points apart."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

from benchmarks.events import Event, events
from benchmarks.value_sets import Part
from reportedly.clean import Cleaner
from reportedly.extract import Extractor, Stage
from reportedly.extract.counting.figures import Figures
from reportedly.extract.moments import Moments
from reportedly.extract.parse import Parser
from reportedly.model.capture import Capture
from reportedly.model.mention import Figure
from reportedly.model.span import Span, hull
from reportedly.read import captures

LEAST_UNION = (
    0.15  # share of the union that two places of one answer must have in common, as the record's scorer has it
)

Answer = tuple[str, dict[str, Any], Figure | None]  # point, gold answer, the figure at its place


def measure() -> Part:
    """Recall by kind of event; pairs of answers by whether predicate and noun agree."""
    part = Part()
    stages: tuple[Stage, ...] = (Parser(), Moments(), Figures())
    cleaner, extractor = Cleaner(), Extractor(stages)
    by_kind: dict[str, list[Answer]] = {}
    alike: Counter[str] = Counter()
    for event in events():
        answers = _answers(event, cleaner, extractor)
        by_kind.setdefault(event.kind, []).extend(answers)
        alike.update(_pairs(answers))
        part.errors += [
            f"figure {event.name}: {gold} read as {_told(figure)}"
            for _, gold, figure in answers
            if not _right(gold, figure)
        ]
    for kind, answers in by_kind.items():
        part.rows.append((f"figures, {kind} events", _recall(answers)))
    same, other = alike["same, agree"] / max(1, alike["same"]), alike["other, agree"] / max(1, alike["other"])
    told = f"agree in predicate and noun: {same:.3f} of pairs of one point, {other:.3f} of pairs of two"
    part.rows.append(("figures, told apart", told))
    return part


def _answers(event: Event, cleaner: Cleaner, extractor: Extractor) -> list[Answer]:
    figures: dict[str, tuple[Figure, ...]] = {}
    for capture in captures([event.captures]):
        if isinstance(capture, Capture):
            name = capture.row_id or capture.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
            figures[name] = extractor(capture, cleaner(capture)).figures
    return [
        (point["id"], gold, _at(gold, figures.get(gold["doc"].rsplit(".", 1)[0], ())))
        for point in event.gold["points"]
        for gold in point["answers"]
        if "low" in gold["value"]
    ]


def _at(gold: dict[str, Any], figures: tuple[Figure, ...]) -> Figure | None:
    here = [figure for figure in figures if _same_place(gold, figure)]
    return next((figure for figure in here if _right(gold, figure)), here[0] if here else None)


def _same_place(gold: dict[str, Any], figure: Figure) -> bool:
    wanted, here = Span(gold["start"], gold["end"]), figure.span
    shared, union = wanted.shared(here), len(hull((wanted, here)))
    return shared > 0 and 2 * shared >= min(len(wanted), len(here)) and shared >= LEAST_UNION * union


def _right(gold: dict[str, Any], figure: Figure | None) -> bool:
    if figure is None:
        return False
    return _same(gold["value"].get("low"), figure.quantity.low) and _same(
        gold["value"].get("high"), figure.quantity.high
    )


def _same(wanted: float | None, said: float | None) -> bool:
    if wanted is None or said is None:
        return wanted is said
    close: bool = abs(wanted - said) <= 1e-6 * max(1.0, abs(said))
    return close


def _recall(answers: list[Answer]) -> str:
    total = max(1, len(answers))
    found = [figure for _, _, figure in answers if figure is not None]
    right = sum(_right(gold, figure) for _, gold, figure in answers)
    told = sum(figure.predicate is not None for figure in found), sum(figure.counted is not None for figure in found)
    return (
        f"{total} answers: at the place {len(found) / total:.3f} · right low and high {right / total:.3f} · "
        f"predicate {told[0] / total:.3f} · counted {told[1] / total:.3f}"
    )


def _pairs(answers: list[Answer]) -> Counter[str]:
    counts: Counter[str] = Counter()
    known = [(point, figure) for point, _, figure in answers if figure is not None]
    for (point, one), (other, two) in combinations(known, 2):
        kind = "same" if point == other else "other"
        counts[kind] += 1
        counts[f"{kind}, agree"] += _key(one) == _key(two) != (None, None)
    return counts


def _key(figure: Figure) -> tuple[str | None, str | None]:
    noun = figure.quantity.unit or (figure.counted.rsplit(" ", 1)[-1].lower() if figure.counted else None)
    return figure.predicate, noun


def _told(figure: Figure | None) -> str:
    return "nothing" if figure is None else f"{figure.text!r} {figure.quantity}"
