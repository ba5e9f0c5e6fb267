"""Bodies of HTTP answers as archives keep them: in chunks or packed as they were sent, or no longer so."""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

from fastwarc.warc import HeaderMap, WarcRecord

CODINGS = ("Transfer-Encoding", "Content-Encoding")
RECORD = (
    b"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
)
MODES: tuple[Literal["all", "content", "transfer"], ...] = (
    "all",
    "content",
    "transfer",
)  # some archives undo one of the two and keep both headers


def unwrapped(headers: HeaderMap | None, body: bytes, most: int) -> bytes:
    """The body without the codings (RFC 9112, 7.1; RFC 9110, 8.4) that its headers name, at most `most` + 1 bytes.

    Archives that undid the codings often left the headers: what cannot be undone is taken as it is. Whoever decodes
    a body that is still packed will find that it is no text.
    """
    named = [(name, value) for name in CODINGS if headers and (value := headers.get(name))]
    if not named:
        return body
    head = "".join(f"{name}: {value}\r\n" for name, value in named)
    answer = f"HTTP/1.1 200 OK\r\n{head}\r\n".encode("latin-1", "replace") + body
    for mode in MODES:
        with suppress(OSError):
            record = WarcRecord.from_bytes(RECORD % len(answer) + answer + b"\r\n\r\n")
            record.parse_http(auto_decode=mode)
            plain: bytes = record.reader.read(most + 1)
            if plain:
                return plain
    return body
