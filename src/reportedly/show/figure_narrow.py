"""A figure over time for a phone and for print: time runs down, a row an answer, values to the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from reportedly.show.dates import span_of_days
from reportedly.show.figure_axes import Values
from reportedly.show.figure_dots import Dot, voices
from reportedly.show.figure_marks import drawn
from reportedly.show.marks import n
from reportedly.show.values import number
from reportedly.show.visible import cut

WIDE, INSET = 340.0, 12.0
ROW, HEAD = 34.0, 34.0
MOST_ROWS = 24
LONGEST_LINE = 50  # signs of 12 px in the width
TICK_PX = 6.8


def narrow(question: str, dots: Sequence[Dot], axis: Values) -> Markup:
    """The picture of at most `MOST_ROWS` answers; a last line says how many more stand in the table."""
    ordered = sorted(dots, key=_order)
    kept, left = ordered[:MOST_ROWS], max(0, len(ordered) - MOST_ROWS)
    body, places, y = Markup(), {}, 26.0
    for name, same in groupby(kept, key=_day):
        head = Markup('<text class="dy" x="0" y="{}">{}</text><line class="ax" x1="0" x2="{}" y1="{}" y2="{}"/>')
        body += head.format(n(y + 14), name, n(WIDE), n(y + 19), n(y + 19))
        y += HEAD
        for dot in same:
            places[dot] = (along(axis, dot.middle), y + 14)
            body += _row(dot, axis, y)
            y += ROW
    if left:
        body += Markup('<text class="lo" x="0" y="{}">{} more stand in the table</text>').format(n(y + 8), left)
        y += 20
    frame = Markup('<svg class="fig narrow" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>')
    label = f"{question} Answers over time; every mark is a link to its words."
    return frame.format(n(WIDE), n(y), label, _grid(axis, y) + _joins(kept, places) + body)


def along(axis: Values, value: float) -> float:
    """Where a value stands, in px from the left."""
    return INSET + axis.share(value) * (WIDE - 2 * INSET - 12)


def _row(dot: Dot, axis: Values, y: float) -> Markup:
    who = cut(dot.who + (f": {dot.cell.answer.struck}" if dot.struck else ""), max(12, LONGEST_LINE - len(dot.label)))
    text = Markup('<text class="lb" x="0" y="{}"><tspan class="lv o-{}">{}</tspan><tspan class="lo"> {}</tspan></text>')
    words = text.format(n(y), dot.cell.side.slot, dot.label, who)
    mark = drawn(dot, y + 14, lambda value: along(axis, value), upright=False)
    return Markup('<a href="{}"><title>{}</title>{}{}</a>').format(dot.cell.href, dot.tip, words, mark)


def _grid(axis: Values, high: float) -> Markup:
    body, free = Markup(), 0.0
    for tick in axis.ticks:
        x, label = along(axis, tick), number(tick)
        body += Markup('<line class="grid" x1="{0}" x2="{0}" y1="18" y2="{1}"/>').format(n(x), n(high - 8))
        half = len(label) * TICK_PX / 2
        if x - half >= free or not free:
            at = max(x, half)
            text = Markup('<text class="tk" x="{}" y="12" text-anchor="middle">{}</text>')
            body += text.format(n(at), label)
            free = at + half + 6
    return body


def _joins(kept: Sequence[Dot], places: dict[Dot, tuple[float, float]]) -> Markup:
    body = Markup()
    for chain in voices(kept):
        points = " ".join(f"{n(places[dot][0])},{n(places[dot][1])}" for dot in chain)
        body += Markup('<polyline class="jn o-{}" points="{}"/>').format(chain[0].cell.side.slot, points)
    return body


def _order(dot: Dot) -> tuple[bool, str, str, float, str]:
    days = (str(dot.when.earliest), str(dot.when.latest)) if dot.when else ("", "")  # those of one day stand together
    return (dot.when is None, *days, dot.middle, dot.cell.anchor)


def _day(dot: Dot) -> str:
    return span_of_days(dot.when.earliest, dot.when.latest) if dot.when else "No date"
