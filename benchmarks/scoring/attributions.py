"""Attributions: found, right in their source, whole in their chain; hedges seen."""

from __future__ import annotations

from benchmarks.scoring.case import Case, Json
from benchmarks.scoring.measure import share
from benchmarks.scoring.names import same_name
from benchmarks.scoring.places import overlaps, pair_up, union_share

LEAST_UNION = 0.5
SPEAKER_BONUS = 0.01  # of two statements equally alike, the one with the right speaker is the match


def attributed(case: Case, docs: set[str]) -> list[Json]:
    """The record's statements with a source or a cue in documents whose attributions gold has."""
    return [
        s
        for s in case.record["statements"]
        if case.doc.get(s["article"]) in docs and s.get("content") and (s.get("attribution") or s.get("cue"))
    ]


def right_speaker(gold: Json, statement: Json) -> bool:
    """By name or by place; where gold has no source, none may be named."""
    chain = statement.get("attribution") or []
    if not gold.get("resolved"):
        return not any(link.get("name") for link in chain)
    return any(
        same_name(gold["resolved"], link.get("name"))
        or (link.get("span") and gold.get("source") and overlaps(gold["source"], link["span"]))
        for link in chain
    )


def whole_chain(gold: Json, statement: Json) -> bool:
    """Whether every name of gold's chain is in the statement's."""
    names = [link.get("name") for link in statement.get("attribution") or []]
    wanted = [gold.get("origin") or gold["resolved"], *gold["via"]]
    return all(any(same_name(name, other) for other in names) for name in wanted)


def score_attributions(case: Case) -> dict[str, float | None]:
    """Found: content one to one with a union share of half; precision: over the record's own."""
    golds = case.gold.get("attributions", [])
    systems = attributed(case, {gold["doc"] for gold in golds})

    def like(gold: Json, statement: Json) -> float:
        if gold["doc"] != case.doc[statement["article"]]:
            return 0.0
        content = statement["content"]
        union = union_share(gold["content"], (content[0][0], content[-1][1]))
        return union + SPEAKER_BONUS * right_speaker(gold, statement) if union >= LEAST_UNION else 0.0

    pairs = pair_up(golds, systems, like)
    met = {id(gold) for gold, _ in pairs}
    case.errors.extend(("missed attribution", g["doc"], g.get("resolved")) for g in golds if id(g) not in met)
    wrong = [(gold, statement) for gold, statement in pairs if not right_speaker(gold, statement)]
    case.errors.extend(
        ("wrong source", g["doc"], g.get("resolved"), [link.get("name") for link in s.get("attribution") or []])
        for g, s in wrong
    )
    chained = [gold for gold in golds if gold.get("via")]
    whole = sum(whole_chain(gold, statement) for gold, statement in pairs if gold.get("via"))
    return {
        "attribution found": share(len(pairs), len(golds)),
        "attribution right": share(len(pairs) - len(wrong), len(golds)),
        "attribution precision": share(len(pairs), len(systems)),
        "chain": share(whole, len(chained)),
        "hedges": score_hedges(case),
    }


def score_hedges(case: Case) -> float | None:
    """Share of gold's hedge and verification words that lie in some statement's hedges."""
    wanted = [c for c in case.gold.get("certainty", []) if c["kind"] in ("hedge", "verification")]
    said = [
        (case.doc.get(s["article"]), (hedge["start"], hedge["end"]))
        for s in case.record["statements"]
        for hedge in s.get("hedges") or []
    ]
    caught = sum(any(doc == c["doc"] and overlaps(c["cue"], span) for doc, span in said) for c in wanted)
    return share(caught, len(wanted))
