"""How a line looks by itself: its length, its end, its words."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.clean.cues import Cues
from reportedly.clean.lines import Line
from reportedly.vocabulary import table

WORD = re.compile(r"[\w’'-]+|©")
LENGTHS = (4, 9, 16, 26, 41, 61, 91, 131, 201, 401)  # code points; a bucket ends before each
SHARES = (0.01, 0.15, 0.25, 0.35, 0.45)
DIGIT = re.compile(r"\d")
CAMEL = re.compile(r"[a-z][A-Z][a-z]+ .*[a-z][A-Z][a-z]+ ")  # words run together, as lists of links are
QUOTES = '"“”«»„‘'
QUOTED = re.compile(f"[{QUOTES}]")
CLOSERS = "\"'”’»)]* "
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONG = 90  # code points of running text
SENTENCE = 45
PARAGRAPH = 131
RUNNING = 3  # bucket of SHARES: a quarter of its words


@dataclass(frozen=True, slots=True)
class Look:
    """What can be seen of one line without its neighbours."""

    length: int  # bucket of LENGTHS
    end: str  # the kind of its last character
    start: str  # the kind of its first one
    share: int  # bucket of SHARES: how many of its words are function words
    capitals: int  # quarters of its words that begin with a capital
    worth: int  # how much it looks like running text: 3 a paragraph, 1 a sentence, -1 neither
    flags: tuple[str, ...]
    cues: tuple[str, ...]
    words: frozenset[str]  # those of five letters and more, in small letters

    @property
    def prose(self) -> bool:
        """Whether it is a paragraph that no masthead or menu holds: running text that ends as a sentence does."""
        long = self.length >= bisect(LENGTHS, PARAGRAPH) or (self.worth > 0 and {"saying", "quoting"} & set(self.flags))
        return self.end in ".!" and self.share >= RUNNING and not self.cues and bool(long)


class Looks:
    """Looks at lines."""

    def __init__(self) -> None:
        words = table("lines")
        self._function = frozenset(words["function"]["words"].split())
        self._saying = frozenset(words["saying"]["words"].split())
        self._depicting = frozenset(words["depicting"]["words"].split())
        self._address = frozenset(words["address"]["words"].split())
        self._places = frozenset(words["scene"]["words"])
        self._scene = re.compile(words["scene"]["pattern"])
        self._cues = Cues()

    def __call__(self, line: Line) -> Look:
        """The look of one line."""
        text = line.text
        cased = WORD.findall(text)
        words = [word.lower() for word in cased]
        known = set(words)
        share = len([word for word in words if word in self._function]) / len(words) if words else 0.0
        capitals = len([word for word in cased if word[0].isupper()])
        end, long = _end(text), len(text) >= LONG
        worth = 3 if long and share > 0.2 else 1 if len(text) >= SENTENCE and end in ".!" and share > 0.2 else -1
        return Look(
            bisect(LENGTHS, len(text)),
            end,
            _start(text[0]),
            bisect(SHARES, share),
            4 * capitals // len(words) if words else 0,
            worth,
            tuple(self._flags(text, words, known)),
            self._cues(text, known),
            frozenset([word for word in known if len(word) > 4]),
        )

    def _flags(self, text: str, words: Sequence[str], known: set[str]) -> list[str]:
        flags = []
        if QUOTED.search(text):
            flags.append("quoting" if self._saying & known else "quotes")
        elif self._saying & known:
            flags.append("saying")
        else:
            flags.append(f"address{min(3, len([word for word in words if word in self._address]))}")
        year = YEAR.search(text)
        if len(text) < 450 and (year or self._places & known) and self._scene.search(text):
            flags.append("scene")
        if CAMEL.search(text):
            flags.append("camel")
        if year:
            flags.append("year-short" if len(words) < 14 else "year")
        if self._depicting & known and len(text) < 300:
            flags.append("depicting")
        if text.isupper():
            flags.append("upper")
        if not words:
            flags.append("wordless")
        elif len(words) < 14 and 3 * len(DIGIT.findall(text)) > len(text):
            flags.append("digits")
        return flags


def _end(text: str) -> str:
    bare = text.rstrip(CLOSERS)
    last = bare[-1] if bare else ")"
    if last in ".…":
        return "…" if bare.endswith(("...", "…")) else "."
    if last in "!?":
        return "!"
    if last in ":;,":
        return ":"
    return "a" if last.isalpha() else "0" if last.isdigit() else "#"


def _start(first: str) -> str:
    if first.isalpha():
        return "A" if first.isupper() else "a"
    if first.isdigit():
        return "0"
    return first if first in "([@#©-–—•*|<>" else "quote" if first in QUOTES else "#"
