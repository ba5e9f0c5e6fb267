"""Clauses of what is said that the parser hung on something else: on a noun before them, on whoever told it."""

from __future__ import annotations

from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import PERSONAL, can_speak
from reportedly.extract.speech.syntax import agent, children, quoting, subtree
from reportedly.extract.words import Token
from reportedly.vocabulary import table

CITING = frozenset(table("relays")["citing"]["words"])
SHOWS = frozenset(table("relays")["occasion"]["words"])
FARTHEST = 25  # tokens of what stands between a verb and its clause


def set_apart(verb: Token, clause: Token) -> bool:
    """Whether a comma, dash or mark stands between a clause and the reporting clause behind it."""
    own = [
        t.i
        for c in verb.children
        if c.i != clause.i
        for t in c.subtree
        if t.i > clause.right_edge.i or t.dep_ == "punct"
    ]
    start = min([verb.i, *[i for i in own if i > clause.i]])
    doc = verb.doc
    return any(doc[i].is_punct for i in range(max(0, start - 1), min(verb.i, start + 1)))


def handed_on(verb: Token) -> list[Token]:
    """ "The gate was open, the mayor was quoted as saying": the clause before the verb that quotes."""
    quotes = quoting(verb)
    return [c for c in children(quotes, "ccomp") if set_apart(quotes, c)] if quotes is not None else []


def and_that(verb: Token, found: list[Token]) -> list[int]:
    """ "Says it will, and that it must": the second clause, which the parser hung on the verb of saying."""
    more = [c for c in children(verb, "conj") if found and c.i > found[-1].i and finite(c)]
    if not more or not any(m.lower_ == "that" for m in children(more[0], "mark")) or found[-1].i < verb.i:
        return []
    return list(range(found[-1].right_edge.i + 1, more[0].right_edge.i + 1))


def hung(verb: Token, cue: Cue) -> list[Token]:
    """The clause that the parser hung on a noun before it: "maintained from the start that it fired blanks"."""
    told = children(verb, "dobj")
    if told and not cue.addressee:
        return []
    when = [prep for prep in children(verb, "prep") if prep.lower_ not in cue.takes and prep.lower_ != "as"]
    for noun in [*told, *(p for prep in when for p in children(prep, "pobj", "pcomp"))]:
        for clause in children(noun, "relcl", "acl", *(("ccomp",) if noun.dep_ == "pcomp" else ())):
            if clause.i > noun.i and _is_whole(
                clause, by_itself=noun in told and (can_speak(noun) or noun.lemma_ in SHOWS)
            ):
                return [clause]
    return []


def _is_whole(clause: Token, by_itself: bool) -> bool:
    """Whether a clause lacks nothing that the noun before it could be: it is what is said, not which one it is."""
    first = clause.left_edge
    own = [c for c in children(clause, "nsubj", "nsubjpass", "expl") if c.i != first.i or first.lower_ in PERSONAL]
    if not own or first.lower_ not in ("that", *PERSONAL):
        return False
    if first.lower_ == "that" and first.dep_ != "mark":
        return len(children(clause, "dobj")) > 1 or bool(children(clause, "acomp", "attr", "ccomp", "auxpass"))
    return first.lower_ == "that" or by_itself


def behind_citing(passage: Passage, verb: Token) -> list[int]:
    """ "Reported last week, citing three guards, that …": the clause, which the parser takes for the sentence."""
    tokens, end = passage.tokens, verb.sent.end
    commas = [i for i in range(verb.i + 1, end) if tokens[i].text == "," and passage.inside[i] < 0]
    citing = next((i for i in commas[:1] if i + 1 < end and tokens[i + 1].lower_ in CITING), None)
    if citing is None or citing - verb.i > FARTHEST:
        return []
    that = next((i for i in commas[1:] if i + 1 < end and tokens[i + 1].lower_ == "that"), None)
    return list(range(that + 2, end)) if that is not None and that - citing <= FARTHEST else []


def in_such_a_clause(passage: Passage, verb: Token) -> bool:
    """Whether a verb stands in a clause of that kind: what stands before its reporting verb is none of its content."""
    before = passage.tokens[verb.sent.start : verb.i]
    return any(t.lower_ == "that" for t in before) and any(
        verb.i in behind_citing(passage, t) for t in before if t.tag_ in ("VBD", "VBZ", "VBP")
    )


def behind_doer(verb: Token) -> list[int]:
    """ "The court was told by a surveyor, Jon Abt, that …": the clause that the parser hung on whoever told it."""
    who = agent(verb)
    for clause in verb.subtree if who is not None else ():
        if clause.dep_ in ("relcl", "acl", "ccomp") and clause.head.i != verb.i and finite(clause):
            first = clause.left_edge
            if first.lower_ == "that" and first.dep_ == "mark" and first.i > clause.head.i:
                return subtree(clause)
    return []


def finite(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
