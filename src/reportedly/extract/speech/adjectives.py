"""States of mind that report: is certain that, are convinced, has been adamant that."""

from __future__ import annotations

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import children, phrase, subject, subtree


class Adjectives:
    """Finds statements by an adjective with a clause."""

    rules = ("adjective",)

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings with an adjective for a cue, in order."""
        found = []
        for token in passage.tokens:
            cue = self._words.adjectives.get(token.lower_) if token.pos_ in ("ADJ", "VERB") else None
            if cue is None or passage.quoted(token):
                continue
            verb = token.head if token.dep_ == "acomp" else token
            who = subject(verb)
            content = [
                i for c in [*children(token, "ccomp"), *children(verb, "ccomp")] if c.i > token.i for i in subtree(c)
            ]
            content = content or [
                i for p in children(token, "prep") if p.lower_ in cue.takes for i in subtree(p) if i != p.i
            ]
            kept = passage.trim(content)
            if who is not None and can_speak(who) and len(kept) > 1:
                found.append(
                    Finding(
                        "adjective", token.i, tuple(sorted({verb.i, token.i})), tuple(kept), phrase(who, [verb.i]), cue
                    )
                )
        return found
