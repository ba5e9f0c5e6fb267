"""What the words of a line tell about it: the cues of `vocabulary/lines.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.clean.calls import Calls
from reportedly.vocabulary import table

ENDS = 90  # code points at either end of a long line in which a cue is looked for
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
        self._called: dict[int, _Row] = {}  # by their bits
        self._opened: dict[str, tuple[_Row, ...]] = {}  # by the first word of a line
        for entry in table("lines")["cue"]:
            pattern, words, openings = re.compile(entry["pattern"]), entry.get("words", ()), entry.get("opening", ())
            find = pattern.match if openings or entry.get("start") else pattern.search
            sign = calls.by_sign(entry["sign"]) if "sign" in entry else 0
            row = _Row(entry["name"], find, entry.get("cased", False), sign)
            if words or sign:
                self._called[calls.by_words(words) if words else sign] = row
            for word in openings:
                self._opened[word] = (*self._opened.get(word, ()), row)
        self._bits = sum(self._called)

    def __call__(self, text: str, calls: int) -> tuple[str, ...]:
        """The names of the cues in a line, in order; `calls` are the bits that its words call for."""
        opening = OPENING.match(text)
        likely = [*self._opened.get(opening[1].lower(), ())] if opening else []
        called = calls & self._bits
        while called:
            bit = called & -called
            called ^= bit
            likely.append(self._called[bit])
        return self._found(text, [row for row in likely if row.sign & calls == row.sign]) if likely else ()

    def _found(self, text: str, rows: list[_Row]) -> tuple[str, ...]:
        seen = text if len(text) <= 2 * ENDS else f"{text[:ENDS]} {text[-ENDS:]}"
        small = seen.lower()
        return tuple(sorted({row.name for row in rows if row.find(seen if row.cased else small)}))
