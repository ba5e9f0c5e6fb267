"""One question: how it stands and why, the figure over time, every answer."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request

from reportedly.export.points import point as as_json
from reportedly.model.point import Point
from reportedly.serve import rows
from reportedly.serve.room import Room
from reportedly.serve.view import View
from reportedly.show.figures_over_time import picture
from reportedly.show.questions import row
from reportedly.show.timeline import date_question


def point(request: Request, room: Room) -> View:
    """One question, whole."""
    found = _found(request, room)
    return View(
        "point.html",
        found.question,
        lambda: _parts(found, room),
        rows.ANSWERS,
        lambda: rows.of_answers([found], room.shared()),
        lambda: [as_json(found)],
    )


def answers(request: Request, room: Room) -> View:
    """The answers and reasons of one question, for its row in the list."""
    found = _found(request, room)
    whole = point(request, room)
    return View("answers.html", found.question, whole.parts, whole.columns, whole.rows, whole.things)


def _found(request: Request, room: Room) -> Point:
    found = room.store().point(request.path_params["id"])
    if found is None:
        raise HTTPException(404, "The record holds no question of this id; a build may have drawn it otherwise.")
    return found


def _parts(found: Point, room: Room) -> Mapping[str, object]:
    with room.pages() as pages:
        excerpt = pages.excerpt([found, *(pages.related(found))])
    index = room.index(excerpt)
    return {
        "point": found,
        "row": row(index, found),
        "picture": picture(index, found),
        "dates": date_question(index, found),
        "sides": room.shared().sides.shown,
    }
