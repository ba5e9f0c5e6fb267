"""Arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem


class RecordName(click.ParamType[Path | str]):
    """The path of a record's file, or the address of one in PostgreSQL."""

    name = "record"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:
        """A path, or an address as it was written."""
        from reportedly.store.server import is_server

        return value if isinstance(value, Path) or is_server(value) else Path(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Files, as the shell knows them."""
        return [CompletionItem(incomplete, type="file")]


RECORD = click.argument("record", type=RecordName())
STORY = click.option("--story", metavar="TEXT", help="Of this story alone: its title or id (default: all of them).")


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that asks the web: how long to wait, and whom it may ask."""
    options = (
        click.option(
            "--pause", type=click.FloatRange(0), default=1.0, show_default=True, help="Seconds between two requests."
        ),
        click.option(
            "--seconds", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Time for one answer."
        ),
        click.option(
            "--allow-private", is_flag=True, help="Also ask addresses of this machine and of private networks."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def told(record: Path | str) -> str:
    """A record's name as it may be shown: without a password."""
    from reportedly.store.server import is_server, shown

    return shown(str(record)) if is_server(record) else str(record)


def pairs(_: click.Context, option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """`a=b` given once or more often, as a dictionary; a click error for anything else."""
    halves = [pair.partition("=") for pair in given]
    for left, equals, right in halves:
        if not (left and equals and right):
            raise click.BadParameter(f"{left + equals + right!r} is no FIELD=COLUMN", param=option)
    return {left.strip(): right.strip() for left, _, right in halves}
