"""What kind of piece it is, by the words that show it; None where none do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from reportedly.clean.page_facts import PageFacts
from reportedly.model.article import Block, Genre, Outlet
from reportedly.vocabulary import table
from reportedly.vocabulary.outlets import known_outlet

GENRES: tuple[Genre, ...] = get_args(Genre)
OPENING = 2  # paragraphs
OF_HOUSE: dict[str, Genre] = {"satire": "satire", "factcheck": "fact-check", "release": "release"}


class Genres:
    """Names genres by the house, by what the page declares, and by the signs of `genres.toml`."""

    def __init__(self) -> None:
        self._signs = [
            (sign["genre"], sign["where"], tuple(sign.get("hints", ("",))), re.compile(sign["pattern"], re.I))
            for sign in table("genres")["sign"]
        ]

    def __call__(self, text: str, blocks: Sequence[Block], facts: PageFacts, outlet: Outlet | None) -> Genre | None:
        """The genre of a piece in these blocks."""
        house = known_outlet(outlet.name) if outlet else None
        if house and house.kind in OF_HOUSE:
            return OF_HOUSE[house.kind]
        said = facts.genre or self._shown(text, blocks)
        return next((genre for genre in GENRES if genre == said), None)

    def _shown(self, text: str, blocks: Sequence[Block]) -> str | None:
        body = [block.span.of(text) for block in blocks if block.kind == "body"]
        first = next((block.span.start for block in blocks if block.kind == "body"), len(text))
        above = [
            b.span.of(text)
            for b in blocks
            if b.span.start < first and b.kind in ("title", "header", "byline", "navigation")
        ]
        below = [b.span.of(text) for b in blocks if b.kind in ("header", "credit", "navigation", "biography")]
        places = {"title": above, "opening": body[:OPENING], "any": above + body[:OPENING] + below}
        small = text.lower()
        for genre, where, hints, pattern in self._signs:
            if any(hint in small for hint in hints) and any(pattern.search(words) for words in places[where]):
                return str(genre)
        return None
