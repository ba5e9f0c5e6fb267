"""Points: matched one to one by their answers; what the matched answers and facets say."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.scoring.answers import Given, likeness, same_value
from benchmarks.scoring.case import Case, Json
from benchmarks.scoring.measure import Measure, measure, share
from benchmarks.scoring.names import same_name
from benchmarks.scoring.places import pair_up


@dataclass(frozen=True, slots=True)
class Match:
    """A gold point and the record's point that holds most of its answers; `stray` of the latter's are not gold's."""

    gold: Json
    point: Json
    hits: list[tuple[Json, Given]]
    stray: int


def given_answers(case: Case) -> list[tuple[Json, list[Given]]]:
    """The record's points with those of their answers that stand in gold's documents."""
    docs = case.docs
    return [
        (point, [Given(case.doc[a["article"]], a) for a in point["answers"] if case.doc.get(a["article"]) in docs])
        for point in case.record["points"]
    ]


def match_points(case: Case) -> dict[int, Match]:
    """Matches by the gold point's place in its list: most answers in common first, then fewest strays."""
    candidates = []
    points = given_answers(case)
    for i, gold in enumerate(case.gold["points"]):
        for j, (point, answers) in enumerate(points):
            hits = pair_up(gold["answers"], answers, likeness)
            if hits:
                candidates.append((i, j, Match(gold, point, hits, len(answers) - len(hits))))
    matched: dict[int, Match] = {}
    taken: set[int] = set()
    for i, j, match in sorted(candidates, key=lambda c: (-len(c[2].hits), c[2].stray, c[0], c[1])):
        if i not in matched and j not in taken:
            matched[i] = match
            taken.add(j)
    return matched


def score_answers(case: Case, matched: dict[int, Match]) -> dict[str, Measure]:
    """Answers in all and by kind: recall over gold, precision inside matched points."""
    by_kind: dict[str, list[int]] = {}
    for i, gold in enumerate(case.gold["points"]):
        tally = by_kind.setdefault(gold["kind"], [0, 0, 0])
        tally[2] += len(gold["answers"])
        match = matched.get(i)
        if match is None:
            case.errors.append(("no point", gold["ask"]))
            continue
        tally[0] += len(match.hits)
        tally[1] += len(match.hits) + match.stray
        met = {id(answer) for answer, _ in match.hits}
        missed = [answer for answer in gold["answers"] if id(answer) not in met]
        case.errors.extend(("missed answer", gold["ask"], answer["doc"], answer["text"]) for answer in missed)
    total = [sum(tally[k] for tally in by_kind.values()) for k in range(3)]
    kinds = {f"answers {kind}": measure(*tally) for kind, tally in sorted(by_kind.items())}
    return {"answers": measure(*total), **kinds}


def score_counted(case: Case, counted: list[tuple[Json, Json]]) -> dict[str, float | None]:
    """Of the answers that were found: value, origin, relays and certainty."""
    wrong_value = [(g, s) for g, s in counted if not same_value(g["value"], s.get("value") or {})]
    wrong_origin = [(g, s) for g, s in counted if not same_name(g.get("origin"), (s.get("origin") or {}).get("name"))]
    for name, wrong in (("value", wrong_value), ("origin", wrong_origin)):
        case.errors.extend((f"wrong {name}", g["doc"], g["text"], g.get(name), s.get(name)) for g, s in wrong)
    relayed = [(g, s) for g, s in counted if g.get("via")]
    named = sum(all(any(same_name(v, w) for w in s.get("via") or []) for v in g["via"]) for g, s in relayed)
    return {
        "value": share(len(counted) - len(wrong_value), len(counted)),
        "origin": share(len(counted) - len(wrong_origin), len(counted)),
        "via": share(named, len(relayed)),
        "certainty": certainty(counted),
    }


def certainty(counted: list[tuple[Json, Json]]) -> float | None:
    """Macro F1 over the certainties that gold has among the counted answers."""
    kinds = sorted({gold["certainty"] for gold, _ in counted})
    each = [
        measure(
            sum(g["certainty"] == kind == s.get("certainty") for g, s in counted),
            sum(s.get("certainty") == kind for _, s in counted),
            sum(g["certainty"] == kind for g, _ in counted),
        ).f1
        for kind in kinds
    ]
    return share(sum(each), len(each))


def score_facets(case: Case, matches: list[Match]) -> dict[str, Measure | float | None]:
    """Of the matched points: values, origins within one; revised and contested among all of gold's points."""
    out: dict[str, Measure | float | None] = {
        "values": share(sum(m.gold["values"] == m.point.get("values") for m in matches), len(matches))
    }
    for facet in ("revised", "contested"):
        wanted = sum(bool(gold[facet]) for gold in case.gold["points"])
        hit = sum(bool(m.gold[facet] and m.point.get(facet)) for m in matches)
        out[facet] = measure(hit, sum(bool(m.point.get(facet)) for m in matches), wanted) if wanted else None
    near = (abs(m.gold["independent_origins"] - (m.point.get("independent_origins") or 0)) <= 1 for m in matches)
    return out | {"origins": share(sum(near), len(matches))}


def score_points(case: Case) -> dict[str, Measure | float | None]:
    """All that points are measured by, but grouping."""
    matched = match_points(case)
    matches = [matched[i] for i in sorted(matched)]
    counted = [(gold, given.answer) for match in matches for gold, given in match.hits]
    return {**score_answers(case, matched), **score_counted(case, counted), **score_facets(case, matches)}
