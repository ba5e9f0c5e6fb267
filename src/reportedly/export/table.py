"""Rows for an analyst: what a table is, and what each of its columns means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from reportedly.export.request import Request
from reportedly.model.when import When

ColumnKind = Literal["text", "integer", "number", "flag", "day"]
Cell = str | int | float | bool | dt.date | None
JOINT = "; "  # between several values of one cell


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, in which unit, and how it is got from what a row is about."""

    name: str
    kind: ColumnKind
    means: str
    of: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row is about, its columns, and where the rows come from. Empty cells are unknown."""

    name: str
    means: str
    columns: tuple[Column, ...]
    things: Callable[[Request], Iterable[Any]]

    def rows(self, request: Request) -> Iterator[tuple[Cell, ...]]:
        """The rows that a request asks for, one after the other."""
        for thing in self.things(request):
            yield tuple(column.of(thing) for column in self.columns)


def joined(values: Iterable[str | None]) -> str | None:
    """Several values in one cell, each once; None for none."""
    known = dict.fromkeys(value for value in values if value)
    return JOINT.join(known) or None


def first_day(when: When | None) -> dt.date | None:
    """The first possible day."""
    return when.earliest if when else None


def last_day(when: When | None) -> dt.date | None:
    """The last possible day."""
    return when.latest if when else None
