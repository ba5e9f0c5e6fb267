"""Figures said to be somebody's: "the 38 million quoted by ministers", "As reported by the office, nine …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import agent, children, phrase
from reportedly.extract.words import Token
from reportedly.vocabulary import listed

_words = partial(listed, "tails")

GIVEN = Cue("give", frozenset())
LONGEST_WAY = 8  # tokens from a verb of learning to its comma: "told at the airport by two guards"


class Given:
    """Finds figures with a participle and whose they are."""

    rules = ("given", "as-made")

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings, in order."""
        found: list[Finding] = []
        for token in passage.tokens:
            if token.tag_ not in ("VBN", "VBD") or passage.quoted(token):
                continue
            found += self._learned(passage, token)
            by = agent(token) if token.tag_ == "VBN" else None
            if by is None or not can_speak(by):
                continue
            found += [*self._figure(passage, token, by), *self._report(passage, token, by)]
        return found

    def _figure(self, passage: Passage, given: Token, by: Token) -> Iterator[Finding]:
        thing = given.head
        if given.lower_ not in _words("given") or given.dep_ != "acl" or thing.i > given.i:
            return
        kept = passage.trim(range(thing.left_edge.i, given.i))
        if any(passage.tokens[i].like_num for i in kept) and thing.pos_ in ("NOUN", "NUM", "SYM", "PROPN"):
            yield Finding("given", given.i, _cue(given, by), tuple(kept), phrase(by), GIVEN)

    def _learned(self, passage: Passage, verb: Token) -> Iterator[Finding]:
        """ "As the agency was told at the port, nine boats sank", "as the Post has learnt, …": the rest of it."""
        first = verb.sent.start
        own = children(verb, "nsubj", "nsubjpass")
        if passage.tokens[first].lower_ != "as" or verb.lemma_.lower() not in _words("learned") or len(own) != 1:
            return
        (who,) = own
        commas = [i for i in range(verb.i, verb.sent.end) if passage.tokens[i].text == ","]
        if not commas or not can_speak(who) or who.left_edge.i != first + 1 or commas[0] - verb.i > LONGEST_WAY:
            return
        content = passage.trim(range(commas[0] + 1, verb.sent.end))
        by = agent(verb)
        if len(content) > 2:
            source = phrase(by if by is not None else who, [verb.i])
            yield Finding("as-made", verb.i, (verb.i,), tuple(content), source, GIVEN)

    def _report(self, passage: Passage, made: Token, by: Token) -> Iterator[Finding]:
        """ "As reported to us by the office, …": the rest of the sentence."""
        first = made.sent.start
        opens = passage.tokens[first].lower_ == "as" and made.i == first + 1
        if not opens or made.lower_ not in _words("made"):
            return
        source = phrase(by)
        comma = source[1] + 1
        if comma < made.sent.end and passage.tokens[comma].text == ",":
            content = passage.trim(range(comma + 1, made.sent.end))
            if len(content) > 2:
                yield Finding("as-made", made.i, _cue(made, by), tuple(content), source, GIVEN)


def _cue(verb: Token, by: Token) -> tuple[int, ...]:
    return tuple(range(verb.i, by.left_edge.i))
