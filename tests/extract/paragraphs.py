"""Articles of a few lines, each line one body block, for tests of this room."""

from __future__ import annotations

from reportedly.model.article import Article, Block, BlockKind
from reportedly.model.capture import Capture, capture_id
from reportedly.model.span import Span


def capture(text: str) -> Capture:
    """A capture of plain text."""
    return Capture(
        capture_id(text.encode("utf8", "surrogatepass"), "own.txt", None), "own.txt", None, "text/plain", text
    )


def article(of: Capture, title: bool = False, wire: str | None = None) -> Article:
    """Every line that is not blank as a body block; the first as the title where asked."""
    blocks: list[Block] = []
    at = 0
    for line in of.text.split("\n"):
        if line.strip():
            kind: BlockKind = "title" if title and not blocks else "body"
            blocks.append(Block(kind, Span(at, at + len(line))))
        at += len(line) + 1
    return Article(
        "article:own", of.id, "en", True, None, (), None, None, wire, None, None, tuple(blocks)
    )  # fmt: skip
