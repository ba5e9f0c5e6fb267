"""When a gold answer and a system answer are one answer, and when their values agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from benchmarks.scoring.case import Json
from benchmarks.scoring.dates import compatible
from benchmarks.scoring.names import same_name
from benchmarks.scoring.places import overlaps, union_share

LEAST_LIKE = 0.15
DATE_SLACK = 7


@dataclass(frozen=True, slots=True)
class Given:
    """One answer of the record and the document that it stands in."""

    doc: str
    answer: Json


def kind_of(value: Json) -> str:
    """figure, date, whether or name: only answers of one kind can be the same answer."""
    if "low" in value or "high" in value:
        return "figure"
    if "edtf" in value:
        return "date"
    return "whether" if "stance" in value else "name"


def same_bound(one: float | None, other: float | None) -> bool:
    """Equal but for rounding; an open bound equals an open bound."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(1, abs(other))


def same_value(gold: Json, system: Json) -> bool:
    """Same bounds; a date that is compatible and at most a week vaguer; the same name; the same stance."""
    kind = kind_of(gold)
    if kind == "figure":
        return all(same_bound(gold.get(bound), system.get(bound)) for bound in ("low", "high"))
    if kind == "date":
        return compatible(gold["edtf"], system.get("edtf"), DATE_SLACK)
    if kind == "whether":
        return bool(gold["stance"] == system.get("stance"))
    return same_name(gold.get("name"), system.get("name"))


def likeness(gold: Json, given: Given) -> float:
    """Intersection over union when the two are one place and kind of answer, else 0."""
    answer: dict[str, Any] = given.answer
    if gold["doc"] != given.doc or kind_of(gold["value"]) != kind_of(answer.get("value") or {}):
        return 0.0
    wanted, got = (gold["start"], gold["end"]), (answer["start"], answer["end"])
    like = union_share(wanted, got) if overlaps(wanted, got) else 0.0
    return like if like >= LEAST_LIKE else 0.0
