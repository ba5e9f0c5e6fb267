"""Whose words a page prints: the agency of the byline and of the dateline, by its fullest name."""

from __future__ import annotations

import re

import pytest

from reportedly.clean.wire import Wires, initials, is_own
from reportedly.model.article import Block
from reportedly.model.span import Span
from reportedly.vocabulary import table

WIRES = Wires()
TOLD = "The lighthouse was dark on Monday, two keepers told Lissenfeld by telephone."


def wire(byline: str, body: str) -> str | None:
    text = f"{byline}\n{body}"
    spans = (Span(0, len(byline)), Span(len(byline) + 1, len(text)))
    return WIRES(text, (Block("byline", spans[0]), Block("body", spans[1])))


@pytest.mark.parametrize(
    ("byline", "body", "name"),
    [
        ("RENA KOLM | Harbour Wire", TOLD, "Harbour Wire"),
        ("HARBOUR PRESS", TOLD, "Harbour Press"),
        ("Rena Kolm and Ada Brook, Saltmarsh Newswire", TOLD, "Saltmarsh Newswire"),
        ("BREL (KPA)", TOLD, "KPA"),
        ("Rena Kolm", "BREL (Lissenfeld) — " + TOLD, "Lissenfeld"),
        ("BREL ALTO (Ostland) — Lissenfeld", TOLD, "Lissenfeld"),
        ("Rena Kolm", "BREL (Ostland) — " + TOLD, None),
        ("Rena Kolm", "BREL (AL) — A keeper told Agencia Lisera that the lamp was out.", "Agencia Lisera"),
        ("Rena Kolm", "BREL (AL) — " + TOLD, "AL"),
        ("Rena Kolm, Code of news", TOLD, None),
        ("By Rena Kolm, BBC News", TOLD, None),
    ],
)
def test_an_agency_is_known_by_its_name_or_by_what_the_story_says_of_it(
    byline: str, body: str, name: str | None
) -> None:
    assert wire(byline, body) == name


@pytest.mark.parametrize(
    ("name", "outlet", "own"),
    [
        ("Free Press", "THE BREL FREE PRESS", True),
        ("ONS", "Oceanic News Service", True),
        ("Harbour Wire", "HW", True),
        ("Harbour Wire", "The Brel Post", False),
    ],
)
def test_an_outlet_is_not_its_own_wire(name: str, outlet: str, own: bool) -> None:
    assert is_own(name, outlet) is own


def test_initials_are_those_of_words_and_of_hyphened_words() -> None:
    assert initials("Agence Lisse-Presse") == "ALP"


def test_the_rules_find_their_examples() -> None:
    rows = table("mastheads")
    assert re.fullmatch(rows["credited"]["pattern"], rows["credited"]["example"])
    told, rest = rows["gathers"]["example"].split("Lissenfeld")
    assert re.search(rows["gathers"]["before"], told)
    assert not re.match(rows["gathers"]["part"], rest)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("A dozen boats were sold on Monday.", "By The Associated Press", TOLD), "Associated Press"),
        (("A dozen boats were sold on Monday.", "BREL, Fla. (AP) - " + TOLD), "Associated Press"),
        (("BREL (AP) - " + TOLD[:30], "LUND (Reuters) - " + TOLD), "Associated Press"),
        (("A dozen boats.", "BREL (AP) - " + TOLD, "LUND (Reuters) - " + TOLD), None),
        (("A dozen boats.", "BREL (NPB) - " + TOLD), None),
    ],
)
def test_a_known_agency_signs_below_other_stories_too(lines: tuple[str, ...], name: str | None) -> None:
    text, blocks, at = "\n".join(lines), [], 0
    for line in lines:
        blocks.append(Block("byline" if line.startswith("By ") else "body", Span(at, at + len(line))))
        at += len(line) + 1
    assert WIRES(text, blocks) == name
