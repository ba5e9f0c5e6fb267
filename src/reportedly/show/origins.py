"""Who relies on whom: a table that cannot tangle. A row an origin (and its way), a column an article, a mark a link."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.show.colours import Side
from reportedly.show.index import Account, Cell, Index
from reportedly.show.marks import glyph
from reportedly.show.visible import cut, visible

MOST_COLUMNS = 14
MOST_ROWS = 24
Way = tuple[str, str, tuple[str, ...]]  # slot of the side, origin, relays from the nearest outwards


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a column's article has the words of a row's origin; None where it has none."""

    href: str
    sign: Markup
    tip: str


@dataclass(frozen=True, slots=True)
class OriginRow:
    """An origin by one way, with a mark for each column."""

    sign: Markup
    name: str
    via: str
    marks: tuple[Mark | None, ...]


@dataclass(frozen=True, slots=True)
class Reliance:
    """In words: an article and the origins it rests on."""

    account: Account
    origins: tuple[tuple[Markup, str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """The table of the origins that tell most, and the whole in words."""

    columns: tuple[Account, ...]
    rows: tuple[OriginRow, ...]
    left_out: int
    in_words: tuple[Reliance, ...]


def origins_table(index: Index) -> Origins:
    """Origins that several articles rely on, or that come by way of a relay, first; the rest stand in words."""
    ways = _ways(index)
    columns = _columns(ways, index.accounts)
    shown = [way for way in _ranked(ways) if any(cell.account in columns for cell in ways[way])]
    kept = _ordered(shown[:MOST_ROWS], ways)
    return Origins(
        columns,
        tuple(_row(way, ways[way], columns) for way in kept),
        len(ways) - len(kept),
        tuple(_in_words(index.accounts, ways)),
    )


def _ways(index: Index) -> dict[Way, list[Cell]]:
    ways: dict[Way, list[Cell]] = defaultdict(list)
    for cells in index.cells.values():
        for cell in cells:
            if cell.answer.origin is not None:
                ways[(cell.side.slot, cell.who, cell.answer.via)].append(cell)
    return ways


def _columns(ways: dict[Way, list[Cell]], accounts: Sequence[Account]) -> tuple[Account, ...]:
    """The articles with most origins, in order of date."""
    many = Counter(number for cells in ways.values() for number in {cell.account.number for cell in cells})
    chosen = {number for number, _ in sorted(many.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_COLUMNS]}
    return tuple(account for account in accounts if account.number in chosen)


def _ranked(ways: dict[Way, list[Cell]]) -> list[Way]:
    reach = Counter(way[1] for way, cells in ways.items() for _ in {cell.account.number for cell in cells})
    return sorted(ways, key=lambda way: (-reach[way[1]], not way[2], -len(ways[way]), way))


def _ordered(kept: Iterable[Way], ways: dict[Way, list[Cell]]) -> list[Way]:
    """By side, then by where on average its marks stand, an origin's several ways together."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(list)
    for way in (kept := list(kept)):
        sums[way[:2]] += [cell.account.number for cell in ways[way]]
    middle = {name: sum(numbers) / len(numbers) for name, numbers in sums.items()}
    return sorted(kept, key=lambda way: (way[0], middle[way[:2]], way))


def _row(way: Way, cells: Sequence[Cell], columns: Sequence[Account]) -> OriginRow:
    side = cells[0].side
    first: dict[int, Cell] = {}
    for cell in cells:
        first.setdefault(cell.account.number, cell)
    many = Counter(cell.account.number for cell in cells)
    marks = tuple(_mark(first.get(each.number), many[each.number], side, bool(way[2])) for each in columns)
    return OriginRow(_sign(side), visible(cut(way[1], 48)), visible(cut(", ".join(way[2]), 60)), marks)


def _mark(cell: Cell | None, many: int, side: Side, relayed: bool) -> Mark | None:
    if cell is None:
        return None
    way = f", by way of {', '.join(cell.answer.via)}" if relayed else ""
    tip = f"{cell.who}{way} in {cell.account.label}: {many} answer{'s' if many > 1 else ''}"
    return Mark(cell.href, _sign(side), visible(cut(tip, 160)))


def _sign(side: Side) -> Markup:
    return glyph(side.shape, side.slot)


def _in_words(accounts: Sequence[Account], ways: dict[Way, list[Cell]]) -> Iterable[Reliance]:
    by_article: dict[int, dict[Way, Cell]] = defaultdict(dict)
    for way, cells in ways.items():
        for cell in cells:
            by_article[cell.account.number].setdefault(way, cell)
    for account in accounts:
        told = tuple(
            (_sign(cell.side), cell.side.slot, cell.href, visible(cut(way[1], 60)), visible(", ".join(way[2])))
            for way, cell in by_article[account.number].items()
        )
        if told:
            yield Reliance(account, told)
