"""The page on the record's JSON names every key that an export holds."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.export.record_json import record_json

HOUSE = Path(__file__).parents[2]
PAGE = (HOUSE / "docs" / "record.md").read_text(encoding="utf8")
FREE = {"pipeline"}  # its keys are the stages of the day


def keys(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from keys(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield key
            if key not in FREE:
                yield from keys(value)


@pytest.fixture(scope="module")
def exported() -> set[str]:
    return set(keys(json.loads("".join(record_json(reportedly.build([HOUSE / "examples" / "ferry" / "captures"]))))))


def test_every_key_of_an_export_is_on_the_page(exported: set[str]) -> None:
    block = PAGE.partition("## Keys")[2]
    assert exported
    assert not {key for key in exported if not re.search(rf'"{key}"', block)}
