"""The corpus: how much of each account's furniture is labelled as such, and how many accounts are dated right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.gold import Gold, read_event
from reportedly.clean import Cleaner
from reportedly.grammar.edtf import when
from reportedly.model.article import Block
from reportedly.model.capture import Capture, capture_id

CORPUS = Path(__file__).parents[2] / "corpus"
FURNITURE = frozenset(("header", "byline", "caption", "credit", "ad", "navigation", "biography", "related", "comment"))
SLACK = dt.timedelta(days=31)  # by which an interval of publication may be wider than the gold's


@dataclass(frozen=True, slots=True)
class CorpusScore:
    """F1 over the characters of furniture; how many accounts are dated right, of how many; false dates."""

    furniture: float
    dated: int
    datable: int
    false_dates: int


def corpus_score() -> CorpusScore:
    """The score over all events of the corpus, from which the line model has learnt: see `lines/held_out.py`."""
    clean = Cleaner()
    both = said = wanted = dated = datable = false = 0
    for folder in sorted(place.parent for place in CORPUS.glob("*/event.json")):
        texts, gold, _ = read_event(folder)
        for document in gold["documents"]:
            text = texts[document["doc"]]
            identity = capture_id(text.encode(), document["doc"], None)
            article = clean(Capture(identity, document["doc"], None, "text/plain", text))
            known, found = marked(gold, document["doc"]), places(article.blocks)
            both, said, wanted = both + len(known & found), said + len(found), wanted + len(known)
            published = article.published.when if article.published else None
            if document["published"]:
                datable += 1
                dated += published is not None and _fits(document["published"], published.edtf)
            else:
                false += published is not None
    return CorpusScore(2 * both / (said + wanted), dated, datable, false)


def marked(gold: Gold, document: str) -> set[int]:
    """The places of a document's characters that the gold calls furniture."""
    blocks = [b for b in gold["blocks"] if b["doc"] == document and b["kind"] in FURNITURE]
    return {n for block in blocks for n in range(block["start"], block["end"])}


def places(blocks: Iterable[Block]) -> set[int]:
    """The places of the characters that blocks call furniture."""
    return {n for block in blocks if block.kind in FURNITURE for n in range(block.span.start, block.span.end)}


def _fits(wanted: str, said: str) -> bool:
    one, two = when(wanted), when(said)
    if None in (one.earliest, one.latest, two.earliest, two.latest):
        return False
    return one.overlaps(two) and (two.days or 0) <= (one.days or 0) + SLACK.days
