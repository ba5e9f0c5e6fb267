"""What became of those a number counts, by the words right after it: "14 dead", "44 persons missing"."""

from __future__ import annotations

from reportedly.extract import clauses
from reportedly.extract.counting.word_lists import listed
from reportedly.extract.happening.families import state_left
from reportedly.extract.words import Doc, Token
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import family_of_adjective, family_of_participle, family_of_verb


def outcome_at(doc: Doc, place: int) -> Token | None:
    """The outcome that the words from `place` on tell, behind helping words only: "are now confirmed dead"."""
    for token in doc[place : place + int(table("counted")["helping"]["most"])]:
        if ends_line(token):
            return None
        if token.i + 1 < len(doc) and family_of_adjective(f"{token.lower_} {token.nbor().lower_}"):
            return token.nbor()
        if states_outcome(token) and token.lower_ not in listed("helping", "never"):
            return (state_left(token) or token) if _may_be_its(token, place) else None
        if token.lower_ not in listed("helping") and token.tag_ != "HYPH" and not token.is_space:
            break
    return None


def _may_be_its(verb: Token, place: int) -> bool:
    """Whether what stands before `place` may have undergone it: "a bus carrying 40 people vanished": the bus did."""
    subject = next((child for child in verb.children if child.dep_ in clauses.SUBJECTS and child.i < place), None)
    word = verb.doc[place - 1]
    while subject is not None and word != subject and word.head != word:
        if word.dep_ in {"acl", "relcl"} and clauses.is_clause(word):
            return subject.i > word.i
        word = word.head
    return True


def ends_line(token: Token) -> bool:
    """Whether it is a break between two lines, as in a table of counts."""
    return token.is_space and "\n" in token.text


def states_outcome(token: Token) -> bool:
    """Whether a word by itself says what became of those counted: "dead", "missing", "drowned", "survived"."""
    if family_of_adjective(token.lower_):
        return True
    if token.tag_ in {"VBN", "JJ", "VBD"} and family_of_participle(token.lower_):
        return token.tag_ != "VBD" or not _has_object(token)
    if token.tag_ not in {"VBD", "VBP", "VB", "NN"} or _has_object(token):
        return False
    return family_of_verb(token.lemma_) in listed("done_to", "families") | listed("undergone", "families")


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "ccomp"} for child in verb.children)
