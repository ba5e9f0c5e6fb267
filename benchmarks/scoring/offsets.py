"""Offsets: every span of a record against the text that it counts in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.scoring.case import Case, Json

SHOWN = 10


def wrong_spans(record: Json) -> Iterator[tuple[str, int, int, str]]:
    """Every span anywhere in the record whose `text` is not the text at that place: (capture, start, end, text).

    A span is any object with `start`, `end` and `text`; it counts in the capture of the nearest `article` around it;
    what a copy calls `there`, in that of the article that it is a copy `of`.
    """
    text = {capture["id"]: capture.get("text") for capture in record["captures"]}
    capture_of = {article["id"]: article["capture"] for article in record["articles"]}

    def walk(node: Any, capture: str | None, other: str | None) -> Iterator[tuple[str, int, int, str]]:
        if isinstance(node, list):
            for item in node:
                yield from walk(item, capture, other)
        elif isinstance(node, dict):
            capture = node.get("capture") or capture_of.get(node.get("article") or "", capture)
            other = capture_of.get(node.get("of") or "", other)
            whole = text.get(capture or "")
            match node:
                case {"start": int(start), "end": int(end), "text": str(words)} if whole is not None:
                    if whole[start:end] != words:
                        yield capture or "", start, end, words
            for key, item in node.items():
                yield from walk(item, other if key == "there" else capture, other)

    for key in record.keys() - {"captures"}:
        yield from walk(record[key], None, None)


def score_offsets(case: Case) -> dict[str, int]:
    """How many spans are not exact; it must be 0."""
    wrong = sorted(wrong_spans(case.record))
    case.errors.extend(("offset", *row) for row in wrong[:SHOWN])
    return {"offsets": len(wrong)}
