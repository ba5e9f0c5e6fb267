"""The public contract: the record as JSON, piece by piece, so that a large one need not be held as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from reportedly.export import contract
from reportedly.export.contract import Json
from reportedly.export.points import point
from reportedly.model.record import Record

FORMAT = "reportedly/1"


def record_json(record: Record, *, text: bool = True) -> Iterator[str]:
    """The record's JSON in pieces, a line for each thing in it; without the captures' texts where `text` is False."""
    yield f'{{"format":{_json(FORMAT)},\n"pipeline":{_json(dict(record.pipeline))}'
    for key, things in _lists(record, text):
        yield f',\n"{key}":['
        for number, thing in enumerate(things):
            yield (",\n" if number else "\n") + _json(thing)
        yield "]"
    yield "}\n"


def _lists(record: Record, text: bool) -> Iterator[tuple[str, Iterable[Json]]]:
    readings = record.readings
    yield "captures", (contract.capture(r.capture, text=text) for r in readings)
    yield "articles", (contract.article(r.article) for r in readings)
    yield "entities", map(contract.entity, record.entities)
    yield "statements", (thing for r in readings for thing in contract.statements(r))
    yield "figures", (contract.figure(f) for r in readings for f in r.figures)
    yield "times", (contract.moment(m) for r in readings for m in r.moments)
    yield "places", (contract.place(p) for r in readings for p in r.places)
    yield "exhibits", (contract.exhibit(e) for r in readings for e in r.exhibits)
    yield "stories", map(contract.story, record.stories)
    yield "copies", map(contract.copy, record.copies)
    yield "points", map(point, record.points)
    yield "timeline", map(contract.timeline_entry, record.timeline)
    yield "judgements", map(contract.judgement, record.judgements)
    yield "problems", map(contract.problem, record.problems)


def _json(thing: Json | str) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
