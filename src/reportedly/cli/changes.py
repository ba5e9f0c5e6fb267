"""`reportedly changes`: what is new in a record, since a day or beside an earlier record."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.arguments import RECORD

if TYPE_CHECKING:
    from reportedly.relate.changes import Change


@click.command()
@RECORD
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="What was said on this day or later.")
@click.option("--from", "earlier", type=click.Path(path_type=Path), help="What this earlier record did not have.")
def changes(record: Path, since: dt.datetime | None, earlier: Path | None) -> None:
    """Print what is new in RECORD: questions, answers, revisions, disputes, confirmations.

    Either since a day, by when things were said, or beside an earlier record of the same story.
    """
    import reportedly
    from reportedly.relate import changes as relate

    if (since is None) == (earlier is None):
        raise click.UsageError("say either --since DAY or --from EARLIER_RECORD")
    later = reportedly.open(record)
    if earlier is not None:
        found = relate.changes(reportedly.open(earlier), later)
    elif since is not None:
        found = relate.changes_since(later, since.date())
    for line in _lines(found):
        click.echo(line)


def _lines(found: tuple[Change, ...]) -> list[str]:
    from reportedly.show.visible import cut, visible

    if not found:
        return ["nothing is new"]
    lines = []
    for question, group in groupby(found, lambda change: change.question):
        lines.append(cut(visible(question)))
        lines += [f"  {change.kind}: {cut(visible(change.what))}" for change in group if change.kind != "question"]
    return lines
