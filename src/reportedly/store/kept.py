"""Readings kept between builds: a cache whose use changes nothing but the time that a build takes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select

from reportedly.model.capture import Capture
from reportedly.model.ids import sha256_of
from reportedly.model.reading import Reading
from reportedly.store.schema import CAPTURE, SOURCE

QUICK = 1  # zlib's level: a third of the time of its usual one, for a sixth more bytes
BATCH = 500  # ids in one query: SQLite takes some thousands of parameters
KNOWN = select(SOURCE.c.id).where(
    SOURCE.c.id == bindparam("capture"),
    SOURCE.c.content == bindparam("made_of"),
    SOURCE.c.maker == bindparam("made_by"),
)
_captures = msgspec.json.Decoder(Capture)
_readings = msgspec.json.Decoder(Reading)


@dataclass(frozen=True, slots=True)
class _Head:
    """As much of a kept capture as tells its place."""

    id: str
    path: str
    row_id: str | None = None


_heads = msgspec.json.Decoder(_Head)


def content_of(capture: Capture) -> str:
    """A hash of all that a reading of this capture can depend on."""
    return sha256_of(msgspec.json.encode(capture))


def packed(reading: Reading) -> bytes:
    """A reading without its capture, small."""
    bare = replace(reading.capture, text="", markup=None)
    return zlib.compress(msgspec.json.encode(replace(reading, capture=bare)), QUICK)


def keep(connection: Connection, kept: Iterable[tuple[Capture, bytes]], maker: str) -> None:
    """Keep captures with their packed readings; `maker` is the fingerprint of the pipeline that made them."""
    insert: Callable[..., Any] = import_module(f"sqlalchemy.dialects.{connection.dialect.name}").insert
    ordered = sorted(kept, key=lambda pair: pair[0].id)  # in one order, or two writers lock each other
    rows = [
        {
            "id": capture.id,
            "content": content_of(capture),
            "maker": maker,
            "capture": zlib.compress(msgspec.json.encode(capture), QUICK),
            "reading": reading,
        }
        for capture, reading in ordered
    ]
    if rows:
        new = insert(SOURCE)
        put = new.on_conflict_do_update(index_elements=["id"], set_={name: new.excluded[name] for name in rows[0]})
        connection.execute(put, rows)


def unpacked(blob: bytes) -> Capture:
    """A kept capture, with the markup of its page."""
    return _captures.decode(zlib.decompress(blob))


def has(connection: Connection, capture: Capture, maker: str) -> bool:
    """Whether the reading that `maker` makes of this capture is kept."""
    asked = {"capture": capture.id, "made_of": content_of(capture), "made_by": maker}
    return connection.scalar(KNOWN, asked) is not None


def contents(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """What the readings of these captures were made of and by: the capture's hash and its pipeline's, by its id."""
    made: dict[str, str] = {}
    for start in range(0, len(ids), BATCH):
        asked = select(SOURCE.c.id, SOURCE.c.content, SOURCE.c.maker).where(SOURCE.c.id.in_(ids[start : start + BATCH]))
        made.update({id_: f"{content} {maker}" for id_, content, maker in connection.execute(asked)})
    return made


def in_order(connection: Connection, ids: Sequence[str]) -> list[str]:
    """These ids of captures in the record's order."""
    heads = []
    for start in range(0, len(ids), BATCH):
        asked = select(SOURCE.c.capture).where(SOURCE.c.id.in_(ids[start : start + BATCH]))
        for blob in connection.scalars(asked):
            head = _heads.decode(zlib.decompress(blob))
            heads.append((head.path, head.row_id or "", head.id))
    return [id_ for _, _, id_ in sorted(heads)]


def members(connection: Connection) -> list[str]:
    """Ids of the captures that the record holds."""
    return list(connection.scalars(select(CAPTURE.c.id)))


def outdated(connection: Connection, maker: str) -> Iterator[Capture]:
    """Captures of the record whose kept reading was made by another pipeline."""
    blobs = select(SOURCE.c.capture).where(SOURCE.c.maker != maker, SOURCE.c.id.in_(select(CAPTURE.c.id)))
    for blob in connection.scalars(blobs):
        yield unpacked(blob)


def readings(connection: Connection, ids: Sequence[str]) -> Iterator[Reading]:
    """The kept readings of these captures, without the markup of their pages."""
    for start in range(0, len(ids), BATCH):
        rows = select(SOURCE.c.capture, SOURCE.c.reading).where(SOURCE.c.id.in_(ids[start : start + BATCH]))
        for capture, reading in connection.execute(rows):
            yield read(capture, reading)


def read(capture: bytes, reading: bytes) -> Reading:
    """A reading out of its packed halves, without the markup of its page."""
    return replace(_readings.decode(zlib.decompress(reading)), capture=replace(unpacked(capture), markup=None))
