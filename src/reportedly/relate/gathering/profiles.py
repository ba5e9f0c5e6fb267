"""What an article is about, as weighed words: names and numbers weigh more, words common in any news less."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reportedly.model.article import STORY
from reportedly.model.reading import Reading
from reportedly.relate.terms import little_words, plain
from reportedly.vocabulary import table

WORD = re.compile(r"[^\W_][\w’'-]*")
SENTENCE_START = re.compile(r"(?:^|[.!?\"“”])\s*$")
POSSESSIVE = re.compile(r"['’]s?$")
NAMES = 2.5  # how much more a name or a number weighs than another word
TITLE = 2.0  # how much more a word of the title weighs
LONGEST = 6000  # code points of the story that are read: the rest of a long page repeats or wanders
KEPT = 60  # words of a profile

Profile = dict[str, float]


def words(text: str) -> Iterator[str]:
    """The words of a text as profiles count them."""
    little = little_words()
    for found in WORD.finditer(text):
        word = POSSESSIVE.sub("", plain(found.group()))
        if len(word) > 1 and word not in little:
            yield word


def weigh(text: str, factor: float, counts: Counter[str]) -> None:
    """Add the words of a text to what was counted; capitals inside a sentence and digits tell names and numbers."""
    little = little_words()
    for found in WORD.finditer(text):
        token = found.group()
        word = POSSESSIVE.sub("", plain(token))
        if len(word) < 2 or word in little:
            continue
        before = text[max(0, found.start() - 3) : found.start()]
        name = token[0].isdigit() or (token[0].isupper() and not SENTENCE_START.search(before))
        counts[word] += factor * (NAMES if name else 1.0)  # type: ignore[assignment]


def counted(reading: Reading) -> Counter[str]:
    """Weighed counts of the words of a reading's title and story."""
    counts: Counter[str] = Counter()
    text, left = reading.capture.text, LONGEST
    for block in reading.article.blocks:
        if block.kind in STORY and left > 0:
            piece = block.span.of(text)[:left]
            left -= len(piece)
            weigh(piece, TITLE if block.kind == "title" else 1.0, counts)
    return counts


def profiles(counts: Sequence[Counter[str]]) -> list[Profile]:
    """Unit vectors of the most telling words, by how rare they are in all news and in these articles together."""
    common, texts = _background()
    seen = Counter(word for each in counts for word in each)
    return [_profile(each, seen, common, texts + len(counts)) for each in counts]


def telling(counts: Mapping[str, float]) -> Profile:
    """Unit vector of the most telling words, by how rare they are in all news alone: the same in every record."""
    common, texts = _background()
    return _profile(counts, {}, common, texts)


def _profile(counts: Mapping[str, float], seen: Mapping[str, int], common: Mapping[str, int], texts: int) -> Profile:
    weights = {
        word: (1 + math.log(1 + count)) * math.log((texts + 1) / (seen.get(word, 0) + common.get(word, 0) + 0.5))
        for word, count in counts.items()
    }
    kept = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:KEPT]
    length = math.sqrt(math.fsum(weight * weight for _, weight in kept)) or 1.0
    return {word: weight / length for word, weight in kept}


@cache
def _background() -> tuple[dict[str, int], int]:
    known = table("background")
    counts = {word: int(count) for count, line in known["count"].items() for word in line.split()}
    return counts, int(known["texts"])
