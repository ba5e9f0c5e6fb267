"""How many statements of events are found, by the rules alone and with what was learnt from other events."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.events import Event
from benchmarks.scoring.case import Json
from benchmarks.speech.sentences import drafts
from reportedly.extract.attributions import Attributions
from reportedly.extract.draft import Draft
from reportedly.extract.speech.learnt import Learnt, weights_of
from reportedly.extract.speech.lexicon import lexicon
from reportedly.model.span import Span

HALF = 0.5  # of the joint extent: two contents that share so much are one


def table(rows: Sequence[tuple[str, Sequence[Event], dict[str, list[float]]]]) -> str:
    """A table with two rows for each set of events: found, precision and how many statements there are."""
    lines = ["| events | read by | statements in gold | found | precision |", "|---|---|---|---|---|"]
    for name, chosen, learnt in rows:
        read = [draft for event in chosen for draft in drafts(event)]
        gold = [row for event in chosen for row in event.gold["attributions"]]
        plain = Attributions(learnt=None)
        fuller = Attributions(learnt=Learnt(lexicon(), weights_of(learnt)))
        for reader, stage in (("rules", plain), ("rules and what was learnt from the others", fuller)):
            hits, said = _counted([stage(draft) for draft in read if draft.article.read], gold)
            lines.append(f"| {name} | {reader} | {len(gold)} | {hits / len(gold):.3f} | {hits / said:.3f} |")
    return "\n".join(lines)


def _counted(read: Sequence[Draft], gold: Sequence[Json]) -> tuple[int, int]:
    """Contents found one to one, and how many were said."""
    hits = said = 0
    for draft in read:
        doc = str(draft.capture.path).replace("\\", "/").rsplit("/", 1)[-1]
        wanted = [Span(*row["content"]) for row in gold if row["doc"] == doc]
        if not wanted:
            continue
        extents = [s.extent for s in draft.statements if s.attribution or s.cue]
        said += len(extents)
        hits += _met(wanted, extents)
    return hits, said


def _met(wanted: Sequence[Span], said: Sequence[Span]) -> int:
    """How many of the wanted extents meet one that was said, one to one, most alike first."""
    alike = sorted(((_share(w, e), i, j) for i, w in enumerate(wanted) for j, e in enumerate(said)), reverse=True)
    met: tuple[set[int], set[int]] = (set(), set())
    for share, i, j in alike:
        if share >= HALF and i not in met[0] and j not in met[1]:
            met[0].add(i)
            met[1].add(j)
    return len(met[0])


def _share(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))
