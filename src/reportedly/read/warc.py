"""Web archives (WARC, gzipped or not), read as a stream: memory does not grow with the file."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read.html import page_captures
from reportedly.read.problems import problem
from reportedly.read.rows import date_of
from reportedly.read.source import Source
from reportedly.read.transfer import unwrapped

PIECE = 2**20  # bytes that are looked at together
LONGEST_HEADER = 65_536
LARGEST_PAGE = 16 * 2**20  # bytes of one response, unpacked: no page of words is larger
GZIP = b"\x1f\x8b"
MARK = b"WARC/"
ANSWERS = (WarcRecordType.response, WarcRecordType.resource)
FINE = 200
ELSEWHERE = range(300, 400)  # redirects, and pages that had not changed: the page itself is in another record
PAGES = ("text/html", "application/xhtml+xml", "text/plain")


class Warc:
    """The pages among the responses of an archive."""

    name = "WARC"

    def recognises(self, source: Source) -> bool:
        """It opens with a WARC record, or is gzipped and named as an archive."""
        gzipped = source.head.startswith(GZIP) and ".warc" in source.name.lower()
        return source.head.startswith(MARK) or gzipped

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """One capture a page; a file that is cut short yields what it holds, and a problem."""
        held, last = 0, 0
        with source.begin() as stream:
            try:
                for record in ArchiveIterator(stream):
                    last = record.stream_pos
                    if record.record_type in ANSWERS:
                        held += 1
                        yield from _page(record, source.name)
            except Exception as fault:  # the reader raises what its stream and its decoders raise
                yield problem(source.name, "archive cut short", f"after {held} pages: {fault}; fetch it again")
                return
        if not is_whole(source, last):
            yield problem(source.name, "archive cut short", f"its last record is not whole, after {held} pages")
        elif not held:
            yield problem(source.name, "empty archive", "it holds no response")


def is_whole(source: Source, last: int) -> bool:
    """Whether an archive whose last record begins at the byte `last` holds all of it."""
    with source.begin() as stream:
        stream.seek(last)
        return _whole_members(stream) if source.head.startswith(GZIP) else _whole_record(stream)


def _whole_members(stream: BinaryIO) -> bool:
    """Whether what follows are whole gzip members: the reader ends at a torn one without a word."""
    rest = stream.read(PIECE)
    while rest:
        unpacked = zlib.decompressobj(wbits=31)
        while not unpacked.eof:
            try:
                unpacked.decompress(rest, PIECE)
            except zlib.error:
                return False
            rest = unpacked.unconsumed_tail or unpacked.unused_data or stream.read(PIECE)
            if not rest and not unpacked.eof:
                return False
    return True


def _whole_record(stream: BinaryIO) -> bool:
    """Whether what follows is one record with all the bytes that its head promises, and no other."""
    length = 0
    while line := stream.readline(LONGEST_HEADER).strip():
        name, _, value = line.partition(b":")
        digits = value.strip()[:18]  # a length of more digits is no length
        length = int(digits) if name.lower() == b"content-length" and digits.isdigit() else length
    stream.seek(length, 1)
    return not stream.read(PIECE).strip() and stream.seek(-4, 2) >= 0 and stream.read() == b"\r\n\r\n"


def _page(record: WarcRecord, path: str) -> Iterator[Capture | Problem]:
    kind = (record.http_content_type or "").lower() if record.is_http else ""
    if kind and kind not in PAGES:
        return
    url = record.headers.get("WARC-Target-URI") or None
    status = (record.http_headers.status_code if record.is_http and record.http_headers else None) or FINE
    if status != FINE:
        if status not in ELSEWHERE:
            yield problem(path, "no page", f"{url}: the server answered {status}; fetch it again, or leave it out")
        return
    content = record.reader.read(LARGEST_PAGE + 1)
    if record.is_http and len(content) <= LARGEST_PAGE:
        content = unwrapped(record.http_headers, content, LARGEST_PAGE)
    if len(content) > LARGEST_PAGE:
        yield problem(path, "page too long", f"{url}: more than {LARGEST_PAGE} bytes")
    elif content.strip():
        captured = date_of(record.headers.get("WARC-Date"))
        yield from page_captures(content, path, record.http_charset, url=url, captured=captured)
