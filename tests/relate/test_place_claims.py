"""Where something happened: the phrase of place, without the preposition that it opens with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.happening import Happening
from reportedly.model.mention import NameMention, PlaceMention
from reportedly.model.point import NameValue, Value
from reportedly.model.span import Span, Words
from reportedly.relate.claims.places import place_claims


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("off the cape", "the cape"),
        ("about 40 km west of this harbour", "about 40 km west of this harbour"),
        ("on the edge of the Senn bank", "the edge of the Senn bank"),
    ],
)
def test_only_the_preposition_ahead_is_left_out(phrase: str, name: str) -> None:
    assert claimed(phrase) == NameValue(name)


def claimed(
    phrase: str, *places: tuple[str, str | None, str | None, str | None], names: tuple[NameMention, ...] = ()
) -> Value:
    """What "The tug sank …" answers; of a place: its words, its country, its region and its gazetteer's id."""
    text = f"The tug sank {phrase}."
    reading = account("a.txt", text)
    named = tuple(
        PlaceMention(words, reading.article.id, None, span, words, words, country=country, region=region, gazetteer=id_)
        for words, country, region, id_ in places
        for span in (Span(text.index(words), text.index(words) + len(words)),)
    )
    verb = Words.at(8, 12, text)
    where = (Words.at(13, len(text) - 1, text),)
    sank = Happening(
        "happening:1", reading.article.id, None, Span(0, len(text) - 1), verb, "sink", "sank",
        Words.at(0, 7, text), None, False, False, "done", where=where,
    )  # fmt: skip
    (claim,) = place_claims(replace(reading, happenings=(sank,), places=named, names=names))
    return claim.value


@pytest.mark.parametrize(
    ("phrase", "places", "lies"),
    [
        ("in Lund", [("Lund", "SE", "SE.27", "geonames:2693678")], ("SE", "SE.27", "geonames:2693678")),
        ("in the Scania region", [("Scania", "SE", "SE.27", "geonames:3337385")], ("SE", "SE.27")),
        ("in Sweden", [("Sweden", "SE", None, "geonames:2661886")], ("SE",)),
        ("in a creek in Sweden", [("Sweden", "SE", None, None)], ("SE", "a creek in Sweden")),
        ("at the quay", [], ()),
    ],
)
def test_a_place_lies_in_its_areas(
    phrase: str, places: list[tuple[str, str, str | None, str | None]], lies: tuple[str, ...]
) -> None:
    value = claimed(phrase, *places)
    assert isinstance(value, NameValue)
    assert value.lies == lies


@pytest.mark.parametrize(
    ("phrase", "named", "name"),
    [
        ("at Holm, 40 km from the capital", "Holm", "Holm"),
        ("off the Holm mole in the far north", "Holm", "the Holm mole"),
        ("between Holm and a reef in the sound", "Holm", "between Holm and a reef in the sound"),
        ("in the Holm district of Velm", "Holm", "the Holm district of Velm"),
        ("in the Holm training in Velm", "Holm", "the Holm"),
        ("off Holm, Velm and Senn", "Holm", "Holm, Velm and Senn"),
    ],
)
def test_a_place_is_told_up_to_its_name(phrase: str, named: str, name: str) -> None:
    value = claimed(phrase, (named, None, None, None))
    assert isinstance(value, NameValue)
    assert value.name == name


def test_a_house_with_a_name_is_told_up_to_it_too() -> None:
    text = "The tug sank off the Anna Works in the old port of Holm."
    span = Span(text.index("Anna Works"), text.index(" in the old"))
    mention = NameMention("article:1", span, span.of(text), span.of(text), "organisation")
    assert claimed("off the Anna Works in the old port of Holm", names=(mention,)) == NameValue("the Anna Works")
