"""How a line looks by itself: its length, its end, its words."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.clean.cues import Cues
from reportedly.clean.line_words import Counted, LineWords, small_words
from reportedly.clean.lines import Line
from reportedly.vocabulary import table

LENGTHS = (4, 9, 16, 26, 41, 61, 91, 131, 201, 401)  # code points; a bucket ends before each
SHARES = (0.01, 0.15, 0.25, 0.35, 0.45)
DIGIT = re.compile(r"\d")
CAMEL = re.compile(r"[A-Z](?<=[a-z].)[a-z]+ .*[a-z][A-Z][a-z]+ ")  # words run together, as lists of links are
QUOTES = '"“”«»„‘'
QUOTED = re.compile(f"[{QUOTES}]")
CLOSERS = "\"'”’»)]* "
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONG = 90  # code points of running text
SENTENCE = 45
PARAGRAPHS = 8  # bucket of LENGTHS from which on a line is a paragraph
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
    shape: str  # its length, up to a bucket, and its end

    @property
    def prose(self) -> bool:
        """Whether it is a paragraph that no masthead or menu holds: running text that ends as a sentence does."""
        if self.end not in ".!" or self.share < RUNNING or self.cues:
            return False
        return self.length >= PARAGRAPHS or (self.worth > 0 and ("saying" in self.flags or "quoting" in self.flags))


class Looks:
    """Looks at lines."""

    def __init__(self) -> None:
        words = table("lines")
        self._saying = frozenset(words["saying"]["words"].split())
        self._depicting = frozenset(words["depicting"]["words"].split())
        self._address = frozenset(words["address"]["words"].split())
        self._places = frozenset(words["scene"]["words"])
        self._scene = re.compile(words["scene"]["pattern"])
        self._cues = Cues()
        self._words = LineWords(self._saying | self._depicting | self._address | self._places | self._cues.words)

    def __call__(self, line: Line) -> Look:
        """The look of one line."""
        text = line.text
        words = self._words(text)
        share = words.function / words.words if words.words else 0.0
        size, end = len(text), _end(text)
        worth = 3 if size >= LONG and share > 0.2 else 1 if size >= SENTENCE and end in ".!" and share > 0.2 else -1
        length = bisect(LENGTHS, size)
        return Look(
            length,
            end,
            _start(text[0]),
            bisect(SHARES, share),
            4 * words.capitals // words.words if words.words else 0,
            worth,
            tuple(self._flags(text, words)),
            self._cues(text, words.telling),
            words.longer,
            f"{min(length, 8)}{end}",
        )

    def _flags(self, text: str, words: Counted) -> Iterator[str]:
        telling = words.telling
        saying = not self._saying.isdisjoint(telling)
        if "“" in text or "”" in text or '"' in text or (not text.isascii() and QUOTED.search(text)):
            yield "quoting" if saying else "quotes"
        elif saying:
            yield "saying"
        else:
            yield f"address{0 if self._address.isdisjoint(telling) else self._addresses(text)}"
        year = YEAR.search(text) if "19" in text or "20" in text else None
        if len(text) < 450 and (year or not self._places.isdisjoint(telling)) and self._scene.search(text):
            yield "scene"
        if CAMEL.search(text):
            yield "camel"
        if year:
            yield "year-short" if words.words < 14 else "year"
        if len(text) < 300 and not self._depicting.isdisjoint(telling):
            yield "depicting"
        if text.isupper():
            yield "upper"
        if not words.words:
            yield "wordless"
        elif words.words < 14 and 3 * len(DIGIT.findall(text)) > len(text):
            yield "digits"

    def _addresses(self, text: str) -> int:
        return min(3, len([word for word in small_words(text) if word in self._address]))


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
