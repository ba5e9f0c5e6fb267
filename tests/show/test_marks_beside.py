"""What a question's row tells beside its facets: origins that may be one, and marks of the answers."""

from __future__ import annotations

from dataclasses import replace

from newsroom import account

from reportedly.model.point import Reason
from reportedly.relate import relate
from reportedly.show.report import report


def test_origins_that_may_be_one_are_named_with_the_rule_and_other_marks_too() -> None:
    readings = (
        account("a.txt", "The blast at the silo killed [9] workers.", predicate="killed", counted="workers"),
        account("b.txt", "The blast at the silo has killed [9] workers.", predicate="killed", counted="workers"),
    )
    record = relate(readings, pipeline=())
    (point,) = [point for point in record.points if point.kind == "figure"]
    marked = replace(point, why=(*point.why, Reason("a side's word on its own losses", "the mill on the mill", ())))
    page = report(replace(record, points=(marked,)))
    assert "Perhaps one, as the lower number counts them: own voices" in page
    assert "A side&#39;s word on its own losses (the mill on the mill)." in page
