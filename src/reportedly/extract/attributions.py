"""Statements on somebody's word: who said what, in which words, and through whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from reportedly.extract.draft import Draft
from reportedly.extract.speech.adjectives import Adjectives
from reportedly.extract.speech.asides import Asides
from reportedly.extract.speech.bare import Bare, bracketed, gapped
from reportedly.extract.speech.boundaries import bounded
from reportedly.extract.speech.choice import chosen, in_order, of_nobody
from reportedly.extract.speech.colons import colons
from reportedly.extract.speech.contradicted import contradicted
from reportedly.extract.speech.direct import Direct
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.given import Given
from reportedly.extract.speech.headlines import headline, quoted_in_title
from reportedly.extract.speech.heard import Heard
from reportedly.extract.speech.hearsay import Hearsay
from reportedly.extract.speech.known import Known
from reportedly.extract.speech.learnt import Learnt
from reportedly.extract.speech.lexicon import lexicon
from reportedly.extract.speech.nouns import Nouns
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.phrases import Phrases
from reportedly.extract.speech.prepositions import Prepositions
from reportedly.extract.speech.silences import Silences
from reportedly.extract.speech.surface import Surface
from reportedly.extract.speech.tails import tailed
from reportedly.extract.speech.telling import Teller, name_kinds
from reportedly.extract.speech.turns import answer, answers, speakers, turn
from reportedly.extract.speech.verbs import Verbs
from reportedly.extract.speech.within import Within


class Attributions:
    """Finds every statement that has a source or a cue, by rules over the parse of each paragraph."""

    name = "attributions.v1"
    requires = ("parses", "names")
    assigns = ("statements",)

    def __init__(self, learnt: Learnt | Literal["stored"] | None = "stored") -> None:
        words = lexicon()
        self._learnt = Learnt(words) if learnt == "stored" else learnt
        self._rules = (
            Direct(words),
            Verbs(words),
            Prepositions(words),
            Nouns(words),
            Adjectives(words),
            Hearsay(words),
            Silences(),
            Bare(),
            Heard(),
            Given(),
            Known(),
            Phrases(words),
            Asides(),
        )
        self._surface = Surface(words)
        self._within = Within(words)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its statements, in document order."""
        teller = Teller(draft)
        statements = [s for passage, found in self.read(draft) for s in teller(passage, found)]
        return replace(draft, statements=tuple(teller.settled(statements)))

    def read(self, draft: Draft) -> Iterator[tuple[Passage, list[Finding]]]:
        """The findings of each paragraph: those of the rules and, in what they leave, the learnt ones."""
        ruled = list(self._ruled(draft))
        told = [(passage, stand, name_kinds(draft, passage)) for passage, stand in ruled]
        learnt = self._learnt(told) if self._learnt is not None else [[] for _ in ruled]
        for (passage, found), more in zip(ruled, learnt, strict=True):
            stand = tailed(passage, [*found, *(finding for finding in more if not of_nobody(passage, finding))])
            others = (*contradicted(passage, stand), *gapped(passage, stand), *self._within(passage, stand))
            every = in_order([*stand, *others])
            yield passage, [finding for finding in every if passage.trim(finding.content)]  # none in a dateline alone

    def _ruled(self, draft: Draft) -> Iterator[tuple[Passage, list[Finding]]]:
        """What the rules find in each paragraph."""
        known = speakers(parse.text for parse in draft.parses)
        story = [parse for parse in draft.parses if parse.block.kind != "title"]
        replies = {story[number].base for number in answers([parse.text for parse in story])} if not known else set()
        for parse in draft.parses:
            passage = Passage.of(parse)
            found = [finding for rule in self._rules for finding in rule(passage)]
            found += self._surface(passage, {f.head for f in found})
            if parse.block.kind == "title":
                found += headline(passage, draft.names)
                found += quoted_in_title(passage, found)
            elif parse.base in replies:
                found += answer(passage)
            else:
                found += turn(passage, known) or colons(passage, draft.names)
            found += bracketed(passage, draft.names)
            yield passage, chosen(passage, bounded(passage, found))
