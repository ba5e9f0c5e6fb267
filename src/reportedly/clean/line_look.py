"""How a line looks by itself: its length, its end, its words."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reportedly.clean.calls import Calls
from reportedly.clean.characters import JOINED
from reportedly.clean.cues import Cues
from reportedly.clean.line_words import LineWords
from reportedly.clean.lines import Line
from reportedly.vocabulary import table

LENGTHS = (4, 9, 16, 26, 41, 61, 91, 131, 201, 401)  # code points; a bucket ends before each
SHARES = (0.01, 0.15, 0.25, 0.35, 0.45)
ENDS = ".!…:a0#"  # the kinds of a line's last character
STARTS = 'Aa0#"([@©-–—•*|<>'  # and of its first one
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CAMEL = re.compile(r"[A-Z](?<=[a-z].)[a-z]+ .*[a-z][A-Z][a-z]+ ")  # words run together, as lists of links are
QUOTES = '"“”«»„‘'
CLOSERS = "\"'”’»)]* "
ADDRESS = (("address0",), ("address1",), ("address2",), ("address3",))
FEW = 14  # words
LONG = 90  # code points of running text
SENTENCE = 45
NEITHER, TELLING, PARAGRAPH = range(3)  # the worth of a line
PARAGRAPHS = 8  # bucket of LENGTHS from which on a line is a paragraph
RUNNING = 3  # bucket of SHARES: a quarter of its words


class Look(NamedTuple):
    """What can be seen of one line without its place on the page."""

    length: int  # bucket of LENGTHS
    end: int  # place in ENDS
    start: int  # place in STARTS
    share: int  # bucket of SHARES: how many of its words are function words
    capitals: int  # quarters of its words that begin with a capital
    worth: int  # how much it looks like running text: a paragraph, a sentence, neither
    flags: tuple[str, ...]
    cues: tuple[str, ...]

    @property
    def prose(self) -> bool:
        """Whether it is a paragraph that no masthead or menu holds: running text that ends as a sentence does."""
        if self.end > 1 or self.share < RUNNING or self.cues:
            return False
        return self.length >= PARAGRAPHS or (self.worth > NEITHER and self.flags[0] in ("saying", "quoting"))


class _Ends(dict[str, int]):
    """The kind of each last character."""

    def __missing__(self, last: str) -> int:
        kind = "." if last == "." else "…" if last == "…" else "!" if last in "!?" else ":" if last in ":;," else ""
        self[last] = ENDS.index(kind or ("a" if last.isalpha() else "0" if last.isdigit() else "#"))
        return self[last]


class _Starts(dict[str, int]):
    """The kind of each first character."""

    def __missing__(self, first: str) -> int:
        kind = ("A" if first.isupper() else "a") if first.isalpha() else "0" if first.isdigit() else first
        self[first] = STARTS.index('"' if kind in QUOTES else kind if kind in STARTS else "#")
        return self[first]


class Looks:
    """Looks at the lines of a page."""

    def __init__(self) -> None:
        lists = table("lines")
        calls = Calls()
        self._cues = Cues(calls)
        self._saying = calls.by_words(lists["saying"]["words"].split())
        self._depicting = calls.by_words(lists["depicting"]["words"].split())
        self._quoting = calls.by_sign(f"[{QUOTES}]")
        self._digit = calls.by_sign(r"\d")
        self._scenes = [(calls.by_words(row["words"]), re.compile(row["pattern"])) for row in lists["scene"]]
        self._scenic = sum({bit for bit, _ in self._scenes})
        self._raising = self._scenic | JOINED | self._digit | self._depicting
        self._telling = self._saying | self._quoting
        self._voices = {self._saying: ("saying",), self._quoting: ("quotes",), self._telling: ("quoting",)}
        self._words = LineWords(calls)
        self._ends, self._starts = _Ends(), _Starts()

    def __call__(self, pages: Sequence[Sequence[Line]]) -> list[tuple[list[Look], list[int]]]:
        """Of several pages that have lines the look of every line, and its kinship: see `LineWords`."""
        texts = [line.text for page in pages for line in page]
        words = self._words(texts, [len(page) for page in pages])
        looks = [self._look(*seen) for seen in zip(texts, *words.columns(), strict=True)]
        kin = words.kinship([look.worth == PARAGRAPH for look in looks])
        ends = list(accumulate(map(len, pages)))
        return [(looks[start:end], kin[start:end]) for start, end in pairwise((0, *ends))]

    def _look(self, text: str, words: int, function: int, address: int, capitals: int, calls: int) -> Look:
        bare = text.rstrip(CLOSERS)
        end = self._ends[bare[-1:] or ")"]
        if not end and bare[-3:] == "...":
            end = 2
        size, share = len(text), function / words if words else 0.0
        worth = NEITHER if share <= 0.2 else PARAGRAPH if size >= LONG else int(end < 2 and size >= SENTENCE)
        flags: tuple[str, ...] = ADDRESS[address if address < 3 else 3]
        if calls & self._telling:
            flags = self._voices[calls & self._telling]
        if calls & self._raising or words < FEW or text.isupper():
            flags = (*flags, *self._raised(text, calls, words))
        return Look(
            bisect(LENGTHS, size),
            end,
            self._starts[text[0]],
            bisect(SHARES, share),
            4 * capitals // words if words else 0,
            worth,
            flags,
            self._cues(text, calls),
        )

    def _raised(self, text: str, calls: int, words: int) -> list[str]:
        flags, size = [], len(text)
        if calls & self._scenic and size < 450 and any(bit & calls and find.search(text) for bit, find in self._scenes):
            flags.append("scene")
        if calls & JOINED and CAMEL.search(text):
            flags.append("camel")
        if calls & self._digit and ("20" in text or "19" in text) and YEAR.search(text):
            flags.append("year-short" if words < FEW else "year")
        if calls & self._depicting and size < 300:
            flags.append("depicting")
        if text.isupper():
            flags.append("upper")
        if not words:
            flags.append("wordless")
        elif words < FEW and calls & self._digit and 3 * len(DIGIT.findall(text)) > size:
            flags.append("digits")
        return flags
