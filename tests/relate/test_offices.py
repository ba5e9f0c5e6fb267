"""A source named by office alone is the one person whom the page, else the story, names with it."""

from __future__ import annotations

from dataclasses import replace

from newsroom import account

from reportedly.model.mention import NameMention
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate.naming.offices import with_holders

NAMED = "The transport minister, Ada Krall, said [9] boats were lost."


def naming(path: str, person: str, role: str) -> Reading:
    reading = account(path, NAMED)
    mention = NameMention(reading.article.id, Span(24, 33), person, person, "person", (Words(role, Span(0, 22)),))
    return replace(reading, names=(mention,))


def source(*readings: Reading) -> str | None:
    origin = with_holders(readings)[-1].statements[0].origin
    return origin.name if origin is not None else None


def test_the_minister_is_the_minister_whom_the_story_names() -> None:
    asked = account("b.txt", "The minister said [9].", said_by="minister")
    assert source(naming("a.txt", "Ada Krall", "The transport minister"), asked) == "Ada Krall"


def test_of_two_ministers_neither_is_taken() -> None:
    asked = account("c.txt", "The minister said [9].", said_by="minister")
    two = naming("a.txt", "Ada Krall", "The transport minister"), naming("b.txt", "Jon Holm", "The health minister")
    assert source(*two, asked) == "minister"


def test_an_office_that_anybody_may_hold_stays() -> None:
    asked = account("b.txt", "An officer said [9].", said_by="officer")
    assert source(naming("a.txt", "Ada Krall", "The officer"), asked) == "officer"


def test_an_office_is_told_by_more_words_or_fewer() -> None:
    asked = account("b.txt", "Lindmark's transport minister said [9].", said_by="Lindmark's transport minister")
    named = naming("a.txt", "Ada Krall", "The transport minister")
    assert source(named, asked) == "Ada Krall"
    assert source(named, naming("c.txt", "Jon Holm", "The health minister"), asked) == "Ada Krall"


def test_two_spellings_are_one_holder_and_ministers_are_none() -> None:
    asked = account("c.txt", "The minister said [9].", said_by="minister")
    two = naming("a.txt", "Isof Tarnby", "The health minister"), naming("b.txt", "Isouf Tarnby", "The minister")
    assert source(*two, asked) == "Isouf Tarnby"
    assert source(*two, account("d.txt", "Ministers said [9].", said_by="Ministers")) == "Ministers"


def test_a_rank_is_a_person_on_one_page_alone() -> None:
    named = naming("a.txt", "Per Ask", "Admiral")
    assert source(named, account("b.txt", "The admiral said [9].", said_by="admiral")) == "admiral"
