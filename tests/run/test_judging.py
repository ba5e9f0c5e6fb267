"""Decisions are kept in the file, hold over rebuilding, and are refused where they cannot be taken."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import reportedly
from reportedly.cli import main
from reportedly.cli.exits import FINE, REFUSED
from reportedly.export import record_json
from reportedly.model.errors import JudgementError
from reportedly.model.point import Point
from reportedly.model.record import Record
from reportedly.run.build import build
from reportedly.run.judging import judge, undo


@pytest.fixture
def record(ferry_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(ferry_file, tmp_path / "record.db"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def without_judgements(record: Record) -> str:
    held = json.loads("".join(record_json(record)))
    del held["judgements"]
    return json.dumps(held)


def long_point(record: Record) -> Point:
    return max((p for p in record.points if p.kind == "figure"), key=lambda p: len(p.answers))


def test_an_answer_is_told_from_the_question_that_holds_it_and_put_back(record: Path) -> None:
    before = reportedly.open(record)
    point = long_point(before)
    answer = point.answers[1].id
    taken = judge(record, "not the same question", (answer, point.id), by="an editor")
    alone = next(p for p in reportedly.open(record).points if any(a.id == answer for a in p.answers))
    assert not {a.id for a in alone.answers} & {a.id for a in point.answers} - {answer}
    assert reportedly.open(record).judgements == (taken,)
    again = judge(record, "same question", (answer, point.id), by="another")
    one = next(p for p in reportedly.open(record).points if any(a.id == answer for a in p.answers))
    assert point.answers[0].id in {a.id for a in one.answers}
    assert [j.undone for j in reportedly.open(record).judgements] == [True, False]
    undo(record, again.id, by="an editor")
    assert without_judgements(reportedly.open(record)) == without_judgements(before)


def test_decisions_hold_when_captures_are_added(record: Path, tmp_path: Path) -> None:
    point = long_point(reportedly.open(record))
    names = [e.name for e in reportedly.open(record).entities if e.kind == "person"][:2]
    judge(record, "not the same question", (point.answers[1].id, point.id), by="x")
    judge(record, "same name", names, by="x")
    (tmp_path / "more.txt").write_text(
        "More on the ferry\n\nNine people were rescued, the coastguard said on Monday.\n"
    )
    grown = build([tmp_path / "more.txt"], record=record).record
    homes = {a.id: p.id for p in grown.points for a in p.answers}
    assert homes[point.answers[1].id] != homes[point.answers[0].id]
    entities = {name: e.id for e in grown.entities for name, _ in e.names}
    assert entities[names[0]] == entities[names[1]]


@pytest.mark.parametrize(
    ("what", "on", "told"),
    [
        ("same name", ("Nobody Whatsoever", "Nemo"), "no such thing"),
        ("wrong source", ("statement:00",), "no such thing"),
        ("wrong source", ("{person}",), "not on a name"),
        ("same question", ("{point}",), "two things"),
        ("same question", ("{point}", "{point}"), "one already"),
        ("not the same name", ("{person}", "{person}"), "from itself"),
        ("nonsense", ("{point}",), "is no decision"),
        ("same question", ("{point}", "{date}"), "different kinds"),
    ],
)
def test_what_cannot_be_decided_is_refused(record: Path, what: str, on: tuple[str, ...], told: str) -> None:
    held = reportedly.open(record)
    person = next(e.name for e in held.entities if e.kind == "person")
    date = next(p.id for p in held.points if p.kind == "date")
    things = [thing.format(point=long_point(held).id, person=person, date=date) for thing in on]
    with pytest.raises(JudgementError, match=told):
        judge(record, what, things, by="x")  # type: ignore[arg-type]
    assert reportedly.open(record).judgements == ()


def test_the_commands_decide_list_and_undo(record: Path) -> None:
    held = reportedly.open(record)
    people = [e for e in held.entities if e.kind == "person"]
    point = long_point(held)
    assert run("same", record, people[0].id, people[1].name, "--by", "ada").exit_code == FINE
    assert run("not-same", record, point.answers[1].id, point.id, "--by", "ada").exit_code == FINE
    statement = next(s.id for s in held.statements if s.origin is not None and s.origin.name)
    assert run("judge", record, "wrong source", statement, "--by", "bo").exit_code == FINE
    rows = [json.loads(line) for line in run("judgements", record, "--json").stdout.splitlines()]
    assert [(row["what"], row["by"]) for row in rows] == [
        ("same name", "ada"),
        ("not the same question", "ada"),
        ("wrong source", "bo"),
    ]
    for row in rows:
        assert run("undo", record, row["id"]).exit_code == FINE
    assert without_judgements(reportedly.open(record)) == without_judgements(held)
    assert "undone" in run("judgements", record).stdout
    assert run("undo", record, rows[0]["id"]).exit_code == REFUSED
    assert run("same", record, people[0].name, point.id).exit_code == REFUSED
    assert run("same", record, statement, statement).exit_code == REFUSED
