"""Where: places that are named, on a map where they are located, in a list where they are not."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request

from reportedly.serve.asked import page_of, turning
from reportedly.serve.room import Room
from reportedly.serve.view import Json, View, with_pairs
from reportedly.show.visible import cut, visible
from reportedly.store.pages import Spot

SIZE = 100
MOST_DRAWN = 400
COLUMNS = ("name", "latitude", "longitude", "mentions", "articles")


def places(request: Request, room: Room) -> View:
    """Located and unlocated places, most often named first."""
    spots = room.kept("spots", lambda pages: pages.spots())
    words = request.query_params.get("words", "").casefold().split()
    found = [spot for spot in spots if all(word in spot.name.casefold() for word in words)]
    located = [spot for spot in found if spot.latitude is not None]

    def parts() -> Mapping[str, object]:
        first = (page_of(request) - 1) * SIZE
        return {
            "rows": [_row(spot) for spot in found[first : first + SIZE]],
            "turning": turning(request, len(found), SIZE),
            "located": len(located),
            "unlocated": len(found) - len(located),
            "drawn": [_drawn(spot) for spot in located[:MOST_DRAWN]],
        }

    return View("places.html", "The places", parts, COLUMNS, lambda: map(_plain, found))


def _row(spot: Spot) -> Mapping[str, object]:
    where = "not located"
    if spot.latitude is not None and spot.longitude is not None:
        north, east = "N" if spot.latitude >= 0 else "S", "E" if spot.longitude >= 0 else "W"
        where = f"{abs(spot.latitude):.2f}° {north}, {abs(spot.longitude):.2f}° {east}"
    href = with_pairs("/statements", [("entity", spot.name)])
    return {
        "name": visible(cut(spot.name, 90)), "where": where, "mentions": spot.mentions, "articles": spot.articles,
        "href": href,
    }  # fmt: skip


def _drawn(spot: Spot) -> Json:
    row = _row(spot)
    at = [round(spot.latitude or 0, 4), round(spot.longitude or 0, 4)]
    return {"name": row["name"], "at": at, "many": spot.mentions, "href": str(row["href"])}


def _plain(spot: Spot) -> Json:
    return {
        "name": spot.name,
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "mentions": spot.mentions,
        "articles": spot.articles,
    }
