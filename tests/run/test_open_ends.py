"""A time that is open on one side stays so from the words to the record."""

import json
from pathlib import Path

import pytest

import reportedly
from reportedly.export.record_json import record_json
from reportedly.model.point import DateValue
from reportedly.model.record import Record
from reportedly.show.values import brief

TEXT = """Harbour bridge stays shut

3 June 2031

The harbour bridge has been closed since Sunday, the port office said. It will stay closed until 30 June.

In the 21st century the bridge was painted twice.
"""
OTHER = """Bridge shut at the harbour

3 June 2031

The harbour bridge was closed on Sunday, the mayor said.
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("open")
    for name, text in (("a.txt", TEXT), ("b.txt", OTHER)):
        (room / name).write_text(text, encoding="utf8")
    reportedly.build([room], record=room / "kept.db", workers=1)
    return room / "kept.db"


@pytest.fixture(scope="module")
def record(kept: Path) -> Record:
    return reportedly.open(kept)


def test_the_times_of_the_record_are_open_intervals(record: Record) -> None:
    times = {time["edtf"]: time for time in json.loads("".join(record_json(record)))["times"]}
    since, until = times["2031-06-01/.."], times["../2031-06-30"]
    assert (since["timex"], since["earliest"], since["latest"]) == ("2031-06-01", "2031-06-01", None)
    assert (until["timex"], until["earliest"], until["latest"]) == ("2031-06-30", None, "2031-06-30")


def test_an_answer_is_the_end_that_the_words_name(record: Record) -> None:
    values = [answer.value for point in record.points for answer in point.answers]
    since = [value for value in values if isinstance(value, DateValue) and value.end_of == "since"]
    assert [(value.edtf, brief(value)) for value in since] == [("2031-06-01", "since 1 June")]


def test_a_century_dates_no_happening(record: Record) -> None:
    assert all((entry.when.days or 1) < 4000 for entry in record.timeline)
