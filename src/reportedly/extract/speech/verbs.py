"""Verb cues: said that, told X that, denied the claim, warned of, described X as Y, put the toll at."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue, Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import agent, children, is_passive, phrase, subject, subtree

AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
QUESTION_WORDS = frozenset({"whether", "if", "how", "why", "what", "that", "who", "where", "when"})
NO_CONTENT = frozenset({"so", "nothing", "it", "that", "this", "more", "reporters", "journalists", "themselves"})


class Verbs:
    """Finds statements by their verb."""

    rules = ("clause", "embedded", "infinitive", "as", "small", "put", "blame", "raise", "object", "preposition")

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings with a verb for a cue, in order."""
        found = []
        for token in passage.tokens:
            cue = self._words.verbs.get(token.lemma_.lower()) if token.pos_ in ("VERB", "AUX") else None
            if cue is not None:
                finding = self._read(passage, token, cue)
                if finding is not None:
                    found.append(finding)
        return found

    def _read(self, passage: Passage, verb: Token, cue: Cue) -> Finding | None:
        passive = is_passive(verb)
        source = agent(verb) if passive else subject(verb)
        rule, content = _passive(verb, cue) if passive else _active(passage, verb, cue, source)
        if not content or (passive and source is None and rule != "clause"):
            return None
        if not _sound(passage, verb, cue, source, rule, passive):
            return None
        parts = cue_tokens(verb, rule)
        stretch = phrase(source, [verb.i]) if source is not None else None
        content = [i for i in content if i not in parts and not (stretch and stretch[0] <= i <= stretch[1])]
        content = passage.trim(content)
        if not content:
            return None
        return Finding(rule, verb.i, parts, tuple(content), stretch, cue)


def cue_tokens(verb: Token, rule: str = "") -> tuple[int, ...]:
    """The verb with its auxiliaries, negation and particle."""
    near = [c.i for c in verb.children if c.dep_ in AUXILIARIES and abs(c.i - verb.i) < 4]
    if rule == "declines":
        near += [t.i for c in children(verb, "xcomp") for t in (c, *children(c, "aux"))]
    return tuple(sorted([*near, verb.i]))


def _sound(passage: Passage, verb: Token, cue: Cue, source: Token | None, rule: str, passive: bool) -> bool:
    """Whether the subject can say things, where the verb alone does not prove that something is said."""
    if rule in ("clause", "embedded") and not cue.weak:
        return True
    if source is None:
        return rule == "clause" and not cue.weak
    return can_speak(source)


def _active(passage: Passage, verb: Token, cue: Cue, source: Token | None) -> tuple[str, list[int]]:
    for rule in (_clause, _embedded, _infinitive, _as, _small, _put, _raise, _blame, _object, _preposition):
        content = rule(verb, cue, source)
        if content:
            return rule.__name__.lstrip("_"), content
    return "", []


def _passive(verb: Token, cue: Cue) -> tuple[str, list[int]]:
    content = _clause(verb, cue, None)
    if content and cue.addressee:
        return "clause", content
    theme = children(verb, "nsubjpass", "csubjpass")
    if not theme:
        return "", []
    rest = [i for c in verb.children if c.i > verb.i and _completes(c) for i in subtree(c)]
    if cue.takes & {"object", "as", "small", "put", "blame", "clause"}:
        return "object", [i for t in theme for i in subtree(t)] + rest
    return "", []


def _completes(child: Token) -> bool:
    return child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ in ("as", "at", "for", "on", "of"))


