"""How good a record is, against the gold record of its event.

Everything is matched by place: a gold answer and a system answer are the same answer when they lie in one document, are
of one kind of value, overlap by half of the shorter and share at least .15 of their union. Points match one to one.

answers       precision (inside matched points), recall and F1, in all and by kind
grouping      answers of one gold point stand in one point of the record, answers of two do not: pairs
value         of the counted answers: same bounds, date compatible and not vaguer, same name, same stance
origin        of the counted answers: on the same word (none equals none: the article's own voice)
via           of the counted answers with relays in gold: every relay named
certainty     macro F1 over asserted, hedged, unverified, denied of the counted answers
values        of the matched points: the facet is equal; origins: the count differs by one at most
revised, contested   of the points so marked, among all gold points
attribution   content found one to one (union share of half); right: with the right speaker, by name or place;
              precision: over the record's attributions in those documents; chain: of those with relays, every name
hedges        gold's hedge and verification words that lie in some statement's hedges
blocks        characters of boilerplate, where gold labels blocks
copies        pairs of documents
published     documents whose interval overlaps gold's and is at most 31 days wider
timeline      gold's happenings for which the timeline holds an entry of a compatible date with that place as evidence
offsets       spans whose text is not the text at that place: must be 0
"""

from __future__ import annotations

from benchmarks.scoring.attributions import score_attributions
from benchmarks.scoring.case import Case
from benchmarks.scoring.documents import score_documents
from benchmarks.scoring.grouping import score_grouping
from benchmarks.scoring.measure import Measure
from benchmarks.scoring.offsets import score_offsets
from benchmarks.scoring.points import score_points
from benchmarks.scoring.timeline import score_timeline

Scores = dict[str, Measure | float | int | None]


def score(case: Case) -> Scores:
    """Every measure by name; None where gold has nothing to measure it on. Fills `case.errors`."""
    scores: Scores = {}
    for part in (score_points, score_grouping, score_attributions, score_documents, score_timeline, score_offsets):
        scores.update(part(case))
    return scores
