"""Work in pieces that stay: Parquet files and a manifest, on a disk or in an object store.

A shard is there whole or not at all. A stage's manifest is written when all its shards are, and names each with its
rows and its hash; what it names is done and is not done again.
"""

from __future__ import annotations

import io
import os
import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import fsspec
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.model.ids import sha256_of

Row = dict[str, Any]


class Shard(msgspec.Struct, frozen=True):
    """One file of a stage: its name in the stage's folder, how many rows, and the hash of its bytes."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder of shards (a path or a URL that fsspec knows), all of the same columns."""

    folder: str

    def has(self, name: str) -> bool:
        """Whether a shard is there; it is whole if it is."""
        files, root = fsspec.core.url_to_fs(self.folder)
        return bool(files.exists(posixpath.join(root, name)))

    def write(self, name: str, rows: Sequence[Row], schema: pa.Schema) -> Shard:
        """Write a shard whole: beside its place and then renamed, or in one request to an object store."""
        buffer = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(list(rows), schema), buffer, compression="zstd")
        self.put(name, buffer.getvalue())
        return Shard(name, len(rows), sha256_of(buffer.getvalue()))

    def read(self, name: str) -> list[Row]:
        """The rows of a shard."""
        files, root = fsspec.core.url_to_fs(self.folder)
        content = files.cat_file(posixpath.join(root, name))
        return pq.read_table(pa.BufferReader(content)).to_pylist()  # type: ignore[no-any-return]

    def shard(self, name: str) -> Shard:
        """What a manifest says of a shard that is there."""
        files, root = fsspec.core.url_to_fs(self.folder)
        content = files.cat_file(posixpath.join(root, name))
        return Shard(name, pq.read_metadata(pa.BufferReader(content)).num_rows, sha256_of(content))

    def size(self, part: str) -> int:
        """How many bytes lie in a part of the folder."""
        files, root = fsspec.core.url_to_fs(self.folder)
        files.invalidate_cache()
        place = posixpath.join(root, part)
        return int(files.du(place)) if files.exists(place) else 0

    def finish(self, key: str, shards: Iterable[Shard]) -> tuple[Shard, ...]:
        """Write the manifest; `key` is a hash of all that the stage was made of."""
        held = tuple(sorted(shards, key=lambda shard: shard.name))
        self.put("manifest.json", msgspec.json.format(msgspec.json.encode({"key": key, "shards": held})))
        return held

    def finished(self, key: str) -> tuple[Shard, ...] | None:
        """The shards of a stage that was finished with this key; None when it was not."""
        if not self.has("manifest.json"):
            return None
        files, root = fsspec.core.url_to_fs(self.folder)
        held = msgspec.json.decode(files.cat_file(posixpath.join(root, "manifest.json")))
        return msgspec.convert(held["shards"], tuple[Shard, ...]) if held["key"] == key else None

    def put(self, name: str, content: bytes) -> None:
        """Bytes under a name, whole."""
        files, root = fsspec.core.url_to_fs(self.folder)
        place = posixpath.join(root, name)
        if "file" not in (files.protocol if isinstance(files.protocol, tuple) else (files.protocol,)):
            files.pipe_file(place, content)  # an object store knows no folders
            return
        files.makedirs(root, exist_ok=True)
        part = f"{place}.{os.getpid()}.part"
        files.pipe_file(part, content)
        os.replace(part, place)  # noqa: PTH105 - both are strings of fsspec's making
