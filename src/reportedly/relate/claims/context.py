"""The words around a value: its sentence, and what stands near, weighed by how near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from reportedly.grammar.sentence_end import sentence_end
from reportedly.model.span import Span
from reportedly.relate.terms import content_stems, stem
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import families

LINE_END = r"\n+"
REACH = 1000  # code points each side: no sentence is longer
NEAR = 12  # content words each side of a value that can tell what it is the value of
HALF = 5.0  # content words off at which a word counts half
FALLING = tuple(1.0 / (1.0 + off / HALF) for off in range(NEAR))  # what each of them weighs
BEFORE = 160  # code points before the sentence, in its paragraph, that still tell what it is about
FAINT = 0.2  # what a word there weighs
MATTER = 0.2  # of the words of the shorter one: what two sentences of one matter share

Weighed = tuple[tuple[str, float], ...]


@lru_cache(maxsize=16_384)  # every rule asks for the sentence of a value anew
def sentence_at(text: str, span: Span) -> Span:
    """The sentence, or line, around a span of a text."""
    first = max(0, span.start - REACH)
    ends = sentence_end(LINE_END)
    start = max((end.end() for end in ends.finditer(text, first, span.start + 1)), default=first)
    after = ends.search(text, span.end, span.end + REACH)
    return Span(min(start, span.start), after.start() + 1 if after else min(len(text), span.end + REACH))


def near(text: str, span: Span, sentence: Span) -> Weighed:
    """Stems and families of the words around a span, each with its weight: 1 at its side, less further off."""
    weights: dict[str, float] = {}
    before = text[max(0, sentence.start - BEFORE) : sentence.start].rsplit("\n", 1)[-1]
    for word in content_stems(before):
        raise_to(weights, terms(word), FAINT)
    ahead = content_stems(text[sentence.start : span.start]) or content_stems(_sentence_before(text, sentence))
    pieces = (
        reversed(ahead),
        content_stems(text[span.end : sentence.end]),
        content_stems(text[span.start : span.end]),
    )
    for words in pieces:
        for weight, word in zip(FALLING, words, strict=False):
            raise_to(weights, terms(word), weight)
    return tuple(sorted(weights.items()))


def _sentence_before(text: str, sentence: Span) -> str:
    """The sentence ahead in the same line: what a value that begins its own is the value of, it says at first."""
    line = text[max(0, sentence.start - REACH) : sentence.start].rsplit("\n", 1)[-1].rstrip()
    ends = [end.end() for end in sentence_end(LINE_END).finditer(line)]
    return line[ends[-1] if ends else 0 :]


@lru_cache(maxsize=4096)  # asked again within its story alone; an entry is a kB
def words_of(near: Weighed) -> frozenset[str]:
    """The stems among weighed words, without their families."""
    return frozenset(term for term, _ in near if not term.startswith("="))


def one_matter(first: AbstractSet[str], second: AbstractSet[str], words: int = 1, share: float = MATTER) -> bool:
    """Whether two sentences, by the stems of their words, have enough in common to be of one matter.

    So large a `share` of those of the shorter, and at least so many `words`. The bar is one for whatever joins or parts
    two sentences, so that what one rule calls another matter no other calls the same; a rule may only ask for more.
    """
    common, least = len(first & second), min(len(first), len(second))
    return not least or (common >= words and common >= share * least)


def shared(one: Weighed, other: Weighed) -> float:
    """What share of the stems of the shorter one two have in common (0..1; of none all)."""
    first, second = words_of(one), words_of(other)
    least = min(len(first), len(second))
    return len(first & second) / least if least else 1.0


def raise_to(weights: dict[str, float], kept: Iterable[str], weight: float) -> None:
    """Let each term weigh at least so much."""
    for term in kept:
        if weights.get(term, 0.0) < weight:
            weights[term] = weight


@lru_cache(maxsize=65_536)
def terms(word: str) -> tuple[str, ...]:
    """A stem, and the families that it belongs to: "drowned" also speaks of the killed."""
    return (word, *(f"={family}" for family in _word_families().get(word, ())))


@cache
def _word_families() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, family in families().items():
        for word in (*family.verbs, *family.nouns, *family.counted, *family.adjectives, *family.participles):
            if " " not in word:
                found[stem(word)][name] = None
    for name, entry in table("sets")["noun"].items():
        for word in entry["words"].split():
            found[stem(word)][f"{name}s"] = None
    return {word: tuple(names) for word, names in found.items()}
