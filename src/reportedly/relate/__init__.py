"""Readings to a record: copies, entities, stories, points, origins, standing, timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.relate.record import relate

__all__ = ["relate"]


def __getattr__(name: str) -> Any:
    """`relate` when it is asked for: what only reads a record needs none of the parser that stands behind it."""
    if name != "relate":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reportedly.relate.record import relate

    return relate
