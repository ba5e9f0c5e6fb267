"""Whose paper, station or site words came through, however the sentence tells it."""

from __future__ import annotations

import pytest
from paragraphs import article, capture

from reportedly.extract import Extractor


@pytest.fixture(scope="module")
def extract() -> Extractor:
    return Extractor()


def chains(extract: Extractor, text: str) -> list[list[str | None]]:
    page = capture(text)
    return [[link.name for link in s.attribution] for s in extract(page, article(page)).statements if s.attribution]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The mayor told the exile site Svolna that nobody had rung.", "Svolna"),
        ("A nurse told the news site Harbour Watch that forty beds were empty.", "Harbour Watch"),
        ("The mayor, speaking to Radio Lagune, said that nobody had rung.", "Radio Lagune"),
        ("Ada Krall was quoted in the Harbour Post as saying that the pumps had failed.", "Harbour Post"),
        ("Ada Krall was quoted in a weekly as saying that the pumps had failed.", "a weekly"),
        ("Ada Krall wrote in the Harbour Post that the pumps had failed.", "Harbour Post"),
        ("Ada Krall confirmed to the Harbour Post that the pumps had failed.", "Harbour Post"),
        ("“The pumps failed,” Ada Krall told Radio Lagune's morning show.", "Radio Lagune"),
        ("A trader reached by the Harbour Post said that the pumps had failed.", "Harbour Post"),
        ("Documents leaked to the Harbour Post show that the pumps had failed in May.", "Harbour Post"),
        ("A court filing reviewed by the Harbour Post says that the pumps had failed.", "Harbour Post"),
        (
            "The minister, Ada Krall, in a statement read out on Radio Lagune, said that the gate was shut.",
            "Radio Lagune",
        ),
        ("The pumps had failed, said Ada Krall, as quoted by the Harbour Post.", "Harbour Post"),
        ("Quoted by the Harbour Post, Ada Krall said that the pumps had failed.", "Harbour Post"),
        (
            "The pumps had failed, according to a statement by the Coast Service carried by Radio Lagune.",
            "Radio Lagune",
        ),
        ("Our colleague Vera Lind was at the lock. Drivers told her that nobody had opened it.", "Vera Lind"),
        ("Harbour Watch had it first.\nHarbour Post: Divers say that the gate was shut.", "Harbour Post"),
        ("Olle Brandt said through his lawyer that the pumps had failed.", "Olle Brandt's lawyer"),
        ("The engineer blamed the fog in an interview with state telly.", "state television"),
        ("Three guards who spoke to the Harbour Post said that the gate was shut.", "Harbour Post"),
    ],
)
def test_a_medium_that_lets_somebody_speak_passes_the_words_on(extract: Extractor, text: str, medium: str) -> None:
    assert any(medium in chain[1:] for chain in chains(extract, text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, who sued the Harbour Post, said that nobody had rung.",
        "The mayor said that nobody from Radio Lagune had rung.",
        "The mayor said at a lunch about the Harbour Post that nobody had rung.",
        "The owner of the Harbour Post said that nobody had rung.",
    ],
)
def test_a_medium_that_is_only_spoken_of_passes_nothing_on(extract: Extractor, text: str) -> None:
    assert all(len(chain) == 1 for chain in chains(extract, text))


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The pumps had failed, the Harbour Post reported, citing two guards.", ["two guards", "Harbour Post"]),
        ("The Harbour Post said that the pumps had failed, citing two guards.", ["two guards", "Harbour Post"]),
        ("The gate was shut, the Harbour Post writes, on the word of a ferryman.", ["a ferryman", "Harbour Post"]),
        ("The gate was shut, the Harbour Post has learned from two guards.", ["two guards", "Harbour Post"]),
        ("The gate was shut, the Harbour Post learned from experience.", ["Harbour Post"]),
        ("The Harbour Post heard from a clerk, who had it from the port office, that the gate was shut.",
         ["port office", "a clerk", "Harbour Post"]),
        ("The mayor said that the road was closed, citing fog.", ["mayor"]),
        ("“It is not hard,” the mayor said, citing her appeal and their unpopularity.", ["mayor"]),
    ],
)  # fmt: skip
def test_who_is_cited_behind_what_is_said_is_whose_word_it_is(extract: Extractor, text: str, chain: list[str]) -> None:
    assert chain in chains(extract, text)


def test_what_is_cited_is_no_part_of_what_was_said(extract: Extractor) -> None:
    text = "The Harbour Post said that the pumps had failed, citing two guards."
    page = capture(text)
    contents = [s.content[0].of(text) for s in extract(page, article(page)).statements if s.attribution]
    assert contents == ["the pumps had failed"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two young divers said that the gate was open. One of them said that it was cold.", "one of Two young divers"),
        ("A cheerful man named Olle Brandt said that the poles had arrived.", "Olle Brandt"),
        ("Two former port clerks said that it rained. The same port clerks said that it was cold.",
         "Two former port clerks"),
    ],
)  # fmt: skip
def test_who_is_meant_is_told_by_the_words_around(extract: Extractor, text: str, source: str) -> None:
    assert chains(extract, text)[-1][0] == source


def test_a_word_on_a_relative_clause_is_no_word_on_the_rest(extract: Extractor) -> None:
    text = "The mayor blamed “the fog alone” for the crash, in which nine divers died, according to the clinic."
    page = capture(text)
    told = {
        s.content[0].of(text): [link.name for link in s.attribution] for s in extract(page, article(page)).statements
    }
    assert told["nine divers died"] == ["clinic"]
    assert ["mayor"] in told.values()


def test_another_agency_than_the_one_named_is_left_as_described(extract: Extractor) -> None:
    text = "The Coast News Agency had it first.\nNine boats sank, according to the refugee agency."
    assert chains(extract, text)[-1] == ["refugee agency"]
    text = "The Coast Rescue Agency had it first.\nNine boats sank, according to the rescue agency."
    assert chains(extract, text)[-1] == ["Coast Rescue Agency"]


def test_a_small_word_within_a_name_belongs_to_it(extract: Extractor) -> None:
    assert chains(extract, "Our commander, Omar ag Dallit, said that the bridge was shut.") == [["Omar ag Dallit"]]
