"""`reportedly report`: the record as one page."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.arguments import RECORD, STORY


@click.command()
@RECORD
@STORY
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The page (default: standard output).")
def report(record: Path | str, story: str | None, output: Path | None) -> None:
    """Write RECORD as one HTML page that needs nothing else: no network, no server."""
    import reportedly
    from reportedly.cli.output import write
    from reportedly.show.report import report as page

    write([page(reportedly.open(record, story))], output)
