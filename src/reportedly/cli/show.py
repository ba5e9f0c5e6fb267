"""`reportedly show`: the points of a record, on a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportedly.cli.arguments import RECORD
from reportedly.cli.filters import filters, pairs


@click.command()
@RECORD
@click.option(
    "-n", "--limit", type=click.IntRange(0), default=200, show_default=True, help="So many points at most; 0 for all."
)
@filters("points")
def show(record: Path | str, limit: int, **asked: Any) -> None:
    """Print the points of RECORD, most telling first: question, standing, answers, origins.

    What one article alone answers, and nobody disputes, is counted below.
    """
    from reportedly.model.filters import PointFilter, filter_of
    from reportedly.show.terminal import points_table
    from reportedly.store import open_record

    wanted = filter_of(PointFilter, pairs(asked))
    with open_record(record) as store:
        click.echo(points_table(store.points(wanted), store.count(wanted), limit or None))
