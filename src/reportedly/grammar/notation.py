"""Patterns over kinds of word, written in words: `"the? last:back n:number? u:(unit|units)"`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.grammar.lexicon import kinds
from reportedly.grammar.numerals import numeral
from reportedly.grammar.tokens import Tokens
from reportedly.model.errors import VocabularyError

PIECE = re.compile(r"(?P<label>[a-z]\w*):(?P<group>\(?)|(?P<name>[a-z_]+)|(?P<mark>\(\?<?[!=]|[()|?*+]|\{\d,\d\})|\s+")
PHRASES = {  # named parts that patterns share; each may use those above it
    "small": "(tens (hyphen? ones)?|teens|ones)",
    "hundreds": "((small|a|(?=hundred and (ones|teens|tens))) hyphen? hundred (hyphen? and? hyphen? small)?)",
    "dozens": "((hundreds|small|a) hyphen? dozen)",
    "spelled": "(dozens|(hundreds|small) point ones+ magnitude*|(hundreds|small|a (?=magnitude))"
    " (hyphen? magnitude comma? and? (hundreds|small) (?!hyphen? ordinal))* (hyphen? magnitude)*)",
    "numerals": "((day|year|digits) magnitude?)",
    "number": "((?=day|year|digits|tens|teens|ones|a|hundred) (numerals|spelled))",  # said first: most words begin none
    "one": "(unit|quarter|century|weekend|second)",
    "length": "(unit|units|quarter|century|weekend|second)",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern was found in a text; labels name its parts."""

    tokens: Tokens
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Its first code point."""
        return self.tokens.starts[self.match.start()]

    @property
    def end(self) -> int:
        """One past its last code point."""
        return self.tokens.ends[self.match.end() - 1]

    def part(self, label: str) -> tuple[int, int]:
        """First token and one past the last of a part; (0, 0) when it is not there or no part has that name."""
        first, last = self.match.span(label) if label in self.match.re.groupindex else (0, 0)
        return max(0, first), max(0, last)

    def has(self, label: str) -> bool:
        """Whether this part is there."""
        first, last = self.part(label)
        return first < last

    def words(self, label: str) -> str:
        """The part's words as the text has them; empty when it is not there."""
        first, last = self.part(label)
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]] if first < last else ""

    def word(self, label: str) -> str:
        """The part's first word, in lower case; empty when it is not there."""
        first, last = self.part(label)
        return self.tokens.word(first) if first < last else ""

    def number(self, label: str) -> float | None:
        """The value of a part that is a number."""
        first, last = self.part(label)
        return numeral(self.tokens, first, last) if first < last else None


def pattern(notation: str) -> re.Pattern[str]:
    """The regular expression over `Tokens.kinds` that a notation stands for.

    Names are kinds of the lexicon or `PHRASES`; `label:name` and `label:(…)` name a part; `( ) | ? * +` and
    `{1,3}` mean what they mean in regular expressions. Raises `VocabularyError` for a name nobody defines.
    """
    return re.compile(_expanded(notation))


def _expanded(notation: str) -> str:
    written: list[str] = []
    label = ""
    for piece in PIECE.finditer(notation):
        if piece["label"]:
            label = piece["label"]
            if piece["group"]:
                written.append(f"(?P<{label}>")
                label = ""
        elif piece["name"]:
            fragment = _fragment(piece["name"])
            written.append(f"(?P<{label}>{fragment})" if label else fragment)
            label = ""
        elif piece["mark"]:
            written.append("(?:" if piece["mark"] == "(" else piece["mark"])
    return "".join(written)


def _fragment(name: str) -> str:
    if name in PHRASES:
        return f"(?:{_expanded(PHRASES[name])})"
    try:
        return kinds()[name]
    except KeyError:
        raise VocabularyError(f"{name!r} is neither a kind of word nor a phrase; see grammar/lexicon.py") from None
