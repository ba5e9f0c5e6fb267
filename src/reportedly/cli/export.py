"""`reportedly export`: the record for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.arguments import RECORD


@click.command()
@RECORD
@click.option("--to", "form", type=click.Choice(["json"]), default="json", show_default=True, help="The format.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (default: standard output).")
@click.option("--no-text", is_flag=True, help="Leave the captures' texts out.")
def export(record: Path | str, form: str, output: Path | None, no_text: bool) -> None:
    """Write RECORD in a format for other programs."""
    import reportedly
    from reportedly.cli.output import write
    from reportedly.export import record_json

    write(record_json(reportedly.open(record), text=not no_text), output)
