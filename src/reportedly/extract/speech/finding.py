"""What a rule found in a paragraph, before it becomes a statement."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.extract.speech.lexicon import Cue


@dataclass(frozen=True, slots=True)
class Finding:
    """Token numbers of cue and content, and the source as (first, last) token, both included.

    `head` is the cue's main token, or the content's first where there is no cue; `cue` is then empty. `beside` is
    the head of the statement whose speaker goes on here ("said …, adding …").
    """

    rule: str
    head: int
    cue: tuple[int, ...]
    content: tuple[int, ...]
    source: tuple[int, int] | None
    how: Cue | None = None
    direct: bool = False
    beside: int | None = None

    @property
    def first(self) -> int:
        """The first token of the content."""
        return self.content[0]

    @property
    def last(self) -> int:
        """The last token of the content."""
        return self.content[-1]
