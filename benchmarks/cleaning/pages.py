"""Saved pages with their story, title, authors and date: how much of each is found."""

from __future__ import annotations

import ast
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.cleaning.shingles import Likeness, likeness, overall
from reportedly.clean import Cleaner
from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.read.html import page_captures

SHORTEST_CAPTION = 20  # code points; shorter ones stand in any text by chance
CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")


@dataclass(slots=True)
class PageScore:
    """Likeness of every page's story by source, and of each other question how many were right of how many asked."""

    bodies: dict[str, list[Likeness]] = field(default_factory=dict)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def body(self, source: str) -> float:
        """Body F1 of one source."""
        return overall(self.bodies[source])

    def share(self, question: str) -> float:
        """The share of right answers."""
        return self.right[question] / max(1, self.asked[question])


def page_score(data: Path) -> PageScore:
    """The score of all pages; `data` is the folder of the development data."""
    clean, score = Cleaner(), PageScore()
    for gold, capture in pages(data):
        article = clean(capture)
        story = "\n".join(b.span.of(capture.text) for b in article.blocks if b.kind in ("body", "quote"))
        score.bodies.setdefault(gold["source"], []).append(likeness(gold["body"], story))
        for question, answer in _answers(gold, article, story):
            score.asked[question] += 1
            score.right[question] += answer
    return score


def pages(data: Path) -> Iterator[tuple[dict[str, Any], Capture]]:
    """Every page that can be read, with its gold."""
    with gzip.open(data / "gold.dev.jsonl.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            gold = json.loads(line)
            content = gzip.decompress((data / gold["html"]).read_bytes())
            declared = CHARSET.search(content[:4096])
            read = page_captures(content, gold["id"], declared[1].decode() if declared else None)
            yield from ((gold, one) for one in read if isinstance(one, Capture))


def _answers(gold: dict[str, Any], article: Article, story: str) -> Iterator[tuple[str, bool]]:
    if gold.get("title"):
        title, wanted = _plain(article.title.text if article.title else ""), _plain(gold["title"])
        yield "title", bool(title) and (wanted in title or title in wanted)
    authors = _list(gold.get("authors"))
    if authors:
        yield "author", any(_plain(name) in _plain(" ".join(article.byline)) for name in authors)
    if gold.get("date"):
        published = article.published.when.earliest if article.published else None
        yield "date", str(published) == gold["date"][:10]
    for caption in _list(gold.get("captions")):
        if len(caption) >= SHORTEST_CAPTION and _plain(caption) not in _plain(gold["body"]):
            yield "caption leaked", _plain(caption) in _plain(story)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _list(value: object) -> list[str]:
    known = ast.literal_eval(value) if isinstance(value, str) and value.startswith("[") else value
    return [str(item) for item in known] if isinstance(known, list) else []
