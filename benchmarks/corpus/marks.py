"""The mark-up of an account: tags that nest as `{tag|text}`."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = re.compile(r"\{([^{}|]+)\|")


class MarkupError(ValueError):
    """An account is not marked up as `corpus/README.md` says; the message names the tag or the place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One tag over a stretch of the plain text; `around` are the tags that enclose it, outermost first."""

    tag: str
    start: int
    end: int
    around: tuple[str, ...]

    @property
    def span(self) -> list[int]:
        """Where it lies, as gold records it: half-open, code points of the plain text."""
        return [self.start, self.end]


def parse(marked: str) -> tuple[str, list[Mark]]:
    """The plain text of a marked one and its marks, in the order in which they close.

    Raises `MarkupError` for a stray brace or a tag that is never closed.
    """
    text: list[str] = []
    opened: list[tuple[str, int]] = []
    marks: list[Mark] = []
    at = 0
    while at < len(marked):
        opening = OPENING.match(marked, at)
        if opening:
            opened.append((opening[1].strip(), len(text)))
            at = opening.end()
            continue
        character = marked[at]
        if character == "}" and opened:
            tag, start = opened.pop()
            marks.append(Mark(tag, start, len(text), tuple(name for name, _ in opened)))
        elif character in "{}":
            raise MarkupError(f"stray {character!r} near …{marked[max(0, at - 40) : at + 20]!r}")
        else:
            text.append(character)
        at += 1
    if opened:
        raise MarkupError(f"never closed: {opened}")
    return "".join(text), marks
