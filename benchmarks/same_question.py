"""`python -m benchmarks.same_question`: learn how much each sign says of two claims' being one question.

Logistic regression over pairs of claims of one event: a pair is alike where gold has both in one point. Each half of
the events is learnt from alone and the other half's records are scored with it, so that the figures shown are of events
that nothing was learnt from. `--write figure,date` learns from all and puts those weights into same_question.toml.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, get_args
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from benchmarks.events import HOUSE, Event, events
from benchmarks.held import as_json, held, means
from benchmarks.scoring.answers import Given, likeness
from benchmarks.scoring.case import Case, case_of
from reportedly.model.point import DateValue, NameValue, PointKind, Value
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.relate import relate
from reportedly.relate.claims.claim import Claim
from reportedly.relate.grouping.clusters import group
from reportedly.relate.grouping.evidence import Evidence
from reportedly.relate.grouping.forbidden import forbidden
from reportedly.vocabulary import table

TABLE = HOUSE / "src" / "reportedly" / "vocabulary" / "same_question.toml"
RIDGE = 1.0
UNLABELLED = 0.7  # what a pair weighs of which gold knows one claim only: the other may be an answer that gold left out
STEPS, CLOSE = 60, 1e-6
Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of one event's claims: the amounts of the signs, whether gold has both in one point, what each weighs."""

    signs: dict[str, Array]
    alike: Array
    weight: Array


def compared(event: Event, readings: list[Reading]) -> dict[PointKind, Pairs]:
    """The pairs that a build of the event compares, kind by kind."""
    seen: list[Evidence] = []

    def noted(evidence: Evidence, *others: Any) -> list[tuple[Claim, ...]]:
        seen.append(evidence)
        return group(evidence, *others)

    with patch("reportedly.relate.points.group", noted):
        record = relate(readings, pipeline=())
    case = case_of(event.gold, as_json(record))
    learnable = [e for e in seen if e.claims and e.weights == e.claims[0].kind]  # those of roles are set by hand
    return {e.claims[0].kind: pairs for e in learnable if (pairs := labelled(e, case)) is not None}


def labelled(evidence: Evidence, case: Case) -> Pairs | None:
    """The pairs that may be one question, each with gold's word on it; a point's pairs weigh less the more it has."""
    points = answered(evidence.claims, case)
    size = Counter(point for held in points.values() for point in held)
    kept, alike, weight = [], [], []
    for place, (i, j) in enumerate(zip(evidence.first.tolist(), evidence.second.tolist(), strict=True)):
        known = (i in points) + (j in points)
        if not known or forbidden(evidence.claims[i], evidence.claims[j]):
            continue
        both = points.get(i, set()) & points.get(j, set())
        kept.append(place)
        alike.append(float(bool(both)))
        weight.append(max((size[p] - 1) ** -0.5 for p in both) if both else 1.0 if known > 1 else UNLABELLED)
    if not kept:
        return None
    return Pairs({name: amount[kept] for name, amount in evidence.signs.items()}, np.array(alike), np.array(weight))


def answered(claims: tuple[Claim, ...], case: Case) -> dict[int, set[int]]:
    """Which points of gold each claim (by number) is an answer to."""
    by_doc: defaultdict[str, list[tuple[int, Given]]] = defaultdict(list)
    for number, claim in enumerate(claims):
        doc = case.doc[claim.article]
        place = {"start": claim.span.start, "end": claim.span.end, "value": plain(claim.value)}
        by_doc[doc].append((number, Given(doc, place)))
    found: defaultdict[int, set[int]] = defaultdict(set)
    for point, asked in enumerate(case.gold["points"]):
        for answer in asked["answers"] if asked["kind"] == claims[0].kind else ():
            likes = [(likeness(answer, given), -number) for number, given in by_doc[answer["doc"]]]
            like, number = max(likes, default=(0.0, 0))
            if like > 0:
                found[-number].add(point)
    return found


