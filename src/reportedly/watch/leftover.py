"""What a cycle that was killed had fetched already: it is in the folder, and neither ledger nor record know of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.clean import Cleaner
from reportedly.model.article import STORY
from reportedly.model.capture import Capture
from reportedly.model.ids import sha256_of
from reportedly.read import captures
from reportedly.read.html import page_captures

MOMENT = "captured"  # in a row of words, when they were kept: all else is the feed's


@dataclass(frozen=True, slots=True)
class Left:
    """Pages by their address and `story_of`, rows of words by `digest_of`."""

    stories: frozenset[tuple[str, str]] = frozenset()
    rows: frozenset[str] = frozenset()


NOTHING = Left()


def leftover(files: Iterable[Path]) -> Left:
    """What these archives and tables of rows hold."""
    stories, rows, clean = set[tuple[str, str]](), set[str](), Cleaner()
    for place in files:
        if place.suffix == ".jsonl":
            for line in place.read_bytes().splitlines():
                rows.add(digest_of({name: value for name, value in json.loads(line).items() if name != MOMENT}))
            continue
        for one in captures([place]):
            if isinstance(one, Capture) and one.url:
                stories.add((one.url, _told(one, clean)))
    return Left(frozenset(stories), frozenset(rows))


def digest_of(row: Mapping[str, str]) -> str:
    """A hash of what a feed says of one thing."""
    return sha256_of(json.dumps(row, sort_keys=True).encode("utf8", "replace"))


def story_of(body: bytes, url: str, clean: Cleaner) -> str:
    """A hash of the words that a page tells."""
    for one in page_captures(body, url, None, url=url):
        if isinstance(one, Capture):
            return _told(one, clean)
    return sha256_of(body)


def _told(page: Capture, clean: Cleaner) -> str:
    words = (block.span.of(page.text) for block in clean(page).blocks if block.kind in STORY)
    return sha256_of("\n".join(words).encode("utf8", "replace"))
