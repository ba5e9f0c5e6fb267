"""Notes in the margin: on whose word the statements of a paragraph rest, and which questions they answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from reportedly.model.point import Voice
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.show.colours import OWN, Side
from reportedly.show.index import HOLLOW, Account, Cell, Index, origin_name
from reportedly.show.links import SAID
from reportedly.show.marks import glyph
from reportedly.show.visible import cut, visible

MOST_QUESTIONS = 5


@dataclass(frozen=True, slots=True)
class Numbered:
    """An attributed statement with its numeral in its article."""

    number: int
    statement: Statement
    who: str
    via: tuple[str, ...]
    side: Side


@dataclass(frozen=True, slots=True)
class Note:
    """Neighbouring statements of one origin: their numerals and ids, on whose word, how sure, what they answer."""

    numbers: tuple[int, ...]
    sign: Markup
    who: str
    via: str
    certainty: str
    answers: tuple[tuple[str, str], ...]
    statements: tuple[str, ...] = ()


def numbered(index: Index, account: Account) -> list[Numbered]:
    """The article's attributed statements in order of place."""
    told = [s for s in account.reading.statements if s.attribution and s.content]
    told.sort(key=lambda s: (s.extent, s.id))
    return [_number(index, account, place, statement) for place, statement in enumerate(told, 1)]


def notes(
    block: Span, statements: Sequence[Numbered], cells: Sequence[Cell], questions: dict[str, str]
) -> Iterator[Note]:
    """The notes of one block; `questions` gives the anchor of each point."""
    here = [each for each in statements if block.start <= each.statement.extent.start < block.end]
    for _, same in groupby(here, key=lambda each: (each.who, each.via, each.statement.certainty)):
        group = list(same)
        ids = {each.statement.id for each in group}
        spans = [span for each in group for span in each.statement.content]
        answered = [cell for cell in cells if _belongs(cell, ids, spans)]
        yield _note(group, answered, questions)
    own = [cell for cell in cells if cell.answer.origin is None and block.start <= cell.answer.span.start < block.end]
    if own:
        yield Note((), glyph(OWN.shape, OWN.slot, size=10), OWN.name, "", "", _asked(own, questions))


def _number(index: Index, account: Account, place: int, statement: Statement) -> Numbered:
    link = statement.attribution[0]
    side = index.sides.of(Voice(link.name, link.entity), link.described)
    relays = tuple(link.name for link in reversed(statement.attribution[1:]) if link.name)
    return Numbered(place, statement, origin_name(index, statement, account), relays, side)


def _belongs(cell: Cell, statements: set[str], spans: Sequence[Span]) -> bool:
    if cell.answer.statement in statements:
        return True
    return (
        cell.answer.origin is not None
        and cell.answer.statement is None
        and any(span.contains(cell.answer.span) for span in spans)
    )


def _note(group: Sequence[Numbered], cells: Sequence[Cell], questions: dict[str, str]) -> Note:
    first = group[0]
    numbers = tuple(each.number for each in group)
    ids = tuple(each.statement.id for each in group)
    certainty = first.statement.certainty
    sign = glyph(first.side.shape, first.side.slot, certainty in HOLLOW, 10)
    who = first.who[:1].upper() + first.who[1:]
    via = visible(cut(", ".join(first.via), 80))
    return Note(numbers, sign, visible(cut(who, 90)), via, SAID[certainty], _asked(cells, questions), ids)


def _asked(cells: Sequence[Cell], questions: dict[str, str]) -> tuple[tuple[str, str], ...]:
    asked = {cell.point.id: cell.point.question for cell in cells}
    return tuple((questions[p], visible(cut(question, 60))) for p, question in list(asked.items())[:MOST_QUESTIONS])
