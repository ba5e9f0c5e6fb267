"""`reportedly changes`: what is new in a record, since a day or since an earlier record."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.arguments import RECORD, STORY

if TYPE_CHECKING:
    from reportedly.relate.changes import Change


@click.command()
@RECORD
@STORY
@click.option("--since", required=True, metavar="DAY|RECORD", help="A day (2026-01-31), or an earlier record.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of words.")
def changes(record: Path | str, story: str | None, since: str, as_json: bool) -> None:
    """Print what is new in RECORD: questions, answers, revisions, denials, disputes, confirmations, origins.

    Since a day, by when things were said; or since an earlier record of the same captures or some of them.
    """
    day = _day(since)
    if story is not None and day is None:
        raise click.UsageError("--story goes with a day: two records may have told one story in different parts")
    found = _since(record, day, story) if day is not None else _between(since, record)
    for line in _rows(found) if as_json else _words(found):
        click.echo(line)


def _since(record: Path | str, day: dt.date, story: str | None) -> tuple[Change, ...]:
    from reportedly.relate.changes import changes_since
    from reportedly.store import open_record

    with open_record(record) as store, store.told_since(day, story) as (points, article_of):
        return tuple(changes_since(points, article_of, day))


def _between(before: Path | str, now: Path | str) -> tuple[Change, ...]:
    import reportedly
    from reportedly.relate.changes import changes
    from reportedly.relate.regrouped import homes, regrouped

    earlier, later = reportedly.open(before), reportedly.open(now)
    return (*changes(earlier, later), *regrouped(homes(earlier), homes(later)))


def _day(since: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(since)
    except ValueError:
        return None


def _rows(found: tuple[Change, ...]) -> list[str]:
    return [json.dumps(asdict(change), ensure_ascii=False) for change in found]


def _words(found: tuple[Change, ...]) -> list[str]:
    from reportedly.show.visible import cut, visible

    lines = []
    for question, group in groupby(found, lambda change: change.question):
        lines.append(cut(visible(question)))
        lines += [f"  {change.kind}: {cut(visible(change.what))}" for change in group if change.kind != "question"]
    return lines
