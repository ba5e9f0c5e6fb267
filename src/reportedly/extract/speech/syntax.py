"""Subjects, subtrees and noun phrases of the dependency parse."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.extract.clauses import RELATIVE
from reportedly.extract.speech.speakers import can_speak, is_paper
from reportedly.extract.words import Token
from reportedly.vocabulary import table

SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass", "csubjpass"})
CLIMBS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acl", "ccomp", "dep", "acomp"})
ISSUING = frozenset(table("speech")["issuing"]["words"])
OVERHEARING = frozenset(table("relays")["overhearing"]["words"])
QUOTING = frozenset(table("relays")["as_saying"]["words"])
BELIEVED = frozenset(table("speech")["believed"]["words"])
MEANS = frozenset(table("speech")["means"]["words"])
_TAIL = frozenset({"relcl", "acl", "cc", "advcl", "punct", "parataxis"})


def subtree(token: Token, without: Iterable[Token] = ()) -> list[int]:
    """Token numbers of a subtree less the subtrees of others, sorted."""
    drop = {t.i for other in without for t in other.subtree}
    return [t.i for t in token.subtree if t.i not in drop]


def children(token: Token, *deps: str) -> list[Token]:
    """Children by one of these relations, in order."""
    return [c for c in token.children if c.dep_ in deps]


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive: it has a passive auxiliary or subject, or is a bare participle with an agent."""
    return any(c.dep_ in ("auxpass", "nsubjpass", "csubjpass") for c in verb.children) or (
        verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "nsubj", "dobj") for c in verb.children)
        and any(c.dep_ == "agent" for c in verb.children)
    )  # fmt: skip


def agent(verb: Token) -> Token | None:
    """The doer of a passive: the object of its "by"."""
    for by in verb.children:
        if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by"):
            for thing in by.children:
                if thing.dep_ == "pobj" and not _is_means(thing):
                    return thing
    for role in children(verb, "prep"):  # "dismissed as a joke by the owner": the parser hangs the doer on the joke
        for noun in children(role, "pobj") if role.lower_ == "as" else []:
            for by in children(noun, "prep"):
                if by.lower_ == "by" and children(by, "pobj"):
                    return children(by, "pobj")[0]
    return None


def _is_means(thing: Token) -> bool:
    """ "Informed by telephone": by what means, not by whom."""
    return thing.lemma_.lower() in MEANS and not any(child.dep_ in ("det", "poss") for child in thing.children)


def above_as(verb: Token) -> Token | None:
    """The verb that hands on what another says: the quoted of "was quoted as saying"."""
    return verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None


def quoting(verb: Token) -> Token | None:
    """The same where it is a verb of quoting, whatever stands before it."""
    above = above_as(verb)
    return above if above is not None and above.lemma_.lower() in QUOTING else None


def subject(verb: Token) -> Token | None:
    """The active subject of a verb, its own or the one it shares; an antecedent stands in for who and which."""
    own = _own_subject(verb)
    if own is not None:
        return None if _is_believed(verb) else _antecedent(own)
    heard = overheard(verb)
    if heard is not None:
        return heard
    if _is_believed(verb):
        return None
    here = verb
    for _ in range(5):
        if here.dep_ in ("acl", "relcl") and here.head.pos_ in ("NOUN", "PROPN", "PRON"):
            above = _doer(here)
            if above is None:
                return here.head
            here = above
        elif here.dep_ not in CLIMBS or here.head == here:
            return None
        else:
            quotes = above_as(here)
            if quotes is not None and (quoted := children(quotes, "dobj")):
                return quoted[0]
            here = here.head
        own = _own_subject(here)
        if own is not None:
            return _antecedent(own)
        if here.pos_ in ("VERB", "AUX") and is_passive(here) and agent(here) is not None:
            return agent(here)
    return None


