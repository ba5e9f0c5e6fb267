"""Each noun as the record's JSON has it: every key, null for what is unknown. The contract is `record.schema.json`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.model.article import Article, Evidence
from reportedly.model.capture import Capture
from reportedly.model.copy import Copy
from reportedly.model.entity import Entity
from reportedly.model.exhibit import Exhibit
from reportedly.model.judgement import Judgement
from reportedly.model.mention import Figure, Moment, PlaceMention
from reportedly.model.problem import Problem
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.model.statement import Hedge, Link, Statement
from reportedly.model.story import Story
from reportedly.model.timeline import TimelineEntry
from reportedly.model.when import When

Json = dict[str, Any]
COUNT = {"per period": "period"}


def capture(noun: Capture, *, text: bool) -> Json:
    """What was obtained; its text unless that is left out."""
    fields = {
        "id": noun.id,
        "path": noun.path,
        "row_id": noun.row_id,
        "media_type": noun.media_type,
        "url": noun.url,
        "captured": noun.captured,
        "characters": len(noun.text),
        "text_sha256": noun.text_sha256,
    }
    return fields | {"text": noun.text} if text else fields


def article(noun: Article) -> Json:
    """A capture read as a page."""
    return {
        "id": noun.id,
        "capture": noun.capture,
        "story": noun.story,
        "language": noun.language,
        "read": noun.read,
        "version_of": noun.version_of,
        "title": _words(noun.title) if noun.title else None,
        "byline": list(noun.byline),
        "outlet": {"name": noun.outlet.name, **_ends(noun.outlet.span)} if noun.outlet else None,
        "carried_by": noun.carried_by,
        "wire": noun.wire,
        "genre": noun.genre,
        "published": {**_when(noun.published.when), "evidence": [_evidence(e) for e in noun.published.evidence]}
        if noun.published
        else None,
        "blocks": [{"kind": block.kind, **_ends(block.span)} for block in noun.blocks],
    }


def entity(noun: Entity) -> Json:
    """Names that mean the same."""
    return {
        "id": noun.id,
        "kind": noun.kind,
        "name": noun.name,
        "names": [{"text": text, "count": count} for text, count in noun.names],
        "principal": noun.principal,
        "why": [{"rule": why.rule, "words": why.words} for why in noun.why],
    }


def statements(reading: Reading) -> Iterator[Json]:
    """The statements of one article, each with the ids of the values that stand in it."""
    figures, times = _by_statement(reading.figures), _by_statement(reading.moments)
    places, exhibits = _by_statement(reading.places), defaultdict(list)
    for exhibit_ in reading.exhibits:
        for statement in exhibit_.statements:
            exhibits[statement].append(exhibit_.id)
    for noun in reading.statements:
        yield _statement(noun) | {
            "figures": figures[noun.id],
            "times": times[noun.id],
            "places": places[noun.id],
            "exhibits": exhibits[noun.id],
            "why": [{"rule": why.rule, "words": why.words} for why in noun.why],
        }


def figure(noun: Figure) -> Json:
    """A number that counts or measures something."""
    return {
        "id": noun.id,
        "article": noun.article,
        "statement": noun.statement,
        **_ends(noun.span),
        "text": noun.text,
        **quantity(noun.quantity),
        "counted": noun.counted,
        "counted_span": _pair(noun.counted_span),
        "holder": noun.holder,
        "predicate": noun.predicate,
        "phase": noun.phase,
        "subset_of": noun.subset_of,
        "count": COUNT.get(noun.count, noun.count) if noun.count else None,
        "as_of": noun.as_of,
    }


def moment(noun: Moment) -> Json:
    """A time expression."""
    return {
        "id": noun.id,
        "article": noun.article,
        "statement": noun.statement,
        **_ends(noun.span),
        "text": noun.text,
        "timex": noun.timex,
        **_when(noun.lasting),
        "anchor": noun.anchor,
    }


def place(noun: PlaceMention) -> Json:
    """A place named in the text; null coordinates are an unlocated one."""
    return {
        "id": noun.id,
        "article": noun.article,
        "statement": noun.statement,
        **_ends(noun.span),
        "text": noun.text,
        "entity": noun.entity,
        "latitude": number(noun.latitude),
        "longitude": number(noun.longitude),
        "precision": noun.precision,
    }


def exhibit(noun: Exhibit) -> Json:
    """A thing that shows something, and who verified what of it."""
    return {
        "id": noun.id,
        "kind": noun.kind,
        "article": noun.article,
        **_ends(noun.span),
        "publisher": noun.publisher,
        "shows": {"place": noun.place, "time": noun.time},
        "statements": list(noun.statements),
        "verifications": [
            {"by": v.by, "status": v.status, "aspect": v.aspect, **_ends(v.span), "article": v.article}
            for v in noun.verifications
        ],
    }


def story(noun: Story) -> Json:
    """Articles about one event."""
    return {"id": noun.id, "title": noun.title, "articles": list(noun.articles)}


def copy(noun: Copy) -> Json:
    """One article's words in another."""
    return {
        "article": noun.article,
        "of": noun.of,
        "kind": noun.kind,
        "share": number(noun.share),
        "spans": [[here.start, here.end, there.start, there.end] for here, there in noun.spans],
        "changed": [{"here": _words(here), "there": _words(there)} for here, there in noun.changed],
        "why": noun.why,
    }


