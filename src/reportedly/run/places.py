"""Where captures lie for an engine of many machines: files that all of them see, or URLs that fsspec opens."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import fsspec

from reportedly.model.problem import Problem
from reportedly.read.files import sources
from reportedly.read.source import Source

LIST = "@"  # opens the name of a file with one place a line


@dataclass(frozen=True, slots=True)
class Place:
    """One file: what a record calls it, where any machine opens it, and what tells another content in its place."""

    name: str
    url: str
    stamp: str

    def source(self) -> Source:
        """The file as the formats see it."""
        return Source(self.name, self._begin)

    def _begin(self) -> BinaryIO:
        """What fsspec opens, as a stream whose lines may be asked for up to a length."""
        return io.BufferedReader(cast(io.RawIOBase, fsspec.open(self.url, "rb").open()))


def places(paths: Sequence[str | Path]) -> Iterator[Place | Problem]:
    """Every file of these paths, in order of their names; `@list` stands for the places that a file names."""
    named = [place for path in paths for place in _listed(str(path))]
    remote = [path for path in named if "://" in path]
    for source in sources([path for path in named if "://" not in path]):
        yield source if isinstance(source, Problem) else _local(source)
    for url in sorted(set(remote)):
        yield from _remote(url)


def _listed(path: str) -> list[str]:
    if not path.startswith(LIST):
        return [path]
    lines = Path(path.removeprefix(LIST)).read_text(encoding="utf8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _local(source: Source) -> Place:
    with source.begin() as stream:
        place = Path(stream.name)
        found = place.stat()
    return Place(source.name, str(place), f"{found.st_size} {found.st_mtime_ns}")


def _remote(url: str) -> Iterator[Place | Problem]:
    files, root = fsspec.core.url_to_fs(url)
    try:
        found = files.glob(root) if any(sign in root for sign in "*?[") else files.find(root)
    except OSError as fault:
        yield Problem(url, "read", "unreadable file", f"{fault}; check the address and your right to read it")
        return
    if not found:
        yield Problem(url, "read", "no such file", "nothing is there, or it may not be read; check the address")
    for place in sorted(found):
        whole = files.unstrip_protocol(place)
        yield Place(whole, whole, _stamp(files.info(place)))


def _stamp(info: dict[str, Any]) -> str:
    known = (info.get(name) for name in ("size", "ETag", "etag", "mtime", "LastModified", "created"))
    return " ".join(str(value) for value in known if value is not None)
