from pathlib import Path

import pytest
from benchmarks.constants import always
from benchmarks.events import events
from benchmarks.floors import broken, raise_floors, read_floors, write_floors
from benchmarks.results import write_section
from benchmarks.scoring import Scores
from benchmarks.scoring.measure import Measure
from benchmarks.table import mean, table

SCORES: dict[str, Scores] = {"ferry": {"answers": Measure(0.5, 1.0), "via": 0.25, "chain": None, "offsets": 0}}


def test_a_section_is_written_between_its_markers_and_leaves_the_others(tmp_path: Path) -> None:
    page = tmp_path / "RESULTS.md"
    write_section("one", "One", "first", "make one", page)
    write_section("two", "Two", "second", "make two", page)
    write_section("one", "One", "third", "make one", page)
    text = page.read_text()
    assert "first" not in text
    assert text.index("third") < text.index("second")
    assert text.count("<!-- begin one -->") == text.count("<!-- end one -->") == 1
    assert "`make two` · " in text


def test_a_floor_that_is_broken_is_told() -> None:
    assert not broken(SCORES, {"ferry": {"answers": 0.6666, "via": 0.25}})
    assert not broken(SCORES, {"ferry": {"via": 0.269}})
    assert broken(SCORES, {"ferry": {"via": 0.3}}) == ["ferry: via is 0.2500, its floor 0.3000"]
    assert broken(SCORES, {"ferry": {"chain": 0.1}}) == ["ferry: chain is nothing, its floor 0.1000"]
    assert not broken(SCORES, {"another event": {"via": 1.0}})


def test_wrong_offsets_are_always_a_fault() -> None:
    assert broken({"ferry": {"offsets": 2}}, {}) == ["ferry: 2 spans are not exact"]


def test_floors_rise_and_never_fall(tmp_path: Path) -> None:
    lifted = raise_floors(SCORES, {"ferry": {"via": 0.9, "answers": 0.1}})
    assert lifted == {"ferry": {"via": 0.9, "answers": 0.6666}}
    write_floors(lifted, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == lifted


def test_the_mean_counts_events_that_have_the_measure() -> None:
    means = mean([*SCORES.values(), {"via": 0.75, "answers": Measure(0, 0)}])
    assert means == {"answers": pytest.approx(1 / 3), "via": 0.5, "offsets": 0}


def test_a_table_has_a_row_an_event() -> None:
    lines = table(SCORES, ("answers", "via", "chain", "offsets")).splitlines()
    assert lines[0] == "| event | answers | via | chain | offsets |"
    assert lines[2] == "| ferry | 0.67 (0.50/1.00) | 0.25 | – | 0 |"


def test_an_event_is_found_by_the_beginning_of_its_name() -> None:
    (ferry,) = events(("ferry",))
    assert ferry.name == "ferry-reine-de-koume"
    assert len(list(ferry.captures.iterdir())) == 8
    assert ferry.gold["points"]
    with pytest.raises(ValueError, match="nowhere"):
        events(("nowhere",))


def test_constant_answers_are_scored_as_points_are() -> None:
    points = [
        {"values": "differ", "revised": True, "contested": False, "independent_origins": 3},
        {"values": "same", "revised": False, "contested": False, "independent_origins": 1},
    ]
    scores = always({"points": points})
    assert scores["revised: always yes"] == Measure(0.5, 1.0)
    assert scores["contested: always yes"] is None
    assert scores["values: always differ"] == 0.5
    assert scores["origins: always 2"] == 1.0
    assert scores["origins: always 4"] == 0.5
