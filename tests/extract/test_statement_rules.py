"""Every rule of vocabulary/statement_rules.toml yields what its row says."""

from typing import Any

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.doubts import Doubts
from reportedly.extract.moments import Moments
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.said import Said
from reportedly.extract.speech.choice import RANK
from reportedly.extract.stances import Stances
from reportedly.model.statement import Statement
from reportedly.vocabulary import table

ROWS = [(part, rule, row) for part, rows in table("statement_rules").items() for rule, row in rows.items()]


@pytest.fixture(scope="session")
def extract() -> Extractor:
    return Extractor((Parser(), Moments(), Names(), Attributions(), Doubts(), Stances(), Said()))


def contents(statement: Statement, text: str) -> list[str]:
    return [span.of(text) for span in statement.content]


@pytest.mark.parametrize(("part", "rule", "row"), ROWS, ids=[f"{part}-{rule}" for part, rule, _ in ROWS])
def test_rule(extract: Extractor, part: str, rule: str, row: dict[str, Any]) -> None:
    it = capture(row["example"])
    found = extract(it, article(it)).statements
    meant = [s for s in found if "content" not in row or contents(s, it.text) == row["content"]]
    assert meant, [contents(s, it.text) for s in found]
    statement = meant[-1]
    if part == "found" and rule != "interrupted":
        assert statement.why[0].rule == f"{row.get('rule', rule)}.v1"
    if "chain" in row:
        assert [link.name or "" for link in statement.attribution] == row["chain"]
        assert [link.role for link in statement.attribution] == ["origin", *["via"] * (len(row["chain"]) - 1)]
    if "mode" in row:
        assert statement.attribution[0].mode == row["mode"]
    if "stance" in row:
        by = {s.id: " ".join(contents(s, it.text)) for s in found}
        assert statement.stance is not None
        assert statement.stance.kind == row["stance"]
        assert (by[statement.stance.toward] if statement.stance.toward else None) == row.get("toward")
    if part == "answer":
        assert statement.said == row.get("said")
    if part == "doubt":
        assert statement.certainty == row["certainty"]
        assert [hedge.text for hedge in statement.hedges] == row["hedges"]


def test_every_rule_has_a_row() -> None:
    unshown = {"aside", "head", "headline"}  # they need a parse gone wrong, or a title: test_attributions.py has them
    assert set(RANK) - unshown <= set(table("statement_rules")["found"])