def plain(value: Value) -> dict[str, Any]:
    """A value as gold writes it."""
    if isinstance(value, Quantity):
        return {"low": value.low, "high": value.high}
    if isinstance(value, DateValue):
        return {"edtf": value.edtf}
    return {"name": value.name} if isinstance(value, NameValue) else {"stance": value.stance}


def learnt(pairs: list[Pairs]) -> dict[str, float]:
    """The weight of each sign, and `bias`, that makes gold's word on the pairs likeliest."""
    names = sorted({name for each in pairs for name in each.signs})
    columns = [np.concatenate([each.signs[name] for each in pairs]) for name in names]
    signs = np.column_stack([np.ones(len(columns[0])), *columns])
    alike, weight = (np.concatenate([getattr(each, part) for each in pairs]) for part in ("alike", "weight"))
    ridge = np.diag(np.maximum(signs.var(axis=0) * RIDGE, CLOSE))  # a rare sign is held back no more than a common one
    found = np.zeros(signs.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(signs @ found)))
        slope = signs.T @ (weight * (chance - alike)) + ridge @ found
        curve = (signs * (weight * chance * (1 - chance))[:, None]).T @ signs + ridge
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < CLOSE:
            break
    return dict(zip(("bias", *names), np.round(found, 2).tolist(), strict=True))


@contextmanager
def weighed(weights: dict[PointKind, dict[str, float]]) -> Iterator[None]:
    """Records are made with these weights, in this process only."""
    kept = {kind: dict(table("same_question")[kind]["weight"]) for kind in weights}
    try:
        for kind, new in weights.items():
            table("same_question")[kind]["weight"] = new
        yield
    finally:
        for kind, old in kept.items():
            table("same_question")[kind]["weight"] = old


def written(text: str, weights: dict[PointKind, dict[str, float]]) -> str:
    """The table with new weights in the place of the old ones, comments kept; signs that are new come last."""
    for kind, new in weights.items():
        head, body, tail = re.split(rf"(?ms)(^\[{kind}\.weight\]\n.*?)(?=^\[|\Z)", text, maxsplit=1)
        notes = {
            m["sign"]: m["note"] or ""
            for m in re.finditer(r'(?m)^"?(?P<sign>[^"\n=\[]+?)"? = \S+(?P<note> #.*)?$', body)
        }
        order = [*(sign for sign in notes if sign in new), *(sign for sign in new if sign not in notes)]
        lines = [
            f"{sign if sign.isalpha() else chr(34) + sign + chr(34)} = {new[sign]}{notes.get(sign, '')}"
            for sign in order
        ]
        text = f"{head}[{kind}.weight]\n" + "\n".join(lines) + "\n" + ("\n" if tail else "") + tail
    return text


def main() -> None:
    """Scores of both halves, each with weights learnt from the other."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.same_question", description=__doc__)
    arguments.add_argument(
        "--write", default="", metavar="KINDS", help="write the weights of these kinds (figure,date)"
    )
    asked = arguments.parse_args()
    read = held([event for event in events() if event.kind == "corpus"])
    pairs = {name: compared(event, readings) for name, (event, readings) in read.items()}

    def fitted(names: list[str]) -> dict[PointKind, dict[str, float]]:
        kinds: tuple[PointKind, ...] = get_args(PointKind)
        return {kind: learnt([pairs[name][kind] for name in names if kind in pairs[name]]) for kind in kinds}

    names = sorted(read)
    for half, other in ((names[::2], names[1::2]), (names[1::2], names[::2])):
        with weighed(fitted(half)):
            found = means({name: read[name] for name in other})
        print("  ".join(f"{name} {value:.3f}" for name, value in found.items()), flush=True)
    if asked.write:
        kept = {kind: new for kind, new in fitted(names).items() if kind in asked.write.split(",")}
        TABLE.write_text(written(TABLE.read_text(encoding="utf8"), kept), encoding="utf8")


if __name__ == "__main__":
    main()
