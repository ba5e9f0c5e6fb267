"""Which points, which statements: one filter each, the same in the app's addresses, in commands and in exports.

Values of one field are alternatives, fields narrow one another: `kind=figure&kind=date&standing=contested` are the
contested figures and dates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import Field, dataclass, fields
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from reportedly.model.change import ChangeKind
from reportedly.model.errors import ReportedlyError
from reportedly.model.point import Facet, PointKind
from reportedly.model.statement import Certainty, Manner

PointOrder = Literal["telling", "record", "newest", "oldest", "question"]
StatementOrder = Literal["record", "newest", "oldest"]
StanceKind = Literal["confirms", "denies", "doubts", "declines"]
Pairs = tuple[tuple[str, str], ...]
LONGEST = 500  # signs of a value: longer ones are nobody's question
F = TypeVar("F", "PointFilter", "StatementFilter", "TimelineFilter", "ChangeFilter")


class FilterError(ReportedlyError):
    """A filter that nothing can be asked by: an unknown name or value."""


SAYS = {  # what each field asks for: the help of options, the labels of forms
    "origin": "On whose word: a name in any spelling, or an entity's id.",
    "outlet": "Published by: a name in any spelling, or an entity's id.",
    "entity": "Named in the words, or speaking: a name in any spelling, or an entity's id.",
    "story": "A story's title or id.",
    "since": "Told on this day (2026-01-31) or later; what has no date is left out.",
    "until": "Told on this day or earlier; what has no date is left out.",
    "words": "Holds all these words, in any form (sink finds sinks).",
    "standing": "A facet of its standing.",
    "kind": "What is asked for.",
    "articles": "Answered by so many articles at least.",
    "origins": "Answered by so many independent origins at least.",
    "manner": "How it is told.",
    "certainty": "How sure the words are.",
    "stance": "What it does to another statement.",
    "order": "What comes first.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What points and statements are both asked by; `FilterError` for a value that is none of the choices."""

    origin: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    entity: tuple[str, ...] = ()
    story: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    words: str = ""

    def __post_init__(self) -> None:
        _known(self)
        if self.since and self.until and self.since > self.until:
            raise FilterError(f"since {self.since} is after until {self.until}; exchange them")

    @property
    def narrows(self) -> bool:
        """Whether anything is left out by it."""
        return any(getattr(self, each.name) != each.default for each in fields(self) if each.name != "order")


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFilter(Filter):
    """Which points, and in which order.

    Origin, outlet and dates are those of one answer together. `articles` and `origins` are least numbers.
    """

    standing: tuple[Facet, ...] = ()
    kind: tuple[PointKind, ...] = ()
    articles: int = 0
    origins: int = 0
    order: PointOrder = "telling"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter(Filter):
    """Which statements, and in which order."""

    manner: tuple[Manner, ...] = ()
    certainty: tuple[Certainty, ...] = ()
    stance: tuple[StanceKind, ...] = ()
    order: StatementOrder = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFilter:
    """Which entries of the timeline: those that may have happened between these days, both included."""

    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """Which changes: those of some kinds and points, of editions after one, noticed on this day (UTC) or later."""

    kind: tuple[ChangeKind, ...] = ()
    point: tuple[str, ...] = ()
    after: int = 0
    since: dt.date | None = None

    def __post_init__(self) -> None:
        _known(self)


Asked = Filter | TimelineFilter | ChangeFilter


def _known(asked: Asked) -> None:
    """Raises `FilterError` for a value that is none of its field's choices, or longer than anybody asks."""
    for name, choices in choices_of(type(asked)).items():
        value = getattr(asked, name)
        for one in value if isinstance(value, tuple) else (value,):
            if choices and one not in choices:
                raise FilterError(f"{name}: {one!r} is none of {', '.join(choices)}")
            if isinstance(one, str) and len(one) > LONGEST:
                raise FilterError(f"{name}: longer than {LONGEST} signs")


def choices_of(kind: type[Asked]) -> dict[str, tuple[str, ...]]:
    """The values that each field can have; none where any will do."""
    hints = get_type_hints(kind)
    bare = {name: get_args(hint)[0] if get_origin(hint) is tuple else hint for name, hint in hints.items()}
    return {name: get_args(hint) if get_origin(hint) is Literal else () for name, hint in bare.items()}


def filter_of(kind: type[F], pairs: Iterable[tuple[str, str]]) -> F:
    """The filter that names and values ask for, as an address or a command line gives them; empty values are none.

    Raises `FilterError` for a name or a value that there is not, and where one value is asked for and two come.
    """
    known = {each.name: each for each in fields(kind)}
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in known:
            raise FilterError(f"{name!r} is no filter; there are {', '.join(known)}")
        if value.strip():
            given.setdefault(name, []).append(value.strip())
    return kind(**{name: _value(known[name], values) for name, values in given.items()})


def pairs_of(asked: Asked) -> Pairs:
    """Names and values that give the same filter again; what is not asked for is left out."""
    found: list[tuple[str, str]] = []
    for each in fields(asked):
        value = getattr(asked, each.name)
        if value != each.default:
            found += [(each.name, str(one)) for one in (value if isinstance(value, tuple) else (value,))]
    return tuple(found)


def _value(asked: Field[Any], values: list[str]) -> Any:
    if asked.default == ():
        return tuple(dict.fromkeys(values))
    if len(values) > 1:
        raise FilterError(f"{asked.name}: one value, not {len(values)}")
    try:
        if asked.name in ("since", "until"):
            return dt.date.fromisoformat(values[0])
        return int(values[0]) if asked.default == 0 else values[0]
    except ValueError:
        wanted = "a day as 2026-01-31" if asked.default is None else "a whole number"
        raise FilterError(f"{asked.name}: {values[0]!r} is not {wanted}") from None
