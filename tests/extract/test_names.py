"""Own sentences: names with their kinds and fullest forms."""

import pytest

from reportedly.extract.draft import Draft
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.model.article import Article, Block, BlockKind
from reportedly.model.capture import Capture
from reportedly.model.mention import NameMention
from reportedly.model.span import Span


def names(*blocks: tuple[BlockKind, str]) -> list[NameMention]:
    text = "\n\n".join(words for _, words in blocks)
    laid, at = [], 0
    for kind, words in blocks:
        laid.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 2
    capture = Capture(id="sha256:0", path="own.txt", row_id=None, media_type="text/plain", text=text)
    article = Article(
        id="article:0", capture=capture.id, language="en", read=True, title=None, byline=(), outlet=None,
        carried_by=None, wire=None, genre=None, published=None, blocks=tuple(laid),
    )  # fmt: skip
    found = Names()(Parser()(Draft(capture, article))).names
    for one in found:
        assert one.span.of(text) == one.text
    return list(found)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Captain Ada Brook, 51, steered by the stars.", "Ada Brook", "person"),
        ("The 3rd Mountain Brigade left the valley.", "3rd Mountain Brigade", "unit"),
        ("It was the Ministry of Ports and Fisheries that paid.", "Ministry of Ports and Fisheries", "organisation"),
        ("They landed in Velapur at noon.", "Velapur", "place"),
        ("She wrote it for the Corran Herald last year.", "Corran Herald", "outlet"),
        ("The ferry Anna Rosa was late.", "Anna Rosa", "unit"),
        ("Two Danes were hurt.", "Danes", "group"),
        ("The kiln stands in North Korea today.", "North Korea", "place"),
        ("A teacher, Azhar bin Salleh, saw it.", "Azhar bin Salleh", "person"),
        ("They ran from Osei. Then Osei limped to the gate.", "Osei", "person"),
        ("They asked Osei whether Osei's brother had gone.", "Osei", "person"),
        ("They met at Osei. He swore, Osei said.", "Osei", "place"),
        ("They fired at Osei. He swore, Osei said.", "Osei", "person"),
        ("Kyiv said that the pass was shut.", "Kyiv", None),
        ("She read it in Aif at noon.", "Aif", "outlet"),
        ("The Battle of Leeds was long.", "Battle of Leeds", None),
    ],
)  # fmt: skip
def test_kind(text: str, name: str, kind: str | None) -> None:
    assert {(one.text, one.kind) for one in names(("body", text))} == {(name, kind)}


def test_a_person_from_a_place_is_two_names() -> None:
    found = names(("body", "He is Bruno Kell of Leeds, a diver."))
    assert [(one.text, one.kind) for one in found] == [("Bruno Kell", "person"), ("Leeds", None)]


def test_words_that_only_begin_a_sentence_are_no_names() -> None:
    assert names(("body", "Rescuers dug all night. Yesterday it rained. Nobody slept, and Monday was no better.")) == []


def test_the_last_name_stands_for_the_full_one() -> None:
    found = names(("body", "The pilot, Ines Corvo, swam ashore. Later Corvo was treated for burns."))
    assert [(one.text, one.name) for one in found] == [("Ines Corvo", "Ines Corvo"), ("Corvo", "Ines Corvo")]


def test_a_last_name_that_two_bear_stands_for_itself() -> None:
    found = names(("body", "A clerk, Ines Corvo, met a broker, Rui Corvo. Then Corvo left."))
    assert found[-1].name == "Corvo"


def test_letters_stand_for_the_words_they_begin() -> None:
    found = names(("body", "The National Water Agency (NWA) shut the gates, and the NWA gave no reason."))
    assert {one.name for one in found} == {"National Water Agency"}


