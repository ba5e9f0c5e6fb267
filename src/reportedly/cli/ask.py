"""`reportedly ask`: a question in a person's words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli.arguments import RECORD
from reportedly.cli.filters import filters, pairs

if TYPE_CHECKING:
    from reportedly.show.ask import Match
    from reportedly.store import Account, Accounts, Told


@click.command()
@RECORD
@click.argument("question")
@click.option(
    "-n", "--limit", type=click.IntRange(1, 100), default=3, show_default=True, help="So many points at most."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of words.")
@filters("points")
def ask(record: Path | str, question: str, limit: int, as_json: bool, **asked: Any) -> None:
    """Print the points and statements of RECORD that match QUESTION, with their standing.

    Nothing is made up: what is printed stands in the record, on whose word it says, with its exact words.
    """
    from reportedly.model.filters import PointFilter, filter_of
    from reportedly.show import ask as asking
    from reportedly.store import open_record

    with open_record(record) as store, store.accounts() as account_of:
        matches = asking.ask(store, question, limit, filter_of(PointFilter, pairs(asked)))
        told = asking.statements(store, question)
        lines = _rows(matches, told) if as_json else _words(matches, told, account_of)
        for line in lines:
            click.echo(line)
    if not (matches or told):
        click.echo("Nothing in this record matches; ask with other words.", err=True)


def _words(matches: list[Match], told: list[Told], account_of: Accounts) -> Iterator[str]:
    from reportedly.export.whose_word import house_of, in_words, voice_of
    from reportedly.show.stands import origins, standing
    from reportedly.show.visible import cut, visible

    for match in matches:
        point = match.point
        yield visible(cut(point.question, 160))
        yield f"  {standing(point)}; independent origins: {origins(point)}"
        for answer in point.answers:
            account: Account = account_of(answer.article)
            struck = f", {answer.struck}" if answer.struck else ""
            sure = f", {answer.certainty}" if answer.certainty not in ("asserted", "denied") else ""
            by = "denied by" if answer.certainty == "denied" else "according to"
            where = f"{house_of(account)}, {account.capture.path} {answer.span.start}–{answer.span.end}"
            yield visible(f"  “{cut(answer.text, 100)}” {by} {voice_of(answer, account)}{sure}{struck} — {where}")
    if told:
        yield "Statements:"
    for each in told:
        said = " … ".join(span.of(each.account.capture.text) for span in each.statement.content)
        yield visible(f"  “{cut(said, 200)}” {in_words(each.statement, each.account)} — {house_of(each.account)}")


def _rows(matches: list[Match], told: list[Told]) -> Iterator[str]:
    from reportedly.export.points import point as as_json

    for match in matches:
        row = {"point": as_json(match.point), "likeness": round(match.likeness, 3), "shared": match.shared}
        yield json.dumps(row, ensure_ascii=False)
    for each in told:
        words = " … ".join(span.of(each.account.capture.text) for span in each.statement.content)
        origin = each.statement.origin.name if each.statement.origin else None
        row = {"statement": each.statement.id, "article": each.statement.article, "words": words, "origin": origin}
        yield json.dumps(row, ensure_ascii=False)
