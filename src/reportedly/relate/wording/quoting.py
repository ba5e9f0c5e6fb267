"""A question that cannot be put plainly: it quotes the words that it stands on, with … for its value."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.grammar.one_line import one_line
from reportedly.model.point import PointKind
from reportedly.model.span import Span
from reportedly.relate.claims.claim import Claim
from reportedly.relate.clippings import Clippings
from reportedly.relate.wording.asking import unclear
from reportedly.vocabulary import table

LONGEST_QUOTE = 90  # code points of founding words: a line of the page


def quoted(kind: PointKind, claims: Sequence[Claim], clippings: Clippings) -> str:
    """The founding claim's own words, with … for its value: "How far: “sank … off the cape”?"."""
    founding = min(claims, key=lambda c: (*(_doubt(c) if kind == "whether" else ()), len(c.sentence), c.id))
    text = clippings.reading(founding.article).capture.text
    words = table("wording")
    if kind == "whether":
        return f"{words['asked'][kind]}: “{cut(one_line(founding.text), LONGEST_QUOTE)}”?"
    ask = words["asked"][founding.dimension if kind == "who" else kind]
    if kind == "figure" and founding.dimension != "count":
        ask = words["measured"].get(founding.dimension, words["measured"]["other"])
    return f"{ask}: “{_blanked(founding.span, founding.sentence, text)}”?"


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
