"""What an address answers: a page for people, and all of its rows as JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from reportedly.model.filters import LONGEST
from reportedly.serve.room import Room
from reportedly.show.environment import environment
from reportedly.show.marks import shapes
from reportedly.show.visible import visible

Json = dict[str, Any]
Pairs = tuple[tuple[str, str], ...]
FORMULA = re.compile(r"^[\s\x00-\x1f]*[=+\-@|%＝＋－＠]")  # what a spreadsheet takes for a formula, wide signs too
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
LINKS = (
    ("/points", "Questions"), ("/timeline", "Time"), ("/origins", "Origins"), ("/places", "Places"),
    ("/outlets", "Outlets"), ("/articles", "Articles"), ("/statements", "Statements"), ("/names", "Names"),
    ("/changes", "Changes"), ("/judgements", "Decisions"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """One address: `parts` fill the template, `things` are all it tells as JSON, `columns` of them make the CSV.

    Parts and things are made when they are asked for; `rows` are flat, one for each line of the CSV.
    """

    template: str
    title: str
    parts: Callable[[], Mapping[str, object]]
    columns: tuple[str, ...]
    rows: Callable[[], Iterable[Json]]
    things: Callable[[], Iterable[Json]] | None = None


def respond(request: Request, room: Room, view: View) -> Response:
    """The view in the form that its address names."""
    form = request.scope["form"]
    if form == "json":
        return StreamingResponse(_json(view), media_type="application/json")
    if form == "csv":
        name = re.sub(r"[^a-z]+", "-", request.url.path.lower()).strip("-") or "record"
        kept = {"content-disposition": f'attachment; filename="{name}.csv"'}
        return StreamingResponse(_csv(view), media_type="text/csv; charset=utf-8", headers=kept)
    return Response(page(request, view.template, view.title, view.parts()), media_type="text/html")


def page(request: Request, template: str, title: str, parts: Mapping[str, object]) -> str:
    """A page for people; `title` is what its tab is called."""
    path, query = request.url.path, request.url.query
    links = {
        form: Markup("{}.{}{}").format(_bare(path), form, f"?{query}" if query else "") for form in ("json", "csv")
    }
    return (
        environment("reportedly.serve")
        .get_template(template)
        .render(
            title=title,
            here=path,
            links=LINKS,
            forms=links,
            shapes=shapes(),
            words=request.query_params.get("words", ""),
            with_pairs=with_pairs,
            **parts,
        )
    )


def with_pairs(path: str, pairs: Iterable[tuple[str, object]]) -> Markup:
    """An address with its filters, fit for `href`; no value is longer than a filter takes."""
    query = urlencode([(name, str(value)[:LONGEST]) for name, value in pairs if str(value)])
    return Markup("{}").format(f"{path}?{query}" if query else path)


def defused(value: object) -> object:
    """A cell that no spreadsheet runs: text that begins like a formula begins with an apostrophe instead."""
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def _bare(path: str) -> str:
    return "/overview" if path == "/" else path


def _json(view: View) -> Iterator[str]:
    yield f'{{"format":"reportedly/1","title":{json.dumps(view.title, ensure_ascii=False)},"rows":['
    for number, thing in enumerate((view.things or view.rows)()):
        yield (",\n" if number else "\n") + json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    yield "]}\n"


def _csv(view: View) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(view.columns)
    for row in view.rows():
        writer.writerow([defused(row.get(column)) for column in view.columns])
        if buffer.tell() > 60_000:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()
