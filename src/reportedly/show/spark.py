"""A point's answers in the size of a word: time runs right, undated last."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from reportedly.model.point import StanceValue
from reportedly.model.quantity import Quantity
from reportedly.show.index import Cell
from reportedly.show.marks import mark
from reportedly.show.values import brief, ends

WIDE, HIGH, DATED, MARGIN, RADIUS = 124, 30, 102, 5, 2.7
STANCES = ("denies", "doubts", "affirms")


def spark(cells: Sequence[Cell]) -> Markup:
    """The picture of up to a few dozen marks; equal ones are drawn once. It is no link: its row lists the answers."""
    days = sorted({cell.when.earliest for cell in cells if cell.when and cell.when.earliest})
    height = _heights(cells)
    drawn, body = set(), []
    for cell in cells:
        day = cell.when.earliest if cell.when else None
        x = _between(days.index(day), len(days)) if day else WIDE - 7
        y = HIGH - MARGIN - height[cell.anchor] * (HIGH - 2 * MARGIN)
        place = (round(x), round(y), cell.side.slot)
        if place not in drawn:
            drawn.add(place)
            body.append(mark(cell.side.shape, cell.side.slot, x, y, RADIUS, cell.hollow))
    label = f"{len(cells)} answers over time; listed in the row below"
    frame = f'<svg class="sp" width="{WIDE}" height="{HIGH}" viewBox="0 0 {WIDE} {HIGH}" role="img"'
    axis = f'<path class="ax" d="M0 {HIGH - 0.5}h{DATED}M{WIDE - 14} {HIGH - 0.5}h14"/>'
    return Markup(f'{frame} aria-label="{label}">{axis}{"".join(body)}</svg>')  # noqa: S704 - numbers and our own marks


def _between(place: int, many: int) -> float:
    return 6 + (place / (many - 1) * (DATED - 12) if many > 1 else (DATED - 12) / 2)


def _heights(cells: Sequence[Cell]) -> dict[str, float]:
    """For each answer how high it stands, 0 to 1: figures by size, stances by kind, all else by order of value."""
    names = sorted({brief(cell.answer.value) for cell in cells})
    raw: dict[str, float] = {}
    for cell in cells:
        value = cell.answer.value
        if isinstance(value, Quantity):
            raw[cell.anchor] = sum(ends(value)) / 2
        elif isinstance(value, StanceValue):
            raw[cell.anchor] = STANCES.index(value.stance)
        else:
            raw[cell.anchor] = names.index(brief(value))
    low, high = min(raw.values()), max(raw.values())
    return {anchor: 0.5 if high == low else (value - low) / (high - low) for anchor, value in raw.items()}
