"""Asides that tell whose words a sentence is: "as she put it", "to hear the farmers tell it", "if they are right"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import children, phrase
from reportedly.extract.words import Token
from reportedly.vocabulary import table

PUTS = Cue("put", frozenset())
PERHAPS = Cue("believe", frozenset(), certainty="hedged")
LONGEST_WAY = 8  # tokens from a verb of saying to the end of its aside: "clarified to the daily on Friday"
LEAST = 3  # tokens of a sentence beside its aside


class Asides:
    """Finds sentences that an aside gives to somebody."""

    rules = ("as-put",)

    def __init__(self) -> None:
        rows = table("phrases")["aside"]
        self._puts, self._tells = frozenset(rows["as"]["verbs"]), frozenset(rows["hear"]["verbs"])
        self._says = frozenset(rows["said"]["verbs"])
        self._right = frozenset(rows["if"]["words"])

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings beside such an aside, in order."""
        found: list[Finding] = []
        for token in passage.tokens:
            if token.lower_ in ("as", "to", "if") and not passage.quoted(token):
                found += self._read(passage, token)
        return found

    def _read(self, passage: Passage, first: Token) -> Iterator[Finding]:
        tokens, sent = passage.tokens, first.sent
        opens = first.i == sent.start or tokens[first.i - 1].text in (",", "–", "—", "(")
        last, verb = self._aside(passage, first) if opens else (None, None)
        if last is None or verb is None:
            return
        who = next((c for c in children(verb, "nsubj", "nsubjpass") if first.i < c.i <= last and can_speak(c)), None)
        who = who or (verb.head if _of_participle(verb, first) else None)
        behind = last + 1
        if who is None or (behind < sent.end and not tokens[behind].is_punct and tokens[behind].text not in "“\"'‘"):
            return
        content = passage.trim(i for i in range(sent.start, sent.end) if not first.i <= i <= last)
        content = [i for i in content if not (i == first.i - 1 or (i == behind and tokens[i].text in ",–—)"))]
        if len(content) >= LEAST:
            cue = tuple(i for i in range(first.i, last + 1) if not who.left_edge.i <= i <= who.right_edge.i)
            how = PERHAPS if first.lower_ == "if" else PUTS
            yield Finding("as-put", verb.i, cue, tuple(content), phrase(who, [verb.i]), how)

    def _said_plainly(self, verb: Token, end: int) -> bool:
        """ "As the ministry stated on Friday": the verb says nothing itself, but when, where or to whom."""
        if verb.lemma_.lower() not in self._says or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
            return False
        behind = [c for c in verb.children if c.i > verb.i]
        plain = all(c.dep_ in ("prep", "advmod", "npadvmod", "dative", "prt", "punct") for c in behind if c.i < end)
        near = end - verb.i <= LONGEST_WAY and not any(t.lower_ in ("of", "about", "for") for t in behind)
        return plain and near and not children(verb, "auxpass", "neg")

    def _aside(self, passage: Passage, first: Token) -> tuple[int | None, Token | None]:
        """Last token and verb of an aside that begins here."""
        tokens, sent = passage.tokens, first.sent
        end = next((i for i in range(first.i + 1, sent.end) if tokens[i].text in (",", "–", "—", ")", ".", ":")), None)
        if end is None:
            return None, None
        last = tokens[end - 1]
        verb = next((t for t in reversed(tokens[first.i + 1 : end]) if t.pos_ in ("VERB", "AUX")), None)
        if verb is None:
            return None, None
        if first.lower_ == "as" and self._said_plainly(verb, end):
            return end - 1, verb
        as_put = first.lower_ == "as" and last.lower_ in ("it", "this") and verb.lemma_.lower() in self._puts
        heard = first.lower_ == "to" and tokens[first.i + 1].lower_ == "hear" and last.lower_ in ("it", "this")
        if as_put or (heard and verb.lemma_.lower() in self._tells):
            return end - 1, verb
        if first.lower_ == "if" and last.lower_ in self._right:
            above = verb.head if verb.i == last.i and not children(verb, "nsubj", "nsubjpass") else verb
            return end - 1, above
        return None, None


def _of_participle(verb: Token, first: Token) -> bool:
    """ "As its press service clarified, …": the parser hung the verb on who speaks."""
    above = verb.head
    return verb.dep_ == "acl" and above.head.i == first.i and above.i < verb.i and can_speak(above)
