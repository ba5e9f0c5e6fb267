"""What the morning's reader meets first: what moved, what is contested, what nobody has verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from reportedly.model.filters import PointFilter
from reportedly.model.point import Facet, Point
from reportedly.serve.looked import look, remember
from reportedly.serve.room import Room, Shared
from reportedly.serve.view import Json, View, respond, with_pairs
from reportedly.serve.views.changes import Since, since
from reportedly.show.dates import span_of_days
from reportedly.show.visible import cut, visible
from reportedly.show.what_stands_out import Heading, Line, revisions, what_stands_out

FACETS: tuple[Facet, ...] = ("contested", "differs", "inconsistent", "growing", "corrected", "not-verified")
MOST_OF_A_FACET = 8
MOST_NEW = 6
MOST_STORIES = 40
COLUMNS = ("what", "many")


@dataclass(frozen=True, slots=True)
class Head:
    """Title, the sentence below it, facts as (number, what, where it leads), and when all was published."""

    title: str
    dek: str
    facts: tuple[tuple[str, str, str], ...]
    published: str


@dataclass(frozen=True, slots=True)
class Front:
    """The page, made once for a version of the record."""

    version: str
    head: Head
    outstanding: tuple[Heading, ...]
    newest: tuple[Line, ...]
    stories: tuple[tuple[str, int, Markup, int, Markup], ...]
    more_stories: int


class Overview:
    """The first page; it keeps what it made until the record changes."""

    def __init__(self) -> None:
        self._front: Front | None = None

    def __call__(self, request: Request, room: Room) -> Response:
        """The overview, and as JSON and CSV the counts that it begins with; the browser keeps when it was looked at."""
        with room.pages() as pages:
            now = pages.journal.edition()
        looked = look(request, now) if now and request.scope["form"] == "html" else None
        answer = respond(request, room, self._view(room, since(room, now, looked) if now and looked else None))
        if now and looked:
            remember(answer, now, looked)
        return answer

    def _view(self, room: Room, news: Since | None) -> View:
        shared = room.shared()
        counts = {**shared.counts, **shared.facets}
        rows: list[Json] = [{"what": what, "many": many} for what, many in counts.items()]
        return View("overview.html", _title(shared), lambda: self._parts(room, news), COLUMNS, lambda: rows)

    def _parts(self, room: Room, news: Since | None) -> Mapping[str, object]:
        shared = room.shared()
        if self._front is None or self._front.version != shared.version:
            self._front = _front(room, shared)
        front = self._front
        return {
            "head": front.head,
            "outstanding": front.outstanding,
            "newest": front.newest,
            "stories": front.stories,
            "more_stories": front.more_stories,
            "facets": shared.facets,
            "sides": shared.sides.shown,
            "since": news,
        }


def _front(room: Room, shared: Shared) -> Front:
    store = room.store()
    telling: dict[str, Point] = {}
    for facet in FACETS:
        for point in store.points(PointFilter(standing=(facet,)), limit=MOST_OF_A_FACET):
            telling[point.id] = point
    moved = PointFilter(standing=("growing", "corrected"), order="newest")
    newest = list(store.points(moved, limit=MOST_NEW))
    with room.pages() as pages:
        first = room.index(pages.excerpt(list(telling.values()), texts=True))
        second = room.index(pages.listed(newest, shared.shelved))
        counted = pages.by_story()
    stories = sorted(shared.stories, key=lambda story: -len(story.articles))
    return Front(
        shared.version,
        Head(_title(shared), _dek(shared), tuple(_facts(shared)), _published(shared)),
        what_stands_out(first),
        revisions(second),
        tuple(
            (visible(cut(s.title, 120)), len(s.articles), with_pairs("/articles", [("story", s.id)]),
             counted.get(s.id, 0), with_pairs("/points", [("story", s.id)]))
            for s in stories[:MOST_STORIES]
        ),
        max(0, len(stories) - MOST_STORIES),
    )  # fmt: skip


def _title(shared: Shared) -> str:
    titled = [story for story in shared.stories if story.title.strip()]
    if not titled:
        return "A record of what is said"
    biggest = max(titled, key=lambda story: (len(story.articles), story.id))
    more = len(shared.stories) - 1
    return visible(cut(biggest.title, 150)) + (f", and {more:,} other stor{'ies' if more > 1 else 'y'}" if more else "")


def _dek(shared: Shared) -> str:
    many = shared.counts["articles"]
    says = f"{many:,} articles say" if many != 1 else "1 article says"
    agree = "on whose word, and where accounts agree, differ or change"
    return f"What {says}, {agree}. No verdict: who says so, in which words."


def _facts(shared: Shared) -> Iterator[tuple[str, str, str]]:
    told = (
        ("articles", "article", "articles", "/articles"),
        ("outlets", "outlet named", "outlets named", "/outlets"),
        ("origins", "origin named", "origins named", "/origins"),
        ("statements", "statement", "statements", "/statements"),
        ("answers", "answer", "answers", "/points"),
        ("points", "question", "questions", "/points"),
        ("problems", "problem", "problems", "/problems"),
    )
    for key, one, many, href in told:
        if number := shared.counts[key]:
            yield f"{number:,}", one if number == 1 else many, href


def _published(shared: Shared) -> str:
    days = {day for held in shared.shelved.values() for day in (held.earliest, held.latest) if day}
    undated = sum(not (held.earliest or held.latest) for held in shared.shelved.values())
    tail = f", {undated:,} undated" if undated else ""
    if not days:
        return "none dated" if shared.shelved else ""
    first, last = (dt.date.fromisoformat(day) for day in (min(days), max(days)))
    return f"published {span_of_days(first, last)}{tail}"
