"""What a dependency parse says of one clause: its extent, its parties, whether it is so, sure, or still to come."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportedly.extract.words import Token
from reportedly.model.mention import Phase
from reportedly.vocabulary import table

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
PASSIVE = frozenset({"nsubjpass", "csubjpass", "auxpass"})
HANGING = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass"})  # clauses on a clause
RELATIVE = frozenset(table("speech")["relatives"]["words"])
LOOSE = frozenset({"relcl", "acl", "appos", "advcl", "parataxis"})  # what a party can be named without


@cache
def listed(part: str, *kinds: str) -> frozenset[str]:
    """The words of `vocabulary/clauses.toml`, [part], of all these kinds together."""
    return frozenset(word for kind in kinds for word in table("clauses")[part][kind])


def is_clause(token: Token) -> bool:
    """Whether a verb makes a clause of its own, other than helping another."""
    if token.dep_ in {"aux", "auxpass", "prep"} or token.pos_ not in {"VERB", "AUX"}:
        return False
    return not (
        token.dep_ in {"amod", "compound", "prep", "pcomp"} and token.tag_ in {"VBN", "VBG"} and not parts(token)
    )


def parts(token: Token) -> list[Token]:
    """What makes a participle more than an adjective: an object, a complement or a subject."""
    return [child for child in token.children if child.dep_ in {"dobj", "prep", "agent", "ccomp", "xcomp", "nsubj"}]


def own_tokens(head: Token) -> list[Token]:
    """The head and what hangs on it, without clauses that hang on it, nor marks."""
    words = [head]
    for word in words:  # which grows as it is walked
        words += (child for child in word.children if child.dep_ != "punct" and not _is_apart(child, word))
    return words


def _is_apart(child: Token, head: Token) -> bool:
    """Whether what hangs on a word is another clause."""
    if child.dep_ in HANGING:
        return is_clause(child)
    return child.dep_ in {"conj", "xcomp"} and is_clause(child) and is_clause(head)


def phrase(head: Token) -> tuple[Token, Token]:
    """First and last token of a noun phrase without its relative clauses, appositions and whatever follows them."""
    held = {token.i for token in _phrase(head)}
    tokens = head.doc.tokens
    first = last = head.i
    while first - 1 in held:
        first -= 1
    while last + 1 in held:
        last += 1
    while first < head.i and (tokens[first].is_punct or tokens[first].is_space):
        first += 1
    while last > head.i and (tokens[last].is_punct or tokens[last].is_space):
        last -= 1
    return tokens[first], tokens[last]


def _phrase(head: Token) -> list[Token]:
    words = [head]
    for word in words:  # which grows as it is walked
        for child in word.children:
            if child.dep_ not in LOOSE and not (child.dep_ in {"conj", "cc"} and is_clause(child)):
                words.append(child)
    return words


def doer(verb: Token) -> Token | None:
    """Who does it: the subject of an active verb, the agent of a passive one, its own or that of its governing verb."""
    if is_passive(verb):
        return next((word for agent in _children(verb, {"agent"}) for word in _children(agent, {"pobj"})), None)
    return _subject(verb)


def undergoer(verb: Token) -> Token | None:
    """To whom it is done: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        return _subject(verb)
    return next(iter(_children(verb, {"dobj", "attr", "oprd"})), None)


