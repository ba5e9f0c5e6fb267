"""Where links lead: to another place of the same page, or to another page of the app."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol
from urllib.parse import quote

_quoted = lru_cache(10_000)(quote)  # a page names one article in each of its answers


class Addresses(Protocol):
    """Addresses of what a page speaks of; each is fit for `href`."""

    def article(self, article: str, anchor: str) -> str:
        """A place in an article (an id)."""

    def words(self, article: str, anchor: str, start: int, end: int) -> str:
        """Words of an article that no statement or answer has an anchor for."""

    def point(self, point: str, anchor: str) -> str:
        """A place in what is told of a point (an id)."""


class OnePage:
    """Everything stands on this page."""

    def article(self, article: str, anchor: str) -> str:
        """Its anchor."""
        return f"#{anchor}"

    def words(self, article: str, anchor: str, start: int, end: int) -> str:
        """Its anchor, which the page sets where the words begin."""
        return f"#{anchor}"

    def point(self, point: str, anchor: str) -> str:
        """Its anchor."""
        return f"#{anchor}"


class ManyPages:
    """Each article and each point has a page of its own."""

    def article(self, article: str, anchor: str) -> str:
        """Its page, at the anchor."""
        return f"/articles/{_quoted(article)}#{anchor}"

    def words(self, article: str, anchor: str, start: int, end: int) -> str:
        """Its page, told which words to mark."""
        return f"/articles/{_quoted(article)}?at={start}-{end}#{anchor}"

    def point(self, point: str, anchor: str) -> str:
        """Its page, at the anchor."""
        return f"/points/{_quoted(point)}#{anchor}"
