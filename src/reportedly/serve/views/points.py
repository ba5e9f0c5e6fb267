"""The questions of the record, by any filter: how each stands, its newest answers, all of them."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request

from reportedly.export.points import point as as_json
from reportedly.model.filters import PointFilter
from reportedly.serve import rows
from reportedly.serve.asked import asked_of, form_of, page_of, turning
from reportedly.serve.room import Room
from reportedly.serve.view import View
from reportedly.show.questions import row

SIZE = 12  # a row costs two to three thousandths of a second


def points(request: Request, room: Room) -> View:
    """A page of questions; all that the filter asks for as JSON and CSV."""
    asked = asked_of(PointFilter, request)
    store, shared = room.store(), room.shared()

    def parts() -> Mapping[str, object]:
        with room.pages() as pages:
            many, found = pages.points(asked, SIZE, (page_of(request) - 1) * SIZE)
            index = room.index(pages.listed(found, shared.shelved), shared)
        return {
            "form": form_of(asked, shared),
            "rows": tuple((row(index, point, whole=False), point.id) for point in found if index.cells[point.id]),
            "turning": turning(request, many, SIZE),
            "sides": shared.sides.shown,
        }

    return View(
        "points.html",
        "The questions",
        parts,
        rows.POINTS,
        lambda: rows.of_points(store.points(asked)),
        lambda: map(as_json, store.points(asked)),
    )
