"""`reportedly show`: the points of a record, on a terminal."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.arguments import RECORD


@click.command()
@RECORD
def show(record: Path | str) -> None:
    """Print the points of RECORD: question, standing, answers, origins."""
    import reportedly
    from reportedly.show.terminal import points_table

    click.echo(points_table(reportedly.open(record)))
