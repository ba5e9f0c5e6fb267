"""A figure over time for a wide page: time runs right, values up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from reportedly.show.figure_axes import Column, Times, Values, times_axis
from reportedly.show.figure_dots import Dot, voices
from reportedly.show.figure_marks import drawn
from reportedly.show.labels import Box, Label, Wish, settle, stacked
from reportedly.show.marks import n
from reportedly.show.values import number

WIDE, LEFT, TOP, FOOT = 1120.0, 62.0, 34.0, 24.0
BESIDE = 14.0  # px from one mark to the next beside it
SHIFTS = (0, -12, 12, -24, 24, -36, 36, -48, 48, -62, 62, -78, 78, -96, 96)
BY_A_WHISKER = (-21, 17, -34, 30, -48, 44, -62, 58)
MOST_WORDS = 190.0  # px of a label on a scale


@dataclass(frozen=True, slots=True)
class Placed:
    """A dot with the place of its mark, what the mark covers, and the column it stands in."""

    dot: Dot
    x: float
    y: float
    box: Box
    column: Column


@dataclass(frozen=True, slots=True)
class Layout:
    """All that is placed: marks, and for each its label with a place, or none."""

    high: float
    times: Times
    marks: tuple[Placed, ...]
    labels: tuple[tuple[Label, tuple[float, float] | None], ...]


def wide(question: str, dots: Sequence[Dot], axis: Values) -> tuple[Markup, int]:
    """The picture, and how many of its marks have no label because none would fit."""
    plan = layout(dots, axis)
    frame = Markup('<svg class="fig wide" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>')
    label = f"{question} Answers over time; every mark is a link to its words."
    body = (
        _axes(plan, axis)
        + _joins(plan)
        + Markup().join(
            _dot(placed, *named, axis, plan.high) for placed, named in zip(plan.marks, plan.labels, strict=True)
        )
    )
    return frame.format(n(WIDE), n(plan.high), label, body), sum(place is None for _, place in plan.labels)


def layout(dots: Sequence[Dot], axis: Values) -> Layout:
    """Places marks, then labels, the most telling first; nothing lies on a label."""
    times = times_axis(dots, LEFT, WIDE)
    crowd = max(sum(times.column(dot) is column for dot in dots) for column in times.columns)
    high = min(240.0 + 22.0 * min(crowd, 10), 460.0)
    marks = _marks(dots, axis, times, high)
    crowded = times.scale is not None
    order = sorted(range(len(marks)), key=lambda k: _urgency(marks[k].dot, axis) if crowded else _downwards(marks[k]))
    bounds = Box(LEFT, TOP - 8, WIDE + 4, high)
    wished = [_wish(placed, marks, times) for placed in marks]
    for column in times.columns:
        _stack(column, marks, wished, times, bounds)
    wishes = [wished[k] for k in order]
    taken = [placed.box for placed in marks] + [_reach(p) for p in marks if _unsure(p)]
    spots = settle(wishes, taken, bounds)
    named = {k: (wish.label, spot) for k, wish, spot in zip(order, wishes, spots, strict=True)}
    return Layout(high, times, tuple(marks), tuple(named[k] for k in range(len(marks))))


def height(axis: Values, high: float, value: float) -> float:
    """Where a value stands, in px from the top."""
    return high - FOOT - axis.share(value) * (high - FOOT - TOP - 16)


def _marks(dots: Sequence[Dot], axis: Values, times: Times, high: float) -> list[Placed]:
    placed: list[Placed] = []
    for dot in sorted(dots, key=lambda d: (str(d.when and d.when.earliest), -d.middle, d.cell.anchor)):
        column = times.column(dot)
        y = height(axis, high, dot.middle)
        top = height(axis, high, dot.high) - (17 if dot.opens > 0 else 7)
        bottom = height(axis, high, dot.low) + (17 if dot.opens < 0 else 7)
        x = _start(dot, column, times)
        box = Box(x - 6.5, top, x + 6.5, bottom)
        while any(box.meets(other.box) for other in placed) and x + BESIDE < column.right:
            x += BESIDE
            box = Box(x - 6.5, top, x + 6.5, bottom)
        placed.append(Placed(dot, x, y, box, column))
    return placed


def _start(dot: Dot, column: Column, times: Times) -> float:
    if times.scale is not None and dot.when is not None and dot.when.earliest and dot.when.latest:
        share = (times.scale.place(dot.when.earliest) + times.scale.place(dot.when.latest, 1.0)) / 2
        return column.left + share * (column.right - column.left)
    return column.left + 8


def _urgency(dot: Dot, axis: Values) -> tuple[bool, bool, float, str]:
    """Struck first, then the ends of the axis, then marks with an origin, then by time."""
    shares = axis.share(dot.low), axis.share(dot.high)
    return (not dot.struck, dot.cell.answer.origin is None, min(shares[0], 1 - shares[1]), dot.cell.anchor)


def _downwards(placed: Placed) -> tuple[bool, bool, float, str]:
    """In columns, which have room for all, from top to bottom."""
    return (False, False, placed.y, placed.dot.cell.anchor)


def _wish(placed: Placed, marks: Sequence[Placed], times: Times) -> Wish:
    lines = [placed.dot.label, placed.dot.who]
    if placed.dot.struck:
        lines.append(str(placed.dot.cell.answer.struck))
    if times.scale is None or placed.dot.when is None:
        unsure = _unsure(placed)
        beside = placed.column.left + 4 if unsure else max(p.x for p in marks if p.column is placed.column) + 12
        label = _label(placed.dot, lines, max(60.0, placed.column.right - beside))
        return Wish(label, tuple((beside, placed.y + shift) for shift in (BY_A_WHISKER if unsure else SHIFTS)))
    label = _label(placed.dot, lines, MOST_WORDS)
    left = placed.x - 12 - label.width
    places = [(x, placed.y + shift) for shift in SHIFTS[:9] for x in (placed.x + 12, left)]
    return Wish(label, tuple(places))


def _stack(column: Column, marks: Sequence[Placed], wished: list[Wish], times: Times, bounds: Box) -> None:
    """First places for the labels beside a column's marks: in the order of their marks, so that no leaders cross."""
    mine = [k for k, placed in enumerate(marks) if placed.column is column and not _unsure(placed)]
    if times.scale is not None and column is times.columns[0]:
        return
    heights = stacked([(wished[k].label, marks[k].y) for k in mine], bounds)
    for k, y in zip(mine, heights or (), strict=False):
        wished[k] = replace(wished[k], places=((wished[k].places[0][0], y), *wished[k].places))


