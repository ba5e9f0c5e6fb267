"""Each format opens in something that is not ours, and holds there what the record holds."""

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import geojson
import networkx
import openpyxl
import pandas
import prov.model
import pytest
from pyarrow import parquet
from pyld import jsonld

from reportedly.export.formats import FORMATS
from reportedly.export.requests import request_of
from reportedly.export.tables import TABLES
from reportedly.model.record import Record
from reportedly.store import Store, open_record

HERE = Path(__file__).parent
Export = Callable[..., bytes]
OA = "http://www.w3.org/ns/oa#"
CONTEXTS = json.loads((HERE / "contexts.json").read_text())  # what the published ones say of the terms that we use


def offline(url: str, _: object) -> dict[str, Any]:
    found = {"@context": CONTEXTS[url.rstrip("/")]}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": found}


@pytest.fixture(scope="module")
def store(ferry_file: Path) -> Iterator[Store]:
    with open_record(ferry_file) as store:
        yield store


@pytest.fixture(scope="module")
def export(store: Store) -> Export:
    def exported(form: str, *tables: str, **asked: str) -> bytes:
        out = io.BytesIO()
        FORMATS[form].write(request_of(store, FORMATS[form], tables, list(asked.items())), out)
        return out.getvalue()

    return exported


@pytest.mark.parametrize("table", ["points", "answers", "statements", "timeline"])
def test_csv_opens_in_pandas(export: Export, ferry: Record, table: str) -> None:
    frame = pandas.read_csv(io.BytesIO(export("csv", table)))
    counts = {
        "points": len(ferry.points),
        "answers": sum(len(p.answers) for p in ferry.points),
        "statements": len(ferry.statements),
        "timeline": len(ferry.timeline),
    }
    assert len(frame) == counts[table]
    assert list(frame.columns) == [column.name for column in TABLES[table].columns]


def test_words_of_a_row_stand_where_it_says(export: Export, ferry: Record) -> None:
    texts = {capture.text_sha256: capture.text for capture in ferry.captures}
    for row in pandas.read_csv(io.BytesIO(export("csv", "answers"))).itertuples():
        words = texts[row.text_sha256][row.start : row.end]
        assert row.words in (words, f"'{words}")  # a formula is defused by an apostrophe


@pytest.mark.parametrize("table", ["points", "answers", "statements", "timeline"])
def test_parquet_has_the_rows_of_csv_with_types(export: Export, table: str) -> None:
    found = parquet.read_table(io.BytesIO(export("parquet", table)))
    frame = pandas.read_csv(io.BytesIO(export("csv", table)))
    assert found.num_rows == len(frame)
    for field, column in zip(found.schema, TABLES[table].columns, strict=True):
        assert field.metadata[b"means"].decode() == column.means
        assert found[field.name].null_count == frame[field.name].isna().sum(), field.name


def test_a_workbook_has_a_sheet_for_each_table(export: Export, ferry: Record) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx")))
    assert book.sheetnames == ["points", "answers", "statements", "timeline"]
    sheet = book["points"]
    assert sheet.max_row == len(ferry.points) + 1
    assert [cell.value for cell in next(sheet.iter_rows())] == [column.name for column in TABLES["points"].columns]
    contested = openpyxl.load_workbook(io.BytesIO(export("xlsx", standing="contested")))
    assert contested.sheetnames == ["points", "answers"]
    assert contested["points"].max_row == sum(p.contested for p in ferry.points) + 1


def test_annotations_are_read_by_a_json_ld_processor(export: Export, ferry: Record) -> None:
    written = json.loads(export("annotations"))
    [collection] = jsonld.expand(written, {"documentLoader": offline})
    assert collection["http://www.w3.org/ns/activitystreams#totalItems"] == [{"@value": len(ferry.statements)}]
    [page] = collection["http://www.w3.org/ns/activitystreams#first"]
    notes = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(notes) == len(ferry.statements)
    texts = {capture.text_sha256: capture.text for capture in ferry.captures}
    for note in notes:
        assert note["@type"] == [f"{OA}Annotation"]
        assert note[f"{OA}motivatedBy"] == [{"@id": f"{OA}describing"}]
        for target in note[f"{OA}hasTarget"]:
            selectors = {each["@type"][0].removeprefix(OA): each for each in target[f"{OA}hasSelector"]}
            text = texts[target[f"{OA}hasState"][0][f"{OA}cachedSource"][0]["@id"].removeprefix("urn:sha256:")]
            start, end = (selectors["TextPositionSelector"][f"{OA}{e}"][0]["@value"] for e in ("start", "end"))
            quote = {k: selectors["TextQuoteSelector"][f"{OA}{k}"][0]["@value"] for k in ("prefix", "exact", "suffix")}
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_followthemoney_rows_have_properties_of_their_schema(export: Export, ferry: Record) -> None:
    known = json.loads((HERE / "ftm_properties.json").read_text())["properties"]
    rows = [json.loads(line) for line in export("ftm").splitlines()]
    entities = {row["entity_id"]: row["schema"] for row in rows}
    for row in rows:
        assert known[row["schema"]][row["prop"]] == row["prop_type"]
        assert row["value"]
        if row["prop_type"] == "entity":
            assert row["value"] in entities
        if row["prop_type"] == "date":
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row["value"])
    assert sum(schema == "Note" for schema in entities.values()) == len(ferry.statements)
    assert len({row["id"] for row in rows}) == len(rows)


