"""The events that records are measured on: the corpus, the examples, and real ones that lie beside the checkout."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from benchmarks.corpus.gold import write_event
from benchmarks.scoring.case import Json

HOUSE = Path(__file__).parents[1]
CORPUS = HOUSE / "corpus"
EXAMPLES = HOUSE / "examples"
REAL = HOUSE.parent / "shared" / "events"
MADE = HOUSE / "build" / "corpus"
QUICK = ("kursk", "ferry-reine-de-koume", "kelsk-foreign-troops", "cyclone-orelia", "leaked-memo-teluk-indera")


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its captures, and the gold that no build may see. A real one is made of publishers' pages."""

    name: str
    folder: Path
    kind: Literal["real", "corpus", "example"]

    @property
    def captures(self) -> Path:
        """The folder that a build is given."""
        return self.folder / "captures"

    @property
    def gold(self) -> Json:
        """What a reader of the captures would have written down."""
        gold: Json = json.loads((self.folder / "gold.json").read_text(encoding="utf8"))
        return gold


def chosen(name: str, wanted: tuple[str, ...]) -> bool:
    """Whether a name is wanted: all are when none is named; a beginning is enough."""
    return not wanted or any(name.startswith(word) for word in wanted)


def events(wanted: tuple[str, ...] = ()) -> list[Event]:
    """The wanted events, real ones first; captures and gold of the corpus are made anew.

    Raises `ValueError` when there is none of that name.
    """
    real = [
        Event(path.parent.name, path.parent, "real")
        for path in sorted(REAL.glob("*/gold.json"))
        if chosen(path.parent.name, wanted)
    ]
    invented = []
    for path in sorted(CORPUS.glob("*/event.json")):
        name = path.parent.name
        if chosen(name, wanted):
            write_event(path.parent, MADE / name)
            invented.append(Event(name, MADE / name, "corpus"))
    examples = [
        Event(f"example-{path.parent.name}", path.parent, "example")
        for path in sorted(EXAMPLES.glob("*/gold.json"))
        if chosen(f"example-{path.parent.name}", wanted)
    ]
    found = real + examples + invented
    if not found:
        raise ValueError(f"no event is called {', '.join(wanted)}: see the folders of corpus/")
    return found
