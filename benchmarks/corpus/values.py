"""What an answer's tag says of its value."""

from __future__ import annotations

import re
from typing import Any

from benchmarks.corpus.marks import MarkupError

STANCES = ("affirms", "denies", "doubts")
FIGURE = re.compile(r"(~?)(>=|<=|=)?([\d.,]+)(?:-([\d.,]+))?")


def number(text: str) -> int | float:
    """`1,500` as 1500, `2.5` as 2.5."""
    return float(text.replace(",", "")) if "." in text else int(text.replace(",", ""))


def figure(value: str) -> dict[str, Any]:
    """`=14`, `~14` (approximate), `>=14`, `<=14`, `10-12` as an interval; an open end is None."""
    found = FIGURE.fullmatch(value)
    if not found:
        raise MarkupError(f"figure value {value!r}")
    approximate, relation, first, last = found.groups()
    low = number(first)
    high = number(last) if last else low
    return {
        "low": None if relation == "<=" else low,
        "high": None if relation == ">=" else high,
        "approximate": bool(approximate),
    }


def answer_value(kind: str, words: str) -> dict[str, Any]:
    """The value that a tag of `kind` (f, d, p, n or w) states with `words`."""
    if kind == "f":
        return figure(words)
    if kind == "d":
        return {"edtf": words}
    if kind == "w":
        if words not in STANCES:
            raise MarkupError(f"stance {words!r}: one of {', '.join(STANCES)}")
        return {"stance": words}
    return {"name": words}
