"""Records as they come: empty, one article, no dates, hundreds of articles and of single answers."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from gold_record import gold_record
from page import Page

from reportedly.model.point import Point
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.relate.standing.telling import telling
from reportedly.show.report import report
from reportedly.show.terminal import points_table

FERRY = Path(__file__).parents[2] / "corpus" / "ferry-reine-de-koume"


@pytest.fixture(scope="module")
def gold() -> Record:
    return gold_record(FERRY)


def sound(page: Page) -> None:
    assert {target[1:] for target in page.targets()} <= set(page.ids())
    assert len(page.ids()) == len(set(page.ids()))


def test_an_empty_record_says_so() -> None:
    page = Page(Record((), ()))
    sound(page)
    assert "No question is answered" in page.tree.text_content()


def test_a_record_of_problems_alone_shows_them() -> None:
    page = Page(Record((), (), problems=(Problem("a.txt", "read", "empty file", "nothing in it"),)))
    sound(page)
    assert "empty file" in page.text_of("problems")


def test_one_article_alone_has_its_answers_open(gold: Record) -> None:
    (first, *_) = gold.readings
    points = tuple(
        replace(point, answers=mine, standing=("one-origin",), why=(), revisions=(), independent_origins=1)
        for point in gold.points
        if (mine := tuple(a for a in point.answers if a.article == first.article.id))
    )
    page = Page(replace(gold, readings=(first,), points=points, copies=(), timeline=()))
    sound(page)
    assert page.at("once").get("open") is not None


def test_without_dates_nothing_is_placed_in_time(gold: Record) -> None:
    readings = tuple(replace(r, article=replace(r.article, published=None)) for r in gold.readings)
    page = Page(replace(gold, readings=readings, timeline=()))
    sound(page)
    assert not page.tree.xpath("//section[@id='figures']")
    assert "none dated" in page.tree.text_content()


def test_answers_of_an_article_that_is_not_there_are_left_out(gold: Record) -> None:
    page = Page(replace(gold, readings=gold.readings[:3]))
    sound(page)
    kept = {reading.article.id for reading in gold.readings[:3]}
    here = {a.id for point in gold.points for a in point.answers if a.article in kept}
    shown = page.tree.xpath("//table[contains(@class, 'ans')]/tbody/tr")
    assert 0 < len(shown) <= len(here)
    assert len(here) < sum(len(point.answers) for point in gold.points)


def many(gold: Record, times: int) -> Record:
    """The same event again and again, under other ids: hundreds of articles."""
    readings: list[Reading] = []
    points: list[Point] = []
    for k in range(times):
        new = {r.article.id: f"{r.article.id}{k}" for r in gold.readings}
        for r in gold.readings:
            article = replace(r.article, id=new[r.article.id])
            statements = tuple(replace(s, id=f"{s.id}{k}", article=article.id) for s in r.statements)
            readings.append(replace(r, article=article, statements=statements))
        for point in gold.points:
            answers = tuple(replace(a, id=f"{k}{a.id}", article=new[a.article]) for a in point.answers)
            points.append(replace(point, id=f"point:{k}{point.id[-8:]}", answers=answers, why=(), revisions=()))
    return replace(gold, readings=tuple(readings), points=tuple(points), copies=(), timeline=())


def test_a_hundred_articles_take_seconds(gold: Record) -> None:
    record = many(gold, 13)
    assert len(record.readings) > 100
    start = time.process_time()
    page = report(record)
    assert time.process_time() - start < 8  # CPU seconds; 1.5 on the machine it was written on
    assert len(page) < 60_000 * len(record.readings)


def test_the_terminal_shows_the_telling_questions_first(gold: Record) -> None:
    lines = points_table(sorted(gold.points, key=telling), len(gold.points), width=120).splitlines()
    assert lines[0].split() == ["Question", "Standing", "Answers", "Origins"]
    assert lines[1].startswith("How many people were killed?")
    assert "contested · differs · growing" in lines[1]
    assert lines[-1] == "1 more question, each answered by one article alone."
    assert all(len(line) <= 120 for line in lines)
    cut = points_table(sorted(gold.points, key=telling), len(gold.points), 1, width=120).splitlines()
    assert cut[1].startswith("How many people were killed?")
    assert cut[-1] == f"{len(gold.points) - 1} more questions: ask for more, or choose by a filter."


def test_the_terminal_shows_no_control_sign(gold: Record) -> None:
    point = replace(gold.points[0], question="How many \x1b[31m\u202e?")
    shown = points_table([point], 1, width=120)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
