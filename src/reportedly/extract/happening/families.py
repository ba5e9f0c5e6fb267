"""Which family of `vocabulary/predicates.toml` a verb, a state or a noun of a parse belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.words import Token
from reportedly.vocabulary.predicates import (
    family_borne,
    family_of_adjective,
    family_of_event,
    family_of_noun,
    family_of_participle,
    family_of_verb,
)

PREDICATE = frozenset({"acomp", "attr", "advmod", "prep", "oprd"})
PARTICLE = frozenset({"prt", "prep", "advmod", "acomp", "dative", "oprd"})
HAPPENED = "took place"  # verbs of this family, and "be", say only that it happened: their subject says what


def family_of_state(verb: Token, subject: Token | None) -> str | None:
    """The family of "be": that of what it says ("were dead"), else that of its subject ("the blast was at noon")."""
    for child in verb.children:
        if child.dep_ in PREDICATE:
            family = family_of_adjective(child.lower_) or family_of_participle(child.lower_)
            if family:
                return family
    return family_of_event_noun(subject)


def family_of_action(verb: Token, subject: Token | None, obj: Token | None) -> str | None:
    """The family of a verb with its particle or the phrase after it, by its parties where it has several senses."""
    state = state_left(verb)
    done_to = lemma(obj) if state is None else state.lower_
    family = family_of_verb(verb.lemma_, *_particles(verb), obj=done_to, subject=lemma(subject))
    event = family_of_event_noun(subject)
    if event is not None:
        return event if family == HAPPENED else family_borne(family, event)
    return family or (family_of_participle(verb.lower_) if verb.tag_ == "VBN" else None)


def state_left(verb: Token) -> Token | None:
    """The state that it says somebody was left or found in: "were found dead", "was pronounced dead"."""
    for child in verb.children:
        if child.dep_ == "oprd" and family_of_adjective(child.lower_):
            return child
        if child.dep_ == "xcomp" and child.tag_ == "VBN" and (below := state_left(child)) is not None:
            return below  # "were found shot dead"
    return None


def _particles(verb: Token) -> Iterator[str]:
    """What may belong to the verb, the longest first: "off the rails", "off"."""
    followers = [child for child in verb.children if child.dep_ in PARTICLE]
    for child in followers:
        for noun in child.children:
            if noun.dep_ == "pobj":
                yield f"{child.lower_} the {noun.lower_}"
                yield f"{child.lower_} {noun.lower_}"
                yield f"{child.lower_} {noun.lemma_.lower()}"
    for child in followers:
        yield child.lower_


def family_of_event_noun(noun: Token | None) -> str | None:
    """The family of a noun that stands for the event, alone or as a compound ("air strike"); None of one counted."""
    if noun is None or noun.dep_ == "compound" or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    pairs = [f"{child.lower_} {noun.lemma_.lower()}" for child in noun.children if child.dep_ in {"compound", "amod"}]
    for pair in pairs:
        if family := family_of_event(pair):
            return family
    return None if any(family_of_noun(pair) for pair in pairs) else family_of_event(noun.lemma_)


def lemma(token: Token | None) -> str:
    """The base form in small letters; "" for none."""
    return "" if token is None else token.lemma_.lower()
