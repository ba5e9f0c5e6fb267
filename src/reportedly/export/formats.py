"""The formats by name: what each is for, what it is made of, and what writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import BinaryIO, Literal

from reportedly.export.annotations import write_annotations
from reportedly.export.csv_rows import write_csv
from reportedly.export.ftm import write_ftm
from reportedly.export.geojson import write_geojson
from reportedly.export.gexf import write_gexf
from reportedly.export.json_stream import text_into
from reportedly.export.parquet_rows import write_parquet
from reportedly.export.prov_json import write_prov
from reportedly.export.record_json import record_json
from reportedly.export.request import Request
from reportedly.export.schema_org import write_schema_org
from reportedly.export.xlsx_rows import write_xlsx

MadeOf = Literal["tables", "points", "statements", "whole"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, what it is, what it is made of (and so which filters it takes), and what writes it."""

    name: str
    means: str
    made_of: MadeOf
    write: Callable[[Request, BinaryIO], None]
    ending: str
    binary: bool = False


def _write_json(request: Request, out: BinaryIO) -> None:
    text_into(out, record_json(request.store.record(), text=request.text))


def _write_ucdp(request: Request, out: BinaryIO) -> None:
    write_csv(replace(request, tables=("ucdp",)), out)


FORMATS = {
    each.name: each
    for each in (
        Format("json", "the whole record, the public contract", "whole", _write_json, "json"),
        Format("csv", "one table, for a spreadsheet or pandas", "tables", write_csv, "csv"),
        Format("parquet", "one table with typed columns", "tables", write_parquet, "parquet", binary=True),
        Format("xlsx", "a workbook, a sheet for each table", "tables", write_xlsx, "xlsx", binary=True),
        Format("annotations", "statements as W3C Web Annotations", "statements", write_annotations, "jsonld"),
        Format("ftm", "FollowTheMoney statements, JSON lines", "statements", write_ftm, "jsonl"),
        Format("prov", "where each statement came from, PROV-JSON", "statements", write_prov, "json"),
        Format("schema", "schema.org Quotation and Claim, JSON-LD", "statements", write_schema_org, "jsonld"),
        Format("ucdp", "deaths in the columns of UCDP GED, CSV; `best` stays empty", "points", _write_ucdp, "csv"),
        Format("gexf", "the graph of who passes on whose word", "statements", write_gexf, "gexf"),
        Format("geojson", "places named in statements", "statements", write_geojson, "geojson"),
    )
}
