"""Readings made by hand: a short text with its figures in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.grammar.edtf import when
from reportedly.model.article import Article, Block, Outlet, Publication
from reportedly.model.capture import Capture, capture_id
from reportedly.model.entity import Entity
from reportedly.model.ids import content_id
from reportedly.model.mention import Figure
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.statement import Certainty, Link, Statement
from reportedly.relate.judged import NOBODY, Judged
from reportedly.relate.naming.entities import Directory, cast, joined

BRACKET = re.compile(r"\[([^\]]+)\]")


def account(
    path: str,
    marked: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    wire: str | None = None,
    said_by: str | None = None,
    via: tuple[str, ...] = (),
    certainty: Certainty = "asserted",
    canonical: str | None = None,
    counted: str | None = None,
    predicate: str | None = None,
) -> Reading:
    """A reading of one body block; each [number] is a figure, told by `said_by` (else in the article's own voice)."""
    text, places = _without_brackets(marked)
    capture = Capture(capture_id(text.encode(), path, None), path, None, "text/plain", text)
    article = Article(
        id=content_id("article", capture.id),
        capture=capture.id,
        language="en",
        read=True,
        title=None,
        byline=(),
        outlet=Outlet(outlet) if outlet else None,
        carried_by=None,
        wire=wire,
        genre=None,
        published=Publication(when(published), ()) if published else None,
        blocks=(Block("body", Span(0, len(text))),),
        canonical=canonical,
    )
    links = (Link(said_by, None, "origin"), *(Link(name, None, "via") for name in via)) if said_by else ()
    statement = Statement(
        id=content_id("statement", article.id, 0),
        article=article.id,
        content=(Span(0, len(text)),),
        cue=None,
        manner="indirect" if said_by else "narrated",
        attribution=links,
        certainty=certainty,
    )
    figures = tuple(
        Figure(
            id=content_id("figure", article.id, place.start),
            article=article.id,
            statement=statement.id,
            span=place,
            text=place.of(text),
            quantity=Quantity(float(place.of(text).replace(",", "")), float(place.of(text).replace(",", ""))),
            counted=counted or _next_word(text, place),
            predicate=predicate,
        )
        for place in places
    )
    return Reading(capture, article, (statement,), figures)


def _without_brackets(marked: str) -> tuple[str, list[Span]]:
    text, places, end = "", [], 0
    for found in BRACKET.finditer(marked):
        text += marked[end : found.start()]
        places.append(Span(len(text), len(text) + len(found.group(1))))
        text += found.group(1)
        end = found.end()
    return text + marked[end:], places


def _next_word(text: str, place: Span) -> str | None:
    after = re.match(r"\W*([^\W\d_]+)", text[place.end :])
    return after.group(1) if after else None


def find_entities(
    stories: Iterable[tuple[str, Sequence[Reading]]], judged: Judged = NOBODY
) -> tuple[tuple[Entity, ...], Directory]:
    """Every name of the stories, and which entity it stands for where."""
    return joined([bearer for story, readings in stories for bearer in cast(story, readings, judged)], judged)
