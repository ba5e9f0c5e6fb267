"""What somebody lets, makes or wishes known: "The port let it be known that …", "the mayor made it clear that …"."""

from __future__ import annotations

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import children, phrase, subject, subtree
from reportedly.extract.words import Token
from reportedly.vocabulary import table

KNOWN = Cue("known", frozenset())
NEAR = 5  # tokens from "let" to "known": "wishes it to be known"


class Known:
    """Finds statements that somebody makes known without a verb of saying."""

    rules = ("known",)

    def __init__(self) -> None:
        row = table("speech")["made_known"]
        self._verbs, self._words = frozenset(row["verbs"]), frozenset(row["words"])

    def __call__(self, passage: Passage) -> list[Finding]:
        """All clauses behind such words, in order."""
        found = (self._read(passage, t) for t in passage.tokens if t.lower_ in self._words and not passage.quoted(t))
        return [finding for finding in found if finding is not None]

    def _read(self, passage: Passage, word: Token) -> Finding | None:
        before = passage.tokens[max(word.sent.start, word.i - NEAR) : word.i]
        verb = next((t for t in reversed(before) if t.lemma_.lower() in self._verbs and t.pos_ == "VERB"), None)
        who = subject(verb) if verb is not None else None
        if verb is None or who is None or not can_speak(who) or children(verb, "neg"):
            return None
        clauses = [c for c in children(word, "ccomp", "advcl") if c.i > word.i and c.left_edge.lower_ == "that"]
        content = passage.trim(i for clause in clauses[:1] for i in subtree(clause))
        if len(content) <= 1:
            return None
        return Finding("known", verb.i, tuple(range(verb.i, word.i + 1)), tuple(content), phrase(who, [verb.i]), KNOWN)
