"""The figures of a real event: each at its place with its low and high, each attributed one with whose it is.

The captures belong to their publishers and lie beside the checkout; without them there is nothing to read.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from benchmarks.events import REAL, Event
from benchmarks.scoring.names import same_name

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture
from reportedly.model.mention import Figure
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.read import captures

KURSK = Event("kursk", REAL / "kursk", "real")
ATTRIBUTED = 9

pytestmark = pytest.mark.skipif(not KURSK.folder.is_dir(), reason="the real events are not beside this checkout")


@cache
def readings() -> dict[str, Reading]:
    cleaner, extractor = Cleaner(), Extractor()
    read = [one for one in captures([KURSK.captures]) if isinstance(one, Capture)]
    return {one.path.replace("\\", "/").rsplit("/", 1)[-1]: extractor(one, cleaner(one)) for one in read}


def answers() -> list[dict[str, Any]]:
    points = [point for point in KURSK.gold["points"] if point["kind"] == "figure"]
    return [answer for point in points for answer in point["answers"]]


def figure_of(answer: dict[str, Any]) -> Figure | None:
    at = Span(answer["start"], answer["end"])
    return next((one for one in readings()[answer["doc"]].figures if one.span.overlaps(at)), None)


def test_every_figure_has_the_right_ends() -> None:
    wrong = []
    for answer in answers():
        found, value = figure_of(answer), answer["value"]
        ends = (found.quantity.low, found.quantity.high) if found is not None else None
        if ends != (value["low"], value["high"]):
            wrong.append((answer["text"], ends))
    assert wrong == []


def test_every_attributed_figure_is_bound_to_its_origin_noun_and_predicate() -> None:
    attributed = [answer for answer in answers() if answer["origin"]]
    assert len(attributed) >= ATTRIBUTED
    unbound = []
    for answer in attributed:
        found = figure_of(answer)
        statements = {one.id: one for one in readings()[answer["doc"]].statements}
        said = statements.get(found.statement or "") if found is not None else None
        names = [link.name for link in said.attribution] if said is not None else []
        bound = found is not None and found.counted is not None and found.predicate is not None
        if not bound or not any(same_name(answer["origin"], name) for name in names):
            unbound.append((answer["text"], answer["origin"], names, found and (found.counted, found.predicate)))
    assert unbound == []
