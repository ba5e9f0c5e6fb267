"""Word lists and weights as data: TOML tables, each entry with its reason or example."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from reportedly.model.errors import VocabularyError


@cache
def table(name: str) -> dict[str, Any]:
    """The word list `name` (its file is `vocabulary/name.toml`), parsed once a process.

    Raises `VocabularyError` when there is none. Treat what you get as read-only: it is shared.
    """
    place = resources.files(__name__) / f"{name}.toml"
    try:
        return tomllib.loads(place.read_text(encoding="utf8"))
    except FileNotFoundError:
        raise VocabularyError(f"vocabulary/{name}.toml: there is no such word list") from None
    except tomllib.TOMLDecodeError as fault:
        raise VocabularyError(f"vocabulary/{name}.toml: {fault}; mend the file") from fault


@cache
def listed(name: str, part: str, kind: str = "words") -> frozenset[str]:
    """The words under `[part]`, `kind` of the word list `name`, whether written as a list or parted by blanks.

    Raises `VocabularyError` when there is no such list.
    """
    words: str | list[str] = table(name)[part][kind]
    return frozenset(words.split() if isinstance(words, str) else words)
