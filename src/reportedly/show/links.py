"""Links onto exact words: every value that a page shows is one."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.show.index import Account, Cell, Index
from reportedly.show.marks import glyph
from reportedly.show.values import brief, ends
from reportedly.show.visible import cut, visible

LONGEST_LABEL = 70


def to_cell(cell: Cell, label: str | None = None, longest: int = LONGEST_LABEL, tip: bool = True) -> Markup:
    """A link to the words of an answer, underlined in the colour of its side; by default it shows them.

    `tip` adds where they stand, for places that do not say it beside.
    """
    text = visible(cut(label or cell.answer.text, longest))
    title = ""
    if tip:
        where = visible(f"{cell.account.label}, {cell.account.day}: “{cut(cell.answer.text, 140)}”")
        title = f' title="{escape(where)}"'
    body = f'<a class="w o-{cell.side.slot}" href="{escape(cell.href)}"{title}>{escape(text)}</a>'
    link = Markup(body)  # noqa: S704 - each part is escaped; a page has hundreds, and formatting costs thrice as much
    return Markup("<s>{}</s>").format(link) if cell.answer.struck else link


def to_value(cell: Cell) -> Markup:
    """A link that shows the value in signs."""
    return to_cell(cell, brief(cell.answer.value), 40)


def to_words(index: Index, article: str, span: Span, longest: int = LONGEST_LABEL) -> Markup:
    """A link to any words of an article, showing them."""
    text = visible(cut(index.text(article, span), longest))
    return Markup('<a class="w" href="{}">{}</a>').format(index.to_words(article, span), text)


def to_account(account: Account) -> Markup:
    """A link to an article."""
    return Markup('<a href="{}">{}</a>').format(account.href, visible(account.label))


def sign(cell: Cell) -> Markup:
    """The mark of an answer, for a line of text."""
    return glyph(cell.side.shape, cell.side.slot, cell.hollow)


def by(cell: Cell) -> Markup:
    """An answer with its origin, as a clause: `57 by the minister`."""
    who = visible(cut(cell.who, 60))
    words = Markup("{} in {}") if cell.answer.origin is None else Markup("{} by {}")
    doubt = Markup(" ({})").format(SAID[cell.answer.certainty]) if SAID[cell.answer.certainty] else ""
    return words.format(to_cell(cell), who.replace(", own words", "’s own words")) + doubt


SAID = {"asserted": "", "hedged": "hedged", "unverified": "not verified", "denied": "denies"}


def distinct(cells: Iterable[Cell]) -> list[Cell]:
    """One answer for each value, the first that has an origin before one in an article's own words."""
    kept: dict[str, Cell] = {}
    for cell in cells:
        value = brief(cell.answer.value, year=True).casefold()
        if value not in kept or (kept[value].answer.origin is None and cell.answer.origin is not None):
            kept[value] = cell
    return list(kept.values())


def extremes(cells: Iterable[Cell]) -> list[Cell]:
    """Of figures that which begins lowest and that which ends highest, of all else up to three values that differ."""
    found = distinct(cells)
    figures = [cell for cell in found if isinstance(cell.answer.value, Quantity)]
    if len(figures) < 2:
        return found[:3]
    greatest = max(figures, key=lambda cell: _size(cell)[::-1])
    return [min((cell for cell in figures if cell is not greatest), key=_size), greatest]


def _size(cell: Cell) -> tuple[float, float]:
    assert isinstance(cell.answer.value, Quantity)  # noqa: S101 - chosen so by the only caller
    return ends(cell.answer.value)
