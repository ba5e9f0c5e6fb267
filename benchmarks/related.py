"""`python -m benchmarks.related`: copies and stories on the development data of ../shared, scored.

Copies by pairs, synthetic and silver; stories by B-cubed over a mixed set. Only scores leave: no text is kept.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from reportedly.grammar.edtf import when
from reportedly.model.article import Article, Block, Outlet, Publication
from reportedly.model.capture import Capture, capture_id
from reportedly.model.ids import content_id
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.copying.copies import find_copies
from reportedly.relate.gathering.days import told_day
from reportedly.relate.gathering.profiles import LONGEST, Counted
from reportedly.relate.gathering.stories import cluster

BENCH = Path(__file__).parents[2] / "shared" / "bench"
Pair = tuple[str, str]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file, compressed or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def reading(row: dict[str, Any]) -> Reading:
    """A row as a reading of one body block."""
    text = row["text"]
    capture = Capture(capture_id(text.encode(), row["id"], row["id"]), row["id"], row["id"], "text/plain", text)
    date = (row.get("date") or "")[:10]
    published = Publication(when(date), ()) if date else None
    outlet = Outlet(row["source"]) if row.get("source") else None
    block = (Block("body", Span(0, len(text))),)
    name = content_id("article", capture.id)
    return Reading(capture, Article(name, capture.id, "en", True, None, (), outlet, None, None, None, published, block))


def found_pairs(documents: Iterable[dict[str, Any]], *, partial: bool = True) -> set[Pair]:
    """Pairs of ids that the copies rule finds; without `partial` only copies and near copies."""
    readings = [reading(row) for row in documents]
    names = {r.article.id: r.capture.path for r in readings}
    return {
        _pair(names[e.copy.article], names[e.copy.of])
        for e in find_copies(readings)
        if partial or e.copy.kind != "partial"
    }


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def f1(found: set[Pair], gold: set[Pair]) -> str:
    """Precision, recall and F1 of pairs, in words."""
    hits = len(found & gold)
    precision, recall = hits / max(1, len(found)), hits / max(1, len(gold))
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def copies() -> None:
    """Synthetic groups (a merged text's second original is left out) and silver pairs of real articles."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    also: list[tuple[str, str]] = []
    for row in rows(BENCH / "copies" / "gold.dev.jsonl"):
        if row["group"]:
            groups[row["group"]].append(row["id"])
        if row["also"]:
            also.append((row["id"], row["also"]))
    gold = {_pair(*pair) for held in groups.values() for pair in combinations(held, 2)}
    by_also: defaultdict[str, list[str]] = defaultdict(list)
    for identity, other in also:
        by_also[other].append(identity)
    soft = {_pair(*pair) for held in by_also.values() for pair in combinations(held, 2)}
    begun = time.process_time()
    found = found_pairs(rows(BENCH / "copies" / "docs.dev.jsonl.gz"))
    print(f"copies, synthetic: {f1(found - (soft - gold), gold)}, {time.process_time() - begun:.0f} CPU-s")
    silver = rows(BENCH / "copies" / "silver_pairs.dev.jsonl")
    pool = {row[side] for row in silver for side in ("a", "b")}
    documents = [row for row in rows(BENCH / "stories" / "docs.dev.jsonl.gz") if row["id"] in pool]
    here = {row["id"] for row in documents}
    gold = {_pair(row["a"], row["b"]) for row in silver if row["label"] != "reuse" and {row["a"], row["b"]} <= here}
    found = found_pairs(documents, partial=False)
    print(f"copies, silver: {f1(found, gold)}")


def mixed() -> tuple[list[Counted], list[tuple[int | None, int | None]], list[str]]:
    """The mixed set: its articles' words, their days and those that they tell of, and which story gold has each in."""
    gold = {row["id"]: row["story"] for row in rows(BENCH / "stories" / "gold.dev.jsonl")}
    documents = rows(BENCH / "stories" / "docs.dev.jsonl.gz")
    counts, days = [], []
    for row in documents:
        counts.append(Counted())
        counts[-1].add(row["title"] or "", title=True)
        counts[-1].add(row["text"][:LONGEST])
        day = dt.date.fromisoformat(row["date"][:10]).toordinal() if row.get("date") else None
        days.append((day, told_day(row["text"], day) if day is not None else None))
    return counts, days, [gold[row["id"]] for row in documents]


def b_cubed(groups: Iterable[Sequence[int]], gold: Sequence[str]) -> str:
    """B-cubed precision, recall and F1 of groups of articles, in words."""
    precision = recall = 0.0
    sizes = Counter(gold)
    for group in groups:
        held = Counter(gold[number] for number in group)
        precision += sum(n * n for n in held.values()) / len(group) / len(gold)
        recall += sum(n * n / sizes[story] for story, n in held.items()) / len(gold)
    return f"B3 P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"


def stories() -> None:
    """B-cubed of the stories of a mixed set, and how fast."""
    counts, days, gold = mixed()
    begun = time.process_time()
    groups = cluster(counts, days)
    seconds = time.process_time() - begun
    print(f"stories: {b_cubed(groups, gold)}, {len(gold) / seconds:.0f} docs per CPU-s")


if __name__ == "__main__":
    copies()
    stories()
