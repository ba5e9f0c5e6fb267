"""Answers that come packed although they were asked for plain."""

from __future__ import annotations

import zlib

from reportedly.model.errors import ReportedlyError

PLAIN = ("", "identity")
GZIP = ("gzip", "x-gzip")
EITHER = 32 + zlib.MAX_WBITS  # zlib itself tells the two heads apart


class PackedError(ReportedlyError):
    """An answer that cannot be unpacked."""


def unpacked(content: bytes, coding: str, most: int) -> bytes:
    """The content without its coding (RFC 9110, 8.4), never more than `most` + 1 bytes of it, however much is packed.

    Raises `PackedError` for a coding other than gzip or deflate, and for content that is broken or not whole.
    """
    named = coding.strip().lower()
    if named in PLAIN:
        return content
    if named not in (*GZIP, "deflate"):
        raise PackedError(f"it comes packed as {named}, which was not asked for; save the page yourself")
    reader = zlib.decompressobj(wbits=EITHER)
    try:
        plain = reader.decompress(content, most + 1)
    except zlib.error as fault:
        raise PackedError(f"it comes packed as {named}, and broken ({fault}); try again later") from fault
    if not reader.eof and len(plain) <= most:
        raise PackedError(f"it comes packed as {named}, and cut short; try again later")
    return plain
