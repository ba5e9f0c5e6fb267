"""Whose words they are where several speak: "was quoted as saying", "repeated the navy's claim that"."""

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.model.statement import Statement


@pytest.fixture(scope="module")
def extract() -> Extractor:
    return Extractor((Parser(), Names(), Attributions()))


def read(extract: Extractor, text: str) -> list[Statement]:
    it = capture(text)
    return [s for s in extract(it, article(it)).statements if s.attribution]


@pytest.mark.parametrize(
    ("text", "content", "chain"),
    [
        ("“The gate was open,” the mayor was quoted as saying.", "The gate was open", ["mayor"]),
        ("The gate was open, the mayor was quoted as saying.", "The gate was open", ["mayor"]),
        (
            "“The gate was open,” Ada Holt was quoted by the Harbour Post as saying on Monday.",
            "The gate was open",
            ["Ada Holt", "Harbour Post"],
        ),
        (
            "“The gate was open,” the mayor was quoted as saying by the Harbour Post.",
            "The gate was open",
            ["mayor", "Harbour Post"],
        ),
        ("“The gate was open,” local media quoted the mayor as saying.", "The gate was open", ["mayor", "local media"]),
        (
            "The mayor's office relayed the engineer's warning that the dam could fail.",
            "the dam could fail",
            ["engineer", "mayor's office"],
        ),
        (
            "With reference to the governor's office, the agency writes that the road is closed.",
            "the road is closed",
            ["governor's office", "agency"],
        ),
    ],
)
def test_whose_words_are_handed_on_by_whom(extract: Extractor, text: str, content: str, chain: list[str]) -> None:
    (statement,) = read(extract, text)
    assert (statement.content[0].of(text), [link.name for link in statement.attribution]) == (content, chain)


def test_whom_somebody_quotes_is_nothing_said(extract: Extractor) -> None:
    said = read(extract, "The pastor's wife quoted him as saying nine were missing.")
    assert [s.content[0].of("The pastor's wife quoted him as saying nine were missing.") for s in said] == [
        "nine were missing"
    ]


def test_who_is_meant_is_no_source(extract: Extractor) -> None:
    (statement,) = read(extract, "“He is a thief,” the mayor said, referring to the governor.")
    assert [link.name for link in statement.attribution] == ["mayor"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The toll was 40, the governor said, but rescuers put it at 50.", "The toll was 40", "at 50"),
        ("The toll was 40, the governor said, and rescuers said it was 50.", "The toll was 40", "it was 50"),
    ],
)
def test_what_another_reports_behind_the_speaker_is_not_the_speakers(
    extract: Extractor, text: str, first: str, second: str
) -> None:
    one, other = read(extract, text)
    assert [span.of(text) for s in (one, other) for span in s.content] == [first, second]
    assert [[link.name for link in s.attribution] for s in (one, other)] == [["governor"], ["rescuers"]]


def test_no_group_is_nobody(extract: Extractor) -> None:
    assert read(extract, "No group has claimed responsibility.") == []


def test_it_is_a_body_whose_verb_is_taken_for_a_noun(extract: Extractor) -> None:
    text = (
        "The bakery denied that its bread was bad. But Selvar's food inspectorate doubts that heat can explain cases so"
        " far apart. Of the 19 patients, nine in ten needed care, it said."
    )
    assert read(extract, text)[-1].attribution[0].name == "Selvar's food inspectorate"
