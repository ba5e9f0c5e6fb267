"""When an answer holds: as of when, else when it was said, else when its article was published."""

from __future__ import annotations

from reportedly.grammar.edtf import when
from reportedly.model.article import Article
from reportedly.model.point import Answer
from reportedly.model.when import When


def time_of(answer: Answer, article: Article) -> When | None:
    """The interval in which an answer holds; None where nothing tells, and then it establishes no order."""
    for edtf in (answer.as_of, answer.said):
        if edtf is not None:
            return when(edtf)
    return article.published.when if article.published is not None else None
