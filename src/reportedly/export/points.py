"""Points as the record's JSON has them."""

from __future__ import annotations

from reportedly.export.contract import Json, quantity
from reportedly.model.point import Answer, DateValue, NameValue, OriginGroup, Point, PointKind, StanceValue, Value

MENTION: dict[PointKind, str] = {"figure": "figure", "date": "time", "place": "place"}  # what a mention's id is called


def point(noun: Point) -> Json:
    """One question, its answers, and how they stand to one another."""
    return {
        "id": noun.id,
        "was": list(noun.was),
        "story": noun.story,
        "question": noun.question,
        "kind": noun.kind,
        "scope": noun.scope,
        "predicate": noun.predicate,
        "counted": noun.counted,
        "holder": noun.holder,
        "phase": noun.phase,
        "related": [{"point": related.point, "how": related.how} for related in noun.related],
        "current": noun.current,
        "values": noun.values,
        "revised": noun.revised,
        "contested": noun.contested,
        "independent_origins": noun.independent_origins,
        "independent_origins_at_least": noun.independent_origins_at_least,
        "standing": list(noun.standing),
        "answers": [_answer(answer, noun.kind) for answer in noun.answers],
        "origin_groups": [_group(group) for group in noun.origin_groups],
        "revisions": [{"from": r.earlier, "to": r.later, "kind": r.kind} for r in noun.revisions],
        "why": [{"rule": why.rule, "detail": why.detail, "answers": list(why.answers)} for why in noun.why],
    }


def _answer(noun: Answer, kind: PointKind) -> Json:
    named = {name: noun.mention if MENTION.get(kind) == name else None for name in MENTION.values()}
    return {
        "id": noun.id,
        "statement": noun.statement,
        "article": noun.article,
        "start": noun.span.start,
        "end": noun.span.end,
        "text": noun.text,
        **named,
        "value": _value(noun.value),
        "origin": {"name": noun.origin.name, "entity": noun.origin.entity} if noun.origin else None,
        "via": list(noun.via),
        "certainty": noun.certainty,
        "as_of": noun.as_of,
        "said": noun.said,
        "origin_group": noun.origin_group,
        "struck": noun.struck,
    }


def _value(noun: Value) -> Json:
    match noun:
        case DateValue():
            return {"edtf": noun.edtf} | ({"end_of": noun.end_of} if noun.end_of else {})
        case NameValue():
            return {"name": noun.name}
        case StanceValue():
            return {"stance": noun.stance}
        case _:
            return quantity(noun)


def _group(noun: OriginGroup) -> Json:
    return {
        "id": noun.id,
        "origins": list(noun.origins),
        "joined_by": [{"rule": join.rule, "detail": join.detail} for join in noun.joined_by],
        "possibly": list(noun.possibly),
    }
