"""What changed between two records."""

from __future__ import annotations

import datetime as dt

from newsroom import account

from reportedly.model.reading import Reading
from reportedly.relate import relate
from reportedly.relate.changes import changes, changes_since


def died(path: str, number: int, day: int, who: str) -> Reading:
    words = f"The collapse at the mine killed [{number}] miners."
    return account(
        path, words, predicate="killed", counted="miners", published=f"2031-03-{day:02}", said_by=who, outlet=path
    )


FIRST, SECOND, THIRD = died("b", 12, 4, "Ada Krall"), died("a", 12, 5, "Tove Lind"), died("c", 15, 6, "Ada Krall")


def kinds(before: list[Reading], after: list[Reading]) -> list[tuple[str, str]]:
    found = changes(relate(before, pipeline=()), relate(after, pipeline=()))
    questions = {p.id for p in relate([*before, *after], pipeline=()).points if p.kind == "figure"}
    return [(c.kind, c.what) for c in found if c.point in questions]


def test_nothing_new_is_no_change() -> None:
    assert kinds([FIRST, SECOND], [SECOND, FIRST]) == []


def test_a_second_origin_confirms() -> None:
    found = kinds([FIRST], [FIRST, SECOND])
    assert ("confirmation", "12") in found
    assert ("origin", "1 → 2 independent origins") in found


def test_a_new_value_of_one_origin_is_an_answer_and_a_revision() -> None:
    found = kinds([FIRST], [FIRST, THIRD])
    assert ("answer", "15") in found
    assert ("revision", "12 → 15") in found


def test_a_capture_taken_away_withdraws_its_answers() -> None:
    assert ("withdrawn", "12") in kinds([FIRST, SECOND], [FIRST])


def test_since_a_day_only_what_was_said_since() -> None:
    record = relate([FIRST, SECOND, THIRD], pipeline=())
    found = {(c.kind, c.what) for c in changes_since(record, dt.date(2031, 3, 6))}
    assert ("revision", "12 → 15") in found
    assert ("answer", "12") not in found


def test_a_new_question_says_so() -> None:
    assert kinds([], [FIRST])[0][0] == "question"
