"""The command `reportedly`: its commands, and one way for errors to be told."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from reportedly.cli import exits
from reportedly.cli.ask import ask
from reportedly.cli.brief import brief
from reportedly.cli.build import build
from reportedly.cli.changes import changes
from reportedly.cli.copy import copy
from reportedly.cli.export import export
from reportedly.cli.fetch import fetch
from reportedly.cli.judge import judge_command, judgements, not_same, same, undo
from reportedly.cli.mcp import mcp
from reportedly.cli.report import report
from reportedly.cli.serve import serve
from reportedly.cli.show import show
from reportedly.cli.watch import watch
from reportedly.model.errors import ReportedlyError

COMMANDS = (
    fetch,
    build,
    watch,
    show,
    report,
    serve,
    brief,
    ask,
    changes,
    export,
    copy,
    same,
    not_same,
    judge_command,
    undo,
    judgements,
    mcp,
)
EXIT_CODES = "\b\nExit codes:\n" + "\n".join(f"  {code:<4} {meaning}" for code, meaning in exits.MEANINGS.items())


class Commands(click.Group):
    """Commands whose errors are one sentence on stderr, with an exit code that says what became of the record."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; `--debug` lets an error through with its traceback."""
        try:
            return super().invoke(ctx)
        except ReportedlyError as fault:
            if ctx.params.get("debug"):
                raise
            click.echo(f"reportedly: {fault}", err=True)
            ctx.exit(exits.REFUSED)
        except BrokenPipeError:  # `reportedly export … | head` has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(exits.FINE)
        except KeyboardInterrupt:
            click.echo("reportedly: stopped; the record is as it was", err=True)
            ctx.exit(exits.INTERRUPTED)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from reportedly.cli.version import version_lines

        click.echo("\n".join(version_lines(verbose=ctx.params.get("verbose", False))))
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.option("--verbose", is_flag=True, is_eager=True, help="With --version: also what it runs on and its stages.")
@click.option("--version", is_flag=True, expose_value=False, callback=_version, help="Say which version this is.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def main(verbose: bool, debug: bool) -> None:
    """From many messy accounts of one event to one record of it: who said what, when, on whose word."""


for command in COMMANDS:
    main.add_command(command)
