"""A person's decisions on a record: same, not the same, a wrong source, no statement, one side; and their undoing."""

from __future__ import annotations

import getpass
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reportedly.cli.arguments import RECORD
from reportedly.model.judgement import JUDGEMENT_KINDS, JudgementKind

if TYPE_CHECKING:
    from reportedly.model.judgement import Judgement

BY = click.option("--by", metavar="NAME", default=getpass.getuser, show_default="your login", help="Who decides.")


@click.command()
@RECORD
@click.argument("one")
@click.argument("other")
@BY
def same(record: Path | str, one: str, other: str, by: str) -> None:
    """Say that two names mean one thing, or that two points or answers of RECORD are to one question.

    Names go by any spelling that RECORD holds or by the id of an entity, questions by ids of points or answers. The
    decision outlives rebuilding; "reportedly undo" takes it back.
    """
    from reportedly.run.judging import judge, question_or_name

    kind = "same name" if question_or_name(record, (one, other)) == "name" else "same question"
    click.echo(_line(judge(record, cast(JudgementKind, kind), (one, other), by=by)))


@click.command("not-same")
@RECORD
@click.argument("one")
@click.argument("other")
@BY
def not_same(record: Path | str, one: str, other: str, by: str) -> None:
    """Say that two names mean two things, or that an answer is not to a question of RECORD.

    An answer can be told from another answer or from the point that holds it, a name from another spelling or from
    the entity that holds it. The decision outlives rebuilding; "reportedly undo" takes it back.
    """
    from reportedly.run.judging import judge, question_or_name

    kind = "not the same name" if question_or_name(record, (one, other)) == "name" else "not the same question"
    click.echo(_line(judge(record, cast(JudgementKind, kind), (one, other), by=by)))


@click.command("judge")
@RECORD
@click.argument("what", type=click.Choice(JUDGEMENT_KINDS))
@click.argument("things", nargs=-1, required=True, metavar="THING...")
@BY
def judge_command(record: Path | str, what: JudgementKind, things: Sequence[str], by: str) -> None:
    """Decide on things of RECORD, by id or name.

    \b
    "wrong source"     statements: whose word they are is not known
    "not a statement"  statements: their answers are struck, and never counted
    "one side"         names: they speak for one side
    and the decisions of "reportedly same" and "reportedly not-same", on two things or more
    """
    from reportedly.run.judging import judge

    click.echo(_line(judge(record, what, things, by=by)))


@click.command()
@RECORD
@click.argument("judgement")
@BY
def undo(record: Path | str, judgement: str, by: str) -> None:
    """Take back a decision on RECORD, by its id: see "reportedly judgements"."""
    from reportedly.run.judging import undo as run

    click.echo(_line(run(record, judgement, by=by)))


@click.command()
@RECORD
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of words.")
def judgements(record: Path | str, as_json: bool) -> None:
    """Print every decision on RECORD in the order in which they were taken, with when, by whom and its id."""
    from reportedly.show.visible import visible
    from reportedly.store import open_record

    with open_record(record) as store:
        for judgement, made in store.judged():
            click.echo(_row(judgement, made) if as_json else f"{made}  {visible(_line(judgement))}")


def _line(judgement: Judgement) -> str:
    undone = "undone: " if judgement.undone else ""
    return f"{judgement.id}  {undone}{judgement.what}: {', '.join(judgement.on)} ({judgement.by})"


def _row(judgement: Judgement, made: str) -> str:
    row = {"id": judgement.id, "what": judgement.what, "on": judgement.on, "by": judgement.by}
    return json.dumps(row | {"undone": judgement.undone, "made": made}, ensure_ascii=False)
