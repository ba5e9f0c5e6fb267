"""A person's decisions: what can be decided on a thing, what was decided, and taking it back."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request

from reportedly.model.judgement import Judgement
from reportedly.model.point import Answer, Point
from reportedly.relate.judged import standing
from reportedly.serve.asked import page_of, turning
from reportedly.serve.room import Room
from reportedly.serve.view import Json, View, with_pairs
from reportedly.serve.views.statements import line
from reportedly.show.links import SAID
from reportedly.show.values import brief
from reportedly.show.visible import cut, visible
from reportedly.store.pages import Pages
from reportedly.store.streams import Told

LONGEST_FORM = 20_000  # bytes
MOST_SUGGESTED = 200  # names
COLUMNS = ("judgement", "what", "on", "by", "made", "undone")


@dataclass(frozen=True, slots=True)
class Choice:
    """One decision that can be taken: its kind, the things it is on, what it means.

    `asks` is what one more thing is called that it needs; `suggests` that the page offers names for it.
    """

    what: str
    on: tuple[str, ...]
    means: str
    asks: str = ""
    suggests: bool = False


def judge(request: Request, room: Room) -> View:
    """What can be decided on the thing that the address names by `on`."""
    on = request.query_params.get("on", "")
    with room.pages() as pages:
        told, choices, back = _thing(pages, room, on)
        names = pages.like(on, MOST_SUGGESTED) if any(choice.suggests for choice in choices) else []
    parts = {"told": told, "choices": choices, "back": back, "by": _me(), "names": [visible(name) for name in names]}
    columns = ("what", "means")
    rows = [{"what": choice.what, "means": choice.means} for choice in choices]
    return View("judge.html", "Decide", lambda: parts, columns, lambda: rows)


def judgements(request: Request, room: Room) -> View:
    """Every decision, the last first, undone ones too."""
    taken = room.store().judged()
    held = standing(judgement for judgement, _ in taken)
    made = {judgement.id: when for judgement, when in taken}

    def parts() -> Mapping[str, object]:
        with room.pages() as pages:
            rows = [_row(judgement, made[judgement.id], pages) for judgement in held]
        return {"rows": sorted(rows, key=lambda row: str(row["made"]), reverse=True), "by": _me()}

    return View("judgements.html", "The decisions", parts, COLUMNS, lambda: (_plain(j, made[j.id]) for j in held))


def names(request: Request, room: Room) -> View:
    """Who and what is named, under all spellings."""
    size = 50
    words = request.query_params.get("words", "")
    columns = ("entity", "kind", "name", "names", "principal", "why")

    def parts() -> Mapping[str, object]:
        with room.pages() as pages:
            found = list(pages.named(words, size, (page_of(request) - 1) * size))
            heads = {entity.principal: pages.entity(entity.principal) for entity in found if entity.principal}
            many = pages.count_named(words)
        rows = []
        for entity in found:
            head = heads.get(entity.principal or "")
            rows.append(
                {
                    "name": visible(cut(entity.name, 90)),
                    "kind": entity.kind,
                    "names": visible(cut("; ".join(f"{text} ×{often}" for text, often in entity.names[:8]), 300)),
                    "principal": visible(head.name if head else ""),
                    "why": visible(cut("; ".join(dict.fromkeys(why.rule for why in entity.why[:4])), 160)),
                    "judge": with_pairs("/judge", [("on", entity.id)]),
                    "href": with_pairs("/statements", [("entity", entity.id)]),
                }
            )
        return {"rows": rows, "turning": turning(request, many, size)}

    def rows() -> Iterator[Json]:
        with room.pages() as pages:
            for entity in pages.named(words):
                yield {
                    "entity": entity.id,
                    "kind": entity.kind,
                    "name": entity.name,
                    "names": "; ".join(text for text, _ in entity.names),
                    "principal": entity.principal,
                    "why": "; ".join(dict.fromkeys(why.rule for why in entity.why)),
                }

    return View("names.html", "The names", parts, columns, rows)


async def form_of(request: Request) -> dict[str, list[str]]:
    """What a form of ours sent. Raises `HTTPException` for what is too long."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, "That is more than a decision can hold.")
    given: dict[str, list[str]] = {}
    for name, value in parse_qsl(body.decode("utf8", "replace")):
        given.setdefault(name, []).append(value.strip()[:2000])
    return given


