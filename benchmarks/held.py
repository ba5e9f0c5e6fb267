"""Readings of whole events, held in memory, so that relating can be tried again and again."""

from __future__ import annotations

import json
from statistics import mean

from benchmarks.events import Event
from benchmarks.scoring import Scores, score
from benchmarks.scoring.case import Json, case_of
from benchmarks.scoring.measure import Measure
from reportedly.clean import Cleaner
from reportedly.export.record_json import record_json
from reportedly.extract import Extractor
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.read import captures
from reportedly.relate import relate

SHOWN = (
    "answers figure", "answers", "grouping", "origin", "certainty", "values", "revised", "contested", "origins",
)  # fmt: skip
Held = dict[str, tuple[Event, list[Reading]]]


def held(events: list[Event]) -> Held:
    """All that can be read of each event, by its name."""
    clean, extract = Cleaner(), Extractor()
    found = {}
    for event in events:
        kept = [one for one in captures([event.captures]) if not isinstance(one, Problem)]
        found[event.name] = (event, [extract(one, clean(one)) for one in kept])
    return found


def as_json(record: Record) -> Json:
    """A record as its export has it."""
    exported: Json = json.loads("".join(record_json(record)))
    return exported


def means(read: Held) -> dict[str, float]:
    """The mean of each shown score over the events, after relating anew."""
    scores: list[Scores] = []
    for event, readings in read.values():
        scores.append(score(case_of(event.gold, as_json(relate(readings, pipeline=())))))
    return {name: mean(plain(each) for s in scores if (each := s.get(name)) is not None) for name in SHOWN}


def plain(value: Measure | float | int) -> float:
    """A score as one number: F1 where it is a measure."""
    return value.f1 if isinstance(value, Measure) else float(value)
