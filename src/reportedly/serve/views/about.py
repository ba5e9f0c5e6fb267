"""Of the record itself: what could not be read, and how its pages are read."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request

from reportedly.serve.building import Building
from reportedly.serve.room import Room
from reportedly.serve.view import View
from reportedly.vocabulary import table

PROBLEMS = ("path", "stage", "what", "detail")
STAGES = ("stage", "name")
READ = ("path", "characters")
MOST_READ = 60


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


def building(build: Building | None) -> View:
    """What a build that goes on has read until now, the last first."""
    if build is None:
        raise HTTPException(404, "Nothing is being built; start with: reportedly serve RECORD --build PATH")
    read, done, fault = tuple(build.read), build.done, build.fault
    parts = {"rows": read[: -MOST_READ - 1 : -1], "many": len(read), "done": done, "fault": fault}
    return View(
        "building.html",
        "Being built",
        lambda: parts,
        READ,
        lambda: (dict(zip(READ, each, strict=True)) for each in read),
    )
