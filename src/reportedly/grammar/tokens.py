"""A text as tokens, each of one kind, so that a grammar can be written over kinds of word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reportedly.grammar.lexicon import characters, kinds, needs_capital

# Each token is matched once from its start and no alternative repeats inside another: the time is linear.
TOKEN = re.compile(
    r"""(?:
    (?P<word>(?:[aApP]\.[mM](?=\.|\b))|[^\W\d_]+(?:['’](?![sS](?!\w))[^\W\d_]+)*)  # first, since most are words
  | (?P<gap>\n[^\S\n]*\n\s*|\u2029\s*)
  | (?P<code>(?=[+(/0-9])(?:  # telephone numbers, and what follows a site's name
          \+[0-9]{1,3}(?:[ .-]\(?[0-9]{2,4}\)?){2,5}(?![\w,])
        | (?<![\w.,])(?:1[ .-])?(?:\([0-9]{3}\)[ ]?|[0-9]{3}[ .-])[0-9]{3}[.-][0-9]{4}(?!\w)
        | (?<![\w.,])1[ ]8[0-9]{2}[ ][0-9]{3}[ ][0-9]{4}(?!\w)
        | (?<![\w.,])(?:1|[0-9]{3})[.-][0-9]{3}[.-](?:[0-9]{3}[.-])?[A-Z]{4,}(?!\w)  # on its keys: 555-TIPS
        | (?<![\w.,])0[0-9]{1,4}(?:[ -][0-9]{2,4}){2,4}(?![\w,])
        | (?:(?<=\w\.[a-z]{2})|(?<=\w\.[a-z]{3}))/\S+))
  | (?P<isodate>(?<![0-9])[12][0-9]{3}-[01][0-9]-[0-3][0-9]
        (?:[T ][0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+-][0-2][0-9]:?[0-5][0-9])?)?(?![\w-]))
  | (?P<slashdate>(?<![0-9/.-])[0-9]{1,2}(?P<sep>[/.-])[0-9]{1,2}(?P=sep)(?:[12][0-9]{3}|(?<=/)[0-9]{2})(?![\w/-]))
  | (?P<clock>(?<![0-9:])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))
  | (?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w)|1er(?!\w)|[0-9]{1,2}º)
  | (?P<decade>(?:[12][0-9]{2}0|[0-9]0)s(?!\w))
  | (?P<shortyear>(?<!\w)['’][0-9]{2}(?![\w'’,.%]))
  | (?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])
        | [0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3})+(?![0-9])
        | [0-9]{1,3}(?:[ ][0-9]{3})*[ ][0-9]00(?![\w,.-])
        | [0-9]+(?:\.[0-9]+)?
        | (?<![^\W\d_])\.[0-9]+)
  | (?P<possessive>['’][sS](?!\w))
  | (?P<mark>\S)
    )[ ]?  # most spaces are taken with the token before them
    """,
    re.VERBOSE,
)
LONGEST_DAY = 2  # digits of a day of the month
YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `starts[i]`, `ends[i]` are code points into `text`, `words[i]` lower case."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    kinds: str

    def __len__(self) -> int:
        return len(self.kinds)

    def word(self, place: int) -> str:
        """One token's words in lower case; empty outside the text."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def touches(self, place: int) -> bool:
        """Whether the token stands right after the one before it, with no space between."""
        return 0 < place < len(self.kinds) and self.ends[place - 1] == self.starts[place]

    def at(self, offset: int) -> int:
        """The first token that ends after `offset`; the number of tokens if there is none."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.ends[middle] <= offset else (low, middle)
        return low

    def part(self, start: int, end: int) -> Tokens:
        """The tokens from `start` to `end`, as those of a text that is this stretch alone."""
        held = slice(bisect_left(self.starts, start), bisect_right(self.ends, end))
        starts, ends = ([place - start for place in places[held]] for places in (self.starts, self.ends))
        return Tokens(self.text[start:end], starts, ends, self.words[held], self.kinds[held])


def tokens(text: str) -> Tokens:
    """Cuts a text into words, numbers and marks, each with its place and kind; white space is left out."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    found: list[str] = []
    known = characters()
    capitals = needs_capital()
    form = kinds()
    for match in TOKEN.finditer(text):
        name = match.lastgroup or "mark"
        word = match[name]
        start = match.start()
        starts.append(start)
        ends.append(start + len(word))
        lower = word.lower()
        words.append(lower)
        if name == "word" or name == "mark":
            kind = known.get(lower)
            if kind is None or (lower in capitals and word[0] == lower[0]):
                kind = form["capital"] if name == "word" and word[0] != lower[0] else form[name]
            found.append(kind)
        else:
            found.append(form[_number_form(word)] if name == "digits" else form[name])
    return Tokens(text, starts, ends, words, "".join(found))


def _number_form(digits: str) -> str:
    if len(digits) <= LONGEST_DAY and digits.isdigit() and 1 <= int(digits) <= 31:
        return "day"
    return "year" if len(digits) == 4 and digits.isdigit() and int(digits) in YEARS else "digits"