def is_passive(verb: Token) -> bool:
    """Whether the grammatical subject is what it is done to ("was held", "found dead in the hold")."""
    if any(child.dep_ in PASSIVE for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj" and is_clause(verb.head):
        return is_passive(verb.head) and not _children(verb, {"dobj", "nsubj"})
    return verb.dep_ in {"acl", "advcl", "oprd", "ROOT", "ccomp", "amod"} and not _children(verb, {"aux", "dobj"})


def _subject(verb: Token) -> Token | None:
    own = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is not None:
        if own.lower_ in RELATIVE and verb.dep_ == "relcl":
            return verb.head
        return own
    return _inherited(verb)


def _inherited(verb: Token) -> Token | None:
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return verb.head
    if verb.dep_ == "conj" and is_clause(verb.head):
        return undergoer(verb.head) if is_passive(verb.head) else _subject(verb.head)
    if verb.dep_ == "xcomp" and is_clause(verb.head):
        given = next(iter(_children(verb.head, {"dobj"})), None)
        return given if given is not None else _subject(verb.head)
    if verb.dep_ == "advcl" and is_clause(verb.head) and not _children(verb, {"mark"}):
        return _subject(verb.head)
    return None


def _children(token: Token, relations: set[str]) -> list[Token]:
    return [child for child in token.children if child.dep_ in relations]


def is_negated(head: Token) -> bool:
    """Whether the clause says that it is not so: by its own words, or by the verb that governs it."""
    if any(_negates(child) for child in head.children):
        return True
    governor = head.head
    if head.dep_ in {"xcomp", "ccomp", "pcomp", "dobj", "acl"} and governor != head:
        if head.dep_ == "pcomp":
            return governor.lower_ == "without" or _denies(governor.head)
        return _denies(governor) or (head.dep_ == "xcomp" and any(c.dep_ == "neg" for c in governor.children))
    return False


def _negates(child: Token) -> bool:
    if child.dep_ == "neg" or (child.dep_ in {"advmod", "preconj"} and child.lower_ in listed("negation", "words")):
        return True
    if child.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr", "det"}:
        return False
    if child.lower_ in listed("negation", "nobody") or (child.dep_ == "det" and child.lower_ == "no"):
        return True
    below = {word.lower_ for word in child.children if word.dep_ in {"det", "neg"}}
    return bool(below & (listed("negation", "determiners") | {"not"}))


def _denies(governor: Token) -> bool:
    return governor.lemma_ in listed("negation", "verbs", "deniers", "wrongly")


def is_hedged(head: Token) -> bool:
    """Whether the clause is said with reserve: may, reportedly, seems to, is thought to, if, whether."""
    for child in head.children:
        if child.dep_ == "aux" and child.lower_ in listed("hedging", "modals"):
            return True
        if child.dep_ == "advmod" and child.lower_ in listed("hedging", "adverbs"):
            return True
        if child.dep_ == "mark" and child.lower_ in listed("hedging", "conjunctions"):
            return True
        if child.dep_ == "amod" and child.lower_ in listed("hedging", "adjectives"):
            return True
    return _hedged_above(head)


def _hedged_above(head: Token) -> bool:
    governor = head.head
    if governor == head:
        return False
    if head.dep_ == "xcomp":
        if governor.lemma_ in listed("hedging", "raising") or governor.lower_ in listed("hedging", "adjectives"):
            return True
        return governor.lemma_ in listed("hedging", "passive") and is_passive(governor)
    if head.dep_ in {"ccomp", "acl"}:
        words = listed("hedging", "adjectives", "nouns", "ask")
        return governor.lemma_ in words or governor.lower_ in words
    return head.dep_ == "conj" and is_clause(head) and is_clause(governor) and is_hedged(governor)


def phase(head: Token, *, headline: bool = False) -> Phase | None:
    """Planned, under way or done, by tense, aspect, mood and the governing verb; None where they do not tell.

    In a headline the bare present tells what is done ("Ferry sinks") and the bare infinitive what is planned.
    """
    helpers = [child for child in head.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in helpers}
    if "to" in words:
        return _phase_of_infinitive(head, words, headline=headline)
    if "have" in {child.lemma_ for child in helpers}:
        return "under way" if head.tag_ == "VBG" else "done"
    if words & listed("planned", "modals"):
        return "planned"
    if words & (listed("hedging", "modals", "able")):
        return None
    if head.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return "done"
    return _phase_of_present(head, helpers, headline=headline)


def _phase_of_present(head: Token, helpers: Iterable[Token], *, headline: bool) -> Phase | None:
    if list(helpers):
        return "under way"
    if head.tag_ == "VBG":
        if head.dep_ in {"advcl", "xcomp", "acl", "pcomp"} and is_clause(head.head):
            return "under way" if head.head.lemma_ in listed("begun", "verbs") else phase(head.head, headline=headline)
        return "under way" if head.dep_ in {"ROOT", "acl"} else None
    if head.tag_ == "VBN":
        return "done"
    if head.dep_ == "conj" and is_clause(head.head):
        return phase(head.head, headline=headline)
    if head.tag_ in {"VBZ", "VBP"}:
        return "done" if headline else "under way"
    return None


def _phase_of_infinitive(head: Token, words: set[str], *, headline: bool) -> Phase | None:
    if "have" in words:
        return "done"
    governor = head.head
    if governor == head:
        return "planned"
    if head.dep_ == "xcomp" and is_clause(governor):
        if governor.lemma_ in listed("begun", "verbs"):
            return "under way"
        if governor.lemma_ in listed("done", "verbs") | listed("hedging", "raising") | listed("negation", "verbs"):
            return phase(governor, headline=headline)
    if governor.lemma_ in listed("hedging", "passive") and head.dep_ == "xcomp" and is_passive(governor):
        return "planned" if governor.lemma_ == "expect" else "under way"
    return "planned"
