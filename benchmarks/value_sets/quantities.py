"""Quantities and what they count, over annotated sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.sentences import draft_of
from benchmarks.value_sets import Part, scorer
from reportedly.extract.counting.figures import Figures
from reportedly.extract.draft import Draft
from reportedly.extract.moments import Moments
from reportedly.extract.parse import Parser
from reportedly.vocabulary import table

APART = ("age", "duration")  # groups of unit that this gold does not annotate


def measure(bench: Path) -> Part:
    """F1 of (low, high) and the share of right nouns, through the parse as in a build."""
    lines = (bench / "quantity" / "dev.jsonl").read_text(encoding="utf8").splitlines()
    sentences = [json.loads(line) for line in lines]
    stages = (Parser(), Moments(), Figures())
    answers: dict[str, list[dict[str, Any]]] = {}
    for sentence in sentences:
        draft = draft_of(sentence["text"])
        for stage in stages:
            draft = stage(draft)
        answers[sentence["id"]] = list(_answers(draft))
    errors: list[tuple[Any, ...]] = []
    found = scorer(bench / "quantity" / "score_quantity.py").score(sentences, answers, errors)
    told = (
        f"(low, high) F1 {found['normF']:.3f} · noun {found['nounAcc']:.3f} · approximate {found['approxAcc']:.3f} · "
        f"exact span {found['strictF']:.3f}"
    )
    return Part([(f"quantity, dev ({len(sentences)} sentences)", told)], [f"quantity: {error}" for error in errors])


def _answers(draft: Draft) -> Iterator[dict[str, Any]]:
    apart = {unit for group in APART for unit in table("units")[group]["units"]}
    for figure in draft.figures:
        quantity = figure.quantity
        if quantity.unit in apart or quantity.high == 0:
            continue
        noun = _signed(quantity.unit) or (figure.counted or "").split(" ")[-1]
        yield {
            "start": figure.span.start, "end": figure.span.end, "low": quantity.low, "high": quantity.high,
            "approx": quantity.approximate, "unit_or_noun": noun,
        }  # fmt: skip


def _signed(unit: str | None) -> str | None:
    return {"cent": "cents"}.get(unit, unit) if unit else None
