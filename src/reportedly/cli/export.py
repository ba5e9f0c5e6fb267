"""`reportedly export`: the record for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportedly.cli.arguments import RECORD
from reportedly.cli.filters import filters, pairs

FORMATS = ("json", "csv", "parquet", "xlsx", "annotations", "ftm", "prov", "schema", "ucdp", "gexf", "geojson")
TABLES = ("points", "answers", "statements", "timeline", "ucdp")


@click.command()
@RECORD
@click.option("-f", "--format", "--to", "form", type=click.Choice(FORMATS), default="json", show_default=True,
              help="The format: see docs/exports.md.")  # fmt: skip
@click.option("--table", "tables", type=click.Choice(TABLES), multiple=True,
              help="Of csv, parquet and xlsx: which table (default: points; of xlsx all that can be).")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (default: standard output).")
@click.option("--no-text", is_flag=True, help="Of json: leave the captures' texts out.")
@filters("points", "statements")
def export(
    record: Path | str, form: str, tables: tuple[str, ...], output: Path | None, no_text: bool, **asked: Any
) -> None:
    """Write RECORD, or some of it, in a format for other programs.

    The filters are those of the app's addresses: values of one are alternatives, several narrow one another.
    """
    from reportedly.cli.output import into
    from reportedly.export.formats import FORMATS as KNOWN
    from reportedly.export.requests import request_of
    from reportedly.store import open_record

    chosen = KNOWN[form]
    with open_record(record) as store:
        request = request_of(store, chosen, tables, pairs(asked), text=not no_text)
        with into(output, binary=chosen.binary) as out:
            chosen.write(request, out)
