"""Floors: what was reached once is not lost unseen.

`floors.json` holds them by event and measure: for each real event and example, and for the mean of the corpus.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

from benchmarks.scoring import Scores
from benchmarks.scoring.measure import Measure

FLOORS = Path(__file__).with_name("floors.json")
EPSILON = 0.02  # one decision in fifty: sums of floats, and so a parse here and there, differ between processors
UNHELD = ("offsets", "seconds")  # offsets must be exact anyhow; seconds are the machine's
Floors = dict[str, dict[str, float]]


def plain(value: Measure | float | int | None) -> float | None:
    """One number for a score: F1 where there is precision and recall."""
    return value.f1 if isinstance(value, Measure) else value


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors; none where there is no file."""
    floors: Floors = json.loads(path.read_text(encoding="utf8")) if path.exists() else {}
    return floors


def broken(scores: Mapping[str, Scores], floors: Floors) -> list[str]:
    """A sentence for each floor that a score lies under; wrong offsets are always one."""
    faults = []
    for event, measured in scores.items():
        if measured.get("offsets"):
            faults.append(f"{event}: {measured['offsets']} spans are not exact")
        for name, floor in floors.get(event, {}).items():
            reached = plain(measured.get(name))
            if reached is None or reached < floor - EPSILON:
                shown = "nothing" if reached is None else f"{reached:.4f}"
                faults.append(f"{event}: {name} is {shown}, its floor {floor:.4f}")
    return faults


def raise_floors(scores: Mapping[str, Scores], floors: Floors) -> Floors:
    """The floors with each lifted to what is reached; none is ever lowered."""
    lifted = {event: dict(floor) for event, floor in floors.items()}
    for event, measured in scores.items():
        for name, value in measured.items():
            reached = plain(value)
            if name not in UNHELD and reached is not None:
                down = math.floor(reached * 10000) / 10000
                kept = lifted.setdefault(event, {})
                kept[name] = max(down, kept.get(name, 0.0))
    return lifted


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Keep the floors, in an order that makes small differences."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf8")
