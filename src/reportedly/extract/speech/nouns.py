"""Cue nouns: reports that, the claim that, its acknowledgment of."""

from __future__ import annotations

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue, Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import children, phrase, subtree
from reportedly.extract.speech.verbs import told_noun
from reportedly.extract.words import Token


class Nouns:
    """Finds statements by a noun that holds them."""

    rules = ("noun",)

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings with a noun for a cue, in order."""
        found = []
        for token in passage.tokens:
            cue = self._words.nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
            if cue is not None and not passage.quoted(token):
                finding = self._read(passage, token, cue)
                if finding is not None:
                    found.append(finding)
        return found

    def _read(self, passage: Passage, noun: Token, cue: Cue) -> Finding | None:
        source = _possessor(noun)
        content = _clause(noun) or _clause_of_verb(noun)
        rule = "noun"
        if not content and source is not None:
            content = _complement(noun, cue) or _amount(noun, cue)
        if not content:
            return None
        kept = passage.trim(i for i in content if source is None or not _by(source, noun) <= i <= source.right_edge.i)
        if not kept or (len(kept) < 2 and source is None):
            return None
        return Finding(rule, noun.i, (noun.i,), tuple(kept), phrase(source) if source is not None else None, cue)


def _possessor(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    things = [thing for of in children(noun, "prep") for thing in children(of, "pobj")]
    below = [prep for thing in things for prep in children(thing, "prep") if prep.lower_ == "by"]
    for child in (*children(noun, "prep"), *below):
        if child.lower_ in ("by", "from"):
            for thing in children(child, "pobj"):
                if can_speak(thing):
                    return thing
    return None


def _by(source: Token, noun: Token) -> int:
    """Where the source begins, its "by" included, if it stands behind the noun."""
    return source.head.i if source.i > noun.i and source.head.dep_ == "prep" else source.left_edge.i


def _amount(noun: Token, cue: Cue) -> list[int]:
    """ "The commission's last figure is 668": the number that a form of "be" gives it."""
    verb = noun.head
    if not cue.number or noun.dep_ != "nsubj" or verb.lemma_ != "be" or children(verb, "neg"):
        return []
    found = [c for c in children(verb, "attr", "acomp") if c.i > verb.i and any(t.like_num for t in c.subtree)]
    return subtree(found[0]) if found else []


def _clause(noun: Token) -> list[int]:
    for clause in children(noun, "acl", "ccomp"):
        if clause.i > noun.i and any(m.dep_ == "mark" and m.lower_ == "that" for m in clause.children):
            return subtree(clause)
    for clause in children(noun, "relcl"):
        that = clause.left_edge
        inner = [c for c in children(clause, "nsubj", "nsubjpass") if c.i != that.i]
        if that.lower_ == "that" and that.i > noun.i and inner:
            return [i for i in subtree(clause) if i != that.i]
    return []


def _clause_of_verb(noun: Token) -> list[int]:
    """ "confirmed reports from the ministry that …": the parser hangs the clause on the verb."""
    verb = noun.head
    if noun.dep_ != "dobj" or (held := told_noun(verb)) is None or held.i != noun.i:
        return []
    return [i for clause in children(verb, "ccomp") if clause.i > noun.i for i in subtree(clause)]


def _complement(noun: Token, cue: Cue) -> list[int]:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ == "prep" and child.lower_ in cue.takes:
            content = [i for i in subtree(child) if i != child.i]
            return content if not cue.number or any(noun.doc[i].like_num for i in content) else []
        if child.dep_ == "acl" and "to" in cue.takes and any(a.lower_ == "to" for a in children(child, "aux")):
            return subtree(child)
    return []
