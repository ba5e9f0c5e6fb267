"""What is reported inside a quotation: “The guards told us the gate was shut,” she said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.syntax import children
from reportedly.extract.speech.verbs import Verbs
from reportedly.extract.words import Token
from reportedly.vocabulary import listed, table

OWN = frozenset(table("speech")["own"]["words"]) | frozenset(table("speech")["nobody"]["words"])

FINITE = frozenset({"VBD", "VBZ", "VBP"})


class Within:
    """Finds statements of others in somebody's direct words."""

    rules = ("within",)

    def __init__(self, words: Lexicon) -> None:
        self._verbs = Verbs(words)

    def __call__(self, passage: Passage, stand: Sequence[Finding]) -> list[Finding]:
        """All clauses that a quotation itself reports of somebody else, in order."""
        spoken = [set(range(f.first, f.last + 1)) for f in stand if f.direct or f.rule == "floating"]
        spoken = [tokens for tokens in spoken if any(passage.inside[i] >= 0 for i in tokens)]
        if not spoken:
            return []
        bare = replace(passage, inside=(-1,) * len(passage.inside))
        heads = {f.head for f in stand if f.cue}
        return [
            replace(f, rule="within")
            for f in self._verbs(bare)
            if f.rule == "clause" and f.content and f.head not in heads
            and _of_others(bare, f) and _told(bare.tokens[f.head])
            and any({*f.content, *f.cue, *range(*f.source)} <= tokens for tokens in spoken if f.source)
        ]  # fmt: skip


def _told(verb: Token) -> bool:
    """Whether the quotation says that it was said: not that it was thought, nor that it may have been or was not."""
    had = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.tag_ in FINITE for c in children(verb, "aux"))
    if not (verb.tag_ in FINITE or had) or verb.lemma_.lower() not in _reporting():
        return False
    return not children(verb, "neg") and not any(c.tag_ == "MD" for c in verb.children)


def _reporting() -> frozenset[str]:
    return listed("relays", "told") | listed("relays", "asked")


def _of_others(passage: Passage, finding: Finding) -> bool:
    """Whether the source is neither the speaker nor whoever is spoken to."""
    return finding.source is not None and passage.tokens[finding.source[0]].lower_ not in OWN
