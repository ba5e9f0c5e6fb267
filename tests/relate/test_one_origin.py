"""Answers that cite one thing are one origin: an outlet, an agency's report, an exhibit, a word said before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.exhibit import Exhibit
from reportedly.model.point import Answer, NameValue, Point, StanceValue, Value, Voice
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.statement import Link
from reportedly.relate import relate
from reportedly.relate.standing.houses import one_house
from reportedly.relate.standing.said_again import said_again

WORDS = {
    "a": "The blast at the silo killed [1437] workers.",
    "b": "At the silo [1437] workers were killed when the blast came.",
    "c": "Killed in the blast that tore the silo apart were [1437] workers.",
}


def told(path: str, **more: object) -> Reading:
    return account(path, WORDS[path[0]], predicate="killed", counted="workers", **more)  # type: ignore[arg-type]


def unnamed(reading: Reading, *via: str) -> Reading:
    """The same on the word of somebody whom nobody names."""
    links = (Link(None, None, "origin", anonymous=True), *(Link(name, None, "via") for name in via))
    return replace(reading, statements=tuple(replace(s, attribution=links) for s in reading.statements))


def asked(*readings: Reading) -> Point:
    (point,) = (p for p in relate(readings, pipeline=()).points if p.kind == "figure")
    return point


def rules(point: Point) -> set[str]:
    return {join.rule for group in point.origin_groups for join in group.joined_by}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("KPA", "Karst Press Agency", True),
        ("Karst", "the Karst news agency", True),
        ("KARST CABLE", "Karst Cable", True),
        ("Velm Live", "Velm", False),
        ("Quay State News Agency", "head of state", False),
        ("Reuters", "AFP", False),
    ],
)
def test_names_of_one_house(one: str, other: str, same: bool) -> None:
    assert one_house(one, other) is one_house(other, one) is same


def test_an_outlets_own_voice_and_what_others_have_on_its_word_are_one() -> None:
    point = asked(told("a", outlet="Karst Cable"), told("b", outlet="Bell", said_by="Karst Cable"))
    assert point.independent_origins == 1
    assert rules(point) == {"one outlet or wire"}
    assert asked(told("a", outlet="Karst Cable"), told("b", said_by="Ada Krall")).independent_origins == 2


def test_unnamed_sources_of_one_agencys_report_are_one() -> None:
    point = asked(
        unnamed(told("a", outlet="Bell"), "Karst Cable"),
        unnamed(told("b", outlet="Horn"), "Karst Cable"),
        told("c", outlet="Karst Cable"),
    )
    assert point.independent_origins == 1
    assert "one agency report" in rules(point)


def test_whom_one_agency_names_stay_apart_and_so_do_two_agencies() -> None:
    named = told("a", said_by="Ada Krall", via=("Karst Cable",)), told("b", said_by="Tove Lind", via=("Karst Cable",))
    assert asked(*named).independent_origins == 2
    two = unnamed(told("a"), "Karst Cable"), unnamed(told("b"), "Harbour Wire")
    assert asked(*two).independent_origins == 2


def test_one_report_gives_one_value() -> None:
    other = account("b", "The blast at the silo killed [1520] workers.", predicate="killed", counted="workers")
    point = asked(unnamed(told("a"), "Karst Cable"), unnamed(other, "Karst Cable"))
    assert point.independent_origins == 2


def film(reading: Reading, publisher: str | None, place: str | None = None) -> Reading:
    """The same, told of a film."""
    statement = reading.statements[0]
    shown = Exhibit(f"exhibit:{publisher}", "video", Span(0, 4), reading.article.id, publisher, place)
    return replace(reading, exhibits=(replace(shown, statements=(statement.id,)),))


def seen(path: str) -> Reading:
    words = {"a": "A film shows [1437] sacks on the quay.", "b": "There are [1437] sacks on the quay in the footage."}
    return account(path, words[path], counted="sacks", outlet={"a": "Bell", "b": "Horn"}[path])


def test_one_film_is_one_origin_where_it_is_told_to_be_one() -> None:
    point = asked(film(seen("a"), "Tove Lind"), film(seen("b"), "Lind"))
    assert point.independent_origins == 1
    assert rules(point) == {"one exhibit"}
    assert asked(film(seen("a"), None), film(seen("b"), None)).independent_origins == 2
    assert asked(film(seen("a"), "Tove Lind", "Brel"), film(seen("b"), "Lind", "Velm")).independent_origins == 2
    assert asked(film(seen("a"), "Tove Lind"), film(seen("b"), "Ada Krall")).independent_origins == 2


def test_two_letters_may_be_one_after_all() -> None:
    point = asked(told("a", said_by="a leaked letter"), told("b", said_by="one memo"))
    assert (point.independent_origins, point.independent_origins_at_least) == (2, 1)
    assert any(reason.rule == "origins: exhibits of one kind, which may be one" for reason in point.why)


def given(number: int, value: Value, who: str | None, article: str = "one") -> Answer:
    voice = Voice(who) if who is not None else None
    span = Span(number * 100, number * 100 + 5)
    return Answer(f"answer:{number}", None, article, span, "words", value, voice, (), "asserted")


def test_a_headline_says_again_what_the_article_has_on_somebodys_word() -> None:
    nine, ten = Quantity(9.0, 9.0), Quantity(10.0, 10.0)
    head, said, near = given(0, nine, None), given(9, nine, "Ada Krall"), given(2, nine, "Tove Lind")
    assert said_again([head, said, near]) == {head.id: near}
    assert said_again([head, given(1, ten, "Ada Krall")]) == {}
    assert said_again([head, given(1, nine, "Ada Krall", "other")]) == {}
    assert said_again([head, replace(said, struck="denied")]) == {}


def test_a_name_may_be_said_again_and_what_is_so_may_be_seen_and_heard() -> None:
    brel, so = NameValue("Brel"), StanceValue("affirms")
    assert said_again([given(0, brel, None), given(1, brel, "Ada Krall")])
    assert not said_again([given(0, so, None), given(1, so, "Ada Krall")])
