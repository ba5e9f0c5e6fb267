"""An export asked by the filters of a page holds what the page tells to programs."""

import csv
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.export.formats import FORMATS
from reportedly.export.requests import request_of
from reportedly.serve.app import app_of
from reportedly.serve.deciding import Decisions
from reportedly.serve.guard import Guard
from reportedly.serve.room import Room
from reportedly.store import open_record

ASKED = (
    ("points", "standing=contested"), ("points", "kind=figure&kind=date"), ("points", "words=aboard&order=newest"),
    ("points", "articles=2&origins=2"), ("points", "since=2013-11-18"), ("statements", "certainty=hedged"),
    ("statements", "manner=direct&order=newest"), ("statements", "until=2013-11-18&order=oldest"),
)  # fmt: skip


@pytest.mark.parametrize(("table", "query"), ASKED)
def test_export_and_page_are_asked_alike(ferry_file: Path, table: str, query: str) -> None:
    room = Room(ferry_file)
    guarded = Guard(app_of(room, Decisions(ferry_file)), ["127.0.0.1:8020"])
    with TestClient(guarded, base_url="http://127.0.0.1:8020") as client:
        page = list(csv.DictReader(io.StringIO(client.get(f"/{table}.csv?{query}").text)))
    room.close()
    pairs = [(name, value) for name, _, value in (each.partition("=") for each in query.split("&"))]
    out = io.BytesIO()
    with open_record(ferry_file) as store:
        FORMATS["csv"].write(request_of(store, FORMATS["csv"], (table,), pairs), out)
    exported = list(csv.DictReader(io.StringIO(out.getvalue().decode())))
    assert [row["id"] for row in exported] == [row[table.removesuffix("s")] for row in page]
    assert page
