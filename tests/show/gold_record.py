"""A record made from the gold of a corpus event: what a perfect reading would show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.corpus.gold import read_event

from reportedly.grammar.edtf import when
from reportedly.model.article import Article, Block, Outlet, Publication
from reportedly.model.capture import Capture, capture_id
from reportedly.model.copy import Copy
from reportedly.model.ids import content_id
from reportedly.model.point import (
    Answer,
    DateValue,
    Facet,
    NameValue,
    OriginGroup,
    Point,
    Reason,
    Revision,
    StanceValue,
    Value,
    Voice,
)
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.span import Span, Words
from reportedly.model.statement import Hedge, Link, Statement
from reportedly.model.story import Story
from reportedly.model.timeline import Sighting, TimelineEntry

Gold = dict[str, Any]


def gold_record(event: Path) -> Record:
    """The record of one event of `corpus/`."""
    texts, gold, _ = read_event(event)
    readings = {doc["doc"]: _reading(texts[doc["doc"]], gold, doc) for doc in gold["documents"]}
    points = tuple(_point(gold["event"], each, readings) for each in gold["points"])
    story = Story("story:" + gold["event"], gold["event"].replace("-", " ").capitalize(), tuple(_ids(readings)))
    timeline = sorted(
        (
            TimelineEntry(
                when(each["edtf"]),
                each["what"],
                (Sighting(readings[each["doc"]].article.id, None, Span(each["start"], each["end"])),),
            )
            for each in gold["timeline"]
        ),
        key=lambda entry: (str(entry.when.earliest), entry.what),
    )
    ids = {doc: reading.article.id for doc, reading in readings.items()}
    copies = tuple(
        Copy(ids[doc], ids[each["docs"][0]], each["kind"], 0.8, (), (), "by gold")
        for each in gold["copies"]
        for doc in each["docs"][1:]
    )
    return Record((("gold", "gold.v1"),), tuple(readings.values()), (), (story,), copies, points, tuple(timeline))


def _ids(readings: dict[str, Reading]) -> Iterator[str]:
    return (reading.article.id for reading in readings.values())


def _reading(text: str, gold: Gold, doc: Gold) -> Reading:
    capture = Capture(capture_id(text.encode(), doc["doc"], None), f"captures/{doc['doc']}", None, "text/plain", text)
    article_id = content_id("article", capture.id)
    blocks = tuple(_blocks(text, [b for b in gold["blocks"] if b["doc"] == doc["doc"]]))
    title = next((Words(b.span.of(text), b.span) for b in blocks if b.kind == "title"), None)
    date = Publication(when(doc["published"]), ()) if doc["published"] else None
    outlet = Outlet(doc["outlet"]) if doc["outlet"] else None
    article = Article(article_id, capture.id, "en", True, title, (), outlet, None, None, None, date, blocks)
    told = [a for a in gold["attributions"] if a["doc"] == doc["doc"]]
    marks = [c for c in gold["certainty"] if c["doc"] == doc["doc"]]
    return Reading(capture, article, tuple(_statement(article_id, text, each, marks) for each in told))


def _blocks(text: str, labelled: list[Gold]) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = [b for b in labelled if start <= b["start"] < end]
        at = start
        for block in inside:
            if text[at : block["start"]].strip():
                yield Block("body", Span(at, block["start"]))
            yield Block(block["kind"], Span(block["start"], min(block["end"], end)))
            at = min(block["end"], end)
        if text[at:end].strip():
            yield Block("body", Span(at, end))
        start = end + 1


def _words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


def _statement(article: str, text: str, told: Gold, marks: list[Gold]) -> Statement:
    content = tuple(Span(s, e) for s, e in told["contents"])
    source = Span(*told["source"]) if told["source"] else None
    named = told["resolved"]
    links = [Link(named, source, "origin", anonymous=named is None, described=_words(text, source))]
    links += [Link(name, None, "via") for name in reversed(told["via"])]
    reach = Span(min(s.start for s in content), max(s.end for s in content) + 120)
    hedges = [Span(*m["cue"]) for m in marks if m["kind"] == "hedge" and reach.contains(Span(*m["cue"]))]
    checks = [Span(*m["cue"]) for m in marks if m["kind"] == "verification" and reach.contains(Span(*m["cue"]))]
    return Statement(
        content_id("statement", article, content, told["source"]),
        article,
        content,
        Span(*told["cue"]) if told["cue"] else None,
        told["manner"],
        tuple(links),
        told["certainty"],
        (*(Hedge("", s, "hedge") for s in hedges), *(Hedge("", s, "verification") for s in checks)),
    )


def _point(event: str, gold: Gold, readings: dict[str, Reading]) -> Point:
    answers = tuple(_answer(event, gold["id"], each, readings) for each in gold["answers"])
    facets, why = _standing(gold, answers)
    groups = {a.origin_group: a.origin.name if a.origin else "own words" for a in answers}
    return Point(
        content_id("point", event, gold["id"]),
        "story:" + event,
        gold["ask"],
        gold["kind"],
        gold["scope"],
        answers,
        current=answers[-1].id,
        values=gold["values"],
        revised=gold["revised"],
        contested=gold["contested"],
        independent_origins=gold["independent_origins"],
        independent_origins_at_least=max(1, gold["independent_origins"] - 1),
        standing=tuple(facets),
        origin_groups=tuple(OriginGroup(group, (name or "unnamed",)) for group, name in groups.items()),
        revisions=(Revision(answers[0].id, answers[-1].id, "growth"),) if gold["revised"] else (),
        why=tuple(why),
    )


def _standing(gold: Gold, answers: tuple[Answer, ...]) -> tuple[list[Facet], list[Reason]]:
    facets: list[Facet] = []
    if gold["contested"]:
        facets.append("contested")
    if gold["values"] == "differ":
        facets.append("differs")
    if gold["revised"]:
        facets.append("growing")
    if not facets:
        facets.append("consistent" if gold["independent_origins"] > 1 else "one-origin")
    if any(answer.certainty == "unverified" for answer in answers):
        facets.append("not-verified")
    ids = tuple(answer.id for answer in answers)
    return facets, [Reason(f"{facet}: by gold", "as people marked it", ids) for facet in facets]


def _answer(event: str, point: str, gold: Gold, readings: dict[str, Reading]) -> Answer:
    reading = readings[gold["doc"]]
    span = Span(gold["start"], gold["end"])
    inside = [s for s in reading.statements if any(c.contains(span) for c in s.content)]
    inside.sort(key=lambda s: len(s.extent))
    return Answer(
        content_id("answer", event, point, gold["doc"], gold["start"], gold["end"], gold["origin"]),
        inside[0].id if inside else None,
        reading.article.id,
        span,
        gold["text"],
        _value(gold["value"]),
        Voice(gold["origin"]) if gold["origin"] else None,
        tuple(gold["via"]),
        gold["certainty"],
        as_of=gold["as_of"],
        origin_group=content_id("o", gold["origin"] or gold["doc"]),
        struck="denied" if gold["certainty"] == "denied" and "stance" not in gold["value"] else None,
    )


def _value(value: Gold) -> Value:
    if "edtf" in value:
        return DateValue(value["edtf"])
    if "name" in value:
        return NameValue(value["name"])
    if "stance" in value:
        return StanceValue(value["stance"])
    return Quantity(value["low"], value["high"], value["approximate"], value.get("unit"))
