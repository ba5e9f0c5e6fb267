"""What a page says of itself in JSON-LD (schema.org), as plain dictionaries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from reportedly.vocabulary import table

Thing = dict[str, Any]
DEEPEST = 12  # levels of nesting that are looked into
LONGEST = 2_000_000  # code points of one script


def articles(tree: HtmlElement) -> list[Thing]:
    """The things on a page that are articles of some type, the fullest description first."""
    kinds = table("page_facts")["article_types"]
    found = [thing for thing in _things(tree) if kinds.keys() & set(_types(thing))]
    return sorted(
        found, key=lambda thing: -sum(bool(thing.get(key)) for key in ("headline", "datePublished", "author"))
    )


def genre_type(thing: Thing) -> str | None:
    """The genre that a thing's type stands for, where it does."""
    kinds = table("page_facts")["article_types"]
    return next((kinds[name] for name in _types(thing) if kinds.get(name)), None)


def names(value: object) -> Iterator[str]:
    """The names in an author or publisher: a string, a thing with a name, or a list of them."""
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, list):
        for item in value[:20]:
            yield from names(item)
    elif isinstance(value, dict):
        yield from names(value.get("name"))


def word(value: object) -> str | None:
    """A plain string, or None."""
    return value.strip() or None if isinstance(value, str) else None


def _things(tree: HtmlElement) -> Iterator[Thing]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        content = (script.text or "").strip().removeprefix("<!--").removesuffix("-->")
        if 0 < len(content) <= LONGEST:
            try:
                yield from _inside(json.loads(content, strict=False), DEEPEST)
            except (ValueError, RecursionError):
                continue


def _inside(value: object, left: int) -> Iterator[Thing]:
    if left and isinstance(value, dict):
        yield value
        for part in value.values():
            if isinstance(part, dict | list):
                yield from _inside(part, left - 1)
    elif left and isinstance(value, list):
        for part in value:
            yield from _inside(part, left - 1)


def _types(thing: Thing) -> list[str]:
    kind = thing.get("@type")
    return (
        [kind]
        if isinstance(kind, str)
        else [name for name in kind if isinstance(name, str)]
        if isinstance(kind, list)
        else []
    )
