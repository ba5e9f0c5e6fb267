"""A person's decision changes what it speaks of, nothing else; undone, the record is as before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.judgement import Judgement, JudgementKind
from reportedly.model.point import Point
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.relate import relate
from reportedly.relate.judged import Judged, name_id, standing

MINERS = account("a.txt", "At least [12] miners died at Korm.", published="2031-03-04", said_by="Ada Krall")
BODIES = account("b.txt", "There were [12] miners dead at Korm.", published="2031-03-05", said_by="Krall")
LAMPS = account("c.txt", "The mine at Korm has [300] lamps.", published="2031-03-05", said_by="Bo Lind")
READINGS = (MINERS, BODIES, LAMPS)


def judged(what: JudgementKind, *on: str, undone: bool = False) -> Record:
    return relate(READINGS, pipeline=(), judgements=(Judgement(what, on, "an editor", undone),))


def plain() -> Record:
    return relate(READINGS, pipeline=())


def point_of(record: Record, text: str) -> Point:
    return next(p for p in record.points if any(a.text == text for a in p.answers))


def answers_of(reading: Reading) -> str:
    record = relate([reading], pipeline=())
    return record.points[0].answers[0].id


def test_names_that_are_one_are_one_entity_and_one_origin() -> None:
    record = judged("same name", name_id("Ada Krall"), name_id("Bo Lind"))
    entity = next(e for e in record.entities if e.name == "Bo Lind" or ("Bo Lind", 1) in e.names)
    assert {name for name, _ in entity.names} == {"Ada Krall", "Krall", "Bo Lind"}
    assert any(why.rule == "judgement: same name" and "an editor" in why.words for why in entity.why)


def test_names_told_apart_are_two_entities_and_two_origins() -> None:
    assert point_of(plain(), "12").independent_origins == 1
    record = judged("not the same name", name_id("Krall"), name_id("Ada Krall"))
    assert {e.name for e in record.entities} >= {"Krall", "Ada Krall"}
    assert point_of(record, "12").independent_origins == 2


def test_told_apart_holds_over_what_other_names_would_join() -> None:
    record = relate(
        (*READINGS, account("d.txt", "[9] pits closed.", said_by="Ada M. Krall")),
        pipeline=(),
        judgements=(Judgement("not the same name", (name_id("Krall"), name_id("Ada Krall")), "x"),),
    )
    homes = {name: e.id for e in record.entities for name, _ in e.names}
    assert homes["Krall"] != homes["Ada Krall"]


def test_answers_to_one_question_are_one_point() -> None:
    one, other = answers_of(MINERS), answers_of(LAMPS)
    assert point_of(plain(), "12") != point_of(plain(), "300")
    point = point_of(judged("same question", one, other), "12")
    assert {answer.text for answer in point.answers} == {"12", "300"}


def test_answers_told_apart_are_two_points() -> None:
    one, other = answers_of(MINERS), answers_of(BODIES)
    assert len(point_of(plain(), "12").answers) == 2
    record = judged("not the same question", one, other)
    assert [len(p.answers) for p in record.points if p.kind == "figure" and p.answers[0].text == "12"] == [1, 1]


def test_what_is_told_apart_stays_apart_though_others_are_made_one() -> None:
    a, b, c = (answers_of(reading) for reading in READINGS)
    record = relate(
        READINGS,
        pipeline=(),
        judgements=(
            Judgement("same question", (a, b), "x"),
            Judgement("same question", (b, c), "x"),
            Judgement("not the same question", (a, c), "y"),
        ),
    )
    homes = {answer.id: point.id for point in record.points for answer in point.answers}
    assert homes[a] == homes[b] != homes[c]


def test_a_wrong_source_is_nobody_with_the_reason_beside_it() -> None:
    record = judged("wrong source", MINERS.statements[0].id)
    statement = next(s for s in record.statements if s.id == MINERS.statements[0].id)
    assert [link.name for link in statement.attribution] == [None]
    assert statement.why[-1].rule == "judgement: wrong source"
    assert "Ada Krall" in statement.why[-1].words
    answer = next(a for a in point_of(record, "12").answers if a.statement == statement.id)
    assert answer.origin is not None
    assert answer.origin.name is None
    assert all(name != "Ada Krall" for entity in record.entities for name, _ in entity.names)


def test_what_is_no_statement_is_struck_and_not_counted() -> None:
    point = point_of(judged("not a statement", LAMPS.statements[0].id), "300")
    assert [answer.struck for answer in point.answers] == ["judged"]
    assert point.current is None
    assert point.independent_origins == 0


def test_a_side_is_one_origin_at_least() -> None:
    other = account("b.txt", "There were [12] miners dead at Korm.", published="2031-03-05", said_by="Bo Lind")
    readings = (MINERS, other)
    assert point_of(relate(readings, pipeline=()), "12").independent_origins_at_least == 2
    side = Judgement("one side", (name_id("Ada Krall"), name_id("Bo Lind")), "x")
    point = point_of(relate(readings, pipeline=(), judgements=(side,)), "12")
    assert (point.independent_origins, point.independent_origins_at_least) == (2, 1)


DECISIONS: Sequence[tuple[JudgementKind, tuple[str, ...]]] = (
    ("same name", (name_id("Ada Krall"), name_id("Bo Lind"))),
    ("not the same name", (name_id("Krall"), name_id("Ada Krall"))),
    ("same question", (answers_of(MINERS), answers_of(LAMPS))),
    ("not the same question", (answers_of(MINERS), answers_of(BODIES))),
    ("wrong source", (MINERS.statements[0].id,)),
    ("not a statement", (LAMPS.statements[0].id,)),
    ("one side", (name_id("Ada Krall"), name_id("Bo Lind"))),
)


@pytest.mark.parametrize(("what", "on"), DECISIONS, ids=[what for what, _ in DECISIONS])
def test_undone_it_is_as_if_it_had_never_been(what: JudgementKind, on: tuple[str, ...]) -> None:
    assert replace(judged(what, *on, undone=True), judgements=()) == plain()


@pytest.mark.parametrize(("what", "on"), DECISIONS, ids=[what for what, _ in DECISIONS])
def test_a_decision_on_what_is_not_there_changes_nothing(what: JudgementKind, on: tuple[str, ...]) -> None:
    elsewhere = tuple(f"{thing}0" for thing in on)
    assert replace(judged(what, *elsewhere), judgements=()) == plain()


def test_the_last_decision_on_one_thing_holds() -> None:
    same = Judgement("same name", ("name:a", "name:b"), "x")
    apart = Judgement("not the same name", ("name:b", "name:a", "name:c"), "y")
    assert standing([same, apart]) == (apart, replace(same, undone=True))
    assert standing([apart, same]) == (replace(apart, undone=True), same)
    assert standing([same, replace(same, undone=True, by="z")]) == (replace(same, undone=True, by="z"),)
    assert standing([same, replace(same, undone=True), same]) == (same,)
    assert standing([same, replace(apart, undone=True)]) == (replace(apart, undone=True), same)


def test_sides_that_share_a_name_are_one() -> None:
    sides = Judged([Judgement("one side", on, "x") for on in (("name:b", "name:c"), ("name:a", "name:b"))])
    assert {sides.side(name) for name in ("name:a", "name:b", "name:c")} == {"name:a"}
    assert sides.side("name:d") == "name:d"
