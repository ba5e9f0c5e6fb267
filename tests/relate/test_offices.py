"""A source named by office alone is the one person whom the page, else the story, names with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
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


@pytest.mark.parametrize(
    ("role", "office"),
    [("The defence minister", "prime minister"), ("Lund President", "deputy commander of a Lund brigade")],
)
def test_another_office_of_the_page_is_nobody_elses(role: str, office: str) -> None:
    page = naming("a.txt", "Ada Krall", role)
    told = replace(page, statements=account("a.txt", NAMED, said_by=office).statements)
    assert source(told) == office


def test_two_spellings_are_one_holder_and_ministers_are_none() -> None:
    asked = account("c.txt", "The minister said [9].", said_by="minister")
    two = naming("a.txt", "Isof Tarnby", "The health minister"), naming("b.txt", "Isouf Tarnby", "The minister")
    assert source(*two, asked) == "Isouf Tarnby"
    assert source(*two, account("d.txt", "Ministers said [9].", said_by="Ministers")) == "Ministers"


def test_a_rank_is_a_person_on_one_page_alone() -> None:
    named = naming("a.txt", "Per Ask", "Admiral")
    assert source(named, account("b.txt", "The admiral said [9].", said_by="admiral")) == "admiral"


def test_a_rank_is_told_by_its_short_form_too() -> None:
    text = "Adm. Per Ask said [9]. Later the admiral spoke."
    named = naming("a.txt", "Per Ask", "Adm.")
    asked = replace(named, statements=account("a.txt", text, said_by="admiral").statements)
    assert source(asked) == "Per Ask"


def test_the_presidents_aide_is_not_the_president() -> None:
    named = naming("a.txt", "Ada Krall", "The president")
    asked = account("b.txt", "The president's aide said [9].", said_by="president's aide")
    assert source(named, asked) == "president's aide"


def test_a_title_in_a_name_is_an_office() -> None:
    named = naming("a.txt", "Prefect Ada Krall", "The host")
    assert source(named, account("b.txt", "The prefect said [9].", said_by="prefect")) == "Prefect Ada Krall"


@pytest.mark.parametrize(("far", "name"), [(0, "Ada Krall"), (900, "a prosecutor")])
def test_a_lead_describes_whom_the_story_soon_names(far: int, name: str) -> None:
    text = (
        "It was arson, a prosecutor said. " + " " * far + "“Not chance,” Ada Krall, the prosecutor, said of [9] fires."
    )
    reading = account("a.txt", text, said_by="a prosecutor")
    plain = reading.capture.text
    where = Span(plain.index("Ada"), plain.index("Ada") + 9)
    role = Words("the prosecutor", Span(where.end + 2, where.end + 16))
    at = plain.index("a prosecutor")
    link = replace(reading.statements[0].attribution[0], span=Span(at, at + 12))
    reading = replace(
        reading,
        names=(NameMention(reading.article.id, where, "Ada Krall", "Ada Krall", "person", (role,)),),
        statements=(replace(reading.statements[0], attribution=(link,)),),
    )
    assert source(reading) == name


@pytest.mark.parametrize(
    ("words", "name"), [("high official", "Ada Krall"), ("head of the portfolio", "Ada Krall"), ("a clerk", "a clerk")]
)
def test_the_high_official_is_the_office_holder_just_named(words: str, name: str) -> None:
    text = f"Ada Krall, the minister, spoke on Monday. She paused. Then {words} spoke of [9] fires."
    reading = account("a.txt", text, said_by=words)
    plain = reading.capture.text
    role = Words("the minister", Span(11, 23))
    at = plain.index(words)
    link = replace(reading.statements[0].attribution[0], span=Span(at, at + len(words)))
    reading = replace(
        reading,
        names=(NameMention(reading.article.id, Span(0, 9), "Ada Krall", "Ada Krall", "person", (role,)),),
        statements=(replace(reading.statements[0], attribution=(link,)),),
    )
    assert source(reading) == name
