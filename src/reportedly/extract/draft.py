"""A reading in the making: what the stages of this room hand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.extract.happening.events import Event
from reportedly.extract.words import Doc, Phrase, Token
from reportedly.grammar.tokens import Tokens, tokens
from reportedly.model.article import Article, Block
from reportedly.model.capture import Capture
from reportedly.model.exhibit import Exhibit
from reportedly.model.happening import Happening
from reportedly.model.mention import Figure, Moment, NameMention, PlaceMention
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.statement import Statement

NOTHING = tokens("")


@dataclass(frozen=True, slots=True)
class Parse:
    """One block of the story, parsed; its text begins at `base` in the capture."""

    block: Block
    doc: Doc
    base: int

    @property
    def text(self) -> str:
        """The block's text."""
        return self.doc.text

    def span(self, phrase: Phrase | Token) -> Span:
        """Where a phrase or token of this parse stands in the capture."""
        start = phrase.idx if isinstance(phrase, Token) else phrase.start_char
        return Span(self.base + start, self.base + start + len(phrase.text))


@dataclass(frozen=True, slots=True)
class Draft:
    """A capture and its article with what has been found in it so far; each stage returns a fuller one.

    `story` is the capture's text as the grammars of times and amounts read it, blank but for the story; `events` are
    those of each parse, by the index of their head.
    """

    capture: Capture
    article: Article
    parses: tuple[Parse, ...] = ()
    story: Tokens = NOTHING
    events: tuple[Mapping[int, Event], ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    happenings: tuple[Happening, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()

    def reading(self) -> Reading:
        """What relate/ needs of it: everything but what the stages alone look at and the page's markup."""
        return Reading(
            capture=self.capture,
            article=self.article,
            statements=self.statements,
            figures=self.figures,
            moments=self.moments,
            places=self.places,
            names=self.names,
            happenings=self.happenings,
            exhibits=self.exhibits,
        )
