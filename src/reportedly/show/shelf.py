"""The articles of a record in their order, each with a number and a name, the same on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from reportedly.model.reading import Reading

NO_NAME = re.compile(r"\d*|[0-9a-fA-F]{6,}")  # numbers and hashes name nothing to a reader


@dataclass(frozen=True, slots=True)
class Entry:
    """What an article is numbered and named by; `day` is ISO 8601, the first known of its publication."""

    article: str
    outlet: str | None
    path: str
    row_id: str | None
    capture: str
    day: str | None

    @property
    def name(self) -> str:
        """Its outlet, else what its file is called, else Article."""
        if self._house:
            return self._house
        stem = PurePosixPath(self.path).stem
        told = self.row_id if self.row_id is not None else stem
        words = [word for word in re.split(r"[\W_]+", told) if not NO_NAME.fullmatch(word)]
        return " ".join(words)[:40] or "Article"

    @property
    def shared_name(self) -> str:
        """What it is called before its number, where its name is that of others too."""
        return self._house or "Article"

    @property
    def _house(self) -> str:
        return " ".join((self.outlet or "").split())[:60]


class Shelf:
    """Numbers by date of publication, undated last; a name that several share is told apart by the number.

    What several files are called without any outlet is how they were kept, and names none of them: Article 4.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(sorted(entries, key=_place))
        often = Counter(entry.name for entry in self.entries)
        self._told = {
            entry.article: (number, entry.name if often[entry.name] == 1 else f"{entry.shared_name} {number}")
            for number, entry in enumerate(self.entries, 1)
        }

    def __getitem__(self, article: str) -> tuple[int, str]:
        """An article's number and name. Raises `KeyError` for one that is not on it."""
        return self._told[article]


def entry_of(reading: Reading) -> Entry:
    """What a reading's article is numbered and named by."""
    article, capture = reading.article, reading.capture
    when = article.published.when if article.published else None
    day = (when.earliest or when.latest) if when else None
    outlet = article.outlet.name if article.outlet else None
    return Entry(article.id, outlet, capture.path, capture.row_id, capture.id, day.isoformat() if day else None)


def _place(entry: Entry) -> tuple[bool, str, str, str, str]:
    return (entry.day is None, entry.day or "", entry.path, entry.row_id or "", entry.capture)
