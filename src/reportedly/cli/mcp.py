"""`reportedly mcp`: a record for an assistant."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.arguments import RECORD


@click.command()
@RECORD
def mcp(record: Path | str) -> None:
    """Let an assistant read RECORD: a server of the Model Context Protocol on standard input and output.

    Name this command in the assistant's settings. It reads and never writes, and opens no network connection.
    """
    from reportedly.model.errors import ReportedlyError
    from reportedly.store import open_record

    try:
        from reportedly.mcp.server import server
    except ModuleNotFoundError as fault:
        raise ReportedlyError("the package mcp is not installed: pip install 'reportedly[mcp]'") from fault
    with open_record(record):
        pass  # refuse now what no tool could read
    server(record).run()
