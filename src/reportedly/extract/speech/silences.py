"""Who did not answer: did not respond to requests for comment, gave no comment on, could not be reached for comment."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import children, is_passive, phrase, subject, subtree
from reportedly.extract.speech.verbs import cue_tokens
from reportedly.extract.words import Token
from reportedly.vocabulary import table

WOULD = frozenset({"would", "will", "could"})  # "did not discuss" tells what was not done, "would not" who kept silent
HOW = Cue("silence", frozenset(), declines=True)


class Silences:
    """Finds statements that somebody had nothing to say: a refusal is data too."""

    rules = ("silence",)

    def __init__(self) -> None:
        rows = table("cues")["silence"]
        self._verbs = {lemma: frozenset(row["takes"]) for lemma, row in rows.items()}

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings of a refusal, in order."""
        found = []
        for token in passage.tokens:
            takes = self._verbs.get(token.lemma_.lower()) if token.pos_ in ("VERB", "AUX") else None
            if takes is None or passage.quoted(token):
                continue
            who = subject(token)
            content = passage.trim(i for thing in _unsaid(token, takes) for i in subtree(thing))
            if who is not None and can_speak(who) and content:
                stretch = phrase(who, [token.i, *content])
                kept = tuple(i for i in content if i not in cue_tokens(token))
                found.append(Finding("silence", token.i, cue_tokens(token), kept, stretch, HOW))
        return found


def _unsaid(verb: Token, takes: frozenset[str]) -> Iterator[Token]:
    """What was not answered: "to requests for comment", "on the matter", the bare "comment"."""
    negated = bool(children(verb, "neg"))
    if "object" in takes:
        for thing in children(verb, "dobj"):
            none = any(c.lower_ == "no" for c in thing.children)
            if none and thing.lemma_.lower() in _words():
                about = [p for c in (*children(thing, "prep"), *children(verb, "prep")) for p in children(c, "pobj")]
                yield from about[:1] or [thing]
                return
    if "direct" in takes and negated and any(c.lower_ in WOULD for c in children(verb, "aux")):
        yield from children(verb, "dobj", "ccomp")
        return
    if negated and "answers" in takes:
        yield from (t for t in children(verb, "dobj") if t.lemma_.lower() in _words())
        return
    if not negated or ("passive" in takes) != is_passive(verb):
        return
    for prep in children(verb, "prep"):
        if prep.lower_ in takes:
            things = children(prep, "pobj", "pcomp")
            if prep.lower_ != "for" or any(t.lemma_.lower() in _words() for t in things):
                yield from things


def _words() -> frozenset[str]:
    return frozenset(table("speech")["answers"]["words"])
