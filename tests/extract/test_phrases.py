"""Verbs that report only with the words behind them."""

from typing import Any

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.model.statement import Statement
from reportedly.vocabulary import table

ROWS = list(table("phrases")["phrase"].items())


@pytest.fixture(scope="session")
def extract() -> Extractor:
    return Extractor((Parser(), Names(), Attributions()))


def statements(extract: Extractor, text: str) -> list[Statement]:
    it = capture(text)
    return [s for s in extract(it, article(it)).statements if s.why[0].rule in ("phrase.v1", "declines.v1")]


@pytest.mark.parametrize(("words", "row"), ROWS, ids=[words for words, _ in ROWS])
def test_example(extract: Extractor, words: str, row: dict[str, Any]) -> None:
    text = row["example"]
    (statement,) = statements(extract, text)
    assert statement.cue is not None
    cue, source = statement.cue.of(text), statement.attribution[0].span
    assert all(word in cue for word in words.split()[1:] if word != "~")
    assert source is not None
    assert source.start == 0
    assert statement.content[-1].end == len(text) - 1  # all but the full stop
    assert text[statement.cue.end : statement.content[0].start].strip() == ""
    assert statement.attribution[0].mode == row.get("mode", "says")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The captain stood by his account that the lamp was lit.", ["his account that the lamp was lit"]),
        ("The mayor went on record on Friday that the bridge was shut.", ["the bridge was shut"]),
        ("The auditor cast serious doubt on the number of boats.", ["the number of boats"]),
        ("The captain stood by the rail.", []),
        ("The auditor cast no doubt on the number of boats.", []),
        ("The auditor did not cast doubt on the number of boats.", []),
        ("The auditor may cast doubt on the number of boats.", []),
        ("The storm cast doubt on the number of boats.", []),
        ("The mayor went on record.", []),
        ("The operator appeared to play down the leak at the yard.", ["the leak at the yard"]),
    ],
)
def test_what_stands_behind_it(extract: Extractor, text: str, content: list[str]) -> None:
    assert [span.of(text) for s in statements(extract, text) for span in s.content] == content


def test_who_stops_short_of_saying_something_declines_to_say_it() -> None:
    it = capture("The inquiry stopped short of blaming the crew.")
    (said,) = (s for s in Extractor()(it, article(it)).statements if s.attribution)
    assert said.stance is not None
    assert said.stance.kind == "declines"


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The bridge was, as she put it, a ruin with a booth.", ["The bridge was", "a ruin with a booth"], "she"),
        ("To hear the farmers tell it, the ditch was never cleaned.", ["the ditch was never cleaned"], "the farmers"),
        ("If the farmers are to be believed, the ditch was dry.", ["the ditch was dry"], "the farmers"),
        ("Not a single boat was lost, if the port is right.", ["Not a single boat was lost"], "the port"),
    ],
)
def test_asides(extract: Extractor, text: str, content: list[str], source: str) -> None:
    it = capture(text)
    (statement,) = extract(it, article(it)).statements
    assert [span.of(text) for span in statement.content] == content
    assert statement.attribution[0].span is not None
    assert statement.attribution[0].span.of(text) == source


@pytest.mark.parametrize("text", ["If the road is shut, the port is right.", "As it rained, she put it on the quay."])
def test_what_is_no_aside(extract: Extractor, text: str) -> None:
    it = capture(text)
    assert extract(it, article(it)).statements == ()
