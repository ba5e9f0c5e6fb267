"""What a figure counts or measures, as far as its words tell: the described set that a question is about."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from reportedly.model.mention import Figure
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.terms import WORD, content_stems, little_words, plain, stem
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import families, family_of_adjective, family_of_noun, family_of_participle

SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])|\n+")
NEAR = 12  # content words each side of a figure that can tell what it counts
HALF = 5.0  # content words off at which a word counts half


@dataclass(frozen=True, slots=True)
class Described:
    """The set behind one figure.

    `dimension` is what kind of size it is ("count", "money", "length" …); `head` the stem of the counted noun and
    `family` the group of nouns that it belongs to; `modifiers` the stems of its other words. `near` weighs the words
    around the figure, 1 at its side. None, or nothing, where the words do not tell.
    """

    figure: Figure
    sentence: Span
    dimension: str
    head: str | None
    family: str | None
    modifiers: frozenset[str]
    predicate: str | None
    holder: str | None
    near: tuple[tuple[str, float], ...]

    @property
    def bare(self) -> bool:
        """Whether the words at the figure's side tell neither what is counted nor what happened to it."""
        return self.head is None and self.predicate is None and self.dimension == "count"


def describe(figure: Figure, reading: Reading) -> Described:
    """The described set of a figure in its reading."""
    sentence = sentence_at(reading.capture.text, figure.span)
    counted = content_stems(figure.counted) if figure.counted else []
    head = counted[-1] if counted else None
    return Described(
        figure=figure,
        sentence=sentence,
        dimension=dimension(figure),
        head=head,
        family=noun_family(head),
        modifiers=frozenset(counted[:-1]),
        predicate=figure.predicate or _implied(figure.counted),
        holder=plain(figure.holder) if figure.holder else None,
        near=tuple(_near(reading.capture.text, figure.span, sentence)),
    )


def sentence_at(text: str, span: Span) -> Span:
    """The sentence, or line, around a span of a text."""
    begin = max((m.end() for m in SENTENCE_END.finditer(text, max(0, span.start - 1000), span.start)), default=None)
    start = begin if begin is not None else max(0, span.start - 1000)
    after = SENTENCE_END.search(text, span.end, span.end + 1000)
    return Span(min(start, span.start), after.start() + 1 if after else min(len(text), span.end + 1000))


def _near(text: str, span: Span, sentence: Span) -> list[tuple[str, float]]:
    little = little_words()
    weights: dict[str, float] = {}

    def take(piece: str, backwards: bool) -> None:
        words = [m.group() for m in WORD.finditer(piece) if len(m.group()) > 1 and plain(m.group()) not in little]
        for off, word in enumerate(reversed(words) if backwards else words):
            if off >= NEAR:
                break
            for term in _terms(stem(word)):
                weights[term] = max(weights.get(term, 0.0), 1.0 / (1.0 + off / HALF))

    take(text[sentence.start : span.start], True)
    take(text[span.end : sentence.end], False)
    take(text[span.start : span.end], False)
    return sorted(weights.items())


def _terms(word: str) -> tuple[str, ...]:
    """A word, and the families that it belongs to: "drowned" also speaks of the killed."""
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


def dimension(figure: Figure) -> str:
    """What kind of size a figure is: "count" where it has no unit, else the family of its unit."""
    unit = figure.quantity.unit
    if not unit:
        return "count"
    known = _units()
    form = plain(unit).strip()
    for candidate in (form, form.replace(" ", "-"), stem(form), *(stem(w) for w in re.split(r"[\s-]+", form))):
        if candidate in known:
            return known[candidate]
    return f"count of {stem(form.split()[-1])}"


@cache
def _units() -> dict[str, str]:
    return {word: name for name, entry in table("sets")["unit"].items() for word in entry["words"].split()}


@cache
def _nouns() -> dict[str, str]:
    return {stem(word): name for name, entry in table("sets")["noun"].items() for word in entry["words"].split()}


def noun_family(head: str | None) -> str | None:
    """The group of nouns that count one kind of thing; the noun itself where it is in none."""
    return _nouns().get(head, head) if head is not None else None


def _implied(counted: str | None) -> str | None:
    """What is said to have happened by the counted noun alone: "the dead" were killed."""
    for word in reversed((counted or "").split()):
        found = family_of_noun(word) or family_of_adjective(word) or family_of_participle(word)
        if found is not None:
            return found
    return None
