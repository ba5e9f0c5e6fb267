"""What was obtained."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.ids import sha256_of


@dataclass(frozen=True, slots=True)
class Given:
    """What the bringer of a capture said of it; a given value wins over inference."""

    title: str | None = None
    published: str | None = None  # EDTF
    outlet: str | None = None


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class Capture:
    """One account as it was obtained.

    `text` is what every span of this capture counts in: the decoded file, the `text` field of a row, or
    for HTML the visible text that the versioned renderer makes. `markup` is the page's own HTML where it
    had any; `captured` (EDTF) is when it was fetched, where that is known.
    """

    id: str
    path: str
    row_id: str | None
    media_type: str
    text: str
    url: str | None = None
    captured: str | None = None
    given: Given = NOTHING_GIVEN
    markup: str | None = None

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text in UTF-8: whoever holds the same text can trust the spans."""
        return sha256_of(self.text.encode("utf8", "surrogatepass"))


def capture_id(content: bytes, where: str, row: str | None) -> str:
    """Hash of the bytes, the url (or path) and the row: one text in two places is two captures."""
    tail = f"\0{where}\0{row if row is not None else ''}".encode("utf8", "surrogatepass")
    return "sha256:" + sha256_of(content + tail)
