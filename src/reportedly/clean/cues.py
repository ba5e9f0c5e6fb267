"""What the words of a line tell about it: the cues of `vocabulary/lines.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass

from reportedly.vocabulary import table

ENDS = 90  # code points at either end of a long line in which a cue is looked for


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a cue: how it is found in a line, as it is written or in small letters."""

    name: str
    find: Callable[[str], object]
    cased: bool
    signs: tuple[str, ...]


class Cues:
    """Finds cues. A pattern is only tried on a line that holds one of its row's words and one of its signs."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_sign: dict[str, list[int]] = {}  # rows that no word calls for
        for number, row in enumerate(table("lines")["cue"]):
            pattern, signs = re.compile(row["pattern"]), row.get("signs", ())
            find = pattern.match if row.get("start") else pattern.search
            self._rows.append(_Row(row["name"], find, row.get("cased", False), tuple(signs) if "words" in row else ()))
            for word in row.get("words", ()):
                self._by_word.setdefault(word, []).append(number)
            for sign in signs if "words" not in row else ():
                self._by_sign.setdefault(sign, []).append(number)
        self.words = frozenset(self._by_word)

    def __call__(self, text: str, words: Set[str]) -> tuple[str, ...]:
        """The names of the cues in a line, in order; `words` are its words in small letters."""
        seen = text if len(text) <= 2 * ENDS else f"{text[:ENDS]} {text[-ENDS:]}"
        likely = {number for word in self.words & words for number in self._by_word[word]}
        likely.update([number for sign, rows in self._by_sign.items() if sign in seen for number in rows])
        if not likely:
            return ()
        small = seen.lower()
        found: set[str] = set()
        for number in likely:
            row = self._rows[number]
            if row.signs and not any(sign in seen for sign in row.signs):
                continue
            if row.name not in found and row.find(seen if row.cased else small):
                found.add(row.name)
        return tuple(sorted(found))
