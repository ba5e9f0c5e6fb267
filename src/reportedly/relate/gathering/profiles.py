"""What an article is about, as weighed words: names and numbers weigh more, words common in any news less."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from reportedly.model.article import STORY
from reportedly.model.reading import Reading
from reportedly.relate.terms import little_words, plain
from reportedly.vocabulary import table

WORD = re.compile(r"[^\W_][\w’'-]*")
SENTENCE_START = re.compile(r"(?:^|[.!?\"“”])\s*$")
POSSESSIVE = ("'s", "’s", "'", "’")
NAMES = 2.5  # how much more a name or a number weighs than another word
TITLE = 2.0  # how much more a word of the title weighs
LONGEST = 6000  # code points of the story that are read: the rest of a long page repeats or wanders
KEPT = 60  # words of a profile
KEPT_PLAIN = 40  # of them, where only words that name nothing are taken

Profile = dict[str, float]


def words(text: str) -> Iterator[str]:
    """The words of a text as profiles count them."""
    return filter(None, map(_counted, WORD.findall(text)))


@lru_cache(maxsize=16_384)
def _counted(token: str) -> str | None:
    """A token as profiles count it, plain and without the ending of what somebody owns; None for one that tells
    nothing."""
    word = plain(token)
    if word.endswith(POSSESSIVE):
        word = word.removesuffix("s")[:-1]
    return word if len(word) > 1 and word not in little_words() else None


@dataclass(slots=True)
class Counted:
    """The words of an article: `weighed` by names and place in it; those that name nothing; its names; its title's."""

    weighed: dict[str, float] = field(default_factory=dict)
    others: dict[str, float] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    title: set[str] = field(default_factory=set)

    def add(self, text: str, *, title: bool = False) -> None:
        """Count the words of a piece; capitals inside a sentence and digits tell names and numbers.

        In a title capitals tell little: where every word has one, none is known for a name by it.
        """
        factor = TITLE if title else 1.0
        for found in WORD.finditer(text):
            token = found.group()
            word = _counted(token)
            if word is None:
                continue
            number = token[0].isdigit()
            name = token[0].isupper() and not SENTENCE_START.search(text[max(0, found.start() - 3) : found.start()])
            self.weighed[word] = self.weighed.get(word, 0.0) + factor * (NAMES if name or number else 1.0)
            if title:
                self.title.add(word)
            elif name:
                self.names.add(word)
            if not number and (title or not name):
                self.others[word] = self.others.get(word, 0.0) + factor


def counted(reading: Reading) -> Counted:
    """The words of a reading's title and story."""
    counts = Counted()
    text, left = reading.capture.text, LONGEST
    for block in reading.article.blocks:
        if block.kind in STORY and left > 0:
            piece = block.span.of(text)[:left]
            left -= len(piece)
            counts.add(piece, title=block.kind == "title")
    return counts


def profiles(counts: Sequence[Mapping[str, float]]) -> list[Profile]:
    """Unit vectors of the most telling words, by how rare they are in all news and in these articles together."""
    common, texts = _background()
    seen = Counter(word for each in counts for word in each)
    return [_profile(each, seen, common, texts + len(counts)) for each in counts]


def telling(counts: Mapping[str, float]) -> Profile:
    """Unit vector of the most telling words, by how rare they are in all news alone: the same in every record."""
    common, texts = _background()
    return _profile(counts, {}, common, texts)


def plainly_telling(counts: Counted) -> Profile:
    """The same of the words that name nothing: what is told, whoever it is told of."""
    common, texts = _background()
    plainly = {word: count for word, count in counts.others.items() if word not in counts.names}
    return _profile(plainly, {}, common, texts, KEPT_PLAIN)


def shares(words: Iterable[str]) -> Profile:
    """What each of some words is of what they tell together, by how rare it is in all news; all make 1."""
    common, texts = _background()
    rare = {word: math.log((texts + 1) / (common.get(word, 0) + 0.5)) for word in sorted(words)}
    whole = math.fsum(rare.values()) or 1.0
    return {word: each / whole for word, each in rare.items()}


def _profile(
    counts: Mapping[str, float], seen: Mapping[str, int], common: Mapping[str, int], texts: int, most: int = KEPT
) -> Profile:
    weights = {
        word: (1 + math.log(1 + count)) * math.log((texts + 1) / (seen.get(word, 0) + common.get(word, 0) + 0.5))
        for word, count in counts.items()
    }
    kept = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    length = math.sqrt(math.fsum(weight * weight for _, weight in kept)) or 1.0
    return {word: weight / length for word, weight in kept}


@cache
def _background() -> tuple[dict[str, int], int]:
    known = table("background")
    counts = {word: int(count) for count, line in known["count"].items() for word in line.split()}
    return counts, int(known["texts"])
