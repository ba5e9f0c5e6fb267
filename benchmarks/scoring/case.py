"""What is scored: a gold record, a record of the tool, and which document each article is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Error = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One event. `doc` gives an article's document name in gold; `errors` gathers what was wrong, one line each."""

    gold: Json
    record: Json
    doc: Mapping[str, str]
    errors: list[Error] = field(default_factory=list)

    @property
    def docs(self) -> set[str]:
        """The documents that gold speaks of."""
        return {document["doc"] for document in self.gold["documents"]}


def stem(name: str) -> str:
    """A file's name without its last suffix."""
    return name.rsplit(".", 1)[0]


def case_of(gold: Json, record: Json) -> Case:
    """Gold and record side by side. A capture is known by its `row_id`, else its file's name, else that name's stem."""
    known = {document["doc"] for document in gold["documents"]}
    by_stem = {stem(doc): doc for doc in known}
    document: dict[str, str] = {}
    for capture in record["captures"]:
        name = capture.get("row_id") or capture["path"].replace("\\", "/").rsplit("/", 1)[-1]
        document[capture["id"]] = name if name in known else by_stem.get(stem(name), name)
    return Case(gold, record, {article["id"]: document[article["capture"]] for article in record["articles"]})


def read_case(gold: Path, record: Path) -> Case:
    """The case in two JSON files."""
    return case_of(json.loads(gold.read_text(encoding="utf8")), json.loads(record.read_text(encoding="utf8")))
