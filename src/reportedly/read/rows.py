"""Rows with named fields (JSONL, CSV) to captures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from reportedly.grammar.edtf import when
from reportedly.model.capture import Capture, Given, capture_id
from reportedly.model.problem import Problem
from reportedly.read.html import markup_captures
from reportedly.read.plain import unfit
from reportedly.read.problems import problem

FIELDS = ("id", "text", "html", "url", "title", "published", "outlet", "captured")


def renamed(name: str | None, columns: Mapping[str, str]) -> str:
    """The field that a column stands for; `columns` are pairs of field and column."""
    return next((field for field, column in columns.items() if column == name), (name or "").strip().lower())


def row_captures(row: Mapping[str, object], path: str, number: int) -> Iterator[Capture | Problem]:
    """The capture of one row, its fields named as in `FIELDS`; row `number` (from 1) of the file at `path`."""
    where = f"row {number}"
    words = {name: value for name in FIELDS if (value := _words(row.get(name))) is not None}
    odd = [name for name in FIELDS if isinstance(row.get(name), dict | list)]
    if odd:
        yield problem(path, "broken row", f"{where}: {', '.join(odd)} should be a string")
        return
    dates = {}
    for name in ("published", "captured"):
        dates[name] = date_of(words.get(name))
        if words.get(name) and dates[name] is None:
            yield problem(path, "no such date", f"{where}: {name} {words[name]!r} is not EDTF; it was left out")
    given = Given(words.get("title"), dates["published"], words.get("outlet"))
    yield from _captures(words, given, dates["captured"], path, number)


def _captures(
    words: Mapping[str, str], given: Given, captured: str | None, path: str, number: int
) -> Iterator[Capture | Problem]:
    url, row_id = words.get("url"), words.get("id")
    content = json.dumps(dict(words), sort_keys=True).encode("ascii")
    identity = capture_id(content, url or path, row_id or str(number))
    if words.get("text"):
        cause = unfit(words["text"])
        if cause:
            yield problem(path, cause[0], f"row {number}: {cause[1]}")
        else:
            yield Capture(identity, path, row_id, "text/plain", words["text"], url, captured, given)
    elif words.get("html"):
        yield from markup_captures(
            words["html"], identity, path, row_id=row_id, url=url, captured=captured, given=given
        )
    else:
        yield problem(path, "empty row", f"row {number}: it has neither text nor html")


def _words(value: object) -> str | None:
    if value is None or isinstance(value, dict | list):
        return None
    words = value if isinstance(value, str) else json.dumps(value)
    return words.encode("utf8", "replace").decode("utf8") or None  # half a surrogate pair is no character


def date_of(words: str | None) -> str | None:
    """The EDTF of a date that was brought along; None where the words are none."""
    if not words:
        return None
    try:
        return when(words.strip().replace(" ", "T", 1)).edtf
    except ValueError:
        return None
