"""JSON written piece by piece, so that a large export need not be held."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO


def dumped(thing: Any) -> str:
    """JSON in one line, as people can read it."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def text_into(out: BinaryIO, pieces: Iterable[str]) -> None:
    """Pieces of text, in UTF-8; half a surrogate pair becomes a question mark."""
    for piece in pieces:
        out.write(piece.encode("utf8", "replace"))


def items(things: Iterable[Any]) -> Iterable[str]:
    """The items of a list, one a line, without its brackets."""
    for number, thing in enumerate(things):
        yield (",\n" if number else "\n") + dumped(thing)
