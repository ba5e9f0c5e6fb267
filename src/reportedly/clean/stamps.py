"""Dates in a page's furniture: mastheads, lines of publication and update, datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.clean.stamp_forms import Dated, StampForms
from reportedly.model.article import Block, BlockKind, EvidenceRole
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.vocabulary import table

DIGIT = re.compile(r"\d")
OPENING = 240  # code points of the story in which a dateline, or a stamp that ran into it, stands
CLOSED = re.compile(r"\s*(?:\([^)]{2,40}\)\s*)?[-–—:)|]|\s*,?\s*(?:at )?\d{1,2}[:.h]\d\d")
PREPOSED = re.compile(r"\b[a-z]|\b(?:On|In|At|By|Since|Until)\b")  # words before a date that make it part of a sentence
CLOCKED = re.compile(r"\s*,?\s*(?:at )?\d{1,2}[:.h]\d\d")
TOLD: frozenset[BlockKind] = frozenset(("body", "quote", "caption"))
BELOW: frozenset[BlockKind] = frozenset(("header", "byline", "title"))
NEVER: frozenset[BlockKind] = frozenset(("body", "quote", "caption", "related", "comment"))


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in the furniture; `strong` when its place or the words beside it say what it is the date of."""

    span: Span
    text: str
    when: When
    role: EvidenceRole
    strong: bool
    dateline: bool = False
    other: When | None = None


class Stamps:
    """Finds stamps in the blocks of a text."""

    def __init__(self) -> None:
        words = table("publication")
        self._between = re.compile(words["between"])
        self._roles = [(rule["role"], re.compile(rule["words"], re.I)) for rule in words["role"]]
        self._forms = StampForms()

    def __call__(self, text: str, blocks: Sequence[Block]) -> Iterator[Stamp]:
        """Every stamp, in order of place."""
        title = next((block.span.start for block in blocks if block.kind == "title"), 0)
        opened = False
        for block in blocks:
            opening = block.kind in TOLD and not opened
            opened = opened or opening
            if not DIGIT.search(block.span.of(text)):
                continue
            if opening:
                yield from self._dateline(text, block)
            elif block.kind in BELOW or not (opened or block.kind in NEVER):
                yield from self._furniture(text, block, title)

    def _furniture(self, text: str, block: Block, title: int) -> Iterator[Stamp]:
        words = block.span.of(text)
        cuts = [0, *(cut.start() for cut in self._between.finditer(words)), len(words)]
        for found in self._forms(words):
            start = max(cut for cut in cuts if cut <= found.start)
            end = min(cut for cut in cuts if cut >= found.end)
            role = self._role(words[start:end])
            strong = role is not None or block.kind == "byline" or block.span.start > title
            yield _stamp(text, block, found, role or "publication", strong=strong, dateline=False)

    def _role(self, beside: str) -> EvidenceRole | None:
        return next((role for role, words in self._roles if words.search(beside)), None)

    def _dateline(self, text: str, block: Block) -> Iterator[Stamp]:
        """A full date before the first sentence: in brackets, before a dash or with the time of day."""
        opening = block.span.of(text)[:OPENING]
        for found in self._forms(opening):
            early = "." not in re.sub(r"\b[A-Z]?[a-z]{0,4}\.", "", opening[: found.start])
            closed = CLOCKED if block.kind == "caption" else CLOSED  # a caption's own day is not the story's
            stamped = "T" in found.when.edtf and not PREPOSED.search(opening[: found.start])
            if early and found.when.days == 1 and (stamped or closed.match(opening[found.end :])):
                yield _stamp(text, block, found, "publication", strong=True, dateline=True)
                return


def _stamp(text: str, block: Block, found: Dated, role: EvidenceRole, *, strong: bool, dateline: bool) -> Stamp:
    span = Span(block.span.start + found.start, block.span.start + found.end)
    return Stamp(span, span.of(text), found.when, role, strong, dateline, found.other)
