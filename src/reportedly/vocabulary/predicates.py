"""Families of what happens or is counted, looked up by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.model.errors import VocabularyError
from reportedly.model.mention import Count, Phase
from reportedly.vocabulary import table


@dataclass(frozen=True, slots=True)
class Family:
    """Words that ask one question, as `predicates.toml` lists them; what each field holds is told there."""

    name: str
    means: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    counted: tuple[str, ...]
    adjectives: tuple[str, ...]
    participles: tuple[str, ...]
    idioms: tuple[str, ...]
    count: Count
    planned: frozenset[str]
    begun: frozenset[str]
    opposite: frozenset[str]
    related: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sense:
    family: str | None
    objects: frozenset[str]
    subjects: frozenset[str]


@cache
def families() -> Mapping[str, Family]:
    """Every family by its name. Raises `VocabularyError` when one names a family that is not there."""
    known = {name: _family(name, entry) for name, entry in table("predicates")["family"].items()}
    for family in known.values():
        strange = (family.opposite | family.related) - known.keys()
        if strange:
            raise VocabularyError(f"vocabulary/predicates.toml: {family.name} names unknown families {sorted(strange)}")
    return known


def family_of_verb(lemma: str, *particles: str, obj: str = "", subject: str = "") -> str | None:
    """The family of a verb, by base form; None when it tells of nothing that we keep.

    `particles` are what may belong to it, the likeliest first: a particle, preposition or phrase ("down" in "shoot
    down"). `obj` and `subject` are base forms of the head nouns of what it is done to (in a passive the grammatical
    subject) and who does it: they decide where a verb has several senses, and complete one that says little alone
    ("lose life").
    """
    lemma, obj = lemma.lower(), obj.lower()
    for sense in _senses().get(lemma, ()):
        if obj in sense.objects or subject.lower() in sense.subjects:
            return sense.family
    if obj and (found := _index("idioms").get(f"{lemma} {obj}")):
        return found
    verbs = _index("verbs")
    phrases = (verbs.get(f"{lemma} {particle.lower()}") for particle in particles)
    return next((found for found in phrases if found), None) or verbs.get(lemma)


def family_borne(family: str | None, event: str) -> str | None:
    """The family of a verb whose subject is an event noun: "the blast tore through the hall" tells of the blast.

    What the verb says beyond that (it killed, it began) stays.
    """
    borne = table("predicates")["borne"]
    return event if event in borne["events"] and (family is None or family in borne["verbs"]) else family


def family_of_noun(lemma: str) -> str | None:
    """The family of an event noun or a counted one ("explosion", "casualty"), by base form."""
    return family_of_event(lemma) or _index("counted").get(lemma.lower())


def family_of_event(lemma: str) -> str | None:
    """The family of a noun that stands for the event itself ("explosion"); None for what is merely counted."""
    return _index("nouns").get(lemma.lower())


def family_of_adjective(word: str) -> str | None:
    """The family of an adjective that states an outcome ("dead", "homeless", "aboard")."""
    return _index("adjectives").get(word.lower())


def family_of_participle(word: str) -> str | None:
    """The family of a participle in the form it has in the text ("killed", "the sunken ferry")."""
    return _index("participles").get(word.lower())


def phase_of_word(lemma: str, family: str) -> Phase | None:
    """The phase that a word of the family settles by itself ("pledge": planned), None where tense must tell."""
    entry = families()[family]
    if lemma.lower() in entry.planned:
        return "planned"
    return "under way" if lemma.lower() in entry.begun else None


@cache
def _index(part: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    main: Mapping[str, str] = table("predicates")["main"]
    for family in families().values():
        for word in getattr(family, part):
            found[word] = main.get(f"{part.removesuffix('s')}:{word}", found.get(word, family.name))
    return found


@cache
def _senses() -> Mapping[str, tuple[_Sense, ...]]:
    found: dict[str, tuple[_Sense, ...]] = {}
    for entry in table("predicates")["sense"]:
        if entry["family"] and entry["family"] not in families():
            raise VocabularyError(f"vocabulary/predicates.toml: a sense of {entry['verb']} names no known family")
        sense = _Sense(entry["family"] or None, _words(entry, "object"), _words(entry, "subject"))
        found[entry["verb"]] = (*found.get(entry["verb"], ()), sense)
    return found


def _family(name: str, entry: Mapping[str, Any]) -> Family:
    def words(part: str) -> tuple[str, ...]:
        return tuple(entry.get(part, ()))

    return Family(
        name=name,
        means=entry["means"],
        verbs=words("verbs"),
        nouns=words("nouns"),
        counted=words("counted"),
        adjectives=words("adjectives"),
        participles=words("participles"),
        idioms=words("idioms"),
        count=entry["count"],
        planned=frozenset(words("planned")),
        begun=frozenset(words("begun")),
        opposite=frozenset(words("opposite")),
        related=frozenset(words("related")),
    )


def _words(entry: Mapping[str, Any], part: str) -> frozenset[str]:
    return frozenset(entry.get(part, ()))
