"""Rows in the shape of UCDP GED (event data of Uppsala): one for each question of how many were killed.

The columns are those of the Georeferenced Event Dataset, in its order. What a record cannot say stays empty: ids of
conflicts, sides and dyads, deaths by side, and above all `best`, since choosing one figure would be a verdict. `low`
and `high` span the answers that are not struck. Dates and places are those that the clauses with the figure name;
codes of precision follow the codebook: days 1 to 5, places 1 (town), 2 (near one), 4 (region), 6 (country).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.export.request import Request
from reportedly.export.table import Column, Table, joined
from reportedly.export.table_points import highest, lowest
from reportedly.export.whose_word import house_of, voice_of
from reportedly.model.mention import PlaceMention
from reportedly.model.point import Answer, Point
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.when import When
from reportedly.store import Account, Accounts

KILLED = "killed"  # the family of predicates.toml
DAYS = ((1, 1), (6, 2), (7, 3), (31, 4))  # at most so many days: this date_prec; more is 5
PLACES = {"point": 1, "town": 1, "region": 4, "country": 6}


@dataclass(frozen=True, slots=True)
class Event:
    """A question of deaths with the articles that answer, and where and when their clauses set it."""

    point: Point
    answers: tuple[tuple[Answer, Account], ...]
    earliest: dt.date | None
    latest: dt.date | None
    place: PlaceMention | None

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The articles, each once."""
        return tuple({account.article.id: account for _, account in self.answers}.values())


def events(request: Request) -> Iterator[Event]:
    """The questions of deaths among the points asked for."""
    figures = replace(request.points, kind=("figure",))
    if request.points.kind and "figure" not in request.points.kind:
        return
    with request.store.accounts() as account_of:
        for point in request.store.points(figures):
            if point.predicate == KILLED and not any(_measured(answer) for answer in point.answers):
                yield _event(point, account_of)


def _measured(answer: Answer) -> bool:
    """Whether a figure is a share or a size, and so no count of people."""
    return isinstance(answer.value, Quantity) and answer.value.unit is not None


def _event(point: Point, account_of: Accounts) -> Event:
    whens: list[When] = []
    places: Counter[PlaceMention] = Counter()
    by_name: dict[str, PlaceMention] = {}
    for answer in point.answers:
        for when, place in _bound(account_of.reading(answer.article), answer.mention):
            whens += [when] if when else []
            if place is not None:
                places[by_name.setdefault(place.gazetteer or place.name, place)] += 1
    firsts = [when.earliest for when in whens if when.earliest]
    lasts = [when.latest for when in whens if when.latest]
    told = tuple((answer, account_of(answer.article)) for answer in point.answers)
    return Event(point, told, min(firsts, default=None), max(lasts, default=None), _commonest(places))


def _bound(reading: Reading, figure: str | None) -> Iterator[tuple[When | None, PlaceMention | None]]:
    """Times and places of the clauses that hold a figure."""
    moments = {moment.id: moment for moment in reading.moments}
    places = {place.id: place for place in reading.places}
    for happening in reading.happenings:
        if figure is not None and figure in happening.figures:
            yield from ((moments[m].when, None) for m in happening.moments if m in moments)
            yield from ((None, places[p]) for p in happening.places if p in places)


def _commonest(places: Counter[PlaceMention]) -> PlaceMention | None:
    """The place that most clauses name; None where two are named as often."""
    first = places.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else None


def _date_prec(event: Event) -> int | None:
    if event.earliest is None or event.latest is None:
        return None
    days = (event.latest - event.earliest).days + 1
    return next((code for most, code in DAYS if days <= most), 5)


def _where_prec(event: Event) -> int | None:
    if event.place is None or event.place.precision is None:
        return None
    return 2 if event.place.relation and event.place.precision in ("point", "town") else PLACES[event.place.precision]


def _dates(event: Event) -> str | None:
    whens = [account.article.published.when for account in event.accounts if account.article.published]
    return joined(when.edtf for when in whens)


