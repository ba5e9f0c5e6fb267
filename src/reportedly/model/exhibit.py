"""Videos, photos, documents and posts: things that statements describe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.model.span import Span

ExhibitKind = Literal["video", "photo", "document", "post", "audio"]
Verified = Literal["verified", "partly", "could-not", "challenged"]
Aspect = Literal["place", "time", "authenticity", "content"]


@dataclass(frozen=True, slots=True)
class Verification:
    """Somebody checked one aspect of an exhibit, or could not; `by` is None where nobody is named."""

    by: str | None
    status: Verified
    aspect: Aspect
    span: Span
    article: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A thing that shows something. Posting it is not affirming what it shows.

    `publisher` is who put it out; `place` and `time` (EDTF) are what it is said to show, None when not said.
    """

    id: str
    kind: ExhibitKind
    span: Span
    article: str
    publisher: str | None = None
    place: str | None = None
    time: str | None = None
    statements: tuple[str, ...] = ()
    verifications: tuple[Verification, ...] = ()
