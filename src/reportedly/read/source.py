"""A file, or standard input, as the formats see it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from reportedly.model.errors import ReportedlyError

HEAD = 8192  # bytes that a format may look at before it says whether the file is its own
LARGEST = 64 * 2**20  # bytes of a file that is read in one piece; rows and archives are read as a stream


class TooLargeError(ReportedlyError):
    """More bytes than one capture may have."""


@dataclass(frozen=True)
class Source:
    """Named bytes: `name` is the path a record gives them, `begin` opens them afresh as a stream."""

    name: str
    begin: Callable[[], BinaryIO]

    @classmethod
    def file(cls, place: Path, name: str) -> Source:
        """A file on disk; it is opened only when read, and may have vanished by then (`OSError`)."""
        return cls(name, lambda: place.open("rb"))

    @classmethod
    def of(cls, content: bytes, name: str) -> Source:
        """Bytes already at hand."""
        return cls(name, lambda: io.BytesIO(content))

    @cached_property
    def head(self) -> bytes:
        """The first bytes, enough to know the format by."""
        with self.begin() as stream:
            return stream.read(HEAD)

    @property
    def suffix(self) -> str:
        """The ending of the name in small letters, `.txt`, without that of gzip; empty when it has none."""
        return Path(self.name.lower().removesuffix(".gz")).suffix

    def content(self, most: int = LARGEST) -> bytes:
        """All bytes; raises `TooLargeError` beyond `most`."""
        with self.begin() as stream:
            content = stream.read(most + 1)
        if len(content) > most:
            raise TooLargeError(f"more than {most} bytes")
        return content
