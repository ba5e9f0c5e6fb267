"""Whom a source itself leans on: "X, citing Y, said", "with reference to Y", "attributing this to Y"."""

from __future__ import annotations

from functools import partial

from reportedly.extract.speech.boundaries import POINTING
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.handed_on import HandedOn, Stretch
from reportedly.extract.speech.lexicon import lexicon
from reportedly.extract.speech.media import is_medium
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_be_cited, can_speak, is_paper
from reportedly.extract.speech.syntax import children, phrase
from reportedly.extract.words import Token
from reportedly.vocabulary import listed

_words = partial(listed, "relays")


def cited(passage: Passage, verb: Token, finding: Finding, hands: HandedOn) -> list[Stretch]:
    """ "X, citing Y, said": the words are Y's."""
    found = []
    start, end = verb.sent.start, verb.sent.end
    for token in passage.tokens[start:end]:
        if token.lower_ not in _words("citing") or token.i in finding.content or passage.quoted(token):
            continue
        behind = finding.last < token.i and token.head.i in finding.content  # "…, citing two guards"
        hangs = token.head.i == verb.i or _near_source(token, finding) or token.i < verb.i or behind
        if token.tag_ != "VBG" or not (hangs or verb.i < token.i < finding.first) or _of_outer(token, verb):
            continue
        apart = any(t.text == ";" for t in passage.tokens[min(token.i, verb.i) : max(token.i, verb.i)])
        named = [c for c in children(token, "dobj") if not apart and (can_be_cited(c) or is_medium(c))]
        named = [c for c in named if not (_leads(token, finding) and is_medium(c))]
        named = [c for c in named if not (passage.quoted(c) and is_paper(c))]  # “irreconcilable testimony” is no paper
        found += [link for c in named for link in _down_to(phrase(c), hands)]
    leant_on = [
        *_attributed(passage, verb, finding),
        *_referred_to(passage, verb, finding),
        *_on_the_word_of(passage, verb, finding),
    ]
    return found + [phrase(c) for c in (*leant_on, *_heard_from(verb, finding))]


def _leads(citing: Token, finding: Finding) -> bool:
    """Whether a participle stands before what is said and its speaker behind it: it is none of the speaker's."""
    return finding.source is not None and citing.i < finding.first < finding.head and citing.i < finding.source[0]


def quoted_in_front(passage: Passage, verb: Token, finding: Finding) -> list[Stretch]:
    """ "As told earlier, quoting the wire: “…,” Jon Abt recounted": the wire passes it on."""
    ahead = passage.tokens[verb.sent.start : finding.first]
    citing = [t for t in ahead if t.lower_ in _words("citing") and t.tag_ == "VBG" and _leads(t, finding)]
    return [phrase(c) for t in citing for c in children(t, "dobj") if is_medium(c)]


def _of_outer(citing: Token, verb: Token) -> bool:
    """Whether a participle belongs to the report that this one stands in: "X, citing Y, wrote that Z had ordered …"."""
    here = verb
    while here.dep_ in ("ccomp", "conj") and here.head.i != here.i:
        inner, here = here, here.head
        reports = inner.dep_ == "ccomp" and here.lemma_.lower() in lexicon().verbs
        if reports and citing.i < here.i < verb.i:
            return True
    return False


def _heard_from(verb: Token, finding: Finding) -> list[Token]:
    """ "The gate was shut, the weekly has learnt from two guards": the guards, where they are not the source yet."""
    if finding.rule == "heard" or verb.lemma_.lower() not in _words("have_it"):
        return []
    return [p for by in children(verb, "prep") if by.lower_ == "from" for p in children(by, "pobj") if can_speak(p)]


def _referred_to(passage: Passage, verb: Token, finding: Finding) -> list[Token]:
    """ "With reference to the governor's office, the agency writes", "referring to the office,": the office."""
    sentence = passage.tokens[verb.sent.start : verb.sent.end]
    led = [t for t in sentence if t.lower_ == "reference" and t.head.lower_ == "with" and t.i not in finding.content]
    led += [t for t in sentence if t.lower_ == "referring" and t.i < verb.i and _is_mediums(passage, t)]
    behind = [p for t in led for to in children(t, "prep") if to.lower_ == "to" for p in children(to, "pobj")]
    return [p for p in behind if can_be_cited(p) and not passage.quoted(p)]


def _attributed(passage: Passage, verb: Token, finding: Finding) -> list[Token]:
    """ "Reported that the gate was open, attributing this to a guard": the guard."""
    behind = passage.tokens[finding.last + 1 : verb.sent.end]
    acts = [t for t in behind if t.lower_ == "attributing" and passage.tokens[t.i - 1].text == ","]
    told = [t for t in acts if any(c.lower_ in POINTING for c in children(t, "dobj"))]
    to = [p for t in told for thing in (t, *children(t, "dobj")) for p in children(thing, "prep") if p.lower_ == "to"]
    return [p for preposition in to for p in children(preposition, "pobj") if can_speak(p)]


def _is_mediums(passage: Passage, participle: Token) -> bool:
    """Whether a participle stands behind a medium and a comma: who else refers to somebody, only means him."""
    before = passage.tokens[participle.i - 2] if participle.i > 1 else participle
    return passage.tokens[participle.i - 1].text == "," and is_medium(before)


def _on_the_word_of(passage: Passage, verb: Token, finding: Finding) -> list[Token]:
    """ "The gate was shut, the daily writes, on the word of a ferryman": the ferryman."""
    words = [t for t in passage.tokens[verb.sent.start : verb.sent.end] if t.lower_ in _words("faith")]
    leant = [t for t in words if t.i not in finding.content and t.dep_ == "pobj" and t.head.lower_ == "on"]
    behind = [p for t in leant for of in children(t, "prep") if of.lower_ == "of" for p in children(of, "pobj")]
    return [p for p in behind if can_speak(p) and not passage.quoted(p)]


def _down_to(cited: Stretch, hands: HandedOn) -> list[Stretch]:
    """A cited source with those behind it first and those that carried its words after it."""
    return [*hands.behind(cited), cited, *hands.carriers(cited)]


def _near_source(token: Token, finding: Finding) -> bool:
    return finding.source is not None and finding.source[0] <= token.head.i <= finding.source[1]
