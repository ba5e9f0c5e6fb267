"""For whom a voice speaks: principals first, else a kind by its words; never a judgement."""

import pytest

from reportedly.model.entity import Entity
from reportedly.model.point import Voice
from reportedly.show.colours import OWN, Sides, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a harbour police officer with knowledge of the file", "state"),
        ("the sheriff's copy of the crew list", "papers"),
        ("two fishermen", "witnesses"),
        ("the families' association", "families"),
        ("the operator", "companies"),
        ("sources close to the ministry", "unnamed"),
        ("Radio Marenne", "outlets"),
        ("Ilse Varga", None),
        ("", None),
    ],
)
def test_the_head_noun_tells_the_kind(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


def entity(name: str, principal: str | None = None) -> Entity:
    return Entity(f"entity:{name}", "organisation", name, ((name, 1),), f"entity:{principal}" if principal else None)


def voice(name: str, known: bool = True) -> Voice:
    return Voice(name, f"entity:{name}" if known else None)


def test_who_speaks_for_one_side_shares_its_colour() -> None:
    entities = [entity("Marenne"), entity("the navy", "Marenne"), entity("Cdr Oll", "the navy")]
    voices = [voice("the navy"), voice("Cdr Oll"), voice("Marenne"), Voice("two fishermen")]
    sides = Sides(entities, [(each, None, 1) for each in voices])
    assert {sides.of(each).name for each in voices[:3]} == {"Marenne"}
    assert sides.of(voices[0]).slot == "1"
    assert sides.of(voices[3]).slot == "2"


def test_principals_in_a_ring_end() -> None:
    entities = [entity("one", "other"), entity("other", "one")]
    sides = Sides(entities, [(voice("one"), None, 1)])
    assert sides.of(voice("one")).name in ("one", "other")


def test_slots_go_by_number_of_answers_and_the_rest_is_grey() -> None:
    heads = [f"State {k}" for k in range(8)]
    entities = [entity(head) for head in heads] + [entity(f"voice of {head}", head) for head in heads]
    told = [(voice(f"voice of {head}"), None) for k, head in enumerate(heads) for _ in range(20 - k)]
    sides = Sides(entities, [(*each, 1) for each in told])
    assert [sides.of(voice(f"voice of {head}")).slot for head in heads] == ["1", "2", "3", "4", "5", "7", "7", "7"]
    assert sides.of(voice("voice of State 7")).name == "State 7"


def test_one_voice_has_one_side_however_it_is_introduced() -> None:
    told = [(Voice("Ilse Varga"), "Varga"), (Voice("Ilse Varga"), "the transport minister, Ilse Varga")]
    sides = Sides([], [(*each, 1) for each in told])
    assert sides.of(Voice("Ilse Varga")).key == "state"
    assert sides.of(Voice("Ilse Varga"), "she").key == "state"


def test_the_article_s_own_words_are_nobody_s_side() -> None:
    assert Sides([], [(None, None, 1)]).of(None) == OWN
