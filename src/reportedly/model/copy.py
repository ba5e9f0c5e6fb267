"""One article's words found in another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.model.span import Span, Words


@dataclass(frozen=True, slots=True)
class Copy:
    """`article` holds words of article `of`.

    `share` (0..1) is how much of the shorter story text the other holds; `spans` are pairs of equal passages (here,
    there); `changed` are figures that differ inside an otherwise copied passage (here, there).
    """

    article: str
    of: str
    kind: Literal["copy", "near", "partial"]
    share: float
    spans: tuple[tuple[Span, Span], ...]
    changed: tuple[tuple[Words, Words], ...]
    why: str
