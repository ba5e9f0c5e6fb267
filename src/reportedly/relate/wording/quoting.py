"""A question that cannot be put plainly: it quotes the words that it stands on, with … for its value."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.grammar.one_line import one_line
from reportedly.model.point import PointKind
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.claims.claim import Claim
from reportedly.relate.clippings import Clippings
from reportedly.relate.wording.asking import unclear
from reportedly.vocabulary import table

SHORTEST_QUOTE = 30  # code points of a sentence that tells what it is about
LONGEST_QUOTE = 90  # code points of founding words: a line of the page


def quoted(kind: PointKind, claims: Sequence[Claim], clippings: Clippings) -> str:
    """The founding claim's own words, with … for its value: "How far: “sank … off the cape”?"."""
    founding = _founding(kind, claims)
    words = table("wording")
    ask = words["asked"][founding.dimension if kind == "who" else kind]
    if kind == "figure" and founding.dimension != "count":
        ask = words["measured"].get(founding.dimension, words["measured"]["other"])
    return quoting(ask, kind, claims, clippings)


def quoting(asked: str, kind: PointKind, claims: Sequence[Claim], clippings: Clippings) -> str:
    """What is asked, and the founding claim's words: "How many were hurt: “A wall fell in May and hurt …”?"."""
    founding = _founding(kind, claims)
    reading = clippings.reading(founding.article)
    if kind == "whether":
        return f"{asked.rstrip('?')}: “{cut(one_line(founding.text), LONGEST_QUOTE)}”?"
    return f"{asked.rstrip('?')}: “{_blanked(founding.span, _in_block(founding, reading), reading.capture.text)}”?"


def _in_block(claim: Claim, reading: Reading) -> Span:
    """A claim's sentence as far as its block goes: a picture's credit may stand in the line of what is shown."""
    around = (block.span for block in reading.article.blocks if block.span.contains(claim.span))
    block = next(around, claim.sentence)
    return Span(max(block.start, claim.sentence.start), min(block.end, claim.sentence.end))


def _founding(kind: PointKind, claims: Sequence[Claim]) -> Claim:
    """The shortest sentence that says something: a line of one word tells nobody what is asked."""

    def order(claim: Claim) -> tuple[bool | int | str, ...]:
        doubt = _doubt(claim) if kind == "whether" else (len(claim.sentence) < SHORTEST_QUOTE, claim.counted is None)
        return (*doubt, len(claim.sentence), claim.id)

    return min(claims, key=order)


def _doubt(claim: Claim) -> tuple[bool, bool, int]:
    """How far a sentence is from one that can be asked after by itself: it has a verb, names all, and fits a line."""
    return (claim.head is None, len(claim.text) > LONGEST_QUOTE, unclear(claim.text))


def _blanked(value: Span, sentence: Span, text: str) -> str:
    """The words around a value, … in its stead, or behind one that is all of its line: as many as a line holds."""
    half = LONGEST_QUOTE // 2
    before, behind = one_line(text[sentence.start : value.start]), one_line(text[value.end : sentence.end])
    if not before and not behind:  # a line of its own says when the next one was
        behind = one_line(text[value.end : sentence.end + LONGEST_QUOTE])
    if len(before) > half:
        before = before[-half:].split(" ", 1)[-1]
    return f"{before} … {cut(behind, half)}".strip()


def cut(words: str, longest: int) -> str:
    """At most so many code points, ended between words and then by an ellipsis."""
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(" ,.;:—–-") + " …"
