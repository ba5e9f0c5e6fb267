"""Of the record itself: what could not be read, and how its pages are read."""

from __future__ import annotations

from starlette.requests import Request

from reportedly.serve.room import Room
from reportedly.serve.view import View
from reportedly.vocabulary import table

PROBLEMS = ("path", "stage", "what", "detail")
STAGES = ("stage", "name")


def problems(request: Request, room: Room) -> View:
    """What could not be read, and why."""
    with room.pages() as pages:
        found = pages.problems()
    told = [{name: getattr(problem, name) for name in PROBLEMS} for problem in found]
    return View("problems_page.html", "What could not be read", lambda: {"problems": found}, PROBLEMS, lambda: told)


def how(request: Request, room: Room) -> View:
    """What marks and words mean; as JSON and CSV the stages that made the record."""
    with room.pages() as pages:
        stages = pages.pipeline()
    shared = room.shared()
    parts = {
        "facets": table("standing").values(),
        "pages": shared.shelved,
        "sides": shared.sides.shown,
        "pipeline": stages,
    }
    told = [dict(zip(STAGES, stage, strict=True)) for stage in stages]
    return View("how_page.html", "How to read this", lambda: parts, STAGES, lambda: told)
