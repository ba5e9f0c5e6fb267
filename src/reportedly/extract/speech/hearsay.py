"""Is believed to, are said to, it is feared that, reportedly: reports that name nobody."""

from __future__ import annotations

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue, Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.syntax import agent, children, is_passive, subtree
from reportedly.extract.speech.verbs import cue_tokens
from reportedly.extract.words import Token


class Hearsay:
    """Finds statements whose source is left out."""

    rules = ("hearsay", "reportedly")

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings of a passive that reports without an agent, in order."""
        found = []
        for token in passage.tokens:
            if token.lower_ in self._words.adverbs and not passage.quoted(token):
                told = self._words.verbs.get(self._words.lemma(token.head))
                if told is not None and "quote" in told.takes and not is_passive(token.head):
                    continue  # "he reportedly said": the statement is his, the adverb weakens it
                finding = _adverb(passage, token)
                found += [finding] if finding is not None else []
                continue
            cue = self._words.hearsay.get(self._words.lemma(token)) if token.tag_ == "VBN" else None
            if cue is None or passage.quoted(token) or not is_passive(token) or agent(token) is not None:
                continue
            finding = _read(passage, token, cue)
            if finding is not None:
                found.append(finding)
        return found


def _read(passage: Passage, verb: Token, cue: Cue) -> Finding | None:
    tails = [c for c in children(verb, "xcomp", "ccomp", "oprd", "advcl", "prep") if c.i > verb.i]
    tails = [c for c in tails if c.dep_ != "prep" or c.lower_ in cue.takes]
    tails = [c for c in tails if c.dep_ != "advcl" or any(a.lower_ == "to" for a in children(c, "aux"))]
    theme = [c for c in children(verb, "nsubjpass", "nsubj") if c.lower_ != "it"]
    if not tails or any(c.lower_ in ("what", "which", "who", "that") for c in theme):
        return None
    parts = cue_tokens(verb)
    content = [i for c in [*theme, *tails] for i in subtree(c)]
    content = passage.trim(i for i in content if i not in parts)
    return Finding("hearsay", verb.i, parts, tuple(content), None, cue) if len(content) > 1 else None


def _adverb(passage: Passage, adverb: Token) -> Finding | None:
    verb = adverb.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    without = children(verb, "advcl", "conj", "cc", "parataxis")
    kept = passage.trim(i for i in subtree(verb, without) if i != adverb.i)
    return Finding("reportedly", adverb.i, (adverb.i,), tuple(kept), None) if len(kept) > 2 else None
