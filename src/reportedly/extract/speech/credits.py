"""Parts of a page that are another house's: "(NP) The bridge …", "via Radio Lagune" behind them, a label above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.model.article import Block
from reportedly.model.span import Span
from reportedly.vocabulary import table

BODY = frozenset({"body", "quote"})
APART = frozenset({"title", "header", "ad", "navigation", "related", "comment"})  # kinds that end an item
LONGEST_HEADING = 60  # code points
LONGEST_CREDIT = 80
NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
ENDS = ".!?…”’\"'»)"


@dataclass(frozen=True, slots=True)
class Credit:
    """A house that a part of the page is credited to, and where."""

    name: str
    span: Span


def credited(text: str, blocks: Sequence[Block]) -> Mapping[Span, tuple[Credit, ...]]:
    """The houses that each block of the story is credited to by lines of the page or signs in it."""
    found: dict[Span, tuple[Credit, ...]] = {}
    item: list[Block] = []
    above: tuple[Credit, ...] = ()
    for block in blocks:
        words = block.span.of(text)
        behind, label = _line(words, block, "behind"), _line(words, block, "above")
        if behind:
            found.update({member.span: behind for member in item})
            item = []
        elif label:
            above, item = label, []
        elif block.kind in APART or (len(words) < LONGEST_HEADING and words.rstrip()[-1:] not in ENDS):
            above, item = (), []
        elif block.kind in BODY:
            item.append(block)
            found.update({block.span: above} if above else {})
    found.update(_signed(text, blocks))
    return found


def _line(words: str, block: Block, where: str) -> tuple[Credit, ...]:
    """The houses of a credit line; none where a block is no such line."""
    match = _pattern(where).fullmatch(words.strip()) if len(words) <= LONGEST_CREDIT else None
    if match is None:
        return ()
    start = words.index(match["house"])
    at = block.span.start + start
    parts = [part for part in NAMES.split(match["house"]) if part[:1].isupper()]
    spots = [(part, at + match["house"].index(part)) for part in parts]
    return tuple(Credit(part, Span(spot, spot + len(part))) for part, spot in spots)


def _signed(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, tuple[Credit, ...]]]:
    """Paragraphs that begin with an agency's sign, up to its end mark where there is one."""
    story = [block for block in blocks if block.kind in BODY]
    for number, block in enumerate(story):
        sign = _pattern("sign").match(block.span.of(text))
        if sign is None:
            continue
        credit = Credit(sign["house"], Span(*(block.span.start + at for at in sign.span("house"))))
        mark = re.compile(table("mastheads")["credit_sign"]["end"].replace("{}", re.escape(sign["house"])))
        last = next((n for n, b in enumerate(story[number:], number) if mark.search(b.span.of(text))), number)
        yield from ((member.span, (credit,)) for member in story[number : last + 1])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(table("mastheads")[f"credit_{name}"]["pattern"])
