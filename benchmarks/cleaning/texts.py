"""Plain-text conversions of pages, with the kind of every line: how much of the story is kept, and of the captions."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.cleaning.shingles import likeness, overall
from reportedly.clean.plain import PlainBlocks

KINDS = ("semi", "full")  # conversions of the story with what stands around it, and of the whole page


@dataclass(frozen=True, slots=True)
class TextScore:
    """Body F1, and how many of the captions were kept in the story."""

    body: float
    captions_kept: int
    captions: int


def text_scores(data: Path) -> dict[str, TextScore]:
    """The scores by kind of conversion; `data` is the folder of the development data."""
    with gzip.open(data / "textcap.dev.jsonl.gz", "rt", encoding="utf8") as lines:
        pages = [json.loads(line) for line in lines]
    label = PlainBlocks()
    return {kind: _score([page for page in pages if page["kind"] == kind], label) for kind in KINDS}


def _score(pages: list[dict[str, Any]], label: PlainBlocks) -> TextScore:
    alike, kept, captions = [], 0, 0
    for page in pages:
        text = page["text"]
        story = [block.span for block in label(text) if block.kind in ("body", "quote")]
        alike.append(likeness(page["gold"], "\n".join(span.of(text) for span in story)))
        for start, end, kind in page["lines"]:
            if kind == "caption":
                captions += 1
                kept += 2 * sum(max(0, min(end, s.end) - max(start, s.start)) for s in story) > end - start
    return TextScore(overall(alike), kept, captions)
