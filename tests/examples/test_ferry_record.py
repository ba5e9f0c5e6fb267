"""The ferry record: what it must hold, and how near it comes to gold."""

import json
from typing import Any

import pytest
from benchmarks.ferry.__main__ import EXAMPLE
from benchmarks.floors import broken, read_floors
from benchmarks.scoring import score
from benchmarks.scoring.case import case_of

import reportedly
from reportedly.export.record_json import record_json

Json = dict[str, Any]


@pytest.fixture(scope="module")
def record() -> Json:
    built: Json = json.loads("".join(record_json(reportedly.build([EXAMPLE / "captures"]))))
    return built


@pytest.fixture(scope="module")
def names(record: Json) -> dict[str, str]:
    """What each article is called: its row's id, else its file's name."""
    captures = {c["id"]: c["row_id"] or c["path"].rsplit("/", 1)[-1] for c in record["captures"]}
    return {article["id"]: captures[article["capture"]] for article in record["articles"]}


def article(record: Json, names: dict[str, str], name: str) -> Json:
    found: Json = next(a for a in record["articles"] if names[a["id"]] == name)
    return found


def words(record: Json, statement: Json) -> str:
    captures = {c["id"]: c["text"] for c in record["captures"]}
    text = captures[next(a["capture"] for a in record["articles"] if a["id"] == statement["article"])]
    return " … ".join(text[start:end] for start, end in statement["content"])


def statement(record: Json, names: dict[str, str], name: str, phrase: str) -> Json:
    """The shortest attributed statement of an article whose content holds a phrase."""
    told = [s for s in record["statements"] if names[s["article"]] == name and phrase in words(record, s)]
    attributed = [s for s in told if s["attribution"]] or told
    assert attributed, f"{name} has no statement with {phrase!r}"
    return min(attributed, key=lambda s: len(words(record, s)))


def toll(record: Json) -> Json:
    """The point that most answers to how many were killed stand in."""
    points = [p for p in record["points"] if p["kind"] == "figure" and p["predicate"] == "killed"]
    found: Json = max(points, key=lambda p: len(p["answers"]))
    return found


def test_all_captures_are_read(record: Json) -> None:
    assert len(record["captures"]) == 8
    assert not record["problems"]
    assert all(a["read"] and a["language"] == "en" for a in record["articles"])


def test_it_comes_as_near_to_gold_as_it_has_come(record: Json) -> None:
    gold = json.loads((EXAMPLE / "gold.json").read_text(encoding="utf8"))
    floors = read_floors()["example-ferry"]
    assert {"answers", "grouping", "attribution right", "blocks", "copies"} <= floors.keys()
    assert not broken({"ferry": score(case_of(gold, record))}, {"ferry": floors})


def test_a_rising_toll_is_one_point_that_grows(record: Json, names: dict[str, str]) -> None:
    point = toll(record)
    answers = {(names[a["article"]], a["value"]["low"]) for a in point["answers"]}
    assert {
        ("01_lambert_soir.txt", 21),
        ("02_northgate_courier.txt", 34),
        ("aai-18112013-1705", 57),
        ("07_tele_lagune_live.html", 112),
    } <= answers
    assert point["revised"]
    assert "growing" in point["standing"]
    assert point["values"] == "differ"
    assert any(revision["kind"] == "growth" for revision in point["revisions"])


def test_a_denial_is_its_sources_and_is_marked_as_one(record: Json, names: dict[str, str]) -> None:
    denial = statement(record, names, "06_deckline.txt", "any alteration")
    assert denial["certainty"] == "denied"
    assert "company" in denial["attribution"][0]["name"].casefold()
    assert denial["attribution"][0]["mode"] == "denies"


def test_a_wire_copy_keeps_the_number_that_was_changed(record: Json, names: dict[str, str]) -> None:
    (copy,) = record["copies"]
    assert {names[copy["article"]], names[copy["of"]]} == {"02_northgate_courier.txt", "fairhaven-ledger-brief"}
    numbers = [{"".join(filter(str.isdigit, c[side]["text"])) for side in ("here", "there")} for c in copy["changed"]]
    assert {"34", "43"} in numbers


def test_a_chain_runs_from_the_origin_to_the_nearest_relay(record: Json, names: dict[str, str]) -> None:
    told = statement(record, names, "01_lambert_soir.txt", "twenty-one")
    chain = told["attribution"]
    assert [link["role"] for link in chain] == ["origin", "via"]
    assert "Essomé" in chain[0]["name"]
    assert chain[1]["name"] == "Radio Lagune"


def test_what_nobody_could_verify_says_so(record: Json, names: dict[str, str]) -> None:
    claim = statement(record, names, "02_northgate_courier.txt", "more than 300")
    assert claim["certainty"] == "unverified"
    assert any(hedge["kind"] == "verification" for hedge in claim["hedges"])


def test_a_masthead_of_the_day_of_saving_does_not_date_the_essay(record: Json, names: dict[str, str]) -> None:
    published = article(record, names, "08_meridian_review.txt")["published"]
    assert published["earliest"] >= "2013-11-16"
    assert published["latest"] < "2014-02"
    assert any("2016" in e["text"] for e in published["evidence"])


def test_a_page_without_a_date_is_undated(record: Json, names: dict[str, str]) -> None:
    assert article(record, names, "06_deckline.txt")["published"] is None


def test_a_given_date_and_outlet_win(record: Json, names: dict[str, str]) -> None:
    row = article(record, names, "aai-18112013-1705")
    assert row["outlet"]["name"] == "Agence Ambayenne d'Information"
    assert row["published"]["edtf"] == "2013-11-18"


def test_nothing_is_stated_by_a_cookie_notice_or_an_advertisement(record: Json) -> None:
    said = " ".join(words(record, s) for s in record["statements"])
    for clutter in ("412 partners", "Flat-pack sheds", "cable car", "The Lagoon from Above", "Registered in England"):
        assert clutter not in said
