"""What is said to have happened, in order of time, a page of it at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from starlette.requests import Request

from reportedly.model.filters import TimelineFilter
from reportedly.model.timeline import TimelineEntry
from reportedly.serve.asked import day_of, page_of, turning
from reportedly.serve.room import Room
from reportedly.serve.view import Json, View
from reportedly.show import timeline as show

SIZE = 60
COLUMNS = ("when", "earliest", "latest", "what", "articles", "first_article", "start", "end")


def timeline(request: Request, room: Room) -> View:
    """A page of dated happenings; all of them between the days asked for as JSON and CSV."""
    asked = TimelineFilter(since=day_of(request, "since"), until=day_of(request, "until"))
    store = room.store()

    def parts() -> Mapping[str, object]:
        told = tuple(store.timeline(asked, limit=SIZE, offset=(page_of(request) - 1) * SIZE))
        with room.pages() as pages:
            index = room.index(pages.excerpt((), told))
        return {
            "picture": show.timeline(index),
            "turning": turning(request, store.count(asked), SIZE),
            "since": asked.since or "",
            "until": asked.until or "",
        }

    return View("timeline.html", "Time", parts, COLUMNS, lambda: _rows(store.timeline(asked)))


def _rows(entries: Iterator[TimelineEntry]) -> Iterator[Json]:
    for entry in entries:
        first = entry.evidence[0] if entry.evidence else None
        yield {
            "when": entry.when.edtf,
            "earliest": entry.when.earliest.isoformat() if entry.when.earliest else None,
            "latest": entry.when.latest.isoformat() if entry.when.latest else None,
            "what": entry.what,
            "articles": len({sighting.article for sighting in entry.evidence}),
            "first_article": first.article if first else None,
            "start": first.span.start if first else None,
            "end": first.span.end if first else None,
        }
