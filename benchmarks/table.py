"""Scores as Markdown tables: one row an event, the means beneath."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.floors import plain
from benchmarks.scoring import Scores
from benchmarks.scoring.measure import Measure

POINTS = (
    *("answers", "answers figure", "answers date", "answers place", "answers who", "answers whether", "grouping"),
    *("value", "origin", "via", "certainty", "values", "revised", "contested", "origins"),
)
ARTICLES = (
    *("attribution found", "attribution right", "attribution precision", "chain", "hedges"),
    *("blocks", "copies", "published", "timeline", "offsets"),
)
WHOLE = ("answers", "grouping")


def mean(rows: Iterable[Scores]) -> Scores:
    """The mean of each measure over the events that have it."""
    gathered: dict[str, list[Measure | float]] = {}
    for row in rows:
        for name, value in row.items():
            if value is not None:
                gathered.setdefault(name, []).append(value)
    return {name: mean_of(values) for name, values in gathered.items()}


def mean_of(values: Sequence[Measure | float]) -> float:
    """The mean of numbers; of a measure, its F1 counts."""
    return sum(plain(value) or 0.0 for value in values) / len(values)


def cell(name: str, value: Measure | float | int | None) -> str:
    """A score in a table: F1 (with precision and recall for the two that matter most)."""
    if value is None:
        return "–"
    if isinstance(value, Measure) and name in WHOLE:
        return f"{value.f1:.2f} ({value.precision:.2f}/{value.recall:.2f})"
    number = plain(value)
    return str(value) if name == "offsets" and isinstance(value, int) else f"{number:.2f}"


def table(scores: Mapping[str, Scores], columns: Sequence[str]) -> str:
    """A Markdown table of some measures."""
    lines = [f"| event | {' | '.join(columns)} |", f"|---{'|---:' * len(columns)}|"]
    for event, row in scores.items():
        lines.append(f"| {event} | {' | '.join(cell(name, row.get(name)) for name in columns)} |")
    return "\n".join(lines)
