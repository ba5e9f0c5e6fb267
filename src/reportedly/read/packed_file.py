"""Packed files: what one that is packed by gzip or zip holds is read as if it lay there unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read.format import Format
from reportedly.read.packed import PackedError, unpacked
from reportedly.read.problems import problem
from reportedly.read.source import LARGEST, Source

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
MOST = 10_000  # files of one zip
WHOLE = 16 * LARGEST  # bytes that all of them may unpack to
OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")  # a document or a program that is a zip inside
FAULTS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, ValueError)


class PackedFile:
    """A file packed by gzip, or a zip of files; `known` are the formats that what it holds may be in.

    Archives of the web are not of this kind: they are packed record by record and read as a stream.
    """

    name = "packed file"

    def __init__(self, known: Sequence[Format]) -> None:
        self._known = known

    def recognises(self, source: Source) -> bool:
        """It opens with the mark of gzip or of zip."""
        return source.head.startswith((GZIP, ZIP))

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """What the files in it hold; a problem for what cannot be unpacked, or unpacks to too much."""
        content = source.content()
        if content.startswith(ZIP):
            yield from self._members(source.name, content)
            return
        try:
            plain = unpacked(content, "gzip", LARGEST)
        except PackedError as fault:
            yield problem(source.name, "broken packed file", str(fault))
            return
        yield from self._inner(Source.of(plain, source.name), len(plain))

    def _members(self, name: str, content: bytes) -> Iterator[Capture | Problem]:
        left = WHOLE
        try:
            with zipfile.ZipFile(Source.of(content, name).begin()) as held:
                names = [member for member in sorted(held.namelist()) if _wanted(member)]
                if any(member in OFFICE for member in names):
                    yield problem(name, "not text", "it is a document of an office program; save it as text or PDF")
                    return
                for member in names[:MOST]:
                    with held.open(member) as stream:
                        plain = stream.read(min(LARGEST, left) + 1)
                    left -= len(plain)
                    yield from self._inner(
                        Source.of(plain, f"{name}/{member}"), len(plain) if left >= 0 else LARGEST + 1
                    )
                    if left < 0:
                        return
        except FAULTS as fault:
            yield problem(name, "broken packed file", f"{fault}; unpack it yourself, and bring what it holds")
            return
        if len(names) > MOST:
            yield problem(name, "too many files", f"it holds {len(names)}, of which {MOST} were read; split it")

    def _inner(self, source: Source, size: int) -> Iterator[Capture | Problem]:
        """What an unpacked file holds; one that is packed again is left alone."""
        if size > LARGEST:
            yield problem(source.name, "file too large", f"it unpacks to more than {LARGEST} bytes; split it")
            return
        if self.recognises(source):
            yield problem(source.name, "packed twice", "it is packed again inside; unpack it yourself")
            return
        yield from next(form for form in self._known if form.recognises(source))(source)


def _wanted(member: str) -> bool:
    """Whether a file of a zip is neither a folder nor hidden."""
    return not member.endswith("/") and not any(
        part.startswith((".", "__MACOSX")) for part in PurePosixPath(member).parts
    )
