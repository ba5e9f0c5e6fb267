"""Who bore a role in the event: one name and one role are one question, asked where two articles tell."""

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import NameValue, Point
from reportedly.model.reading import Reading
from reportedly.relate import relate
from reportedly.relate.claims.roles import role_claims, role_noun

EXTRACT = Extractor()


def read(name: str, text: str) -> Reading:
    capture = Capture(capture_id(text.encode(), name, None), name, None, "text/plain", text)
    return EXTRACT(capture, Cleaner()(capture))


def asked(*texts: str) -> list[Point]:
    record = relate([read(f"{n}.txt", text) for n, text in enumerate(texts)], pipeline=())
    return [point for point in record.points if point.question.startswith("Who was the")]


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("The ferry's master", "master"),
        ("the skipper of the launch", "skipper"),
        ("a former captain", None),
        ("the transport minister", None),
        ("Mr", None),
    ],
)
def test_which_roles_are_asked_after(words: str, noun: str | None) -> None:
    assert role_noun(words) == noun


def test_two_words_for_one_role_and_two_spellings_of_one_name_are_one_question() -> None:
    found = asked(
        "The ferry Anna sank off the mole on Monday. The ferry's master, Ada Kralova, was missing, the owners said.",
        "Divers went down to the ferry Anna on Tuesday. Captain Ada Krallova has not been found, the owners said.",
    )
    assert [point.question for point in found] in (["Who was the ferry's master?"], ["Who was the captain?"])
    assert [answer.text for answer in found[0].answers] == ["Ada Kralova", "Ada Krallova"]


def test_two_captains_are_two_and_one_account_alone_asks_nothing() -> None:
    first = "The ferry Anna sank off the mole on Monday. Captain Ada Kralova was missing, the owners said."
    second = "The ferry Berta came to help on Tuesday. Captain Bo Lindqvist found nobody, the owners said."
    assert asked(first, second) == []
    assert asked(first) == []


def test_a_role_is_told_once_an_article() -> None:
    reading = read("a.txt", "Captain Ada Krall sailed on Monday. On Tuesday Captain Ada Krall was missing.")
    assert [claim.text for claim in role_claims(reading)] == ["Ada Krall"]


def test_one_spelling_that_is_far_from_another_is_that_of_the_bearer_between_them() -> None:
    found = asked(
        "The ferry Anna sank off the mole on Monday. The master, Ada Doumbessy, was missing, the owners said.",
        "Divers went down to the ferry Anna on Tuesday. The captain, Ada Dumbessi, has not been found.",
        "The ferry Anna lay on her side on Monday. The master, Ada Doumbessy, did not leave, a deckhand said.",
        "The ferry Anna was raised on Friday. Skipper Ada Doumbassy was found in the wheelhouse, divers said.",
    )
    assert [len(point.answers) for point in found] == [4]
    assert [point.values for point in found] == ["same"]  # one person, however spelled


def test_a_captain_is_one_however_short() -> None:
    found = asked(
        "The ferry Anna sank off the mole on Monday. Captain Ada Kralova was missing, the owners said.",
        "Divers went down to the ferry Anna on Tuesday. Capt. A. Kralova has not been found, the owners said.",
    )
    assert [[answer.text for answer in point.answers] for point in found] == [["Ada Kralova", "A. Kralova"]]
    assert {answer.value for answer in found[0].answers} == {NameValue("Ada Kralova")}


def test_a_captain_is_asked_for_as_one() -> None:
    found = asked(
        "The ferry Anna sank off the mole on Monday. Capt. Ada Kralova was missing, the owners said.",
        "Divers went down to the ferry Anna on Tuesday. Capt. Ada Kralova has not been found, the owners said.",
    )
    assert [point.question for point in found] == ["Who was the captain?"]


def test_a_role_is_told_where_the_name_is_fullest() -> None:
    told = read("a.txt", "As for Captain Kralova: Ada Kralova, the ferry's captain, slept. Captain Kralova is sorry.")
    assert [claim.text for claim in role_claims(told)] == ["Ada Kralova"]
