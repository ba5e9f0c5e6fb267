"""Cue nouns: reports that, the claim that, its acknowledgment of."""

from __future__ import annotations

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue, Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import children, phrase, subject, subtree
from reportedly.extract.speech.verbs import told_noun
from reportedly.extract.words import Token
from reportedly.vocabulary import table

HOLDING = frozenset(table("speech")["holding"]["words"])
ARRIVING = frozenset(table("speech")["arriving"]["words"])


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
        owner = _possessor(noun)
        content = _clause(noun) or _clause_of_verb(noun) or _told_of(noun, owner)
        source = owner or (_holder(noun) if content else None)
        rule = "noun"
        if not content and (source is not None or cue.takes >= {"of", "unowned"}):
            content = _complement(noun, cue) or _amount(noun, cue)
        if not content:
            return None
        kept = passage.trim(i for i in content if source is None or not _by(source, noun) <= i <= source.right_edge.i)
        if not kept or (source is None and (len(kept) < 2 or "held" in cue.takes)):
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


def _holder(noun: Token) -> Token | None:
    """Whose it is by the verb above: "the bureau issued a warning that …", "the firm is of the opinion that …"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in ("of", "under") and verb.head.lemma_ == "be":
        verb = verb.head
    elif noun.dep_ != "dobj" or verb.lemma_.lower() not in HOLDING:
        return None
    who = subject(verb) if not children(verb, "neg") else None
    return who if who is not None and can_speak(who) else None


def _told_of(noun: Token, source: Token | None) -> list[int]:
    """ "The minister's answer was that …", "it was the ministry's position that …"."""
    verb = noun.head
    if source is None or verb.lemma_ != "be" or children(verb, "neg"):
        return []
    it = any(c.lower_ == "it" for c in children(verb, "nsubj"))
    if noun.dep_ != "nsubj" and not (noun.dep_ == "attr" and it):
        return []
    told = [c for c in children(verb, "ccomp", "acl", "advcl") if c.i > max(noun.i, verb.i)]
    return [i for c in told[:1] if c.left_edge.lower_ == "that" for i in subtree(c)]


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
        if clause.i > noun.i and any(_opens(m) for m in clause.children):
            return [i for i in subtree(clause) if i != clause.left_edge.i or clause.left_edge.lower_ != "that"]
    for clause in children(noun, "relcl"):
        that = clause.left_edge
        inner = [c for c in children(clause, "nsubj", "nsubjpass") if c.i != that.i]
        if that.lower_ == "that" and that.i > noun.i and inner:
            return [i for i in subtree(clause) if i != that.i]
    return []


def _opens(mark: Token) -> bool:
    return mark.lower_ == "that" and (mark.dep_ == "mark" or mark.tag_ == "IN")


def _clause_of_verb(noun: Token) -> list[int]:
    """ "confirmed reports from the ministry that …": the parser hangs the clause on the verb."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_.lower() in ARRIVING and not children(verb, "neg", "dobj"):
        told = [c for c in children(verb, "ccomp", "advcl") if c.i > verb.i and c.left_edge.lower_ == "that"]
        return [i for clause in told[:1] for i in subtree(clause) if i != clause.left_edge.i]
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
        infinitive = child.dep_ in ("acl", "relcl") and child.left_edge.lower_ == "to"
        if infinitive and "to" in cue.takes and any(a.lower_ == "to" for a in children(child, "aux")):
            return subtree(child)
    return []
