from collections import Counter
from typing import get_args

import pytest

from reportedly.model.mention import Count
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import (
    families,
    family_borne,
    family_of_adjective,
    family_of_event,
    family_of_noun,
    family_of_participle,
    family_of_verb,
    phase_of_word,
)

PARTS = ("verbs", "nouns", "counted", "adjectives", "participles", "idioms")


@pytest.mark.parametrize("part", PARTS)
def test_a_word_in_two_families_says_which_is_its_main_one(part: str) -> None:
    count = Counter(word for family in families().values() for word in set(getattr(family, part)))
    doubled = {f"{part.removesuffix('s')}:{word}" for word, times in count.items() if times > 1}
    assert doubled <= table("predicates")["main"].keys()


def test_every_family_has_an_example_and_a_known_way_of_counting() -> None:
    for name, entry in table("predicates")["family"].items():
        assert entry["example"].endswith("."), name
        assert entry["count"] in get_args(Count), name
        assert any(entry.get(part) for part in PARTS), name


def test_every_sense_names_its_words_and_has_an_example() -> None:
    for sense in table("predicates")["sense"]:
        assert sense["example"], sense
        assert sense.get("object") or sense.get("subject"), sense


@pytest.mark.parametrize(
    ("lemma", "particle", "obj", "subject", "family"),
    [
        ("kill", "", "", "", "killed"),
        ("shoot", "down", "drone", "", "shot down"),
        ("shoot", "", "guard", "", "attacked"),
        ("fire", "", "shot", "", "fired"),
        ("fire", "", "minister", "", "dismissed"),
        ("leak", "", "memo", "", "disclosed"),
        ("leak", "", "", "tanker", "leaked"),
        ("lose", "", "life", "", "killed"),
        ("lose", "", "", "", None),
        ("run", "aground", "", "", "sank"),
        ("break", "", "record", "", None),
        ("break", "", "", "dyke", "collapsed"),
        ("say", "", "", "", None),
        ("break", "up", "", "satellite", "crashed"),
        ("go", "off the rails", "", "tram", "crashed"),
    ],
)
def test_family_of_verb(lemma: str, particle: str, obj: str, subject: str, family: str | None) -> None:
    assert family_of_verb(lemma, *([particle] if particle else []), obj=obj, subject=subject) == family


def test_a_verb_under_an_event_noun_tells_of_the_event() -> None:
    assert family_borne(None, "exploded") == "exploded"  # "A blast tore through the hall."
    assert family_borne("arrived", "stormed") == "stormed"  # "The cyclone reached the coast."
    assert family_borne("killed", "exploded") == "killed"  # "The blast killed two."


def test_family_of_other_words() -> None:
    assert family_of_noun("Explosion") == "exploded"
    assert family_of_noun("cheese") is None
    assert family_of_noun("casualty") == "casualties"
    assert family_of_event("casualty") is None
    assert family_of_adjective("homeless") == "displaced"
    assert family_of_participle("sunken") == "sank"


def test_phase_of_word() -> None:
    assert phase_of_word("pledge", "paid") == "planned"
    assert phase_of_word("search", "searched") == "under way"
    assert phase_of_word("kill", "killed") is None