def test_a_headline_in_capitals_repeats_names_of_the_text() -> None:
    found = names(("title", "CORVO FOUND ALIVE NEAR BRIDGE"), ("body", "A diver, Ines Corvo, was found by a bridge."))
    assert [(one.text, one.name) for one in found] == [("CORVO", "Ines Corvo"), ("Ines Corvo", "Ines Corvo")]


def test_a_day_behind_a_name_is_none_of_it() -> None:
    found = names(("body", "It was said that Ines Corvo Sunday defended what she did on Bloody Sunday."))
    assert "Ines Corvo" in [one.text for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was told by Secretary of State Ada Brook in Lund.", [("Ada Brook", "Secretary of State")]),
        ("It was told by Secretary of the Interior Ada Brook.", [("Ada Brook", "Secretary of the Interior")]),
        ("It was told by Minister of Foreign Affairs Bo Lind.", [("Bo Lind", "Minister of Foreign Affairs")]),
        ("It was told by President of Kenya Omar Sall.", [("Kenya", None), ("Omar Sall", "President of Kenya")]),
        (
            "It was told by President of the Harrow Commission Ada Brook.",
            [("Harrow Commission", None), ("Ada Brook", "President of the Harrow Commission")],
        ),
        ("It was told by the Duke of Kered himself.", [("Duke of Kered", None)]),
    ],
)
def test_what_an_office_is_of_is_no_part_of_its_bearers_name(text: str, found: list[tuple[str, str | None]]) -> None:
    told = [(one.text, next((role.text for role in one.roles), None)) for one in names(("body", text))]
    assert [pair for pair in told if pair[0] != "Lund"] == found


def test_a_title_parts_two_names() -> None:
    found = names(("body", "It was read to Kenya President Omar Sall in silence."))
    assert [(one.text, one.kind) for one in found] == [("Kenya", "place"), ("Omar Sall", "person")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Captain Ada Brook steered.", ["Captain"]),
        ("The ferry's master, Ada Brook, is missing.", ["The ferry's master"]),
        ("The captain, named as Ada Brook, is missing.", ["The captain"]),
        ("It was told by schoolteacher Ada Brook on Monday.", ["schoolteacher"]),
        ("It hurt Ada Brook, 51, the skipper of the launch, on Monday.", ["the skipper of the launch"]),
        ("It rained, and Ada Brook slept.", []),
        ("The driver, later identified by the clinic as 29-year-old Ada Brook, survived.", ["The driver"]),
        ("The gunman was Ada Brook.", ["The gunman"]),
        ("They found Ada Brook, master of the launch, on Monday.", ["master of the launch"]),
        ("It was the crew to ask when Ada Brook left.", []),
        ("Gunman Ada Brook was held.", ["Gunman"]),
        ("It was Health Minister Ada Brook who came.", ["Health Minister"]),
        ("On Monday Minister Ada Brook came.", ["Minister"]),
        ("It was District Commissioner Colonel (rtd) Ada Brook who came.", ["District Commissioner Colonel"]),
    ],
)
def test_roles(text: str, roles: list[str]) -> None:
    found = [one for one in names(("body", text)) if one.text == "Ada Brook"]
    assert [words.text for words in found[0].roles] == roles


@pytest.mark.parametrize(
    "text",
    [
        "The 11th Corps, known as the Storm Corps, came. The Storm Corps fought.",
        "The 11th Corps (“Storm Corps”) came. The Storm Corps fought.",
        "The 11th Corps, also called the Storm Corps, came. The Storm Corps fought.",
    ],
)
def test_a_units_second_name_is_tied_to_its_first(text: str) -> None:
    assert [one.name for one in names(("body", text))] == ["11th Corps"] * 3


def test_units_in_a_row_are_each_named() -> None:
    found = names(("body", "Fighters of the 92nd and 94th Special Force Brigades came."))
    told = [(one.text, one.name, one.kind) for one in found]
    assert told == [
        ("92nd", "92nd Special Force Brigade", "unit"),
        ("94th Special Force Brigades", "94th Special Force Brigade", "unit"),
    ]
