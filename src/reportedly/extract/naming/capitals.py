"""Runs of words with capitals: candidates for names, found in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.vocabulary import table

LETTER = r"[^\W\d_]"
WORD = re.compile(rf"(?:{LETTER}|\d)(?:(?:{LETTER}|\d)|[-‐‑.'’&](?=(?:{LETTER}|\d)))*\.?")
INITIAL = re.compile(r"(?:[A-ZÀ-Ý]\.-?){1,3}")
COMPOUND = re.compile(r"(?<=\w)-[a-zà-ÿ]{4,}$")  # "Lorne-based", "Lorne-listed": the name is what stands before
POSSESSIVE = re.compile(r"[’']s?$")
JOINED = re.compile(
    r"[ \t\u00a0]+|[ \t]*\n[ \t]*|[ ][‘“\"'](?=\S)|[’”\"'][ ]|[ ]?[-&][ ]?"
)  # a nickname may stand in quotes
APOSTROPHES = ("’", "'")
ENDS = ".!?:;”»•*–—|"
REACH = 40  # code points looked back over for the end of the sentence before
OPENS = "“«\"'‘(["
SHOUTED = 0.75  # share of words with capitals from which a block says nothing by them


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, without its possessive ending and closing full stop, and where it begins.

    `capital` where it begins with a capital, or with a particle and a capital ("al-Rimal"); `first` where a sentence
    begins with it; of small words it is not asked.
    """

    text: str
    start: int
    capital: bool
    first: bool

    @property
    def end(self) -> int:
        """The code point behind it."""
        return self.start + len(self.text)

    @property
    def lower(self) -> str:
        """The word in small letters, with straight apostrophes."""
        return self.text.lower().replace("’", "'")


Run = tuple[Word, ...]


def words(text: str) -> list[Word]:
    """Every word of a text, in order."""
    found: list[Word] = []
    for match in WORD.finditer(text):
        word = match.group()
        kept = word if word.isalpha() else _kept(word)
        if kept:
            start = match.start()
            if kept.islower():
                found.append(Word(kept, start, False, False))
            else:
                capital = kept[0].isupper() or bool(_particle().match(kept))
                found.append(Word(kept, start, capital, _begins(text, start)))
    return found


def _kept(word: str) -> str:
    if word.endswith(".") and not (INITIAL.fullmatch(word) or _abbreviated().fullmatch(word) or word.count(".") > 1):
        word = word[:-1]
    plain = POSSESSIVE.sub("", word) if word[-2:-1] in APOSTROPHES or word[-1:] in APOSTROPHES else word
    return COMPOUND.sub("", plain) if plain[:1].isupper() and "-" in plain else plain


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - REACH) : start].rstrip()
    while before and before[-1] in OPENS:
        before = before[:-1].rstrip()
    return not before or (before[-1] in ENDS and not _ends_in_abbreviation(before))


def _ends_in_abbreviation(before: str) -> bool:
    tail = before.rsplit(None, 1)[-1]
    return bool(INITIAL.fullmatch(tail) or _abbreviated().fullmatch(tail))


def shouts(found: list[Word], least: int = 8) -> bool:
    """Whether so many words (of `least` long ones at least) have capitals that a capital tells nothing."""
    long = [word for word in found if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) >= least and sum(word.text[0].isupper() for word in long) > SHOUTED * len(long)


def unlisted(text: str, found: list[Word]) -> list[Word]:
    """The words in no row with commas: "in London, Paris, Lisbon and Manila" shouts no more than one name does."""
    return [word for word in found if text[word.end : word.end + 1] != "," and not _after_comma(text, word)]


def _after_comma(text: str, word: Word) -> bool:
    return text[max(0, word.start - 2) : word.start] == ", "


def runs(text: str, found: list[Word]) -> Iterator[Run]:
    """Maximal runs of capital words, with the small words that stand inside a name between them."""
    at = 0
    while at < len(found):
        if not _starts(found, at):
            at += 1
            continue
        end = at + 1
        while (step := _next(text, found, at, end)) is not None:
            end = step
        yield tuple(found[at:end])
        at = end


def _starts(found: list[Word], at: int) -> bool:
    word = found[at]
    if word.capital:
        return True
    following = found[at + 1] if at + 1 < len(found) else None
    near = following is not None and following.capital and following.start == word.end + 1
    return near and bool(_ordinal().fullmatch(word.text))


def _next(text: str, found: list[Word], start: int, end: int) -> int | None:
    """The end of the run with its next word in it; None where the run is over."""
    reach = end
    while reach < len(found) and reach - end < 3 and _near(text, found[reach - 1], found[reach]):
        word = found[reach]
        if word.capital or (word.text[0].isdigit() and reach == end and word.text.isalnum()):
            return reach + 1
        if not (word.lower in _inside() or (word.lower == "and" and _takes_and(found[start:end]))):
            return None
        reach += 1
    return None


def _near(text: str, one: Word, other: Word) -> bool:
    gap = text[one.end : other.start]
    if gap in ("'s ", "’s ", "' ", "’ "):
        return other.capital and other.lower in _offices() and one.lower in _holders()  # "the Lund Sheriff's Office"
    return JOINED.fullmatch(gap) is not None


@cache
def _offices() -> frozenset[str]:
    return frozenset(table("names")["office"]["bodies"].split())


@cache
def _holders() -> frozenset[str]:
    return frozenset(table("names")["office"]["holders"].split())


def _takes_and(run: list[Word]) -> bool:
    return any(word.lower in _and_heads() for word in run)


@cache
def _abbreviated() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(table('shortened')['before_names']['words'].split())})\.")


@cache
def _particle() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(table('names')['inside']['particles'].split())})[-’'](?=[A-ZÀ-Ý])")


@cache
def _inside() -> frozenset[str]:
    return frozenset(table("names")["inside"]["words"].split())


@cache
def _and_heads() -> frozenset[str]:
    return frozenset(table("names")["inside"]["and"])


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(table("names")["unit"]["ordinal"])
