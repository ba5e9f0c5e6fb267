"""Kinds of columns that hold the same in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import JSON, BigInteger, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

MARK = "\ufdd0"  # a code point that Unicode keeps free of meaning: it opens what PostgreSQL's text cannot hold
_HELD = {"\0": MARK + "0", MARK: MARK + "1"}

WHOLE = BigInteger().with_variant(Integer(), "sqlite")  # SQLite's INTEGER has 64 bits, PostgreSQL's 32
NESTED = JSON(none_as_null=True)
_encode = msgspec.json.Encoder().encode


def json(value: object) -> str:
    """What a nested part is kept as; most are empty."""
    return "[]" if value.__class__ is tuple and not value else _encode(value).decode()


class Words(TypeDecorator[str]):
    """Text of any kind; PostgreSQL holds no NUL, so there it is written in two characters and read back as one."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text that sorts by code point in both, whatever language the server speaks."""
        return dialect.type_descriptor(Text(collation="C") if dialect.name == "postgresql" else Text())

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], Any] | None:
        """How texts are made fit for storing, if they need be."""
        return None if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str | None] | None:
        """How what is stored is made a text again, if it need be."""
        return None if dialect.name == "sqlite" else super().result_processor(dialect, coltype)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is stored for a text."""
        if value is None or not ("\0" in value or MARK in value):
            return value
        return "".join(_HELD.get(character, character) for character in value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """The text that was stored."""
        if value is None or MARK not in value:
            return value
        head, *rest = value.split(MARK)
        return str(head + "".join(("\0" if part[:1] == "0" else MARK) + part[1:] for part in rest))
