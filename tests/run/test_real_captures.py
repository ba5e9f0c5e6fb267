"""What the real captures show of cleaning, where they are at hand: dates to the day, and nothing said by furniture."""

from __future__ import annotations

import datetime as dt
import json
from itertools import chain
from pathlib import Path

import pytest

import reportedly
from reportedly.grammar.edtf import when
from reportedly.model.article import STORY
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.run.build import build

KURSK = Path(__file__).parents[3] / "shared/events/kursk"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not KURSK.is_dir(), reason="the captures belong to their publishers and are not here"),
]
NEAR = dt.timedelta(days=3)


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """The readings of a record of them, by the names of their files."""
    record = tmp_path_factory.mktemp("kursk") / "kursk.db"
    build([KURSK / "captures"], record=record)
    return {Path(reading.capture.path).name: reading for reading in reportedly.open(record).readings}


def test_every_capture_is_dated_as_its_text_allows(readings: dict[str, Reading]) -> None:
    known = {row["doc"]: row["published"] for row in json.loads((KURSK / "gold.json").read_text("utf8"))["documents"]}
    assert known.keys() == readings.keys()
    for name, reading in readings.items():
        published = reading.article.published
        if known[name] is None:
            assert published is None
        elif not name.startswith("002"):
            day, ours = when(known[name]), published.when if published else None
            assert ours and ours.earliest and ours.latest and day.earliest and day.latest
            assert day.earliest - NEAR <= ours.earliest <= ours.latest <= day.latest + NEAR, name


def test_a_masthead_half_a_year_late_is_when_it_was_captured(readings: dict[str, Reading]) -> None:
    published = next(r.article.published for name, r in readings.items() if name.startswith("002"))
    assert published and published.when.earliest and published.when.latest
    assert dt.date(2024, 12, 1) <= published.when.earliest <= published.when.latest <= dt.date(2024, 12, 31)
    assert {piece.says for piece in published.evidence if piece.role == "capture"} == {"2025-06-21"}


def test_nothing_is_said_counted_or_dated_outside_the_story(readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        story = [block.span for block in reading.article.blocks if block.kind in STORY]
        said = chain.from_iterable(statement.content for statement in reading.statements)
        told = [*said, *(value.span for value in (*reading.figures, *reading.moments, *reading.places))]
        assert told
        assert [span for span in told if not _within(span, story)] == [], name


def test_captions_count_once(readings: dict[str, Reading]) -> None:
    captioned = 0
    for name, reading in readings.items():
        text = reading.capture.text
        said = [" ".join(span.of(text) for span in statement.content).lower() for statement in reading.statements]
        captions = [block.span for block in reading.article.blocks if block.kind == "caption"]
        for statement, words in zip(reading.statements, said, strict=True):
            if _within(statement.content[0], captions):
                captioned += 1
                assert said.count(words) == 1, name
    assert captioned


def _within(span: Span, story: list[Span]) -> bool:
    return any(block.contains(span) for block in story)
