"""A dot as it is drawn: mark, arrow or capped bar, and the stroke of a denial; upright or lying."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from reportedly.show.figure_dots import Dot
from reportedly.show.marks import mark, n

RADIUS, ARROW, HEAD, CAP = 4.6, 14.0, 4.5, 4.0


def drawn(dot: Dot, across: float, along: Callable[[float], float], upright: bool) -> Markup:
    """The dot at `across` on the other axis; `along` gives the place of a value in px on the axis of values."""
    slot = dot.cell.side.slot
    if dot.low != dot.high:
        return _range(across, along(dot.low), along(dot.high), slot, upright)
    at = along(dot.low)
    body = _arrow(across, at, dot.opens, slot, upright) if dot.opens else Markup()
    x, y = (across, at) if upright else (at, across)
    body += mark(dot.cell.side.shape, slot, x, y, RADIUS, dot.cell.hollow)
    if dot.struck:
        stroke = Markup('<line class="strike" x1="{}" y1="{}" x2="{}" y2="{}"/>')
        body += stroke.format(n(x - 8), n(y + 7), n(x + 8), n(y - 7))
    return body


def _range(across: float, low: float, high: float, slot: str, upright: bool) -> Markup:
    bar = [(across, low, across, high), *((across - CAP, end, across + CAP, end) for end in (low, high))]
    return Markup().join(_line(*part, slot, upright) for part in bar)


def _arrow(across: float, at: float, opens: int, slot: str, upright: bool) -> Markup:
    step = -opens if upright else opens  # upright, greater values lie nearer the top
    tip = at + step * ARROW
    parts = [(across, at, across, tip)]
    parts += [(across + side * 3.5, tip - step * HEAD, across, tip) for side in (-1, 1)]
    return Markup().join(_line(*part, slot, upright) for part in parts)


def _line(x1: float, y1: float, x2: float, y2: float, slot: str, upright: bool) -> Markup:
    if not upright:
        x1, y1, x2, y2 = y1, x1, y2, x2
    line = Markup('<line class="ln o-{}" x1="{}" y1="{}" x2="{}" y2="{}"/>')
    return line.format(slot, n(x1), n(y1), n(x2), n(y2))
