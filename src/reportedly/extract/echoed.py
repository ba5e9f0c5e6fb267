"""A bare number that repeats one whose set is told elsewhere in the article: "118 km/h … her 118"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.mention import Figure
from reportedly.model.why import Why

TELLING = 11  # from here on, one value twice in one article is hardly chance

Value = tuple[float | None, float | None]


def echoed(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures; a bare one takes unit, noun and predicate of its equals, where those agree among themselves."""
    told: defaultdict[Value, list[Figure]] = defaultdict(list)
    for figure in figures:
        if not is_bare(figure):
            told[_value(figure)].append(figure)
    for figure in figures:
        yield _told_by(figure, told[_value(figure)]) if is_bare(figure) and _telling(figure) else figure


def is_bare(figure: Figure) -> bool:
    """Whether nothing at its side says what it counts."""
    return figure.counted is None and figure.predicate is None and figure.quantity.unit is None


def _told_by(figure: Figure, equals: Sequence[Figure]) -> Figure:
    if not equals or len({(one.predicate, one.quantity.unit) for one in equals}) > 1:
        return figure
    one = equals[0]
    return replace(
        figure,
        quantity=replace(figure.quantity, unit=one.quantity.unit),
        counted=one.counted,
        counted_span=one.counted_span,
        holder=one.holder,
        predicate=one.predicate,
        count=one.count,
        why=(Why("figures.v1: same value", one.text),),
    )


def _telling(figure: Figure) -> bool:
    return max(figure.quantity.low or 0, figure.quantity.high or 0) >= TELLING


def _value(figure: Figure) -> Value:
    return figure.quantity.low, figure.quantity.high
