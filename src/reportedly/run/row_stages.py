"""Stages of relating over rows of a table: each a class that is made once in a worker and called for each row."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from reportedly.model.reading import Reading
from reportedly.relate.clippings import in_order
from reportedly.relate.copying.copies import sketched
from reportedly.relate.dating.anchoring import anchored
from reportedly.relate.gathering.stories import story_of
from reportedly.relate.judged import NOBODY
from reportedly.relate.naming.entities import Directory
from reportedly.relate.telling import named_in, telling, told
from reportedly.store import by_story, kept, remembered


class Notes:
    """What is remembered of an article, of its capture and its reading."""

    def __init__(self, maker: str) -> None:
        self._maker = maker

    def __call__(self, capture: bytes, reading: bytes) -> dict[str, Any]:
        """The columns of a note."""
        whole = kept.unpacked(capture)
        known = remembered.known(kept.read(capture, reading), f"{kept.content_of(whole)} {self._maker}")
        return {
            "article": known.article, "content": known.content, "path": known.path, "row_id": known.row_id,
            "captured": known.captured, "page": known.page, "day": known.gist.day,
            "happened": known.gist.happened,
            **{name: getattr(known.gist, name).tolist() for name in ("words", "weights", "plain", "title")},
        }  # fmt: skip


def readings(captures: Sequence[bytes], packed: Sequence[bytes], versions: Sequence[str]) -> list[Reading]:
    """A story's readings in the record's order, each as the version of its page that it is."""
    found = {}
    for capture, reading, first in zip(captures, packed, versions, strict=True):
        one = kept.read(capture, reading)
        found[one.article.id] = replace(one, article=replace(one.article, version_of=first)) if first else one
    return list(in_order(found.values()))


class Casts:
    """Who is named in a story, and its articles as copies are sought."""

    def __call__(self, captures: Sequence[bytes], packed: Sequence[bytes], versions: Sequence[str]) -> dict[str, Any]:
        """The bearers of its names, packed, and a list a column of what `sketched` tells."""
        held = readings(captures, packed, versions)
        story = story_of(held)
        named = told(story, held, NOBODY)
        articles = [sketched(reading) for reading in anchored(named)]
        return {
            "cast": msgspec.json.encode([remembered.body(each) for each in named_in(story.id, named)]),
            "article": [each.article for each in articles],
            "outlet": [each.outlet for each in articles],
            "day": [each.day for each in articles],
            "shingle": [sorted(each.sketch) for each in articles],
        }


class Tellings:
    """A story told, as the rows that a record holds of it."""

    def __call__(
        self, captures: Sequence[bytes], packed: Sequence[bytes], versions: Sequence[str], names: bytes
    ) -> bytes:
        """Rows and problems, packed.

        `names` packs the ids of its entities, its cast, the places of its articles, and pairs that may be copies.
        """
        given = msgspec.json.decode(names)
        held = readings(captures, packed, versions)
        story = story_of(held)
        homes = {(story.id, tuple(key)): entity for key, entity in given["homes"]}
        bearers = [remembered.bearer(story.id, body) for body in given["cast"]]
        pairs = [(one, other) for one, other in given["copies"]]
        made = telling(story, told(story, held, NOBODY), bearers, Directory(homes), NOBODY, pairs)
        part = by_story.part_of(made, ())
        return zlib.compress(msgspec.json.encode(by_story.rows_of(part, given["places"])))