def test_provenance_opens_in_prov(export: Export, ferry: Record) -> None:
    document = prov.model.ProvDocument.deserialize(io.StringIO(export("prov").decode()), format="json")
    kinds = {kind: list(document.get_records(kind)) for kind in (prov.model.ProvEntity, prov.model.ProvDerivation)}
    assert len(kinds[prov.model.ProvDerivation]) == len(ferry.statements)
    captures = {s.article for s in ferry.statements}
    assert len(kinds[prov.model.ProvEntity]) == len(ferry.statements) + len(captures)
    held = {str(each.identifier) for each in document.get_records((prov.model.ProvEntity, prov.model.ProvAgent))}
    for relation in document.get_records(prov.model.ProvAttribution):
        assert {str(value) for _, value in relation.formal_attributes} <= held


def test_schema_org_is_read_by_a_json_ld_processor(export: Export, ferry: Record) -> None:
    nodes = jsonld.expand(json.loads(export("schema")), {"documentLoader": offline})
    by_id = {node["@id"]: node for node in nodes}
    said = {s.id: by_id[f"urn:reportedly:{s.id}"] for s in ferry.statements}
    for statement in ferry.statements:
        node = said[statement.id]
        kind = "Quotation" if statement.manner == "direct" else "Claim"
        assert node["@type"] == [f"https://schema.org/{kind}"]
        place = node["https://schema.org/isPartOf" if kind == "Quotation" else "https://schema.org/appearance"]
        assert place == [{"@id": f"urn:reportedly:{statement.article}"}]
        if statement.certainty == "denied" and kind == "Claim":
            assert "https://schema.org/author" not in node
    assert not [node for node in nodes if "ClaimReview" in str(node)]


def test_the_graph_opens_in_networkx(export: Export, ferry: Record) -> None:
    graph = networkx.read_gexf(io.BytesIO(export("gexf")))
    assert graph.is_directed()
    assert sum(data["statements"] for _, data in graph.nodes(data=True)) == len(ferry.statements)
    outlets = {name for name, data in graph.nodes(data=True) if data["kind"] == "outlet"}
    assert all(graph.out_degree(node) for node in graph if node not in outlets), "every voice reaches an outlet"


def test_places_are_geojson(export: Export, ferry: Record) -> None:
    collection = json.loads(export("geojson"))
    assert geojson.loads(export("geojson")).errors() == []
    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    located = {p.id: p for r in ferry.readings for p in r.places}
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        place = located[feature["id"]]
        if place.latitude is None:
            assert feature["geometry"] is None
        else:
            assert feature["geometry"]["type"] == "Point"
            east, north = feature["geometry"]["coordinates"]
            assert -180 <= east <= 180
            assert -90 <= north <= 90
            assert (east, north) == (place.longitude, place.latitude)
    assert {f["id"] for f in collection["features"]} == {p.id for p in located.values() if p.statement}


def test_uppsala_rows_give_an_interval_and_no_verdict(export: Export, ferry: Record) -> None:
    frame = pandas.read_csv(io.BytesIO(export("ucdp")), dtype={"best": object})
    deaths = {p.id: p for p in ferry.points if p.kind == "figure" and p.predicate == "killed"}
    assert len(frame)
    assert frame["best"].isna().all()
    for row in frame.itertuples():
        point = deaths[row.id]
        assert row.number_of_sources == len({a.article for a in point.answers})
        names = {a.origin.name for a in point.answers if a.origin and a.origin.name}
        assert names <= set(row.source_original.split("; "))


@pytest.mark.parametrize("form", ["annotations", "ftm", "prov", "schema", "gexf", "geojson"])
def test_statements_formats_honour_the_filter(export: Export, form: str) -> None:
    some, whole = export(form, certainty="denied"), export(form)
    assert 0 < len(some) < len(whole)
    for bad in ({"standing": "contested"}, {"kind": "figure"}):
        with pytest.raises(Exception, match="cannot be asked of statements"):
            export(form, **bad)


def test_points_are_filtered_as_the_store_does(export: Export, store: Store, ferry: Record) -> None:
    frame = pandas.read_csv(io.BytesIO(export("csv", "points", standing="contested", kind="figure")))
    assert set(frame["id"]) == {p.id for p in ferry.points if p.contested and p.kind == "figure"}
    answers = pandas.read_csv(io.BytesIO(export("csv", "answers", standing="contested", kind="figure")))
    assert set(answers["point"]) == set(frame["id"])


def test_the_same_record_gives_the_same_bytes(export: Export) -> None:
    for form in ("csv", "annotations", "ftm", "prov", "schema", "ucdp", "gexf", "geojson", "parquet"):
        assert export(form) == export(form), form