def timeline_entry(noun: TimelineEntry) -> Json:
    """One happening with its evidence."""
    return {
        **_when(noun.when),
        "what": noun.what,
        "story": noun.story,
        "rank": noun.rank,
        "differs": noun.differs,
        "evidence": [
            {"article": seen.article, "statement": seen.statement, **_ends(seen.span), "edtf": seen.edtf}
            for seen in noun.evidence
        ],
    }


def judgement(noun: Judgement) -> Json:
    """A person's decision."""
    return {"id": noun.id, "what": noun.what, "on": list(noun.on), "by": noun.by, "undone": noun.undone}


def problem(noun: Problem) -> Json:
    """What could not be read, and why."""
    return {"path": noun.path, "stage": noun.stage, "what": noun.what, "detail": noun.detail}


def quantity(noun: Quantity) -> Json:
    """How much, with whole numbers as such."""
    return {
        "low": number(noun.low),
        "high": number(noun.high),
        "approximate": noun.approximate,
        "unit": noun.unit,
    }


def number(value: float | None) -> float | int | None:
    """A whole number without its decimal point."""
    return int(value) if value is not None and float(value).is_integer() else value


def _statement(noun: Statement) -> Json:
    return {
        "id": noun.id,
        "article": noun.article,
        "content": [_pair(span) for span in noun.content],
        "cue": _pair(noun.cue),
        "manner": noun.manner,
        "attribution": [_link(link) for link in noun.attribution],
        "certainty": noun.certainty,
        "hedges": [_hedge(hedge) for hedge in noun.hedges],
        "stance": {"toward": noun.stance.toward, "kind": noun.stance.kind} if noun.stance else None,
        "said": noun.said,
    }


def _link(noun: Link) -> Json:
    return {
        "name": noun.name,
        "entity": noun.entity,
        "span": _pair(noun.span),
        "role": noun.role,
        "mode": noun.mode,
        "anonymous": noun.anonymous,
        "certainty": noun.certainty,
    }


def _hedge(noun: Hedge) -> Json:
    return {"text": noun.text, **_ends(noun.span), "kind": noun.kind}


def _evidence(noun: Evidence) -> Json:
    return {"kind": noun.kind, "text": noun.text, **_ends(noun.span), "says": noun.says}


def _by_statement(mentions: Iterable[Figure | Moment | PlaceMention]) -> defaultdict[str, list[str]]:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        if mention.statement is not None:
            ids[mention.statement].append(mention.id)
    return ids


def _when(noun: When | None) -> Json:
    if noun is None:
        return {"edtf": None, "earliest": None, "latest": None}
    days = {"earliest": noun.earliest, "latest": noun.latest}
    return {"edtf": noun.edtf} | {name: day.isoformat() if day else None for name, day in days.items()}


def _words(noun: Words) -> Json:
    return {"text": noun.text, **_ends(noun.span)}


def _ends(span: Span | None) -> Json:
    return {"start": span.start, "end": span.end} if span else {"start": None, "end": None}


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
