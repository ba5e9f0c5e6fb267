"""Notes by which an outlet corrects or withdraws what it wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.model.article import Block
from reportedly.model.span import Words
from reportedly.vocabulary import table

LONGEST = 1200  # code points of a block that is a note and nothing else
SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*(?:[.!?]+[”\"’)]*|$)")


class Corrections:
    """Finds correction notes by the patterns of `corrections.toml`."""

    def __init__(self) -> None:
        words = table("corrections")
        self._hints: tuple[str, ...] = tuple(words["hints"]["words"])
        self._patterns = [re.compile(note["pattern"], re.I) for note in words["note"]]

    def __call__(self, text: str, blocks: Sequence[Block]) -> tuple[Words, ...]:
        """Every note: outside the story the whole block, inside it the sentence."""
        small = text.lower()
        hints = [hint for hint in self._hints if hint in small]  # most pages hold none
        return tuple(note for block in blocks for note in self._notes(text, block, hints)) if hints else ()

    def _notes(self, text: str, block: Block, hints: Sequence[str]) -> Iterator[Words]:
        words = block.span.of(text)
        if block.kind in ("related", "comment", "ad") or not self._speaks(words, hints):
            return
        if block.kind not in ("body", "quote", "caption", "title") and len(words) <= LONGEST:
            yield Words(words, block.span)
            return
        for sentence in SENTENCE.finditer(words):
            said = sentence[0].strip()
            if said and self._speaks(said, hints):
                start = block.span.start + sentence.start() + sentence[0].index(said)
                yield Words.at(start, start + len(said), text)

    def _speaks(self, words: str, hints: Sequence[str]) -> bool:
        small = words.lower()
        return any(hint in small for hint in hints) and any(pattern.search(words) for pattern in self._patterns)
