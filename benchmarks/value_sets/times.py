"""TIMEX3 values against gold, on news and on narratives."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.value_sets import Part, scorer
from reportedly.grammar.dates import DateMatch, moments
from reportedly.grammar.edtf import when

TYPES = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET", "reference": "DATE"}
JOIN = re.compile(r"\s*(?:-|–|—|/|\bto\b|\band\b|\buntil\b|\bthrough\b)\s*")


def measure(bench: Path) -> Part:
    """Value F1 of both sets; narratives are read without a day of publication."""
    part = Part()
    score = scorer(bench / "time" / "score_temporal.py").score
    for name, dated in (("dev", True), ("wikiwars", False)):
        with gzip.open(bench / "time" / f"{name}.jsonl.gz", "rt", encoding="utf8") as lines:
            documents = [json.loads(line) for line in lines]
        errors: list[tuple[Any, ...]] = []
        found = score(documents, {d["doc_id"]: list(_timexes(d, dated=dated)) for d in documents}, errors)
        told = f"value F1 {found['valueF']:.3f} · found {found['relF']:.3f} · exact span {found['strictF']:.3f}"
        part.rows.append((f"time, {name} ({len(documents)} documents)", told))
        part.errors += [f"time {name}: {error}" for error in errors]
    return part


def _timexes(document: dict[str, Any], *, dated: bool) -> Iterator[dict[str, Any]]:
    text = document["text"]
    for match in moments(text, when(document["dct"][:10]) if dated else None):
        yield from _as_timex(text, match)


def _as_timex(text: str, match: DateMatch) -> Iterator[dict[str, Any]]:
    """TIMEX3 has no ranges: "1914-18" becomes its two ends."""
    ends = match.timex.split("/")
    join = JOIN.search(text, match.start + 1, match.end) if len(ends) == 2 else None
    if join is None:
        yield {"start": match.start, "end": match.end, "value": match.timex, "type": TYPES[match.kind]}
        return
    yield {"start": match.start, "end": join.start(), "value": ends[0], "type": TYPES[match.kind]}
    yield {"start": join.end(), "end": match.end, "value": ends[1], "type": TYPES[match.kind]}
