"""What a figure over time draws: one dot for each value in each article, copies of one dispatch once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.point import Point
from reportedly.model.quantity import Quantity
from reportedly.model.when import When
from reportedly.show.index import Cell, Index
from reportedly.show.values import brief, ends, spoken
from reportedly.show.visible import visible


@dataclass(frozen=True, slots=True, eq=False)
class Dot:
    """One mark of a picture. `cells` are the answers it stands for; the first is the one it leads to."""

    cells: tuple[Cell, ...]
    low: float
    high: float
    opens: int  # 1 at least, -1 up to, 0 closed

    @property
    def cell(self) -> Cell:
        """The answer it leads to."""
        return self.cells[0]

    @property
    def when(self) -> When | None:
        """When, if that is known at both ends."""
        time = self.cell.when
        return time if time is not None and time.earliest and time.latest else None

    @property
    def middle(self) -> float:
        """Where a range has its middle."""
        return (self.low + self.high) / 2

    @property
    def struck(self) -> bool:
        """Whether somebody denies it, or it was taken back."""
        return self.cell.answer.struck in ("denied", "retracted")

    @property
    def label(self) -> str:
        """The value, in the text's words where they have digits."""
        return visible(spoken(self.cell.answer))

    @property
    def signs(self) -> str:
        """The value in signs, where words have no room."""
        return brief(self.cell.answer.value)

    @property
    def who(self) -> str:
        """Its origin, and in how many articles of one dispatch it stands."""
        houses = len({cell.account.number for cell in self.cells})
        return visible(self.cell.who) + (f", one dispatch in {houses} articles" if houses > 1 else "")

    @property
    def tip(self) -> str:
        """All of it in one line."""
        answer = self.cell.answer
        via = f" by way of {', '.join(answer.via)}" if answer.via else ""
        struck = f"; {answer.struck}" if answer.struck else ""
        return visible(
            f"{answer.text}: {self.cell.who}{via}; {self.cell.account.label}, {self.cell.account.day}; "
            f"{answer.certainty}{struck}"
        )


def dots(index: Index, point: Point) -> list[Dot]:
    """The dots of a point in its commonest unit, in order of article and place."""
    cells = [cell for cell in index.cells[point.id] if isinstance(cell.answer.value, Quantity)]
    units = Counter(_unit(cell) for cell in cells)
    if not units:
        return []
    common = min(units, key=lambda unit: (-units[unit], unit))
    one_dispatch = _dispatches(index)
    grouped: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in sorted(cells, key=lambda c: (c.account.number, c.answer.span.start)):
        if _unit(cell) == common:
            article = cell.answer.article
            grouped[one_dispatch.get(article, article), brief(cell.answer.value)].append(cell)
    return [_dot(group) for group in grouped.values()]


def voices(drawn: Sequence[Dot]) -> list[list[Dot]]:
    """Dots of one origin at several times, in order of time: it speaks again."""
    spoken_by: dict[str, list[Dot]] = defaultdict(list)
    for dot in drawn:
        origin = dot.cell.answer.origin
        if origin is not None and origin.name is not None and dot.when is not None:
            spoken_by[origin.entity or origin.name.casefold()].append(dot)
    chains = [
        sorted(chain, key=lambda dot: (str(dot.when and dot.when.earliest), dot.low)) for chain in spoken_by.values()
    ]
    return [chain for chain in chains if len({str(dot.when and dot.when.earliest) for dot in chain}) > 1]


def _dot(group: list[Cell]) -> Dot:
    group.sort(key=lambda cell: (cell.answer.origin is None, cell.account.number))
    value = group[0].answer.value
    assert isinstance(value, Quantity)  # noqa: S101 - chosen so by the only caller
    low, high = ends(value)
    opens = 1 if value.high is None else -1 if value.low is None else 0
    return Dot(tuple(group), low, high, opens)


def _unit(cell: Cell) -> str:
    return getattr(cell.answer.value, "unit", None) or ""


def _dispatches(index: Index) -> dict[str, str]:
    """For articles that carry one text, the first of them."""
    first: dict[str, str] = {}
    for copy in index.record.copies:
        if copy.kind in ("copy", "near"):
            one, other = sorted((first.get(copy.article, copy.article), first.get(copy.of, copy.of)))
            for article, head in [*first.items(), (copy.article, ""), (copy.of, "")]:
                if head == other or article in (copy.article, copy.of):
                    first[article] = one
    return first
