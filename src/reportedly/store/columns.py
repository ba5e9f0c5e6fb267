"""Nouns to rows and back: one rule for all of them, so that a noun's new field is kept without another line."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from sqlalchemy import Boolean, Column, Float
from sqlalchemy.types import TypeEngine

from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.store.kinds import NESTED, WHOLE, Words

Row = dict[str, Any]

PLAIN: dict[type, TypeEngine[Any]] = {str: Words(), bool: Boolean(), int: WHOLE, float: Float(), dt.date: Words()}
SPREAD: dict[type, dict[str, str]] = {  # nouns that people filter by: kept in columns of their own
    Span: {"start": "start", "end": "stop"},  # END is a word of SQL
    Quantity: {name: name for name in ("low", "high", "approximate", "unit")},
    When: {name: name for name in ("edtf", "earliest", "latest")},
}
SPREAD_FIELDS = ("span", "quantity", "when")


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a noun and the columns it takes; `spread` maps fields of a nested noun to columns."""

    field: str
    kind: Any
    optional: bool
    spread: Mapping[str, str] | None

    def columns(self) -> list[Column[Any]]:
        """Its columns, made anew for a table."""
        if self.spread is None:
            return [Column(self.field, _type(self.kind), nullable=self.optional)]
        hints = _hints(self.kind)
        return [Column(name, _type(_bare(hints[key])[0])) for key, name in self.spread.items()]


@cache
def parts(noun: type, without: tuple[str, ...] = ()) -> tuple[Part, ...]:
    """The fields of a noun as columns will have them."""
    hints = _hints(noun)
    found = []
    for field in fields(noun):
        if field.name in without:
            continue
        kind, optional = _bare(hints[field.name])
        spread = SPREAD.get(kind) if field.name in SPREAD_FIELDS else None
        found.append(Part(field.name, kind, optional, spread))
    return tuple(found)


def row_of(noun: Any, without: tuple[str, ...] = ()) -> Row:
    """The row of one noun; what is nested stays as it is, to be written as JSON with the row."""
    kind: type = type(noun)
    names, values, spread = _layout(kind, without)
    row = dict(zip(names, values(noun), strict=True))
    for field, columns in spread:
        value = row.pop(field)
        for key, column in columns:
            row[column] = None if value is None else _plain(getattr(value, key))
    return row


@cache
def _layout(
    noun: type, without: tuple[str, ...]
) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[tuple[str, tuple[tuple[str, str], ...]], ...]]:
    """The fields of a noun, how all their values are had at once, and the columns of those that are spread."""
    found = parts(noun, without)
    names = {part.field: part.field for part in found if not _always(part)}
    names |= {
        name: f"{part.field}.{key}" for part in found if _always(part) for key, name in (part.spread or {}).items()
    }
    spread = tuple((p.field, tuple(p.spread.items())) for p in found if p.spread is not None and not _always(p))
    return tuple(names), _getter(tuple(names.values())), spread


def _always(part: Part) -> bool:
    """Whether a nested noun is always there and holds plain values: they are had with those of the noun."""
    return part.kind is Span and part.spread is not None and not part.optional


def _getter(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    one = attrgetter(*names)
    return one if len(names) > 1 else lambda noun: (one(noun),)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def noun_of(noun: type, row: Mapping[str, Any], without: tuple[str, ...] = (), **more: object) -> Any:
    """The noun that a row was made of; `more` gives the fields that are not in the row (`without`)."""
    values = {part.field: _builtin(part, row) for part in parts(noun, without)}
    if not without:
        return msgspec.convert(values, noun)
    kept: Any = msgspec.convert(values, _twin(noun, without))
    return noun(**{name: getattr(kept, name) for name in values}, **more)


@cache
def _twin(noun: type, without: tuple[str, ...]) -> type:
    """The noun without some of its fields, to convert the others in one go."""
    hints = _hints(noun)
    return msgspec.defstruct(noun.__name__, [(part.field, hints[part.field]) for part in parts(noun, without)])


def _builtin(part: Part, row: Mapping[str, Any]) -> Any:
    if part.spread is None:
        return row[part.field]
    nested = {key: row[name] for key, name in part.spread.items()}
    return None if part.optional and all(value is None for value in nested.values()) else nested


@cache
def _hints(noun: type) -> dict[str, Any]:
    return get_type_hints(noun)


def _bare(hint: Any) -> tuple[Any, bool]:
    """A type without its None, and whether it had one."""
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        if len(kinds) == 1 and len(get_args(hint)) == 2:
            return kinds[0], True
    return hint, False


def _type(kind: Any) -> TypeEngine[Any]:
    if get_origin(kind) is Literal:
        return Words()
    return PLAIN.get(kind, NESTED)
