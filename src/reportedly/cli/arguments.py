"""Arguments that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

RECORD = click.argument("record", type=click.Path(path_type=Path))


def pairs(_: click.Context, option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """`a=b` given once or more often, as a dictionary; a click error for anything else."""
    halves = [pair.partition("=") for pair in given]
    for left, equals, right in halves:
        if not (left and equals and right):
            raise click.BadParameter(f"{left + equals + right!r} is no FIELD=COLUMN", param=option)
    return {left.strip(): right.strip() for left, _, right in halves}
