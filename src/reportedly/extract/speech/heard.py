"""Who has something from whom: "The paper has it from a clerk that …", "we hear from the hospital that …"."""

from __future__ import annotations

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import children, phrase
from reportedly.extract.words import Token
from reportedly.vocabulary import table

HEARD = Cue("heard", frozenset())
NEAR = 14  # tokens between the source and the clause: "heard from a clerk, who had it from the port, that …"


class Heard:
    """Finds statements that somebody passes on as heard from their source."""

    rules = ("heard",)

    def __init__(self) -> None:
        self._verbs = frozenset(table("relays")["have_it"]["words"])

    def __call__(self, passage: Passage) -> list[Finding]:
        """All clauses behind such a verb, in order."""
        found = (self._read(passage, t) for t in passage.tokens if t.lower_ == "from" and not passage.quoted(t))
        return [finding for finding in found if finding is not None]

    def _read(self, passage: Passage, source_mark: Token) -> Finding | None:
        tokens = passage.tokens
        verb = source_mark.i - 1
        verb -= verb > 0 and tokens[verb].lower_ == "it"
        source = next((p for p in children(source_mark, "pobj") if can_speak(p)), None)
        if verb < 0 or source is None or tokens[verb].lemma_.lower() not in self._verbs:
            return None
        first, last = phrase(source)
        end = source_mark.sent.end
        that = next((t.i for t in tokens[last + 1 : min(end, last + NEAR)] if _opens(t)), None)
        if that is None:
            return None
        stop = next((t.i for t in tokens[that:end] if t.text == ";"), end)
        content = passage.trim(range(that + 1, stop))
        if len(content) <= 2:
            return None
        return Finding("heard", verb, tuple(range(verb, source_mark.i + 1)), tuple(content), (first, last), HEARD)


def _opens(token: Token) -> bool:
    """Whether a clause begins here, and not one that tells which thing is meant."""
    return token.lower_ == "that" and token.pos_ != "DET"
