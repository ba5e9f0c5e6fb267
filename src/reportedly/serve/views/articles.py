"""The articles of the record, and one of them as text with all that is said in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reportedly.model.article import Evidence
from reportedly.model.filters import FilterError
from reportedly.model.span import Span
from reportedly.serve import rows
from reportedly.serve.asked import page_of, turning
from reportedly.serve.room import ADDRESSES, Room, Shared
from reportedly.serve.view import Json, View, with_pairs
from reportedly.show.reader import read_through
from reportedly.show.visible import cut, visible
from reportedly.store.pages import Shelved
from reportedly.store.streams import Account, Told

SIZE = 50
COLUMNS = ("number", "article", "name", "outlet", "title", "published", "until", "statements", "story", "path")
MOST_EVIDENCE = 3
FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'"


def articles(request: Request, room: Room) -> View:
    """A page of articles; all of them as JSON and CSV."""
    shared = room.shared()
    words, story = request.query_params.get("words", ""), request.query_params.get("story", "")
    found = [held for held in _in_order(shared) if _asked(held, shared, words, story)]
    counted = room.kept("by article", lambda pages: pages.by_article())

    def parts() -> Mapping[str, object]:
        first = (page_of(request) - 1) * SIZE
        chosen = [_row(held, shared, counted) for held in found[first : first + SIZE]]
        return {"rows": chosen, "turning": turning(request, len(found), SIZE), "story": story}

    return View(
        "articles.html", "The articles", parts, COLUMNS, lambda: (_plain(held, shared, counted) for held in found)
    )


def article(request: Request, room: Room) -> View:
    """One article; `at=start-end` marks words of it. As JSON and CSV its statements."""
    id_ = request.path_params["id"]
    shared = room.shared()
    with room.pages() as pages:
        excerpt = pages.of_article(id_)
    if excerpt is None:
        raise HTTPException(404, "The record holds no article of this id.")
    reading = excerpt.readings[0]

    def parts() -> Mapping[str, object]:
        index = room.index(excerpt)
        account = index.account_of[id_]
        if (span := _at(request, len(reading.capture.text))) is not None:
            index.words(id_, span)
        published = reading.article.published
        evidence = published.evidence[:MOST_EVIDENCE] if published else ()
        with room.pages() as pages:
            has_page = pages.original(id_) is not None
        return {
            "page": read_through(index, account),
            "published": [_evidence(each) for each in evidence],
            "original": with_pairs(ADDRESSES.article(id_, "").partition("#")[0] + "/original", ())
            if has_page
            else None,
            "sides": shared.sides.shown,
        }

    told = (Told(statement, Account(reading.article, reading.capture)) for statement in reading.statements)
    return View("article.html", shared.label(id_), parts, rows.STATEMENTS, lambda: rows.of_statements(told, shared))


def original(request: Request, room: Room) -> Response:
    """The page as it was saved: no script runs in it, nothing is loaded, and it knows nothing of where it is shown."""
    with room.pages() as pages:
        held = pages.original(request.path_params["id"])
    if held is None:
        raise HTTPException(404, "There is no page of this capture, only its text.")
    sealed = {"content-security-policy": FRAME_POLICY, "x-frame-options": "SAMEORIGIN"}
    return Response(held[1].encode("utf8", "replace"), media_type="text/html; charset=utf-8", headers=sealed)


def framed(request: Request, room: Room) -> View:
    """The frame around the page as it was saved."""
    id_ = request.path_params["id"]
    shared = room.shared()
    if id_ not in shared.shelved:
        raise HTTPException(404, "The record holds no article of this id.")
    address = ADDRESSES.article(id_, "").partition("#")[0]
    parts = {"label": shared.label(id_), "text": Markup(address), "frame": Markup(address + "/markup")}  # noqa: S704
    return View("original.html", shared.label(id_), lambda: parts, ("article",), lambda: [{"article": id_}])


def _at(request: Request, length: int) -> Span | None:
    given = request.query_params.get("at")
    if given is None:
        return None
    start, _, end = given.partition("-")
    if not (start.isascii() and end.isascii() and start.isdigit() and end.isdigit()):
        raise FilterError(f"at: {given[:40]!r} is not START-END, in code points")
    first, last = int(start[:12]), int(end[:12])
    return Span(first, last) if first < last <= length else None


def _evidence(each: Evidence) -> str:
    return visible(f"{each.kind}: “{cut(each.text, 70)}”")


def _in_order(shared: Shared) -> Iterator[Shelved]:
    return (shared.shelved[entry.article] for entry in shared.shelf.entries)


def _asked(held: Shelved, shared: Shared, words: str, story: str) -> bool:
    if story and held.story != story:
        return False
    told = f"{shared.label(held.article)} {held.title or ''} {held.path}".casefold()
    return all(word in told for word in words.casefold().split())


def _row(held: Shelved, shared: Shared, counted: dict[str, int]) -> Mapping[str, object]:
    number, label = shared.shelf[held.article]
    return {
        "number": number,
        "href": Markup(ADDRESSES.article(held.article, "").partition("#")[0]),  # noqa: S704 - quoted there
        "label": visible(label),
        "day": shared.day(held.article),
        "title": visible(cut(held.title or "", 140)),
        "statements": counted.get(held.article, 0),
    }


def _plain(held: Shelved, shared: Shared, counted: dict[str, int]) -> Json:
    number, label = shared.shelf[held.article]
    return {
        "number": number,
        "article": held.article,
        "name": label,
        "outlet": held.outlet,
        "title": held.title,
        "published": held.earliest,
        "until": held.latest,
        "statements": counted.get(held.article, 0),
        "story": held.story,
        "path": held.path,
    }
