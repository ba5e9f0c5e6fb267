"""One sentence as the stages of extraction take it."""

from __future__ import annotations

from reportedly.extract.draft import Draft
from reportedly.model.article import Article, Block
from reportedly.model.capture import Capture
from reportedly.model.span import Span


def draft_of(text: str) -> Draft:
    """A sentence as an article of one block."""
    capture = Capture(id="sha256:0", path="own.txt", row_id=None, media_type="text/plain", text=text)
    article = Article(
        id="article:0", capture=capture.id, language="en", read=True, title=None, byline=(), outlet=None,
        carried_by=None, wire=None, genre=None, published=None, blocks=(Block("body", Span(0, len(text))),),
    )  # fmt: skip
    return Draft(capture, article)
