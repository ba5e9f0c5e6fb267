"""Templates: everything escaped, made visible and of bounded length, unless it is markup of our own."""

from __future__ import annotations

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reportedly.show.colours import Side
from reportedly.show.marks import glyph
from reportedly.show.visible import apart, cut, visible

LONGEST = 400  # signs of any text outside the reader


@cache
def environment(*packages: str) -> Environment:
    """The templates of these packages, then the report's own."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, "reportedly.show")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["glyph"] = _glyph
    made.filters["typed"] = _typed
    return made


def _harmless(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return apart(visible(cut(value, LONGEST)))
    return value


def _typed(value: str) -> Markup:
    """Words as a reader would type them, for the field of a form."""
    return escape(visible(cut(value, LONGEST)))


def _glyph(side: Side) -> Markup:
    return glyph(side.shape, side.slot)
