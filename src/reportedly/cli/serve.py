"""`reportedly serve`: the record in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.arguments import RECORD


@click.command()
@RECORD
@click.option("--port", type=click.IntRange(0, 65535), default=8020, show_default=True, help="0: any that is free.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where to listen; beyond this machine a token is asked for."
)
@click.option("--token", envvar="REPORTEDLY_TOKEN", show_envvar=True, help="The token (default: one made by chance).")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A further name by which browsers may call this machine. May be repeated.",
)
@click.option(
    "--build", "paths", multiple=True, metavar="PATH", help="Build this into RECORD meanwhile. May be repeated."
)
def serve(
    record: Path | str, port: int, host: str, token: str | None, names: tuple[str, ...], paths: tuple[str, ...]
) -> None:
    """Show RECORD in a browser: questions, figures over time, origins, places, articles, and decisions on them.

    It answers to this machine alone and loads nothing from elsewhere; stop it with Ctrl-C.
    """
    from reportedly.serve.run import door
    from reportedly.serve.run import serve as run
    from reportedly.store import open_record

    if not paths:
        with open_record(record):
            pass  # refuse now what no page could show
    at = door(host, port, token, names)
    run(record, at, lambda: click.echo(f"reportedly: {at.address} (stop with Ctrl-C)", err=True), paths)
