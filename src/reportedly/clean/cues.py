"""What the words of a line tell about it: the cues of `vocabulary/lines.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.vocabulary import table

ENDS = 90  # code points at either end of a long line in which a cue is looked for


class Cues:
    """Finds cues. A cue's pattern is only tried on a line that holds one of its words or signs, if it has any."""

    def __init__(self) -> None:
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._by_word: dict[str, list[str]] = {}
        self._always: list[str] = []
        self._signs: list[tuple[str, tuple[str, ...]]] = []
        for cue in table("lines")["cue"]:
            name = cue["name"]
            self._patterns[name] = re.compile(cue["pattern"], 0 if cue.get("cased") else re.I)
            for word in cue["words"]:
                self._by_word.setdefault(word, []).append(name)
            if cue.get("signs"):
                self._signs.append((name, tuple(cue["signs"])))
            elif not cue["words"]:
                self._always.append(name)
        self._words = frozenset(self._by_word)

    def __call__(self, text: str, words: Iterable[str]) -> tuple[str, ...]:
        """The names of the cues in a line; `words` are its words in small letters."""
        likely = {name for word in self._words.intersection(words) for name in self._by_word[word]}
        likely.update(name for name, signs in self._signs if any(sign in text for sign in signs))
        seen = text if len(text) <= 2 * ENDS else f"{text[:ENDS]} {text[-ENDS:]}"
        return tuple(name for name in (*self._always, *sorted(likely)) if self._patterns[name].search(seen))