def _is_believed(verb: Token) -> bool:
    """ "Pings thought to be a beacon's", "two confirmed to be aboard": a participle, whatever the parser made of it, of
    which nobody is told who thinks or confirms so."""
    if verb.tag_ not in ("VBD", "VBN") or verb.lemma_.lower() not in BELIEVED or children(verb, "aux", "auxpass"):
        return False
    to_be = [
        act for act in children(verb, "xcomp") if any(c.lower_ == "to" and c.i == verb.i + 1 for c in act.children)
    ]
    return any(act.lemma_ in ("be", "have") or children(act, "auxpass", "aux")[1:] for act in to_be)


def overheard(verb: Token) -> Token | None:
    """Who is remembered, heard or filmed saying something: "She remembers the guard, at the wheel, saying that …"."""
    above = verb.head
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl", "ccomp", "xcomp") or above.i >= verb.i:
        return None
    if above.lemma_.lower() not in OVERHEARING or is_passive(above):
        return None
    between = [c for c in children(above, "dobj") if above.i < c.i < verb.i and can_speak(c)]
    return between[-1] if between else None


def _doer(verb: Token) -> Token | None:
    """The verb whose subject speaks in "was at pains to say", "took the chance to say", "issued a note saying"."""
    noun, above = verb.head, verb.head.head
    if is_paper(noun):
        return above if noun.dep_ == "dobj" and verb.tag_ == "VBG" and above.lemma_.lower() in ISSUING else None
    if verb.tag_ != "VB" or can_speak(noun) or not any(c.lower_ == "to" for c in verb.children):
        return None
    above = above.head if noun.dep_ == "pobj" else above
    return above if noun.dep_ in ("pobj", "dobj") and above.pos_ in ("VERB", "AUX") else None


def _own_subject(verb: Token) -> Token | None:
    """Of two before the verb the nearer: a dateline's town, or "the agency" before its name, may be parsed as one."""
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    before = [child for child in own if child.i < verb.i]
    if not before and len(own) > 1 and own[-1].pos_ == "PROPN" and verb.doc[own[-1].left_edge.i - 1].text == ",":
        return own[-1]  # "said one of them, Ada Krall"
    return before[-1] if before else own[0] if own else None


def _antecedent(token: Token) -> Token:
    if token.lower_ in RELATIVE and token.head.dep_ == "relcl" and token.head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return token.head.head
    return token


def phrase(head: Token, avoid: Iterable[int] = ()) -> tuple[int, int]:
    """First and last token of a noun phrase with its title and apposition, without clauses that hang on it."""
    shunned = set(avoid)
    first = last = head.i
    for child in head.children:
        if child.dep_ in _TAIL or child.i in shunned:
            continue
        left, right = child.left_edge.i, child.right_edge.i
        if child.i < head.i:
            first = min(first, left)
        else:
            last = max(last, _short_of_clause(child, right))
    doc = head.doc
    while first > 1 and _joined(doc[first - 2], doc[first - 1]) and first - 2 not in shunned:
        first -= 2  # "co-ordinators", of which the parser made three
    while last + 2 < len(doc) and _joined(doc[last], doc[last + 1]) and last + 2 not in shunned:
        last += 2
    bad = [i for i in shunned if first <= i <= last]
    if bad:
        before = [i for i in bad if i < head.i]
        after = [i for i in bad if i > head.i]
        first = max([first, *[i + 1 for i in before]])
        last = min([last, *[i - 1 for i in after]])
    return first, last


def _joined(token: Token, hyphen: Token) -> bool:
    """Whether a hyphen without blanks joins a word to the next: "co-worker" is one, whatever the parser made of it."""
    return hyphen.text in ("-", "‑", "‐") and not token.whitespace_ and not hyphen.whitespace_


def _short_of_clause(child: Token, right: int) -> int:
    if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
        return child.head.i
    for token in child.subtree:
        if token.dep_ == "relcl" and token.left_edge.i > child.i:
            return min(right, token.left_edge.i - 1)
        if token.dep_ == "acl" and token.tag_ == "VBN" and agent(token) is not None and token.left_edge.i > child.i:
            return min(right, token.left_edge.i - 1)  # "a statement by the ministry carried by the agency"
    return right
