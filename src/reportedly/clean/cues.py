"""What the words of a line tell about it: the cues of `vocabulary/lines.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.clean.calls import Calls
from reportedly.vocabulary import table

ENDS = 90  # code points at either end of a long line in which a cue is looked for
REMEMBERED = 4096  # sums of bits whose rows are kept
OPENING = re.compile(r"\W*(\w[\w’'-]*)")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a cue: how it is found in a line, as it is written or in small letters; `sign` is the bit it needs."""

    name: str
    find: Callable[[str], object]
    cased: bool
    sign: int


class Cues:
    """Finds cues. A pattern is only tried on a line whose words or signs call for it."""

    def __init__(self, calls: Calls) -> None:
        self._called: list[tuple[int, _Row]] = []  # with the bits of which a line needs one
        self._opened: dict[str, tuple[_Row, ...]] = {}  # by the first word of a line
        self._begun: list[tuple[Callable[[str], object], _Row]] = []  # by how its first run begins
        for entry in table("lines")["cue"]:
            pattern, words, openings = re.compile(entry["pattern"]), entry.get("words", ()), entry.get("opening", ())
            find = pattern.match if openings or "first" in entry or entry.get("start") else pattern.search
            sign = calls.by_sign(entry["sign"]) if "sign" in entry else 0
            row = _Row(entry["name"], find, entry.get("cased", False), sign)
            if words or sign:
                self._called.append((calls.by_words(words) if words else sign, row))
            if "first" in entry:
                self._begun.append((re.compile(entry["first"]).match, row))
            for word in openings:
                self._opened[word] = (*self._opened.get(word, ()), row)
        self._bits = 0
        for bit, row in self._called:
            self._bits |= bit | row.sign
        self._likely = lru_cache(REMEMBERED)(self._rows)

    def __call__(self, text: str, calls: int) -> tuple[str, ...]:
        """The names of the cues in a line, in order; `calls` are the bits that its words call for."""
        opening = OPENING.match(text)
        rows = self._opened.get(opening[1].lower(), ()) if opening else ()
        likely = self._likely(calls & self._bits)
        begun = tuple([row for begins, row in self._begun if begins(text)])
        return self._found(text, (*rows, *begun, *likely)) if rows or begun or likely else ()

    def _rows(self, calls: int) -> tuple[_Row, ...]:
        """The rows that these bits call for."""
        return tuple([row for bit, row in self._called if bit & calls and row.sign & calls == row.sign])

    def _found(self, text: str, rows: Sequence[_Row]) -> tuple[str, ...]:
        seen = text if len(text) <= 2 * ENDS else f"{text[:ENDS]} {text[-ENDS:]}"
        small = seen.lower()
        names = [row.name for row in rows if row.find(seen if row.cased else small)]
        return tuple(names) if len(names) < 2 else tuple(sorted(set(names)))
