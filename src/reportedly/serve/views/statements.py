"""What is said, by any filter: the words, on whose word, where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup
from starlette.requests import Request

from reportedly.model.filters import StatementFilter
from reportedly.model.point import Voice
from reportedly.serve import rows
from reportedly.serve.asked import asked_of, form_of, page_of, turning
from reportedly.serve.room import ADDRESSES, Room, Shared
from reportedly.serve.view import Json, View
from reportedly.show.index import HOLLOW
from reportedly.show.links import SAID
from reportedly.show.marks import glyph
from reportedly.show.visible import cut, visible
from reportedly.store.streams import Told

SIZE = 15


def statements(request: Request, room: Room) -> View:
    """A page of statements; all that the filter asks for as JSON and CSV."""
    asked = asked_of(StatementFilter, request)
    store, shared = room.store(), room.shared()

    def parts() -> Mapping[str, object]:
        found = store.statements(asked, limit=SIZE, offset=(page_of(request) - 1) * SIZE)
        return {
            "form": form_of(asked, shared),
            "rows": [line(told, shared) for told in found],
            "turning": turning(request, store.count(asked), SIZE),
            "sides": shared.sides.shown,
        }

    def told() -> Iterator[Json]:
        return rows.of_statements(store.statements(asked), shared)

    return View("statements.html", "The statements", parts, rows.STATEMENTS, told)


def line(told: Told, shared: Shared) -> Mapping[str, object]:
    """One statement for a list of them."""
    statement, text = told.statement, told.account.capture.text
    link = statement.origin
    number, label = shared.shelf[statement.article]
    extent = statement.extent
    side = shared.sides.of(Voice(link.name, link.entity) if link else None, link.described if link else None)
    who = (link.name or "a source nobody names") if link else f"{label}, own words"
    relays = [each.name for each in reversed(statement.attribution[1:]) if each.name]
    anchor = f"w{number}-{extent.start}-{extent.end}"
    return {
        "id": statement.id,
        "words": visible(cut(" … ".join(span.of(text) for span in statement.content), 380)),
        "href": Markup(ADDRESSES.words(statement.article, anchor, extent.start, extent.end)),  # noqa: S704 - quoted
        "sign": glyph(side.shape, side.slot, statement.certainty in HOLLOW),
        "slot": side.slot,
        "who": visible(cut(who, 90)),
        "via": visible(cut(", ".join(relays), 90)),
        "certainty": SAID[statement.certainty],
        "where": visible(label),
        "day": shared.day(statement.article),
    }
