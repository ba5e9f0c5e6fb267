"""Each filter leaves what it says, on SQLite and on PostgreSQL."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.filters import (
    SAYS,
    Filter,
    FilterError,
    PointFilter,
    StatementFilter,
    TimelineFilter,
    filter_of,
    pairs_of,
)
from reportedly.model.point import Answer, Point
from reportedly.model.record import Record
from reportedly.model.statement import Statement
from reportedly.relate.standing.telling import telling
from reportedly.store import Store, new_record, open_record


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, ferry_file: Path) -> Iterator[Store]:
    record: str | Path = ferry_file
    if request.param == "postgresql":
        record = request.getfixturevalue("postgres").new()
        with open_record(ferry_file) as ferry, new_record(record) as other:
            ferry.copy_to(other, "other")
    with open_record(record) as store:
        yield store


def origin(answer: Answer) -> str | None:
    return answer.origin.name if answer.origin else None


UNION = "the union"


@pytest.fixture(scope="module")
def union(ferry: Record) -> str:
    """The named origin with most answers."""
    names = [origin(a) for p in ferry.points for a in p.answers if a.origin and a.origin.entity]
    return max((n for n in names if n), key=names.count)


def test_no_filter_is_everything_as_it_is_in_the_record(store: Store, ferry: Record) -> None:
    assert tuple(store.points(PointFilter(order="record"))) == ferry.points
    told = list(store.statements())
    assert tuple(each.statement for each in told) == ferry.statements
    assert {each.account.capture.id for each in told} <= {capture.id for capture in ferry.captures}
    assert all(each.statement.article == each.account.article.id for each in told)
    assert store.count(PointFilter()) == len(ferry.points)
    assert store.count(StatementFilter()) == len(ferry.statements)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (PointFilter(standing=("contested",)), lambda p: "contested" in p.standing),
        (PointFilter(standing=("differs", "growing")), lambda p: bool({"differs", "growing"} & set(p.standing))),
        (PointFilter(kind=("figure", "date")), lambda p: p.kind in ("figure", "date")),
        (PointFilter(kind=("figure",), standing=("contested",)), lambda p: p.kind == "figure" and p.contested),
        (PointFilter(articles=3), lambda p: len({a.article for a in p.answers}) >= 3),
        (PointFilter(origins=2), lambda p: p.independent_origins >= 2),
    ],
    ids=lambda v: str(pairs_of(v)) if isinstance(v, PointFilter) else "",
)
def test_points_by_what_they_are(
    store: Store, ferry: Record, wanted: PointFilter, fits: Callable[[Point], bool]
) -> None:
    expected = {point.id for point in ferry.points if fits(point)}
    assert expected
    assert {point.id for point in store.points(wanted)} == expected
    assert store.count(wanted) == len(expected) < len(ferry.points)


def test_an_origin_is_known_by_any_spelling_and_by_its_id(store: Store, ferry: Record, union: str) -> None:
    entity = next(a.origin.entity for p in ferry.points for a in p.answers if a.origin and a.origin.name == union)
    assert entity
    expected = {p.id for p in ferry.points if any(a.origin and a.origin.entity == entity for a in p.answers)}
    assert 0 < len(expected) < len(ferry.points)
    for asked_for in (union, union.upper(), entity):
        assert {p.id for p in store.points(PointFilter(origin=(asked_for,)))} == expected
    said = {s.id for s in ferry.statements if s.origin and s.origin.entity == entity}
    assert {t.statement.id for t in store.statements(StatementFilter(origin=(union,)))} == said
    assert not list(store.points(PointFilter(origin=("nobody of that name",))))


def test_an_outlet_is_that_of_the_answer_s_article(store: Store, ferry: Record) -> None:
    article = next(a for a in ferry.articles if a.outlet)
    assert article.outlet
    houses = {a.id for a in ferry.articles if a.outlet and a.outlet.name == article.outlet.name}
    wanted = PointFilter(outlet=(article.outlet.name.lower(),))
    expected = {p.id for p in ferry.points if any(a.article in houses for a in p.answers)}
    assert {p.id for p in store.points(wanted)} == expected
    told = store.statements(StatementFilter(outlet=(article.outlet.name,)))
    assert {t.statement.id for t in told} == {s.id for s in ferry.statements if s.article in houses}


def test_a_story_is_known_by_title_and_id(store: Store, ferry: Record) -> None:
    story = ferry.stories[0]
    expected = {p.id for p in ferry.points if p.story == story.id}
    for asked_for in (story.id, story.title, story.title.upper()):
        assert {p.id for p in store.points(PointFilter(story=(asked_for,)))} == expected
        held = {t.statement.article for t in store.statements(StatementFilter(story=(asked_for,)))}
        assert held <= set(story.articles)


def test_an_entity_is_found_where_it_is_named_not_only_where_it_speaks(store: Store, ferry: Record) -> None:
    reading = next(r for r in ferry.readings if r.names and r.statements)
    name = next(
        n for n in reading.names for s in reading.statements if s.extent.contains(n.span) and s.origin is not None
    )
    here = {s.id for s in reading.statements if s.extent.contains(name.span)}
    found = {t.statement.id for t in store.statements(StatementFilter(entity=(name.name,)))}
    assert here <= found
    assert len(found) < len(ferry.statements)
    answers = {a.statement for p in store.points(PointFilter(entity=(name.name,))) for a in p.answers}
    assert {a.statement for p in ferry.points for a in p.answers if a.statement in here} <= answers


def test_dates_are_those_on_which_something_was_told(store: Store, ferry: Record) -> None:
    days = sorted({w.earliest for a in ferry.articles if a.published and (w := a.published.when).earliest})
    middle = days[len(days) // 2]
    early = list(store.statements(StatementFilter(until=middle)))
    late = list(store.statements(StatementFilter(since=middle + dt.timedelta(days=1))))
    assert early
    assert late
    for told in late:
        if told.statement.said is None:
            assert told.account.article.published
            assert told.account.article.published.when.latest
            assert told.account.article.published.when.latest > middle
    assert store.count(PointFilter(since=dt.date(2100, 1, 1))) == 0


def test_words_are_found_in_any_form_and_are_never_operators(store: Store) -> None:
    found = list(store.statements(StatementFilter(words="ferries")))
    assert found
    for told in found:
        assert "ferr" in " ".join(s.of(told.account.capture.text) for s in told.statement.content).lower()
    assert 0 < store.count(PointFilter(words="killed")) < store.count(PointFilter())
    for odd in ('" OR 1', "NEAR(a b)", "-", "*", "'; DROP TABLE point", "a AND"):
        store.count(StatementFilter(words=odd))
        store.count(PointFilter(words=odd))


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (StatementFilter(manner=("direct",)), lambda s: s.manner == "direct"),
        (StatementFilter(certainty=("denied", "hedged")), lambda s: s.certainty in ("denied", "hedged")),
        (StatementFilter(stance=("denies",)), lambda s: s.stance is not None and s.stance.kind == "denies"),
    ],
    ids=lambda v: str(pairs_of(v)) if isinstance(v, StatementFilter) else "",
)
def test_statements_by_what_they_are(
    store: Store, ferry: Record, wanted: StatementFilter, fits: Callable[[Statement], bool]
) -> None:
    expected = {s.id for s in ferry.statements if fits(s)}
    assert expected
    assert {t.statement.id for t in store.statements(wanted)} == expected


@pytest.mark.parametrize("order", ["telling", "record", "newest", "oldest", "question"])
def test_pages_together_are_the_whole_in_one_order(store: Store, order: str) -> None:
    wanted = filter_of(PointFilter, [("order", order)])
    whole = [point.id for point in store.points(wanted)]
    pages = [p.id for start in range(0, len(whole), 30) for p in store.points(wanted, limit=30, offset=start)]
    assert pages == whole
    assert len(set(whole)) == len(whole)


def test_the_most_telling_come_first(store: Store, ferry: Record) -> None:
    assert [p.id for p in store.points()] == [p.id for p in sorted(ferry.points, key=telling)]


FACETS = st.lists(st.sampled_from(["contested", "differs", "one-origin"]), unique=True, max_size=3).map(tuple)
NAMES = st.lists(st.text(min_size=1, max_size=9).filter(lambda s: s == s.strip()), unique=True, max_size=2).map(tuple)


@given(standing=FACETS, origin=NAMES, since=st.none() | st.dates(), articles=st.integers(0, 9))
def test_a_filter_survives_an_address(
    standing: tuple[str, ...], origin: tuple[str, ...], since: dt.date | None, articles: int
) -> None:
    wanted = PointFilter(standing=standing, origin=origin, since=since, articles=articles)  # type: ignore[arg-type]
    assert filter_of(PointFilter, pairs_of(wanted)) == wanted
    assert wanted.narrows == bool(pairs_of(wanted))


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        ([("colour", "red")], "'colour' is no filter; there are origin"),
        ([("standing", "true")], "standing: 'true' is none of contested"),
        ([("since", "yesterday")], "since: 'yesterday' is not a day as 2026-01-31"),
        ([("articles", "many")], "articles: 'many' is not a whole number"),
        ([("since", "2026-01-02"), ("until", "2026-01-01")], "is after until"),
        ([("words", "a"), ("words", "b")], "words: one value, not 2"),
        ([("words", "a" * 501)], "longer than 500"),
    ],
)
def test_a_filter_that_nothing_can_be_asked_by(pairs: list[tuple[str, str]], says: str) -> None:
    with pytest.raises(FilterError, match=says):
        filter_of(PointFilter, pairs)


ALL: dict[str, Filter] = {
    "points": PointFilter(
        origin=("a",), outlet=("b",), entity=("c",), story=("d",), since=dt.date(2026, 1, 1), until=dt.date(2026, 1, 2),
        words="e f", standing=("contested",), kind=("figure",), articles=2, origins=2, order="newest",
    ),
    "statements": StatementFilter(
        origin=("a",), outlet=("b",), entity=("c",), story=("d",), since=dt.date(2026, 1, 1), until=dt.date(2026, 1, 2),
        words="e f", manner=("direct",), certainty=("hedged",), stance=("denies",), order="newest",
    ),
}  # fmt: skip


def test_everything_at_once_can_be_asked(store: Store) -> None:
    for wanted in ALL.values():
        assert isinstance(wanted, PointFilter | StatementFilter)
        assert store.count(wanted) == 0


@pytest.mark.parametrize("kind", [PointFilter, StatementFilter])
def test_every_field_says_what_it_asks_for(kind: type[Filter]) -> None:
    assert {each.name for each in dataclasses.fields(kind)} <= set(SAYS)


def test_a_point_is_had_by_its_id(store: Store, ferry: Record) -> None:
    wanted = ferry.points[len(ferry.points) // 2]
    assert store.point(wanted.id) == wanted
    assert store.point("no such point") is None


def test_the_timeline_is_had_whole_and_between_two_days(store: Store, ferry: Record) -> None:
    assert tuple(store.timeline()) == ferry.timeline
    assert store.count(TimelineFilter()) == len(ferry.timeline)
    day = next(entry.when.earliest for entry in ferry.timeline if entry.when.days == 1)
    wanted = TimelineFilter(since=day, until=day)
    found = tuple(store.timeline(wanted))
    assert found == tuple(
        entry
        for entry in ferry.timeline
        if (entry.when.latest is None or entry.when.latest >= day)
        and (entry.when.earliest is None or entry.when.earliest <= day)
    )
    assert 0 < len(found) == store.count(wanted) < len(ferry.timeline)
    assert tuple(store.timeline(wanted, limit=1)) == found[:1]
