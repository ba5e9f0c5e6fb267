"""What changed between two records."""

from __future__ import annotations

import datetime as dt

from newsroom import account

from reportedly.model.point import Affirmation, Answer, Point, Reason, StanceValue, Struck
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.span import Span
from reportedly.relate import relate
from reportedly.relate.changes import changes, changes_since
from reportedly.relate.regrouped import regrouped


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


def since(readings: list[Reading], day: dt.date) -> set[tuple[str, str]]:
    record = relate(readings, pipeline=())
    articles = {article.id: article for article in record.articles}
    return {(c.kind, c.what) for c in changes_since(record.points, articles.__getitem__, day)}


def test_since_a_day_only_what_was_said_since() -> None:
    found = since([FIRST, SECOND, THIRD], dt.date(2031, 3, 6))
    assert ("revision", "12 → 15") in found
    assert ("answer", "12") not in found


def test_a_new_question_says_so() -> None:
    assert kinds([], [FIRST])[0][0] == "question"


def test_only_the_second_origin_of_a_value_confirms_it() -> None:
    found = kinds([FIRST], [FIRST, SECOND, died("d", 12, 6, "Jon Aske")])
    assert [what for kind, what in found if kind == "confirmation"] == ["12"]
    assert [what for kind, what in found if kind == "answer"] == ["12"]


def test_two_origins_that_come_at_once_confirm_each_other() -> None:
    assert [kind for kind, _ in kinds([], [FIRST, SECOND])] == ["question", "answer", "confirmation"]


def test_since_a_day_more_origins_are_told() -> None:
    found = since([FIRST, SECOND], dt.date(2031, 3, 5))
    assert ("origin", "1 → 2 independent origins") in found
    assert ("confirmation", "12") in found


def point(*answers: Answer, why: tuple[Reason, ...] = ()) -> Point:
    return Point("point:1", None, "Did the dam leak?", "whether", "", answers, why=why, contested=bool(why))


def said(name: str, stance: Affirmation, struck: Struck | None = None) -> Answer:
    return Answer(
        name, None, FIRST.article.id, Span(0, 4), "leak", StanceValue(stance), None, (), "asserted",
        origin_group=name, struck=struck,
    )  # fmt: skip


def record(*points: Point) -> Record:
    return Record(pipeline=(), readings=(FIRST,), points=points)


def test_a_denial_says_so_and_so_does_what_it_disputes() -> None:
    held, denied = said("answer:1", "affirms"), said("answer:2", "denies")
    contested = Reason("contested: denied by another", "Falk denies what Lind says", ("answer:1", "answer:2"))
    found = changes(record(point(held)), record(point(held, denied, why=(contested,))))
    assert [(c.kind, c.answer) for c in found if c.kind != "origin"] == [
        ("denial", "answer:2"), ("dispute", "answer:2"),
    ]  # fmt: skip
    assert "Falk denies what Lind says" in [c.what for c in found]


def test_what_is_denied_where_it_is_told_is_a_denial() -> None:
    found = changes(record(), record(point(said("answer:1", "affirms", struck="denied"))))
    assert [c.kind for c in found] == ["question", "denial"]


def test_stories_that_became_one_and_a_story_that_was_parted() -> None:
    mine, dam = ("story:1", "Mine collapses"), ("story:2", "Dam leaks")
    (merged,) = regrouped({"a": mine, "b": dam}, {"a": mine, "b": mine, "c": mine})
    assert (merged.kind, merged.point, merged.question) == ("merged", "story:1", "Mine collapses")
    assert merged.what.startswith("“Mine collapses” (1 article) and “Dam leaks” (1 article): ")
    (parted,) = regrouped({"a": mine, "b": mine}, {"a": mine, "b": dam})
    assert (parted.kind, parted.point) == ("parted", "story:1")
    assert not list(regrouped({"a": mine}, {"a": mine, "b": mine}))
