"""What the rest of the article tells of a figure: a bare number repeats one that is told, a toll is of the dead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from reportedly.extract.counting.word_lists import listed
from reportedly.model.mention import Figure
from reportedly.model.why import Why

CLOSE = 30  # code points between two figures of one clause
TELLING = 11  # from here on, one value twice in one article is hardly chance

Value = tuple[float | None, float | None]


def echoed(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures; a bare one takes unit, noun and predicate of its equals, where those agree among themselves."""
    figures = list(_foretold(list(_tolls(figures))))
    told: defaultdict[Value, list[Figure]] = defaultdict(list)
    for figure in figures:
        if not is_bare(figure):
            told[_value(figure)].append(figure)
    for figure in figures:
        equals = told[_value(figure)]
        yield _told_by(figure, equals) if is_bare(figure) and _telling(figure) else _same_set(figure, equals)


def _same_set(figure: Figure, equals: Sequence[Figure]) -> Figure:
    """ "250 miners are trapped … the 250 miners": what happened to a set is said of it once."""
    if figure.predicate is not None or figure.counted is None:
        return figure
    alike = [one for one in equals if one.predicate is not None and _noun(one) == _noun(figure)]
    if len({one.predicate for one in alike}) != 1:
        return figure
    why = (*figure.why, Why("figures.v1: same set", alike[0].text))
    return replace(figure, predicate=alike[0].predicate, count=figure.count or alike[0].count, why=why)


def _noun(figure: Figure) -> tuple[str, str | None]:
    """The last word of what it counts, and its unit."""
    return (figure.counted or "").lower().rpartition(" ")[2], figure.quantity.unit


def _foretold(figures: Sequence[Figure]) -> Iterator[Figure]:
    """ "killing 100 and injuring 40 people": the first takes the noun of the next, where both say what happened."""
    for figure, after in zip_longest(figures, figures[1:]):
        if after is not None and _goes_on(figure, after):
            yield replace(figure, counted=after.counted, counted_span=after.counted_span, holder=after.holder)
        else:
            yield figure


def is_toll(figure: Figure) -> bool:
    """Whether it counts "the toll" of what happened, which does not say by itself what became of those counted."""
    words = (figure.counted or next((why.words for why in figure.why), "")).lower()
    return words.endswith("toll") and figure.predicate == "casualties"


def _tolls(figures: Sequence[Figure]) -> Iterator[Figure]:
    """ "Toll rises to 19": of the dead, where the article speaks of dead; else of whatever it was."""
    deaths = next((one for one in figures if one.predicate in listed("toll", "families")), None)
    for figure in figures:
        if deaths is not None and is_toll(figure):
            why = (*figure.why, Why("figures.v1: toll of", deaths.text))
            yield replace(figure, predicate=deaths.predicate, count=deaths.count, why=why)
        elif figure.predicate == "casualties" and (same := _died(figure, figures)) is not None:
            why = (*figure.why, Why("figures.v1: same value", same.text))
            yield replace(figure, predicate=same.predicate, count=same.count, why=why)
        else:
            yield figure


def _died(figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """ "All sixteen victims", where the article tells of sixteen dead."""
    told = (one for one in figures if one.predicate in listed("toll", "families"))
    return next((one for one in told if _value(one) == _value(figure)), None)


def _goes_on(figure: Figure, after: Figure) -> bool:
    """Whether a noun that the next figure has was left out at this one, a few words before."""
    if figure.counted is not None or figure.quantity.unit is not None or after.counted is None or after.quantity.unit:
        return False
    told = {figure.predicate, after.predicate} <= listed("done_to", "families")
    return told and after.span.start - figure.span.end <= CLOSE


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
