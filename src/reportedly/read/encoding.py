"""Bytes to text: by what they declare, then UTF-8, then detection. Newlines and Unicode stay as they are."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from reportedly.model.errors import ReportedlyError

MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = frozenset(("utf-16", "utf-16-le", "utf-16-be", "iso2022_jp", "hz", "utf-7"))  # they are ASCII or UTF-8 by chance
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BINARY_SHARE = 0.01  # control bytes in the sample beyond which it is no text
SAMPLE = 65_536  # bytes that detection looks at
WEB = frozenset((  # those that pages are in (WHATWG Encoding); others are tried where none of these explains a text
    "cp866", "koi8_r", "koi8_u", "mac_roman", "mac_cyrillic", "cp874", "gbk", "gb18030", "big5", "euc_jp", "shift_jis",
    "euc_kr", *(f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)), *(f"cp125{n}" for n in range(9)),
))  # fmt: skip
COMMONEST = "cp1252"  # of encodings that read the same letters, the one that most pages without a name are in
WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}  # WHATWG Encoding


FAULT = "\ufffd"  # what stands for bytes that are no letter
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class UndecodableError(ReportedlyError):
    """Bytes that are text in no encoding we can name; the message says what was tried."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text and the encoding that gave it; `doubt` says why that encoding had to be guessed, if it had."""

    text: str
    encoding: str
    doubt: str = ""


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes.

    A byte order mark wins, then valid UTF-8 beyond ASCII, then `declared` (a charset's name), then UTF-8 of which no
    more is damaged than whole, then detection by charset-normalizer; the mark itself is no part of the text. Raises
    `UndecodableError` for binary content and for bytes that nothing explains.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding)
    if _binary(content):
        raise UndecodableError("it holds control bytes as no text does")
    known = _codec(declared)
    unicode = _strictly(content, "utf-8")
    if unicode is not None and not unicode.isascii() and known not in WIDE:
        return Decoded(unicode, "utf-8")  # bytes that happen to be UTF-8 are no accident; browsers save pages so
    text = _strictly(content, known) if known else None
    if text is not None and known:
        return Decoded(text, known)
    if unicode is not None:
        return Decoded(unicode, "utf-8")
    return _detected(content, declared)


def _marked(content: bytes, encoding: str) -> Decoded:
    text = _strictly(content, encoding)
    if text is None:
        raise UndecodableError(f"its byte order mark says {encoding}, its bytes do not fit")
    return Decoded(text, encoding)


def _detected(content: bytes, declared: str | None) -> Decoded:
    damaged = content.decode("utf-8", "replace")
    faults = damaged.count(FAULT)
    if faults < len(NOT_ASCII.findall(damaged)) - faults:  # more of its letters are whole than not
        return Decoded(damaged, "utf-8", f"{faults} places of it are no UTF-8, each of which stands as {FAULT}")
    for encoding in _likely(content[:SAMPLE]):
        text = _strictly(content, encoding)
        if text is not None:
            return Decoded(text, encoding, f"no {declared or 'UTF-8'}; read as {encoding}, by detection")
    raise UndecodableError(f"neither {declared or 'UTF-8'} nor any encoding that could be detected fits its bytes")


def _likely(sample: bytes) -> list[str]:
    """Encodings that explain the sample, best first: those of the web, of equals its commonest, then by name."""
    found = [
        (match.encoding not in WEB, match.chaos, -match.coherence, match.encoding != COMMONEST, match.encoding)
        for match in from_bytes(sample)
    ]
    return [encoding for *_, encoding in sorted(found)]


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    try:
        known = codecs.lookup(name.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return WEB_NAMES.get(known, "cp1252" if known.startswith("iso8859-1") and known[9:] in ("", "-1") else known)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _binary(content: bytes) -> bool:
    sample = content[:SAMPLE]
    return len(BINARY.findall(sample)) > BINARY_SHARE * len(sample)
