"""Who denies, doubts, confirms or declines whose words, and when it was said."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.moments import Moments
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.said import Said
from reportedly.extract.stances import Stances
from reportedly.model.article import Publication
from reportedly.model.statement import Statement
from reportedly.model.when import When
from reportedly.vocabulary import table

DAY = dt.date(2031, 3, 6)  # a Thursday


@pytest.fixture(scope="module")
def extract() -> Extractor:
    return Extractor((Parser(), Moments(), Names(), Attributions(), Stances(), Said()))


def read(extract: Extractor, text: str) -> tuple[tuple[Statement, ...], str]:
    it = capture(text)
    page = replace(article(it), published=Publication(When("2031-03-06", DAY, DAY), ()))
    return extract(it, page).statements, it.text


@pytest.mark.parametrize(
    ("text", "kind", "answered"),
    [
        ("The crew said the ferry was full. The company denied the claim.", "denies", "the ferry was full"),
        ("The crew said the ferry was full, but the company denied the report.", "denies", "the ferry was full"),
        (
            "The crew said the old ferry was full. Boys wept on the quay. The company denied that the ferry was full.",
            "denies",
            "the old ferry was full",
        ),
        ("The crew said the ferry was full. The company denied that its own boats were late.", "denies", None),
        ("The harbour was quiet.\nThe company rejected the accusation.", "denies", None),
        ("The engineer doubted that the wall would hold.", "doubts", None),
        ("The crew said two men had drowned. The hospital confirmed that two men had drowned.", "confirms",
         "two men had drowned"),
        ("The crew said the ferry was full. The company declined to comment.", "declines", "the ferry was full"),
        ("The palace would neither confirm nor deny that the king was ill.", "declines", None),
        ("The crew said the ferry was full. The company denied that it was full of lorries.", "denies",
         "the ferry was full"),
        ("The mayor said nine had died. She asked for calm. The union disputed her figure.", "denies",
         "nine had died"),
        ("The crew said the port had closed the lock. The company denied any such order.", "denies",
         "the port had closed the lock"),
    ],
)  # fmt: skip
def test_a_stance_has_a_kind_and_what_it_answers(
    extract: Extractor, text: str, kind: str, answered: str | None
) -> None:
    statements, text = read(extract, text)
    found = [s for s in statements if s.stance is not None]
    assert found, statements
    stance = found[-1].stance
    assert stance is not None
    assert stance.kind == kind
    by = {s.id: s.extent.of(text) for s in statements}
    assert (by[stance.toward] if stance.toward else None) == answered


@pytest.mark.parametrize(
    "text", ["The ministry did not deny the report.", "The crew said the ferry was full.", "The ferry was late."]
)
def test_where_nothing_is_answered_there_is_no_stance(extract: Extractor, text: str) -> None:
    assert all(s.stance is None for s in read(extract, text)[0])


def test_nobody_answers_himself(extract: Extractor) -> None:
    statements, _ = read(extract, "The company said the ferry was full. The company denied that the ferry was full.")
    assert [s.stance.toward for s in statements if s.stance] == [None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The harbour master said on Monday that the pier was closed.", "2031-03-03"),
        ("On Tuesday, the mayor announced that the bridge was open.", "2031-03-04"),
        ("In a statement on 3 March 2031, the firm said that the dam was safe.", "2031-03-03"),
        ("The harbour master said the pier was closed on Monday.", None),
        ("The firm, founded in 1990, said that the dam was safe.", None),
        ("The union has said since Monday that the pier was closed.", None),
        ("The harbour master said that the pier was closed.", None),
        ("BREL, 3 March 2031 — The firm said that the dam was safe.", None),
    ],
)
def test_the_day_beside_the_cue_is_when_it_was_said(extract: Extractor, text: str, said: str | None) -> None:
    statements, _ = read(extract, text)
    assert [s.said for s in statements] == [said]


def test_a_refusal_is_found_in_its_example() -> None:
    row = table("stances")["neither"]
    assert re.search(row["pattern"], row["example"])
