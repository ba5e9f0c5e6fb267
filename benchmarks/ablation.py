"""`python -m benchmarks.ablation`: what each sign of one question, and each rule, is worth.

Reads a few events once, then relates them again and again with one sign at weight nought or one rule switched off, and
prints how the mean scores move. Weights are changed in this process only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import mean
from unittest.mock import patch

from benchmarks.events import Event, events
from benchmarks.scoring import score
from benchmarks.scoring.case import case_of
from benchmarks.scoring.measure import Measure
from reportedly.clean import Cleaner
from reportedly.export.record_json import record_json
from reportedly.extract import Extractor
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.read import captures
from reportedly.relate import relate
from reportedly.vocabulary import table

CHOSEN = 8  # events of the corpus beside the real ones: enough to see a rule, few enough to wait for
SHOWN = ("answers figure", "answers", "grouping", "values", "revised", "contested", "origins")
RULES: dict[str, tuple[str, object]] = {
    "nothing is forbidden": ("reportedly.relate.grouping.forbidden", lambda one, other: None),
    "no copied passages": ("reportedly.relate.echoes.Echoes.same_passage", lambda *_: False),
    "no year from the story": ("reportedly.relate.anchored", tuple),
    "no words of dispute": ("reportedly.relate.disputes._called_wrong", lambda answers, clippings: ()),
    "no growth": ("reportedly.relate.revisions._grew", lambda earlier, later, cumulative: False),
}


def readings(event: Event) -> list[Reading]:
    """All that can be read of an event."""
    clean, extract = Cleaner(), Extractor()
    found = captures([event.captures])
    return [extract(one, clean(one)) for one in found if not isinstance(one, Problem)]


def means(read: dict[str, tuple[Event, list[Reading]]]) -> dict[str, float]:
    """The mean of each shown score over the events, after relating anew."""
    scores = []
    for event, held in read.values():
        record = json.loads("".join(record_json(relate(held, pipeline=()))))
        scores.append(score(case_of(event.gold, record)))
    return {name: mean(_plain(s[name]) for s in scores if s.get(name) is not None) for name in SHOWN}


def _plain(value: object) -> float:
    return value.f1 if isinstance(value, Measure) else float(str(value))


@contextmanager
def without(kind: str, sign: str) -> Iterator[None]:
    """One sign of one kind of question at weight nought."""
    weights = table("same_question")[kind]["weight"]
    kept = weights[sign]
    weights[sign] = 0.0
    try:
        yield
    finally:
        weights[sign] = kept


def report(label: str, base: dict[str, float], now: dict[str, float]) -> None:
    """One row: how far each score moved."""
    moved = "  ".join(f"{now[name] - base[name]:+.3f}" for name in SHOWN)
    print(f"{label:<40} {moved}", flush=True)


def main() -> None:
    """The table, to standard output."""
    chosen = [e for e in events() if e.kind == "real"] + [e for e in events() if e.kind == "corpus"][:CHOSEN]
    read = {event.name: (event, readings(event)) for event in chosen}
    base = means(read)
    print(f"{'all':<40} " + "  ".join(f"{name} {base[name]:.3f}" for name in SHOWN))
    for label, (target, instead) in RULES.items():
        with patch(target, instead):
            report(label, base, means(read))
    for sign in [name for name in table("same_question")["figure"]["weight"] if name != "bias"]:
        with without("figure", sign):
            report(f"figure: {sign}", base, means(read))


if __name__ == "__main__":
    main()
