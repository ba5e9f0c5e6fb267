"""For whom somebody speaks: by name, by office, by house; to the end of the line, and onto a side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account, find_entities

from reportedly.model.entity import Entity
from reportedly.model.judgement import Judgement
from reportedly.model.mention import NameKind, NameMention
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate.judged import Judged, name_id
from reportedly.relate.naming.principals import principals
from reportedly.relate.naming.speaking import named, state

Named = tuple[str, NameKind, str | None]


def naming(*names: Named) -> Reading:
    reading = account("a.txt", "A short text.")
    mentions = tuple(
        NameMention(reading.article.id, Span(0, 1), name, name, kind, (Words(role, Span(0, 1)),) if role else ())
        for name, kind, role in names
    )
    return replace(reading, names=mentions)


def told(*names: Named) -> dict[str, Entity]:
    stories = [("story:1", [naming(*names)])]
    return {entity.name: entity for entity in find_entities(stories)[0]}


@pytest.mark.parametrize(
    ("speaker", "principal", "rule"),
    [
        (("TASS", "outlet", None), ("Russia", "place", None), "a state's outlet"),
        (("Kremlin", "organisation", None), ("Russia", "place", None), "a seat of government"),
        (("Danish navy", "organisation", None), ("Denmark", "place", None), "an organ of its state"),
        (("Port Lund's freight office", "organisation", None), ("Port Lund", "organisation", None), "whose it is"),
        (("Ada Krall", "person", "the director of Port Lund"), ("Port Lund", "organisation", None), "its office"),
        (("Ada Krall", "person", "Port Lund spokeswoman"), ("Port Lund", "organisation", None), "its office"),
        (("Ada Krall", "person", "Port Lund's lawyer"), ("Port Lund", "organisation", None), "its office"),
    ],
)
def test_a_rule_tells_for_whom_and_says_why(speaker: Named, principal: Named, rule: str) -> None:
    found = told(speaker, principal)
    assert found[speaker[0]].principal == found[principal[0]].id
    assert found[speaker[0]].why[-1].rule == rule
    assert found[principal[0]].principal is None


@pytest.mark.parametrize("role", ["a baker from Port Lund", "the skipper", "a witness"])
def test_who_holds_no_office_speaks_for_itself(role: str) -> None:
    assert told(("Ada Krall", "person", role), ("Port Lund", "organisation", None))["Ada Krall"].principal is None


def test_an_organ_of_two_states_is_no_one_s() -> None:
    assert state("the Danish-Swedish navy forces") is None
    assert state("a Danish baker") is None
    assert state("Denmark's defence ministry") == "DK"


def test_whom_a_role_names() -> None:
    assert "Kremlin" in set(named("Kremlin spokesman"))
    assert "harbour office" in set(named("head of the harbour office"))
    assert not list(named("a baker of Lund"))


def test_the_line_is_followed_to_its_end_and_a_side_takes_all_of_it() -> None:
    found = told(
        ("Ada Krall", "person", "Kremlin spokeswoman"), ("Kremlin", "organisation", None), ("Russia", "place", None)
    )
    assert principals(found.values())[found["Ada Krall"].id] == found["Russia"].id
    side = Judged([Judgement("one side", (name_id("Russia"), name_id("Ruritania")), "x")])
    sides = principals(found.values(), side)
    assert len({sides[found[name].id] for name in ("Ada Krall", "Kremlin", "Russia")}) == 1
