"""What a page asks for is what the record holds."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.model.point import Voice
from reportedly.model.record import Record
from reportedly.store import Pages, open_record


@pytest.fixture
def pages(ferry_file: Path) -> Iterator[Pages]:
    with open_record(ferry_file) as store, store.pages() as pages:
        yield pages


def test_the_shelf_holds_every_article(pages: Pages, ferry: Record) -> None:
    shelf = {each.article: each for each in pages.shelf()}
    assert set(shelf) == {article.id for article in ferry.articles}
    for article in ferry.articles:
        assert shelf[article.id].outlet == (article.outlet.name if article.outlet else None)
        assert shelf[article.id].title == (article.title.text if article.title else None)


def test_an_excerpt_holds_its_points_and_the_statements_that_answer(pages: Pages, ferry: Record) -> None:
    points = ferry.points[:7]
    excerpt = pages.excerpt(points)
    assert excerpt.points == points
    answers = [answer for point in points for answer in point.answers]
    assert {reading.article.id for reading in excerpt.readings} == {answer.article for answer in answers}
    assert {s.id for s in excerpt.statements} == {answer.statement for answer in answers if answer.statement}


def test_a_list_holds_its_points_with_names_and_days_of_their_articles(pages: Pages, ferry: Record) -> None:
    shelved = {each.article: each for each in pages.shelf()}
    whole = {reading.article.id: reading for reading in ferry.readings}
    listed = pages.listed(ferry.points, shelved)
    assert listed.points == ferry.points
    nameless = {p.id for p in ferry.points if any(a.origin and a.origin.name is None for a in p.answers)}
    full = {a.article for p in ferry.points if p.id in nameless for a in p.answers}
    assert {r.article.id for r in listed.readings} == {a.article for p in ferry.points for a in p.answers}
    for reading in listed.readings:
        known = whole[reading.article.id]
        assert reading.capture.path == known.capture.path
        assert (reading.article.outlet is None) == (known.article.outlet is None)
        days = [
            (r.article.published.when.earliest, r.article.published.when.latest) if r.article.published else None
            for r in (reading, known)
        ]
        assert days[0] == days[1]
        assert bool(reading.statements) <= (reading.article.id in full)


def test_an_article_is_whole(pages: Pages, ferry: Record) -> None:
    reading = ferry.readings[2]
    record = pages.of_article(reading.article.id)
    assert record
    assert record.readings[0].article == reading.article
    assert record.readings[0].capture.text == reading.capture.text
    assert record.readings[0].statements == reading.statements
    answers = {answer.id for point in record.points for answer in point.answers}
    assert answers == {a.id for point in ferry.points for a in point.answers if a.article == reading.article.id}
    assert pages.of_article("none such") is None


def test_voices_are_those_of_all_answers(pages: Pages, ferry: Record) -> None:
    answers = Counter(answer.origin for point in ferry.points for answer in point.answers)
    told: Counter[Voice | None] = Counter()
    for voice, _, many in pages.voices():
        told[voice] += many
    assert told == answers


def test_counts_and_ways_count_every_answer(pages: Pages, ferry: Record) -> None:
    answers = sum(len(point.answers) for point in ferry.points)
    assert pages.counts()["answers"] == answers == sum(way.answers for way in pages.ways())
    assert pages.counts()["statements"] == len(ferry.statements)


def test_every_place_that_is_named_is_a_spot(pages: Pages, ferry: Record) -> None:
    assert sum(spot.mentions for spot in pages.spots()) == sum(len(reading.places) for reading in ferry.readings)


def test_the_original_markup_is_kept(pages: Pages, ferry: Record) -> None:
    html = next(r.article.id for r in ferry.readings if r.capture.path.endswith(".html"))
    text = next(r.article.id for r in ferry.readings if r.capture.path.endswith(".txt"))
    kept = pages.original(html)
    assert kept
    assert "<" in kept[1]
    assert pages.original(text) is None
