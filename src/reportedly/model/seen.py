"""How nouns are seen in a notebook: views that later rooms give, so that the model need not know them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

What = Literal["record", "point", "points", "frame"]
VIEWS: dict[What, Callable[[Any], Any]] = {}  # filled by the package's front


def seen(what: What, noun: Any) -> Any:
    """The view of a noun: HTML, or a data frame for `frame`; None where nobody gave one, and a notebook prints it."""
    view = VIEWS.get(what)
    return view(noun) if view is not None else None
