"""Two names of one bearer where the text says so: "the 11th Corps, known as the Storm Corps"; and units in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.model.mention import NameMention
from reportedly.model.span import Span
from reportedly.vocabulary import table

FARTHEST = 40  # code points between a name and the other one of its bearer
TIE = re.compile(
    rf",? ?\(?(?:{table('names')['alias']['says']}|, or) (?:the )?[“\"‘']?|,? \(?(?:the )?[“\"‘]|,? \((?:the )?"
)
ROW = re.compile(r"(\d{1,3}(?:st|nd|rd|th))(?:, | and |, and )(?:the )?$")


def tied(text: str, mentions: Iterable[NameMention]) -> Iterator[NameMention]:
    """The mentions; where the text gives a unit a second name, all that bear it have the first as their name."""
    kept = [one for mention in mentions for one in _row(text, mention)]
    first = dict(_ties(text, kept))
    for mention in kept:
        yield replace(mention, name=first[mention.name]) if mention.name in first else mention


def _ties(text: str, mentions: Sequence[NameMention]) -> Iterator[tuple[str, str]]:
    """Each second name of a unit with its first."""
    units = [mention for mention in mentions if mention.kind == "unit"]
    for one, other in pairwise(units):
        gap = text[one.span.end : other.span.start]
        if one.name != other.name and len(gap) <= FARTHEST and TIE.fullmatch(gap):
            yield other.name, one.name


def _row(text: str, mention: NameMention) -> Iterator[NameMention]:
    """ "The 92nd and 94th Border Brigades": the first of them is a unit too, called as the last."""
    number, _, rest = mention.text.partition(" ")
    before = text[max(0, mention.span.start - FARTHEST) : mention.span.start]
    ahead = ROW.search(before)
    if mention.kind == "unit" and ahead is not None and rest.endswith("s") and number[:1].isdigit():
        start = mention.span.start - len(before) + ahead.start(1)
        name = ahead.group(1)
        span = Span(start, start + len(name))
        yield NameMention(mention.article, span, name, f"{name} {rest.removesuffix('s')}", "unit")
        yield replace(mention, name=f"{number} {rest.removesuffix('s')}")
    else:
        yield mention
