"""Answers that fit: at most 20,000 characters with their twin in plain text, and never cut in silence."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel

LONGEST = 20_000  # characters of an answer: its typed form and the same as text
ROOM = LONGEST - 1_000  # some is left for what surrounds a page
LONGEST_WORDS = 900  # characters of one cell
T = TypeVar("T")


def plain(told: BaseModel) -> dict[str, Any]:
    """A typed answer as JSON has it."""
    return told.model_dump(mode="json")


def as_json(told: object) -> str:
    """A typed answer as compact JSON."""
    return json.dumps(told, default=plain, ensure_ascii=False, separators=(",", ":"))


def size(told: object) -> int:
    """How many characters it takes: as JSON, and as the same inside a string of JSON."""
    typed = as_json(told)
    return len(typed) + len(json.dumps(typed, ensure_ascii=False))


def fitted(lines: Iterable[T], room: int) -> list[T]:
    """As many lines from the first on as the room takes; one at least."""
    kept: list[T] = []
    for line in lines:
        room -= size(line) + 1
        if room < 0 and kept:
            break
        kept.append(line)
    return kept


def short(text: str, longest: int = LONGEST_WORDS) -> str:
    """The text; a long one ends in how many characters were left out."""
    if len(text) <= longest:
        return text
    return f"{text[:longest]}… [{len(text) - longest} more characters; `read` gives them]"


def stretch(text: str, room: int) -> str:
    """The text's beginning, as much of it as takes so much room as JSON."""
    part = text[:room]
    while (over := size(part) - room) > 0:
        part = part[: len(part) - max(1, over // 6)]  # a character takes six at most of those that are seen
    return part
