"""Many readings out of few, without parsing: events told again under other names, in other words, on other days.

A variant of an event keeps each account's build (lengths, offsets, statements, values) and replaces names and half of
the telling words by others of the same length, the same ones in all accounts of the event, shifts all days, and gives
everything its own id. What stays alike between two variants is what is alike between two events of one kind.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from reportedly.model.reading import Reading
from reportedly.relate.terms import little_words

ID = re.compile(r"[a-z0-9]+:[0-9a-f]{24,64}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORD = re.compile(r"[^\W\d_]{4,}")
CHANGED = 4  # three telling words of so many are replaced
LEFT = frozenset((  # fields of set words
    "kind", "rule", "lemma", "role", "mode", "certainty", "manner", "phase", "count", "precision", "predicate",
    "family", "genre", "unit", "status", "aspect", "stage", "media_type", "language", "country", "region", "gazetteer",
))  # fmt: skip
YEARS = 1200  # days over which variants are spread


class Variants:
    """Variants of events, each given by the readings of its accounts."""

    def __init__(self, events: Sequence[Sequence[Reading]]) -> None:
        self._events = [[msgspec.to_builtins(reading) for reading in event] for event in events]
        self._words: defaultdict[tuple[int, bool], list[str]] = defaultdict(list)
        seen = {word for event in events for r in event for word in WORD.findall(r.capture.text)}
        for word in sorted(seen):
            self._words[len(word), word[0].isupper()].append(word)
        self._names = {word for event in events for r in event for name in r.names for word in WORD.findall(name.text)}

    def readings(self, count: int, wanted: Callable[[int], bool] = lambda _: True) -> Iterator[Reading]:
        """So many readings, event after event; the first round tells of the events as they were.

        Only those whose number is `wanted` are made.
        """
        told = enumerate(self._told(count))
        return (msgspec.convert(again.of(reading), Reading) for number, (again, reading) in told if wanted(number))

    def texts(self, count: int) -> Iterator[tuple[str, str | None]]:
        """The texts of the same articles, each with its day (ISO 8601), where one is known."""
        for again, reading in self._told(count):
            published = reading["article"]["published"]
            yield again.of((reading["capture"]["text"], published and published["when"]["latest"]))

    def _told(self, count: int) -> Iterator[tuple[_Again, dict[str, Any]]]:
        """So many readings as they were, each with how it is to be told."""
        made = variant = 0
        while made < count:
            for event in self._events:
                days = int.from_bytes(_hash(f"{variant}/{event[0]['capture']['id']}")[:4], "big") % YEARS
                again = _Again(variant, days, self._words, self._names)
                for reading in event[: count - made]:
                    yield again, reading
                    made += 1
                if made == count:
                    return
            variant += 1


class _Again:
    """One variant of one event."""

    def __init__(self, variant: int, days: int, words: dict[tuple[int, bool], list[str]], names: set[str]) -> None:
        self._variant, self._days = variant, days
        self._words, self._names = words, names
        self._told: dict[str, str] = {}
        self._strings: dict[str, str] = {}

    def of(self, value: Any) -> Any:
        """A value with every string of it told anew."""
        if isinstance(value, str):
            told = self._strings.get(value)
            if told is None:
                told = self._strings[value] = self._string(value)
            return told
        if isinstance(value, dict):
            return {key: self.of(held) if key not in LEFT else held for key, held in value.items()}
        return [self.of(held) for held in value] if isinstance(value, list | tuple) else value

    def _string(self, text: str) -> str:
        if text.endswith(".txt"):
            return f"{self._variant:05}/{text}"
        if self._variant == 0:
            return text
        if ID.fullmatch(text):
            kind, _, rest = text.partition(":")
            return f"{kind}:{_hash(f'{self._variant}/{rest}').hex()[: len(rest)]}"
        return WORD.sub(self._word, DAY.sub(self._day, text))

    def _day(self, found: re.Match[str]) -> str:
        return (dt.date.fromisoformat(found.group()) + dt.timedelta(days=self._days)).isoformat()

    def _word(self, found: re.Match[str]) -> str:
        word = found.group()
        told = self._told.get(word)
        if told is None:
            told = self._told[word] = self._other(word)
        return told

    def _other(self, word: str) -> str:
        lot = int.from_bytes(_hash(f"{self._variant}/{word.lower()}")[:4], "big")
        if word.lower() in little_words() or (word not in self._names and lot % CHANGED == 0):
            return word
        choice = self._words[len(word), word[0].isupper()]
        return choice[lot // CHANGED % len(choice)] if choice else word


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
