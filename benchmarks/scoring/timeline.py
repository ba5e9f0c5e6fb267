"""The timeline: gold's happenings that it shows, at a date that agrees."""

from __future__ import annotations

from benchmarks.scoring.case import Case
from benchmarks.scoring.dates import compatible
from benchmarks.scoring.measure import share
from benchmarks.scoring.places import overlaps

DATE_SLACK = 7


def score_timeline(case: Case) -> dict[str, float | None]:
    """Share of gold's happenings whose place is evidence of an entry with a compatible date."""
    entries = [
        (case.doc.get(evidence["article"]), (evidence["start"], evidence["end"]), entry.get("edtf"))
        for entry in case.record["timeline"]
        for evidence in entry["evidence"]
    ]
    wanted = case.gold.get("timeline", [])
    hits = 0
    for gold in wanted:
        place = (gold["start"], gold["end"])
        if any(
            doc == gold["doc"] and overlaps(place, span) and compatible(gold["edtf"], edtf, DATE_SLACK)
            for doc, span, edtf in entries
        ):
            hits += 1
        else:
            case.errors.append(("timeline", gold["edtf"], gold["what"]))
    return {"timeline": share(hits, len(wanted))}
