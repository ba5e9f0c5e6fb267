"""One story of a record is what the whole record holds of it, on both stores."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner
from large_records import PIPELINE, SMALL, Address, told_again

from reportedly.cli import main
from reportedly.cli.exits import REFUSED
from reportedly.model.filters import FilterError
from reportedly.model.problem import Problem
from reportedly.relate import relate
from reportedly.relate.changes import changes_since
from reportedly.relate.gathering import stories
from reportedly.store import new_record, open_record, packed


@pytest.fixture
def record(ferry_file: Path, new_address: Address, monkeypatch: pytest.MonkeyPatch) -> str | Path:
    """The ferry's accounts, and again under other names and on other days; a file that could not be read."""
    monkeypatch.setattr(stories, "SMALL", SMALL)  # more articles are of several stories
    address = new_address()
    readings = told_again(ferry_file, 3)
    with new_record(address) as store:
        store.keep([(reading.capture, packed(reading)) for reading in readings], "a")
        store.integrate(
            [reading.capture.id for reading in readings],
            {reading.capture.path for reading in readings},
            [Problem("four.txt", "read", "empty file", "it holds nothing; bring its text")],
            lambda readings, judgements, problems: relate(
                readings, pipeline=PIPELINE, judgements=judgements, problems=problems
            ),
        )
    return address


def test_a_story_is_what_the_record_holds_of_it(record: str | Path) -> None:
    with open_record(record) as store:
        whole = store.record()
        assert len(whole.stories) > 1
        for story in whole.stories:
            one = store.record(story.id)
            assert one.stories == (story,)
            assert {reading.article.id for reading in one.readings} == set(story.articles)
            known = {reading.article.id: reading for reading in whole.readings}
            assert all(reading == known[reading.article.id] for reading in one.readings)
            assert one.points == tuple(point for point in whole.points if point.story == story.id)
            assert one.timeline == tuple(entry for entry in whole.timeline if entry.story == story.id)
            assert set(one.copies) == {copy for copy in whole.copies if copy.article in story.articles}
            assert one.problems == ()
            met = {s.origin.entity for r in one.readings for s in r.statements if s.origin and s.origin.entity}
            entities = {entity.id: entity for entity in whole.entities}
            assert met <= {entity.id for entity in one.entities}
            assert all(entities[entity.id] == entity for entity in one.entities)


def test_a_story_goes_by_its_title_in_any_case(record: str | Path) -> None:
    with open_record(record) as store:
        title = store.record().stories[0].title
        assert title.upper() != title
        assert store.record(title.upper()) == store.record(title)


def test_a_story_that_is_not_there_is_refused_with_some_that_are(ferry_file: Path) -> None:
    with open_record(ferry_file) as store, pytest.raises(FilterError, match="none is called “moon”"):
        store.record("moon")
    done = CliRunner().invoke(main, ["report", str(ferry_file), "--story", "moon"])
    assert done.exit_code == REFUSED
    with open_record(ferry_file) as store:
        assert store.record().stories[0].title in done.stderr


@pytest.mark.parametrize("command", [["report"], ["brief"], ["changes", "--since", "1900-01-01"]])
def test_commands_tell_of_one_story(ferry_file: Path, command: list[str]) -> None:
    with open_record(ferry_file) as store:
        title = store.record().stories[0].title
    told = CliRunner().invoke(main, [*command, str(ferry_file), "--story", title])
    assert told.exit_code == 0, told.output
    assert told.stdout == CliRunner().invoke(main, [*command, str(ferry_file)]).stdout


def test_what_was_told_since_a_day_is_read_without_the_rest(record: str | Path) -> None:
    day = dt.date(2013, 11, 18)
    with open_record(record) as store:
        whole = store.record()
        articles = {article.id: article for article in whole.articles}
        found = list(changes_since(whole.points, articles.__getitem__, day))
        with store.told_since(day) as (points, article_of):
            assert list(changes_since(points, article_of, day)) == found != []
        story = whole.stories[0]
        with store.told_since(day, story.title) as (points, _):
            assert {point.story for point in points} == {story.id}
        with pytest.raises(FilterError), store.told_since(day, "moon"):
            pass


def test_a_story_goes_with_a_day_alone(ferry_file: Path) -> None:
    done = CliRunner().invoke(main, ["changes", str(ferry_file), "--since", str(ferry_file), "--story", "x"])
    assert done.exit_code == 2
    assert "goes with a day" in done.stderr