def _clause(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    if not cue.takes & {"clause", "quote"}:
        return []
    found = [c for c in verb.children if c.dep_ == "ccomp" and c.i != verb.i]
    if not found and "clause" in cue.takes:
        found = [c for c in children(verb, "xcomp") if c.i > verb.i and _finite(c)]
        found += [
            p
            for c in children(verb, "prep", "dobj")
            for p in children(c, "pcomp", "acl")
            if p.left_edge.lower_ in QUESTION_WORDS and _finite(p)
        ]
    return [i for c in found for i in subtree(c)]


def _finite(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" for c in verb.children) or any(c.dep_ == "nsubjpass" for c in verb.children)


def _embedded(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    """ "The bridge, he said, was shut": the reporting clause hangs on what it reports."""
    if not cue.takes & {"clause", "quote"} or source is None:
        return []
    if verb.dep_ not in ("parataxis", "ccomp", "dep", "intj") or verb.head is verb:
        return []
    host = verb.head
    if host.pos_ not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
        return []
    edge = verb.left_edge.i
    if verb.dep_ == "ccomp" and verb.i > host.i and not (edge > 0 and verb.doc[edge - 1].text in ",—–"):
        return []
    if verb.dep_ == "ccomp" and any(c.dep_ == "mark" for c in verb.children):
        return []
    return subtree(host, [verb])


def _infinitive(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    if "to" not in cue.takes:
        return []
    found = [c for c in children(verb, "xcomp", "ccomp", "advcl") if any(a.lower_ == "to" for a in children(c, "aux"))]
    if cue.addressee and found:
        people = children(verb, "dobj")
        return [i for c in [*people, *found] for i in subtree(c)]
    return [i for c in found for i in subtree(c)]


def _as(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    if "as" not in cue.takes:
        return []
    parts = [
        c
        for c in children(verb, "prep", "advcl")
        if c.lower_ == "as" or any(m.lower_ == "as" for m in children(c, "mark"))
    ]
    if not parts:
        return []
    return [i for c in [*children(verb, "dobj"), *parts] for i in subtree(c)]


def _small(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    if "small" not in cue.takes:
        return []
    parts = children(verb, "oprd", "ccomp", "xcomp")
    if not parts:
        return []
    return [i for c in [*children(verb, "dobj"), *parts] for i in subtree(c)]


def _put(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    if not cue.takes & {"put", "put_as"}:
        return []
    mark = "at" if "put" in cue.takes else "as"
    things = children(verb, "dobj")
    level = [c for c in children(verb, "prep") if c.lower_ == mark]
    level = level or [p for t in things for p in children(t, "prep") if p.lower_ == mark]
    if not things or not level or not any(t.like_num or t.pos_ == "NUM" for c in level for t in c.subtree):
        return []
    return [i for c in [*things, *level] for i in subtree(c)]


def _raise(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    if "raise" not in cue.takes:
        return []
    things = [c for c in children(verb, "dobj") if not c.ent_type_]
    level = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"]
    level = level or [p for t in things for p in children(t, "prep") if p.lower_ == "to"]
    if not things or not level or not any(t.like_num for c in level for t in c.subtree):
        return []
    return [i for c in [*things, *level] for i in subtree(c)]


def _blame(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    if "blame" not in cue.takes:
        return []
    return [
        i
        for c in [*children(verb, "dobj"), *_preps(verb, {"of", "for", "on", "to", "with", "over"})]
        for i in subtree(c)
    ]


def _object(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    if "object" not in cue.takes:
        return []
    things = [c for c in children(verb, "dobj") if c.lower_ not in NO_CONTENT and c.i > verb.i]
    if not things or (cue.number and not any(t.like_num for c in things for t in c.subtree)):
        return []
    return [
        i
        for c in [*things, *_preps(verb, {"of", "for", "in", "at", "between", "to"}, things[-1].i)]
        for i in subtree(c)
    ]


def _preposition(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    words = cue.takes & {"of", "for", "on", "about", "against", "with", "at", "to_noun"}
    if not words:
        return []
    names = {"to" if w == "to_noun" else w for w in words}
    found = [c for c in children(verb, "prep", "prt") if c.lower_ in names and c.i > verb.i]
    return [i for c in found for i in subtree(c) if i != c.i]


def _preps(verb: Token, words: set[str], after: int = -1) -> list[Token]:
    return [c for c in children(verb, "prep") if c.lower_ in words and c.i > max(verb.i, after)]
