"""The app: addresses, what each answers, and what is told when one cannot be answered."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from functools import cache
from importlib import resources
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from reportedly.model.errors import ReportedlyError
from reportedly.model.filters import FilterError
from reportedly.serve.building import Building
from reportedly.serve.deciding import Decisions
from reportedly.serve.room import Room
from reportedly.serve.view import View, page, respond
from reportedly.serve.views import (
    about,
    articles,
    changes,
    judge,
    origins,
    overview,
    places,
    point,
    points,
    statements,
    timeline,
)

Answers = Callable[[Request, Room], View | Response]
LASTING = "public, max-age=3600"
TITLES = {400: "This cannot be asked", 404: "There is nothing here", 409: "This cannot be decided"}


def app_of(room: Room, decisions: Decisions, build: Building | None = None) -> Starlette:
    """The pages of one record; while its first build goes on, they lead to the page that tells of it."""
    first = overview.Overview()
    shown: dict[str, Answers] = {
        "/": first,
        "/overview": first,
        "/points": points.points,
        "/points/{id}": point.point,
        "/points/{id}/answers": point.answers,
        "/articles": articles.articles,
        "/articles/{id}": articles.article,
        "/articles/{id}/original": articles.framed,
        "/articles/{id}/markup": articles.original,
        "/statements": statements.statements,
        "/timeline": timeline.timeline,
        "/changes": changes.changes,
        "/origins": origins.origins,
        "/outlets": origins.outlets,
        "/places": places.places,
        "/names": judge.names,
        "/judge": judge.judge,
        "/judgements": judge.judgements,
        "/problems": about.problems,
        "/how": about.how,
    }
    routes = [
        Route("/judgements", _decided(room, decisions), methods=["POST"]),
        Route("/judgements/undo", _undone(room, decisions), methods=["POST"]),
        Route("/seen", _endpoint(changes.seen, room), methods=["POST"]),
    ]
    routes += [Route(path, _endpoint(_or_building(answers, build), room)) for path, answers in shown.items()]
    routes.append(Route("/building", _endpoint(lambda request, room: about.building(build), room)))
    routes += [Route("/static/{name}", _static), Route("/favicon.ico", _nothing)]

    return Starlette(routes=routes, exception_handlers={HTTPException: _missing, ReportedlyError: _refused})


def _or_building(answers: Answers, build: Building | None) -> Answers:
    """Until the first build of a record is done, its pages lead to that which tells of the build."""

    def answered(request: Request, room: Room) -> View | Response:
        if build is not None and not build.done and room.empty():
            return RedirectResponse("/building", 303)
        return answers(request, room)

    return answered


def _endpoint(answers: Answers, room: Room) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answered, answers, request, room)

    return endpoint


def _answered(answers: Answers, request: Request, room: Room) -> Response:
    found = answers(request, room)
    return found if isinstance(found, Response) else respond(request, room, found)


def _decided(room: Room, decisions: Decisions) -> Callable[[Request], object]:
    """Takes a decision and leads back to where it was taken."""

    async def endpoint(request: Request) -> Response:
        form = await judge.form_of(request)
        on = [_id_of(thing) for thing in form.get("on", ()) if thing]
        await run_in_threadpool(decisions.take, form.get("what", [""])[0], on, form.get("by", [""])[0] or "somebody")
        room.forget()
        return RedirectResponse("/judgements", 303)

    return endpoint


def _undone(room: Room, decisions: Decisions) -> Callable[[Request], object]:
    """Takes a decision back."""

    async def endpoint(request: Request) -> Response:
        form = await judge.form_of(request)
        await run_in_threadpool(decisions.undo, form.get("judgement", [""])[0], form.get("by", [""])[0] or "somebody")
        room.forget()
        return RedirectResponse("/judgements", 303)

    return endpoint


def _id_of(thing: str) -> str:
    """What was typed: an id or a name as it is; of the address of a page the id in it."""
    tail = unquote(urlsplit(thing).path).rpartition("/")[2] if "/points/" in thing else thing
    return tail.strip()


async def _missing(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    told = fault.detail if isinstance(fault, HTTPException) else ""
    return _fault(request, status, told)


async def _refused(request: Request, fault: Exception) -> Response:
    status = 400 if isinstance(fault, FilterError) else 409 if request.method == "POST" else 503
    return _fault(request, status, str(fault))


def _fault(request: Request, status: int, told: str) -> Response:
    title = TITLES.get(status, "This cannot be shown now")
    if request.scope.get("form", "html") != "html":
        return Response(f"{title}: {told}\n", status, media_type="text/plain; charset=utf-8")
    return Response(page(request, "fault.html", title, {"told": told}), status, media_type="text/html")


async def _static(request: Request) -> Response:
    held = _assets().get(request.path_params["name"])
    if held is None:
        raise HTTPException(404, "There is no such file.")
    kind = mimetypes.guess_type(request.path_params["name"])[0] or "application/octet-stream"
    return Response(held, media_type=kind, headers={"cache-control": LASTING})


async def _nothing(_: Request) -> Response:
    return Response(status_code=204)


@cache
def _assets() -> dict[str, bytes]:
    """Every file that a page may ask for; nothing else of this machine can be named."""
    ours = resources.files("reportedly.serve")
    held = {
        each.name: each.read_bytes()
        for folder in ("static", "vendored")
        for each in (ours / folder).iterdir()
        if each.name.endswith((".js", ".css", ".json"))
    }
    held["style.css"] = (resources.files("reportedly.show") / "style.css").read_bytes()
    return held
