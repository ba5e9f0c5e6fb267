"""`reportedly copy`: a record from one place to another, between files and servers."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.arguments import RECORD, RecordName, told


@click.command()
@RECORD
@click.argument("other", type=RecordName())
def copy(record: Path | str, other: Path | str) -> None:
    """Copy RECORD to OTHER, which must not hold one yet; either is a file or a PostgreSQL address.

    All of it goes along: captures with the markup of their pages, readings, judgements, problems, the list of builds.
    OTHER can be built on as RECORD can. A copy that was stopped leaves nothing: run it again.
    """
    from reportedly.store import new_record, open_record

    with open_record(record) as source, new_record(other) as target:
        rows = source.copy_to(target, told(other))
    click.echo(f"{told(other)}: {rows} rows, as in {told(record)}")