def _axes(plan: Layout, axis: Values) -> Markup:
    end = plan.times.columns[-1].right
    body = Markup()
    for tick in axis.ticks:
        y = n(height(axis, plan.high, tick))
        body += Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(n(LEFT - 6), n(end), y, y)
        text = Markup('<text class="tk" x="{}" y="{}" dy="4" text-anchor="end">{}</text>')
        body += text.format(n(LEFT - 12), y, number(tick))
    for column in plan.times.columns:
        body += Markup('<text class="dy" x="{}" y="13">{}</text>').format(n(column.left), column.name)
        line = Markup('<line class="ax" x1="{}" x2="{}" y1="20" y2="20"/>')
        body += line.format(n(column.left), n(column.right))
        if column.jump:
            rule = Markup('<line class="bk2" x1="{0}" x2="{0}" y1="4" y2="{1}"/>')
            body += rule.format(n(column.left - 6), n(plan.high))
    for x, name in plan.times.ticks():
        body += Markup('<text class="dy" x="{}" y="13">{}</text>').format(n(x), name)
    return body


def _joins(plan: Layout) -> Markup:
    where = {placed.dot: placed for placed in plan.marks}
    body = Markup()
    for chain in voices([placed.dot for placed in plan.marks]):
        points = " ".join(f"{n(where[dot].x)},{n(where[dot].y)}" for dot in chain)
        body += Markup('<polyline class="jn o-{}" points="{}"/>').format(chain[0].cell.side.slot, points)
    return body


def _dot(placed: Placed, label: Label, spot: tuple[float, float] | None, axis: Values, high: float) -> Markup:
    slot = placed.dot.cell.side.slot
    body = _whisker(placed, slot) + drawn(placed.dot, placed.x, lambda value: height(axis, high, value), upright=True)
    if spot is not None:
        body = _leader(placed, label, spot) + body + _text(label, spot, slot)
    link = Markup('<a href="{}"><title>{}</title>{}</a>')
    return link.format(placed.dot.cell.href, placed.dot.tip, body)


def _whisker(placed: Placed, slot: str) -> Markup:
    """A thin line over the column where more than a day is possible."""
    if not _unsure(placed):
        return Markup()
    column = placed.column
    path = Markup('<path class="wh o-{}" d="M{} {}v8m0-4H{}m0-4v8"/>')
    return path.format(slot, n(column.left + 1), n(placed.y - 4), n(column.right - 8))


def _unsure(placed: Placed) -> bool:
    """Whether its column names more than one possible day."""
    time = placed.column.time
    return time is not None and time.days != 1 and bool(placed.column.name)


def _reach(placed: Placed) -> Box:
    return Box(placed.column.left, placed.y - 4, placed.column.right, placed.y + 4)


def _label(dot: Dot, lines: Sequence[str], room: float) -> Label:
    """The label cut to its room; a value is never cut, but said in signs."""
    value = lines[0] if Label((lines[0],)).width <= room else dot.signs
    return Label((value, *Label(tuple(lines)).fitted(room).lines[1:]))


def _leader(placed: Placed, label: Label, spot: tuple[float, float]) -> Markup:
    x, y = spot
    side = x - 3 if x > placed.x else x + label.width + 1
    near = placed.x + (6 if x > placed.x else -6)
    if _unsure(placed) or (abs(y - 4 - placed.y) < 9 and abs(side - near) < 12):
        return Markup()
    return Markup('<path class="ld" d="M{} {}L{} {}"/>').format(n(near), n(placed.y), n(side), n(y - 4))


def _text(label: Label, spot: tuple[float, float], slot: str) -> Markup:
    x, y = n(spot[0]), n(spot[1])
    lines = Markup('<tspan class="lv o-{}">{}</tspan>').format(slot, label.lines[0])
    for line in label.lines[1:]:
        lines += Markup('<tspan class="lo" x="{}" dy="13">{}</tspan>').format(x, line)
    return Markup('<text class="lb" x="{}" y="{}">{}</text>').format(x, y, lines)
