"""Names that mean one thing: inside a story by their words, across stories by a whole name or a witness."""

from __future__ import annotations

from dataclasses import replace

from newsroom import account, find_entities

from reportedly.model.entity import Entity
from reportedly.model.mention import NameKind, NameMention
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate.naming.entities import stamped
from reportedly.relate.naming.spelling import sound, stands_for


def naming(path: str, *names: tuple[str, NameKind], role: str | None = None) -> Reading:
    reading = account(path, "A short text.")
    roles = (Words(role, Span(0, len(role))),) if role is not None else ()
    mentions = tuple(NameMention(reading.article.id, Span(0, 1), name, name, kind, roles) for name, kind in names)
    return replace(reading, names=mentions)


def named(*readings: Reading) -> dict[str, Entity]:
    """The entity of each spelling, all readings being one story."""
    entities, _ = find_entities([("story:1", readings)])
    return {name: entity for entity in entities for name, _ in entity.names}


def test_a_short_name_is_that_of_the_one_fuller_name() -> None:
    found = named(naming("a", ("Ada Krall", "person")), naming("b", ("Krall", "person")))
    assert found["Krall"] == found["Ada Krall"]
    assert found["Krall"].name == "Ada Krall"
    assert [why.rule for why in found["Krall"].why] == ["one fuller name"]


def test_a_short_name_of_two_bearers_stays_apart() -> None:
    found = named(naming("a", ("Ada Krall", "person"), ("Bo Krall", "person"), ("Krall", "person")))
    assert len({found[name].id for name in ("Krall", "Ada Krall", "Bo Krall")}) == 3


def test_a_country_is_a_whole_name() -> None:
    found = named(
        naming("a", ("South Africa", "place"), ("South African 9th", "place"), ("South Africans", "group")),
        naming("b", ("Norway", "place"), ("Norway Fund", "place")),
    )
    assert found["South African 9th"] not in (found["South Africa"], found["South Africans"])
    assert found["Norway"] != found["Norway Fund"]


def test_a_description_that_makes_use_of_a_name_is_not_what_it_names() -> None:
    found = named(
        naming(
            "a", ("a guard at the dam", "group"), ("dam", "place"), ("state television", "outlet"), ("state", "place")
        ),
        naming("b", ("Harbour Ministry", "organisation"), ("a Harbour Ministry letter", "organisation")),
        naming(
            "c", ("the regional prosecutor", "group"), ("region", "place"), ("office", "group"), ("officers", "group")
        ),
        naming("d", ("health officials in Arda", "group"), ("officials", "group")),
    )
    apart = ("dam", "a guard at the dam"), ("state", "state television"), ("office", "officers")
    for one, other in (
        *apart,
        ("Harbour Ministry", "a Harbour Ministry letter"),
        ("region", "the regional prosecutor"),
    ):
        assert found[one] != found[other]
    assert found["officials"] == found["health officials in Arda"]


def test_transliterations_are_one_name() -> None:
    found = named(naming("a", ("Anselm Dumbessi", "person"), ("Anselme Doumbessy", "person")))
    assert found["Anselm Dumbessi"] == found["Anselme Doumbessy"]
    assert sound("zelensky") == sound("zelenskyy")
    assert sound("khaled") == sound("halid")


def test_letters_are_the_one_body_whose_initials_they_are() -> None:
    found = named(
        naming("a", ("National Ferry Authority", "organisation"), ("NFA", "organisation"), ("NF", "organisation"))
    )
    assert found["NFA"] == found["National Ferry Authority"]
    assert [why.rule for why in found["NFA"].why] == ["its initials"]
    assert found["NF"] != found["NFA"]
    two = named(
        naming("a", ("National Ferry Authority", "organisation"), ("North Fleet Agency", "outlet"), ("NFA", "outlet"))
    )
    assert len({entity.id for entity in two.values()}) == 3
    assert stands_for("A.A.I", ["Agence Ambayenne d'Information"])
    assert not stands_for("Nfa", ["National Ferry Authority"])


def test_letters_are_no_person() -> None:
    found = named(naming("a", ("Ned Frank Abel", "person"), ("NFA", "organisation")))
    assert found["NFA"] != found["Ned Frank Abel"]


def test_a_wire_in_letters_takes_the_name_that_the_record_gives_it() -> None:
    one = account("a.txt", "A short text.", said_by="NFA")
    other = account("b.txt", "A short text.", outlet="National Ferry Agency")
    entities, directory = find_entities([("story:1", (one, other))])
    placed = replace(one, article=replace(one.article, story="story:1"))
    link = stamped(placed, directory).statements[0].attribution[0]
    assert next(entity.name for entity in entities if entity.id == link.entity) == "National Ferry Agency"


def test_a_short_name_of_a_person_is_its_story_s_own() -> None:
    one = ("story:1", [naming("a", ("Ada Krall", "person"), ("Krall", "person"))])
    other = ("story:2", [naming("b", ("Krall", "person"))])
    entities, directory = find_entities([one, other])
    assert directory.entity("story:1", "Krall") == directory.entity("story:1", "Ada Krall")
    assert directory.entity("story:2", "Krall") != directory.entity("story:1", "Krall")
    assert len({entity.id for entity in entities}) == 2


def test_a_role_in_common_is_a_witness_across_stories() -> None:
    for role, bearers in (("minister of ports", 1), ("goalkeeper", 2), (None, 2)):
        one = ("story:1", [naming("a", ("Krall", "person"), role="ports minister")])
        other = ("story:2", [naming("b", ("Krall", "person"), role=role)])
        assert len(find_entities([one, other])[0]) == bearers, role


def test_whole_names_and_bodies_are_one_across_stories() -> None:
    one = ("story:1", [naming("a", ("Ada Krall", "person"), ("Lund", "place"), ("Mercury", "place"))])
    other = ("story:2", [naming("b", ("Ada Krall", "person"), ("Lund", "place"), ("Mercury", "outlet"))])
    entities, _ = find_entities([one, other])
    assert sorted(entity.name for entity in entities) == ["Ada Krall", "Lund", "Mercury", "Mercury"]
    assert len({entity.id for entity in entities}) == 4
