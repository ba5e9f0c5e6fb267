"""The exported JSON keeps its contract, key by key and character by character."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from importlib import resources
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reportedly.export import record_json
from reportedly.export.contract import number
from reportedly.model.record import Record


@cache
def schema() -> Any:
    return json.loads((resources.files("reportedly.export") / "record.schema.json").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def exported(ferry: Record) -> Any:
    return json.loads("".join(record_json(ferry)))


def spans(thing: Any, article: str | None = None) -> Iterator[tuple[str, int, int, str | None]]:
    """Every span below a thing: article, start, end, and the words it claims to be (where it gives them)."""
    if isinstance(thing, list):
        for part in thing:
            yield from spans(part, article)
    elif isinstance(thing, dict):
        article = thing.get("article", article)
        if isinstance(thing.get("start"), int):
            assert article is not None
            yield article, thing["start"], thing["end"], thing.get("text")
        for key, part in thing.items():
            if key not in ("spans", "changed"):
                yield from spans(part, article)


def test_the_schema_is_sound() -> None:
    Draft202012Validator.check_schema(schema())


def test_the_export_keeps_the_contract(exported: Any) -> None:
    faults = [
        f"{list(e.absolute_path)}: {e.message[:200]}" for e in Draft202012Validator(schema()).iter_errors(exported)
    ]
    assert not faults


def test_the_validator_sees_a_missing_key_and_a_strange_value(exported: Any) -> None:
    validator = Draft202012Validator(schema())
    without = json.loads(json.dumps(exported))
    del without["captures"][0]["url"]
    assert not validator.is_valid(without)
    strange = json.loads(json.dumps(exported))
    strange["statements"][0]["certainty"] = "true"
    assert not validator.is_valid(strange)


def test_every_span_lies_in_its_text_and_says_what_it_claims(exported: Any) -> None:
    texts = {capture["id"]: capture["text"] for capture in exported["captures"]}
    text_of = {article["id"]: texts[article["capture"]] for article in exported["articles"]}
    found = list(spans({key: part for key, part in exported.items() if key != "articles"}))
    for article in exported["articles"]:
        found += spans(article, article["id"])
    assert len(found) > 100
    for article, start, end, words in found:
        assert 0 <= start < end <= len(text_of[article])
        assert words is None or text_of[article][start:end] == words


def test_every_id_that_is_named_is_there(exported: Any) -> None:
    ids = {key: {thing["id"] for thing in exported[key]} for key in ("articles", "statements", "figures", "points")}
    for statement in exported["statements"]:
        assert statement["article"] in ids["articles"]
        assert set(statement["figures"]) <= ids["figures"]
    for figure in exported["figures"]:
        assert figure["statement"] is None or figure["statement"] in ids["statements"]
    for point in exported["points"]:
        answers = {answer["id"] for answer in point["answers"]}
        assert point["current"] is None or point["current"] in answers
        assert {related["point"] for related in point["related"]} <= ids["points"]
        assert {end for revision in point["revisions"] for end in (revision["from"], revision["to"])} <= answers


def test_ids_are_unique(exported: Any) -> None:
    for key in ("captures", "articles", "entities", "statements", "figures", "times", "places", "stories", "points"):
        ids = [thing["id"] for thing in exported[key]]
        assert len(ids) == len(set(ids)), key
    answers = [answer["id"] for point in exported["points"] for answer in point["answers"]]
    assert len(answers) == len(set(answers))


def test_texts_can_be_left_out(ferry: Record, exported: Any) -> None:
    bare = json.loads("".join(record_json(ferry, text=False)))
    assert all("text" not in capture for capture in bare["captures"])
    for capture in exported["captures"]:
        del capture["text"]
    assert bare == exported


def test_an_empty_record_is_whole() -> None:
    empty = json.loads("".join(record_json(Record((), ()))))
    assert Draft202012Validator(schema()).is_valid(empty)
    assert set(empty) == set(schema()["required"])


@pytest.mark.parametrize(
    ("value", "written"), [(3.0, "3"), (0.04, "0.04"), (-2.0, "-2"), (None, "null"), (1e15, "1" + 15 * "0")]
)
def test_whole_numbers_are_written_as_such(value: float | None, written: str) -> None:
    assert json.dumps(number(value)) == written


def test_the_record_is_read_piece_by_piece(ferry: Record) -> None:
    pieces = record_json(replace(ferry, **{field.name: () for field in fields(Record)}))
    assert next(pieces).startswith('{"format":"reportedly/1"')
