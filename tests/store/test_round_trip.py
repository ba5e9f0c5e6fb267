"""Whatever record is put into a file comes out of it equal."""

from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table

from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.point import Point
from reportedly.model.problem import Problem
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.model.when import When
from reportedly.store import kept, new_record, open_record, schema

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
numbers = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(str, words)
st.register_type_strategy(float, numbers)
st.register_type_strategy(Span, st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda p: Span(min(p), max(p))))
st.register_type_strategy(
    Quantity,
    st.builds(
        lambda ends, approximate, unit: Quantity(min(ends), max(ends), approximate, unit),
        st.tuples(numbers, numbers),
        st.booleans(),
        st.none() | words,
    )
    | st.builds(lambda low: Quantity(low, None), numbers),
)
st.register_type_strategy(
    When, st.builds(lambda edtf, days: When(edtf, *sorted(days)), words, st.tuples(st.dates(), st.dates()))
)
st.register_type_strategy(
    Statement,
    st.builds(Statement, content=st.lists(st.from_type(Span), min_size=1, max_size=3).map(tuple)),
)


def of_one_article(number: int, reading: Reading) -> Reading:
    """The same reading with ids that hold together, as every real one has."""
    capture = replace(reading.capture, id=f"sha256:{number}", markup=None)
    article = replace(reading.article, id=f"article:{number}", capture=capture.id)
    lists = {
        name: tuple(replace(part, article=article.id) for part in getattr(reading, name))
        for name in ("statements", "figures", "moments", "places", "names", "happenings", "exhibits")
    }
    return replace(reading, capture=capture, article=article, **lists)


records = st.builds(
    Record,
    readings=st.lists(st.from_type(Reading), max_size=2).map(
        lambda readings: tuple(of_one_article(number, reading) for number, reading in enumerate(readings))
    ),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(records)
def test_a_record_comes_out_as_it_went_in(tmp_path_factory: pytest.TempPathFactory, record: Record) -> None:
    path = tmp_path_factory.mktemp("store") / "record.db"
    record = replace(record, judgements=())
    with new_record(path) as store:
        store.integrate([], set(), [], lambda *_: record)
    with open_record(path) as store:
        assert store.record() == record


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Reading))
def test_a_kept_reading_is_the_reading_without_markup(reading: Reading) -> None:
    with new_record(None) as store:
        store.keep([(reading.capture, kept.packed(reading))], "maker")
        assert store.has(reading.capture, "maker")
        assert not store.has(reading.capture, "another maker")
        assert not store.has(replace(reading.capture, text=reading.capture.text + "!"), "maker")
        seen: list[Reading] = []

        def relate(readings: object, *_: object) -> Record:
            seen.extend(readings)  # type: ignore[arg-type]
            return Record((), ())

        store.integrate([reading.capture.id], set(), [], relate)
    assert seen == [replace(reading, capture=replace(reading.capture, markup=None))]


def test_a_problem_is_over_when_its_path_was_read_again() -> None:
    old, other = Problem("a.txt", "read", "empty file"), Problem("b.txt", "read", "empty file")
    told: list[tuple[Problem, ...]] = []

    def relate(_: object, __: object, problems: tuple[Problem, ...]) -> Record:
        told.append(problems)
        return Record((), (), problems=problems)

    with new_record(None) as store:
        store.integrate([], {"a.txt", "b.txt"}, [other, old], relate)
        store.integrate([], {"a.txt"}, [], relate)
    assert told == [(old, other), (other,)]


@pytest.mark.parametrize(
    ("noun", "table", "elsewhere"),
    [
        (Capture, schema.CAPTURE, {"markup"}),
        (Article, schema.ARTICLE, set()),
        (Statement, schema.STATEMENT, set()),
        (Point, schema.POINT, {"answers"}),
    ],
)
def test_every_field_of_a_noun_has_a_column(noun: type, table: Table, elsewhere: set[str]) -> None:
    assert {field.name for field in fields(noun)} - elsewhere <= set(table.c.keys())
