"""Offsets are exact on every page and text of the development data, where it is at hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from benchmarks.cleaning.pages import pages

from reportedly.clean import Cleaner
from reportedly.model.article import Article
from reportedly.model.capture import Capture, capture_id

DATA = Path(__file__).parents[3] / "shared/bench/clean"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason="the development data belongs to its publishers and is not here"),
]


def check(capture: Capture, article: Article) -> None:
    at = 0
    for block in article.blocks:
        assert block.span.start >= at
        assert not capture.text[at : block.span.start].strip()
        assert block.span.of(capture.text).strip() == block.span.of(capture.text) != ""
        at = block.span.end
    assert not capture.text[at:].strip()
    words = [article.title] if article.title else []
    for known in (*words, *article.corrections):
        assert known.span.of(capture.text) == known.text
    for piece in article.published.evidence if article.published else ():
        assert piece.span is None or piece.span.of(capture.text) == piece.text


def test_offsets_are_exact_on_every_page() -> None:
    clean = Cleaner()
    count = 0
    for _, capture in pages(DATA):
        check(capture, clean(capture))
        count += 1
    assert count > 200


def test_offsets_are_exact_on_every_text() -> None:
    clean = Cleaner()
    with gzip.open(DATA / "textcap.dev.jsonl.gz", "rt", encoding="utf8") as rows:
        for row in rows:
            text = json.loads(row)["text"]
            capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
            check(capture, clean(capture))
