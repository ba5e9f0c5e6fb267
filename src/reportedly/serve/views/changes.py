"""What builds and decisions changed: all of it on a page of its own, the most telling of it on the overview."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from reportedly.model.change import ChangeKind
from reportedly.model.filters import ChangeFilter, pairs_of
from reportedly.serve.asked import asked_of, page_of, turning
from reportedly.serve.looked import Look, look, remember
from reportedly.serve.room import Room
from reportedly.serve.view import Json, View, with_pairs
from reportedly.show.dates import day
from reportedly.show.index import Index
from reportedly.show.links import by, to_cell
from reportedly.show.visible import cut, visible
from reportedly.store.journal import Edition, Noted

SIZE = 60
MOST_POINTS = 8
MOST_OF_A_POINT = 3
COLUMNS = ("edition", "made", "kind", "point", "question", "what", "answer")
KINDS: dict[ChangeKind, tuple[str, str, str]] = {  # as one is called, several, and each by itself; most telling first
    "dispute": ("dispute", "disputes", "disputed"),
    "denial": ("denial", "denials", "denied"),
    "revision": ("revision", "revisions", "revised"),
    "confirmation": ("second origin", "second origins", "a second origin"),
    "origin": ("question with more origins", "questions with more origins", "origins"),
    "answer": ("new answer", "new answers", "new answer"),
    "question": ("new question", "new questions", "new question"),
    "withdrawn": ("answer withdrawn", "answers withdrawn", "withdrawn"),
    "merged": ("story grown from several", "stories grown from several", "merged"),
    "parted": ("story parted", "stories parted", "parted"),
}


@dataclass(frozen=True, slots=True)
class ChangedPoint:
    """A question that was changed: what happened to it, and how much more did."""

    question: str
    href: Markup
    told: tuple[Markup, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Since:
    """What is new since a visitor looked last; `counted` are (how many, of what, where they are listed)."""

    lead: str
    counted: tuple[tuple[str, str, Markup], ...]
    points: tuple[ChangedPoint, ...]


def changes(request: Request, room: Room) -> View:
    """A page of what was changed; all of it as JSON and CSV."""
    asked = asked_of(ChangeFilter, request)

    def parts() -> Mapping[str, object]:
        with room.pages() as pages:
            of_kinds = pages.journal.counted(replace(asked, kind=()))
            many = sum(of_kinds.get(kind, 0) for kind in asked.kind or KINDS)
            found = list(pages.journal.changes(asked, SIZE, (page_of(request) - 1) * SIZE))
        return {
            "kinds": _counted(of_kinds, asked),
            "asked": asked,
            "rows": [_row(noted) for noted in found],
            "turning": turning(request, many, SIZE),
        }

    def rows() -> Iterator[Json]:
        with room.pages() as pages:
            yield from ({name: asdict(noted)[name] for name in COLUMNS} for noted in pages.journal.changes(asked))

    return View("changes.html", "What was changed", parts, COLUMNS, rows)


def seen(request: Request, room: Room) -> Response:
    """Back to the overview, where all that the record now holds counts as known."""
    with room.pages() as pages:
        now = pages.journal.edition()
    answer = RedirectResponse("/", 303)
    if now is not None:
        remember(answer, now, look(request, now, seen=True))
    return answer


def since(room: Room, now: Edition, looked: Look) -> Since:
    """What is new for this visitor."""
    asked = ChangeFilter(after=looked.before)
    with room.pages() as pages:
        counted = pages.journal.counted(asked)
        ids = pages.journal.most_telling(asked, MOST_POINTS) if counted else []
        noted = list(pages.journal.changes(replace(asked, point=tuple(ids)))) if ids else []
    points = [point for id_ in ids if (point := room.store().point(id_)) is not None]
    with room.pages() as pages:
        shared = room.shared()
        index = room.index(pages.listed(points, shared.shelved), shared)
    of_point: dict[str, list[Noted]] = defaultdict(list)
    for each in noted:
        of_point[each.point].append(each)
    shown = tuple(_point(index, id_, of_point[id_]) for id_ in ids)
    return Since(_lead(now, looked, bool(counted)), _counted(counted, asked), shown)


def _lead(now: Edition, looked: Look, anything: bool) -> str:
    if looked.first and not anything:
        return (
            f"This browser has not looked at this record before. It was last made on {_moment(now.made)}; "
            "what changes from now on will stand here."
        )
    began = "you began to look" if looked.first else f"you last looked, on {_moment(looked.before_at)}"
    if looked.before < now.anew:
        return (
            f"Since {began}, the record was made anew by other stages, which read the same words otherwise: "
            "what that changed is not told" + (", what came after it is." if anything else ".")
        )
    if not anything and now.number > looked.before:
        return f"Since {began}, the record was made again, last on {_moment(now.made)}, and says what it said."
    return f"Since {began}, on {_moment(now.made)} the last:" if anything else f"Nothing has changed since {began}."


def _moment(at: str | int) -> str:
    """A moment in words, in UTC."""
    moment = dt.datetime.fromtimestamp(at, dt.UTC) if isinstance(at, int) else dt.datetime.fromisoformat(at)
    return f"{day(moment.date())}, {moment:%H:%M} UTC"


def _counted(counted: Mapping[str, int], asked: ChangeFilter) -> tuple[tuple[str, str, Markup], ...]:
    """How many of each kind, with the address that lists them."""
    pairs = [pair for pair in pairs_of(asked) if pair[0] != "kind"]
    return tuple(
        (f"{many:,}", KINDS[kind][many != 1], with_pairs("/changes", [*pairs, ("kind", kind)]))
        for kind in KINDS
        if (many := counted.get(kind, 0))
    )


def _point(index: Index, id_: str, noted: Sequence[Noted]) -> ChangedPoint:
    order = list(KINDS)
    new = any(each.kind == "question" for each in noted)
    told = sorted((each for each in noted if each.kind != "question"), key=lambda each: order.index(each.kind))
    words = [_told(index, each) for each in told[:MOST_OF_A_POINT]]
    label = visible(cut(noted[0].question, 160))
    return ChangedPoint(
        label + (" (new)" if new else ""),
        with_pairs(f"/points/{id_}", ()),
        tuple(words),
        max(0, len(told) - MOST_OF_A_POINT),
    )


def _told(index: Index, noted: Noted) -> Markup:
    """One change in words, with its answer where that still stands."""
    cell = index.cell_of.get(noted.answer or "")
    what = visible(cut(noted.what, 120))
    word = KINDS[noted.kind][2]
    if cell is None:
        return Markup("{}: {}").format(word, what)
    if noted.kind == "revision":
        return Markup("{}: {}").format(word, to_cell(cell, what, 120))
    return Markup("{}: {}").format(word, by(cell))


def _row(noted: Noted) -> Mapping[str, object]:
    of_story = noted.kind in ("merged", "parted")
    return {
        "moment": _moment(noted.made),
        "kind": KINDS[noted.kind][2],
        "question": visible(cut(noted.question, 160)),
        "href": with_pairs("/points", [("story", noted.point)])
        if of_story
        else with_pairs(f"/points/{noted.point}", ()),
        "what": "" if noted.kind == "question" else visible(cut(noted.what, 200)),
    }
