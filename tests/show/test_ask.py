"""A question finds the points that share its words or what they mean, and makes nothing up."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.model.filters import PointFilter
from reportedly.model.record import Record
from reportedly.show.ask import ask, kind_of, statements
from reportedly.store import Store, open_record


@pytest.fixture(scope="module")
def store(ferry_file: Path) -> Iterator[Store]:
    with open_record(ferry_file) as store:
        yield store


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("How many troops were sent?", "figure"),
        ("the death toll", "figure"),
        ("When did it sink?", "date"),
        ("where was the car found", "place"),
        ("Who closed the bridge?", "who"),
        ("Was the list altered?", "whether"),
        ("the list that was altered", None),
    ],
)
def test_the_kind_of_answer_is_told_by_its_opening(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("how many people died?", "How many people were killed?"),
        ("How many drowned", "How many people were killed?"),
        ("how many survivors were there", "How many people survived?"),
    ],
)
def test_other_words_of_one_family_find_the_point(store: Store, words: str, first: str) -> None:
    assert ask(store, words)[0].point.question == first


def test_matches_are_points_of_the_record_best_first(store: Store, ferry: Record) -> None:
    found = ask(store, "how many people were missing", 10)
    known = {point.id: point for point in ferry.points}
    assert found
    assert all(match.point == known[match.point.id] for match in found)
    assert [match.likeness for match in found] == sorted((m.likeness for m in found), reverse=True)
    assert all(match.shared for match in found)


def test_a_filter_narrows_the_answer(store: Store) -> None:
    found = ask(store, "how many people were killed", 10, PointFilter(standing=("contested",)))
    assert found
    assert all(match.point.contested for match in found)


def test_points_are_sought_by_any_of_the_words_and_no_further_than_asked(store: Store) -> None:
    both = {point.id for point, _ in store.points_in_context(PointFilter(), ["missing", "hull"], 1000)}
    each = [{p.id for p, _ in store.points_in_context(PointFilter(), [w], 1000)} for w in ("missing", "hull")]
    assert both == each[0] | each[1]
    assert all(each)
    assert len(list(store.points_in_context(PointFilter(), ["people"], 3))) == 3
    assert not list(store.points_in_context(PointFilter(), [], 3))
    contested = PointFilter(standing=("contested",))
    narrowed = [point for point, _ in store.points_in_context(contested, ["people"], 4)]
    assert len(narrowed) == 4
    assert all(point.contested for point in narrowed)


def test_nothing_is_made_of_a_question_about_something_else(store: Store) -> None:
    assert not ask(store, "xylophones of Zanzibar")
    assert not statements(store, "xylophones of Zanzibar")
    assert not ask(store, "")


def test_statements_hold_the_words_of_the_question(store: Store) -> None:
    for told in statements(store, "how many people drowned?"):
        said = " ".join(span.of(told.account.capture.text) for span in told.statement.content)
        assert "drown" in said


def test_the_command_prints_only_what_the_record_holds(ferry_file: Path, ferry: Record) -> None:
    program = [sys.executable, "-c", "from reportedly.cli import main; main()", "ask", str(ferry_file)]
    done = subprocess.run([*program, "how many people died", "--json"], capture_output=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    points = [row["point"]["id"] for row in rows if "point" in row]
    assert len(points) == 3
    assert set(points) <= {point.id for point in ferry.points}
    words = subprocess.run([*program, "how many people died"], capture_output=True, check=True).stdout.decode()
    assert "How many people were killed?" in words
    assert "independent origins" in words
    none = subprocess.run([*program, "xylophones"], capture_output=True, check=True)
    assert not none.stdout
    assert b"Nothing in this record matches" in none.stderr