def _sources(event: Event) -> str | None:
    cited = []
    for account in event.accounts:
        when = account.article.published.when.edtf if account.article.published else ""
        title = account.article.title.text if account.article.title else ""
        cited.append('"' + ",".join((house_of(account), when, title)).replace('"', "\u2019") + '"')
    return ";".join(cited) or None


def _place(event: Event, field: str) -> str | None:
    return getattr(event.place, field) if event.place else None


def _wkt(event: Event) -> str | None:
    place = event.place
    return f"POINT ({place.longitude} {place.latitude})" if place and place.latitude is not None else None


def _described(event: Event) -> str | None:
    return " ".join(filter(None, (_place(event, "relation"), _place(event, "text")))) or None


def _empty(name: str, kind: str = "text") -> Column:
    return Column(name, "text" if kind == "text" else "integer", "empty: a record does not say it", lambda _: None)


UCDP = Table(
    "ucdp",
    "A row for each question of how many were killed, in the columns of UCDP GED.",
    (
        Column("id", "text", "the point's id (GED has whole numbers)", lambda e: e.point.id),
        Column("relid", "text", "id of the story", lambda e: e.point.story),
        Column("year", "integer", "of date_end", lambda e: e.latest.year if e.latest else None),
        *map(_empty, ("active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
                      "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id",
                      "side_a", "side_b_dset_id", "side_b_new_id", "side_b")),
        Column("number_of_sources", "integer", "articles that answer, copies too", lambda e: len(e.accounts)),
        Column("source_article", "text", "outlet, date and title of each article", _sources),
        Column("source_office", "text", "the outlets", lambda e: joined(house_of(a) for a in e.accounts)),
        Column("source_date", "text", "EDTF of publication", _dates),
        Column(
            "source_headline", "text", "the titles",
            lambda e: joined(a.article.title.text for a in e.accounts if a.article.title),
        ),
        Column("source_original", "text", "on whose word", lambda e: joined(voice_of(a, c) for a, c in e.answers)),
        Column("where_prec", "integer", "1 town, 2 near one, 4 region, 6 country; empty: no place named", _where_prec),
        Column("where_coordinates", "text", "the place's name", lambda e: _place(e, "name")),
        Column("where_description", "text", "the words for it", _described),
        Column("adm_1", "text", "GeoNames code of the region", lambda e: _place(e, "region")),
        _empty("adm_2"),
        Column("latitude", "number", "WGS 84", lambda e: e.place.latitude if e.place else None),
        Column("longitude", "number", "WGS 84", lambda e: e.place.longitude if e.place else None),
        Column("geom_wkt", "text", "POINT (longitude latitude)", _wkt),
        _empty("priogrid_gid"),
        Column("country", "text", "ISO 3166-1 code (GED has names)", lambda e: _place(e, "country")),
        *map(_empty, ("country_id", "region", "event_clarity")),
        Column("date_prec", "integer", "1 day, 2 up to 6 days, 3 a week, 4 a month, 5 longer", _date_prec),
        Column("date_start", "day", "first possible day that the clauses name", lambda e: e.earliest),
        Column("date_end", "day", "last possible day that the clauses name", lambda e: e.latest),
        *map(_empty, ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")),
        Column("best", "integer", "empty: which figure is best would be a verdict", lambda _: None),
        Column("high", "number", "the most that an answer allows; empty where one is open", lambda e: highest(e.point)),
        Column("low", "number", "the least that an answer allows; empty where one is open", lambda e: lowest(e.point)),
        Column("question", "text", "ours: the question", lambda e: e.point.question),
        Column("standing", "text", "ours: how the answers stand to one another", lambda e: joined(e.point.standing)),
        Column(
            "independent_origins", "integer", "ours: origins after proven joins",
            lambda e: e.point.independent_origins,
        ),
    ),
    events,
)  # fmt: skip
