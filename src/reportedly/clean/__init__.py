"""Captures to articles: labelled blocks, title, byline, outlet, publication."""

from __future__ import annotations

from reportedly.clean.cleaner import Cleaner

__all__ = ["Cleaner"]
