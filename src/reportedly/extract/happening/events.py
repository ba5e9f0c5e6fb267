"""Words that stand for what happened: verbs with their families, and nouns such as "explosion"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract import clauses
from reportedly.extract.clauses import listed
from reportedly.extract.happening.families import family_of_action, family_of_event_noun, family_of_state
from reportedly.extract.words import Doc, Token
from reportedly.model.mention import Phase
from reportedly.vocabulary.predicates import family_of_participle, family_of_verb, phase_of_word


@dataclass(frozen=True, slots=True)
class Event:
    """A word that stands for what happened, its family, the parties to it, and the rule that found it."""

    head: Token
    family: str | None
    subject: Token | None
    object: Token | None
    rule: str

    @property
    def is_noun(self) -> bool:
        """Whether a noun stands for the verb."""
        return self.rule == "noun"

    @property
    def is_within(self) -> bool:
        """Whether it stands inside a greater clause, so that what is bound to it is bound to that too."""
        return self.rule in {"noun", "participle"}

    def phase(self, *, headline: bool) -> Phase | None:
        """Planned, under way or done, as the word itself, its tense or what governs it tells."""
        if self.family and (settled := phase_of_word(self.head.lemma_, self.family)):
            return settled
        if self.rule in {"headline verb", "participle"}:
            return "done"
        if not self.is_noun:
            return clauses.phase(self.head, headline=headline)
        return _phase_of_noun(self.head, headline=headline)


def events(doc: Doc, *, headline: bool = False) -> Iterator[Event]:
    """Every event of a parsed block, in order; in a headline also verbs that the parser took for nouns."""
    for token in doc:
        if clauses.is_clause(token):
            yield _of_verb(token)
        elif headline and (event := _of_headline(token)):
            yield event
        elif family := family_of_event_noun(token):
            yield Event(token, family, _doer_of_noun(token), _object_of(token), "noun")
        elif token.dep_ == "amod" and (family := family_of_participle(token.lower_)):
            yield Event(token, family, None, token.head, "participle")


def _of_verb(verb: Token) -> Event:
    subject, obj = clauses.doer(verb), clauses.undergoer(verb)
    if verb.lemma_ == "be":
        return Event(verb, family_of_state(verb, subject), subject, obj, "state")
    return Event(verb, family_of_action(verb, subject, obj), subject, obj, "verb")


def _of_headline(token: Token) -> Event | None:
    """The verb of "Ferry sinks near lighthouse", parsed as a plural with a noun before it."""
    before = [child for child in token.children if child.dep_ in {"compound", "nsubj"}]
    if token.tag_ not in {"NNS", "NNPS"} or token.dep_ != "ROOT" or not before:
        return None
    family = family_of_verb(token.lemma_)
    return None if family is None else Event(token, family, before[-1], None, "headline verb")


def _doer_of_noun(noun: Token) -> Token | None:
    by = [word for child in noun.children if child.lower_ == "by" for word in child.children if word.dep_ == "pobj"]
    return next(iter([*by, *(child for child in noun.children if child.dep_ == "poss")]), None)


def _object_of(noun: Token) -> Token | None:
    return next((w for of in noun.children if of.lower_ == "of" for w in of.children if w.dep_ == "pobj"), None)


def _phase_of_noun(noun: Token, *, headline: bool) -> Phase | None:
    below = {child.lower_ for child in noun.children if child.dep_ == "amod"}
    if below & listed("planned", "adjectives"):
        return "planned"
    if below & listed("begun", "adjectives"):
        return "under way"
    governor = noun.head
    while governor.dep_ in {"prep", "pobj", "conj", "dobj", "nsubj"} and not clauses.is_clause(governor):
        if governor.head == governor:
            break
        governor = governor.head
    if not clauses.is_clause(governor):
        return None
    if noun.dep_ in {"dobj", "pobj"} and governor.lemma_ in listed("planned", "verbs"):
        return "planned"
    if governor.lemma_ in listed("light", "verbs"):
        return clauses.phase(governor, headline=headline)
    return None