def _thing(pages: Pages, room: Room, on: str) -> tuple[Mapping[str, object], Sequence[Choice], Markup]:
    kind = on.partition(":")[0]
    if kind == "statement" and (found := pages.statement(on)) is not None:
        told = line(Told(*found), room.shared())
        choices = [
            Choice("wrong source", (on,), "Somebody said this, but not the source that is named here."),
            Choice("not a statement", (on,), "Nobody states this; nothing is to be counted from it."),
        ]
        return told, choices, Markup(str(told["href"]))  # noqa: S704 - made by us
    if kind == "answer" and (answer := pages.answer(on)) is not None:
        return _answer(*answer)
    if kind == "point" and (point := room.store().point(on)) is not None:
        back = with_pairs(f"/points/{on}", ())
        near = [Choice("same question", (on, other.id), f"The same question as: {cut(other.question, 120)}")
                for other in pages.related(point)]  # fmt: skip
        asks = Choice("same question", (on,), "The same question as another one of this story.", "Its id or address")
        return {"words": visible(point.question), "who": f"{len(point.answers)} answers"}, [*near, asks], back
    if kind == "entity" and (entity := pages.entity(on)) is not None:
        apart = [Choice("not the same name", (text, on), f"“{cut(visible(text), 80)}” is somebody or something else.")
                 for text, _ in entity.names if text != entity.name]  # fmt: skip
        join = Choice("same name", (on,), "Means the same as another name.", "The other name", suggests=True)
        side = Choice("one side", (on,), "Speaks for the same side as another name.", "The other name", suggests=True)
        back = with_pairs("/names", [("words", entity.name)])
        return {"words": visible(entity.name), "who": entity.kind}, [*apart, join, side], back
    raise HTTPException(404, "The record holds no such thing to decide on; a build may have named it otherwise.")


def _answer(answer: Answer, point: Point) -> tuple[Mapping[str, object], Sequence[Choice], Markup]:
    choices = [
        Choice("not the same question", (answer.id, point.id), f"This does not answer “{cut(point.question, 120)}”.")
    ]
    if answer.statement:
        choices += [
            Choice("wrong source", (answer.statement,), "Somebody said this, but not the source that is named here."),
            Choice("not a statement", (answer.statement,), "Nobody states this; it is not to be counted."),
        ]
    who = answer.origin.name if answer.origin else "the article’s own words"
    told = {"words": f"{visible(point.question)} {visible(brief(answer.value, year=True))}: “{visible(answer.text)}”",
            "who": visible(who or "a source nobody names"), "certainty": SAID[answer.certainty]}  # fmt: skip
    return told, choices, with_pairs(f"/points/{point.id}", ())


def _row(judgement: Judgement, made: str, pages: Pages) -> Mapping[str, object]:
    return {
        "id": judgement.id,
        "what": judgement.what,
        "on": [_named(thing, pages) for thing in judgement.on[:4]],
        "more": max(0, len(judgement.on) - 4),
        "by": visible(judgement.by),
        "made": made,
        "undone": judgement.undone,
    }


def _named(thing: str, pages: Pages) -> tuple[str, Markup | None]:
    """What a judged thing is called, and where it can be seen."""
    kind, _, rest = thing.partition(":")
    if kind == "name":
        return visible(rest), with_pairs("/names", [("words", rest)])
    if kind == "answer" and (found := pages.answer(thing)) is not None:
        answer, point = found
        words = f"{cut(point.question, 80)} {brief(answer.value, year=True)}"
        return visible(words), with_pairs(f"/points/{point.id}", ())
    if kind == "statement" and (told := pages.statement(thing)) is not None:
        statement, account = told
        words = " … ".join(span.of(account.capture.text) for span in statement.content)
        at = statement.extent
        return visible(cut(words, 120)), with_pairs(f"/articles/{statement.article}", [("at", f"{at.start}-{at.end}")])
    return visible(thing), None


def _plain(judgement: Judgement, made: str) -> Json:
    return {
        "judgement": judgement.id,
        "what": judgement.what,
        "on": " ".join(judgement.on),
        "by": judgement.by,
        "made": made,
        "undone": judgement.undone,
    }


def _me() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
