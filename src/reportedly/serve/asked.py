"""What an address asks for: filters, a page of them, and the form that asks for others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup
from starlette.requests import Request

from reportedly.model.filters import (
    SAYS,
    ChangeFilter,
    FilterError,
    PointFilter,
    StatementFilter,
    choices_of,
    filter_of,
    pairs_of,
)
from reportedly.serve.room import Shared
from reportedly.serve.view import with_pairs
from reportedly.vocabulary import table

NOT_FILTERS = ("page", "at", "token")
F = TypeVar("F", PointFilter, StatementFilter, ChangeFilter)
KINDS = {"figure": "how many, how much", "date": "when", "place": "where", "who": "who", "whether": "whether"}
ORDERS = {
    "telling": "most telling first", "record": "as the articles have them", "newest": "newest first",
    "oldest": "oldest first", "question": "by the question’s words",
}  # fmt: skip
LABELS = {
    "words": "Words", "standing": "Standing", "kind": "Asks", "origin": "On whose word", "outlet": "Outlet",
    "entity": "Speaks of", "story": "Story", "since": "Told since", "until": "Told until",
    "articles": "Articles, at least",
    "origins": "Origins, at least", "manner": "Told", "certainty": "Certainty", "stance": "Stance", "order": "Order",
}  # fmt: skip
OFTEN = ("words", "standing", "kind", "manner", "certainty", "order")  # the fields that stand open


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form; without choices it takes words, or a day."""

    name: str
    label: str
    says: str
    value: str
    choices: tuple[tuple[str, str], ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Form:
    """The fields that stand open, those that are folded (open when one is used), and what narrows now."""

    often: tuple[Field, ...]
    seldom: tuple[Field, ...]
    used: bool
    narrows: bool


@dataclass(frozen=True, slots=True)
class Turning:
    """Where one is among all that was found, and the addresses of the pages before and after."""

    first: int
    last: int
    many: int
    before: Markup | None
    after: Markup | None


def asked_of(kind: type[F], request: Request) -> F:
    """The filter of an address. Raises `FilterError` for what there is none of."""
    return filter_of(kind, [pair for pair in request.query_params.multi_items() if pair[0] not in NOT_FILTERS])


def page_of(request: Request) -> int:
    """The page that is asked for, from 1. Raises `FilterError` for no number."""
    given = request.query_params.get("page", "1")
    if not (given.isascii() and given.isdigit() and 0 < int(given[:9]) == int(given)):
        raise FilterError(f"page: {given[:40]!r} is not a number from 1")
    return int(given)


def day_of(request: Request, name: str) -> dt.date | None:
    """A day that is asked for by name. Raises `FilterError` for what is none."""
    given = request.query_params.get(name, "").strip()
    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError:
        raise FilterError(f"{name}: {given[:40]!r} is not a day as 2026-01-31") from None


def turning(request: Request, many: int, size: int) -> Turning:
    """The pages before and after, under the same filters."""
    number = page_of(request)
    last = min(number * size, many)
    pairs = [pair for pair in request.query_params.multi_items() if pair[0] not in NOT_FILTERS]

    def to(other: int) -> Markup:
        return with_pairs(request.url.path, [*pairs, ("page", "" if other == 1 else other)])

    return Turning(
        min((number - 1) * size + 1, many), last, many, to(number - 1) if number > 1 else None,
        to(number + 1) if last < many else None,
    )  # fmt: skip


def form_of(asked: PointFilter | StatementFilter, shared: Shared) -> Form:
    """The form that shows what is asked for now and lets one ask for something else."""
    fields = tuple(_fields(asked, shared))
    often = tuple(field for field in fields if field.name in OFTEN)
    seldom = tuple(field for field in fields if field.name not in OFTEN)
    return Form(often, seldom, any(field.value for field in seldom), asked.narrows)


def _fields(asked: PointFilter | StatementFilter, shared: Shared) -> Iterator[Field]:
    given = dict(pairs_of(asked))
    for name, choices in choices_of(type(asked)).items():
        kind = "date" if name in ("since", "until") else "number" if name in ("articles", "origins") else "text"
        yield Field(name, LABELS[name], SAYS[name], given.get(name, ""), tuple(_choices(name, choices, shared)), kind)


def _choices(name: str, choices: tuple[str, ...], shared: Shared) -> Iterator[tuple[str, str]]:
    if name == "story":
        yield from ((story.id, story.title) for story in shared.stories[:200] if len(shared.stories) > 1)
    for choice in choices:
        if name == "standing":
            yield choice, f"{table('standing')[choice]['word']} ({shared.facets.get(choice, 0):,})"
        else:
            yield choice, KINDS.get(choice, ORDERS.get(choice, choice))
