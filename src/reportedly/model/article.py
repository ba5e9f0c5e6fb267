"""A capture understood as a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from reportedly.model.span import Span, Words
from reportedly.model.when import When

BlockKind = Literal[
    "title", "header", "byline", "body", "quote", "caption", "credit", "ad", "navigation", "biography", "related",
    "comment",
]  # fmt: skip
BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
STORY: frozenset[BlockKind] = frozenset({"title", "body", "quote", "caption"})  # only these can state anything

Genre = Literal[
    "report", "live", "opinion", "analysis", "interview", "release", "fact-check", "satire", "aggregate"
]  # fmt: skip
EvidenceKind = Literal["dateline", "header", "url", "metadata", "mention", "capture"]
EvidenceRole = Literal["publication", "update", "render", "capture", "mention"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the capture's text of one kind, and the rule that said so. Blocks never overlap."""

    kind: BlockKind
    span: Span
    why: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words (or metadata, then without a span) that speak for a date of publication.

    `says` is the date as EDTF; `role` tells what that date is the date of: only publication and update date
    the page, render and capture bound it from above, a mention from below.
    """

    kind: EvidenceKind
    role: EvidenceRole
    text: str
    span: Span | None
    says: str


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, as an interval, with all that speaks for it."""

    when: When
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published it: the house's name, and where the capture gives it (if it does)."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A capture read as a page: what kind each stretch of it is, who published it and when.

    `language` is ISO 639-1; `read` is False when nothing was extracted (a language we do not read).
    `carried_by` is a republisher or aggregator, `wire` the agency that is credited. `canonical` is the
    page's own address: captures of one page are versions (`version_of`, set when articles are related).
    """

    id: str
    capture: str
    language: str | None
    read: bool
    title: Words | None
    byline: tuple[str, ...]
    outlet: Outlet | None
    carried_by: str | None
    wire: str | None
    genre: Genre | None
    published: Publication | None
    blocks: tuple[Block, ...]
    canonical: str | None = None
    corrections: tuple[Words, ...] = ()
    version_of: str | None = None
    story: str | None = None
