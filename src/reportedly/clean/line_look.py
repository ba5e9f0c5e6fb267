"""How a line looks by itself: its length, its end, its words."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from typing import Any, NamedTuple

from reportedly.clean.calls import Calls
from reportedly.clean.cues import Cues
from reportedly.clean.line_words import Counted, LineWords
from reportedly.clean.lines import Line
from reportedly.vocabulary import table

LENGTHS = (4, 9, 16, 26, 41, 61, 91, 131, 201, 401)  # code points; a bucket ends before each
SHARES = (0.01, 0.15, 0.25, 0.35, 0.45)
DIGIT = re.compile(r"\d")
CAMEL = re.compile(r"[A-Z](?<=[a-z].)[a-z]+ .*[a-z][A-Z][a-z]+ ")  # words run together, as lists of links are
QUOTES = '"“”«»„‘'
CLOSERS = "\"'”’»)]* "
ADDRESS = ("address0", "address1", "address2", "address3")
FEW = 14  # words
LONG = 90  # code points of running text
SENTENCE = 45
PARAGRAPH = 3  # the worth of a paragraph
PARAGRAPHS = 8  # bucket of LENGTHS from which on a line is a paragraph
RUNNING = 3  # bucket of SHARES: a quarter of its words


class Look(NamedTuple):
    """What can be seen of one line without its place on the page."""

    length: int  # bucket of LENGTHS
    end: str  # the kind of its last character
    start: str  # the kind of its first one
    share: int  # bucket of SHARES: how many of its words are function words
    capitals: int  # quarters of its words that begin with a capital
    worth: int  # how much it looks like running text: 3 a paragraph, 1 a sentence, -1 neither
    flags: tuple[str, ...]
    cues: tuple[str, ...]
    kin: int  # quarters of its longer words that another paragraph of the page holds
    shape: str  # its length, up to a bucket, and its end

    @property
    def prose(self) -> bool:
        """Whether it is a paragraph that no masthead or menu holds: running text that ends as a sentence does."""
        if self.end not in ".!" or self.share < RUNNING or self.cues:
            return False
        return self.length >= PARAGRAPHS or (self.worth > 0 and ("saying" in self.flags or "quoting" in self.flags))


class Looks:
    """Looks at the lines of a page."""

    def __init__(self) -> None:
        lists = table("lines")
        calls = Calls()
        self._cues = Cues(calls)
        self._saying = calls.by_words(lists["saying"]["words"].split())
        self._depicting = calls.by_words(lists["depicting"]["words"].split())
        self._quoting = calls.by_sign(f"[{QUOTES}]")
        self._dated = calls.by_sign(r"\b(?:19|20)\d\d\b")
        self._scenes = [(_bit(calls, row), re.compile(row["pattern"])) for row in lists["scene"]]
        self._scenic = sum({bit for bit, _ in self._scenes})
        self._joined = calls.by_sign("[a-z][A-Z][a-z]+$")
        self._words = LineWords(calls)

    def __call__(self, page: Sequence[Line]) -> list[Look]:
        """The look of every line of a page."""
        if not page:
            return []
        texts = [line.text for line in page]
        words = self._words(texts)
        ends = [_end(text) for text in texts]
        shares = [counted.function / counted.words if counted.words else 0.0 for counted in words.lines]
        worths = [_worth(len(text), end, share) for text, end, share in zip(texts, ends, shares, strict=True)]
        kin = words.kinship([worth == PARAGRAPH for worth in worths])
        return [self._look(*seen) for seen in zip(texts, words.lines, ends, shares, worths, kin, strict=True)]

    def _look(self, text: str, words: Counted, end: str, share: float, worth: int, kin: int) -> Look:
        length = bisect(LENGTHS, len(text))
        return Look(
            length,
            end,
            _start(text[0]),
            bisect(SHARES, share),
            4 * words.capitals // words.words if words.words else 0,
            worth,
            self._flags(text, words),
            self._cues(text, words.calls),
            kin,
            f"{min(length, 8)}{end}",
        )

    def _flags(self, text: str, words: Counted) -> tuple[str, ...]:
        calls, size = words.calls, len(text)
        flags = [self._voice(words)]
        if calls & self._scenic and size < 450 and any(bit & calls and find.search(text) for bit, find in self._scenes):
            flags.append("scene")
        if calls & self._joined and CAMEL.search(text):
            flags.append("camel")
        if calls & self._dated:
            flags.append("year-short" if words.words < FEW else "year")
        if calls & self._depicting and size < 300:
            flags.append("depicting")
        if text.isupper():
            flags.append("upper")
        if not words.words:
            flags.append("wordless")
        elif words.words < FEW and 3 * len(DIGIT.findall(text)) > size:
            flags.append("digits")
        return tuple(flags)

    def _voice(self, words: Counted) -> str:
        """Whether it quotes, tells of saying, or speaks to its reader."""
        if words.calls & self._quoting:
            return "quoting" if words.calls & self._saying else "quotes"
        return "saying" if words.calls & self._saying else ADDRESS[min(3, words.address)]


def _bit(calls: Calls, row: dict[str, Any]) -> int:
    """The bit that a row of the vocabulary calls by its words or its sign."""
    return calls.by_words(row["words"]) if "words" in row else calls.by_sign(row["sign"])


def _worth(size: int, end: str, share: float) -> int:
    if share <= 0.2:
        return -1
    return PARAGRAPH if size >= LONG else 1 if size >= SENTENCE and end in ".!" else -1


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
