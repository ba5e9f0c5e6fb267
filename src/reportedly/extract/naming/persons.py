"""Persons of one parsed block, by the tokens of their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.extract import clauses
from reportedly.extract.draft import Parse
from reportedly.extract.words import Token
from reportedly.model.mention import NameMention
from reportedly.model.span import Span


def _tokens(parse: Parse, span: Span) -> tuple[int, ...]:
    start, end = span.start - parse.base, span.end - parse.base
    if not (start >= 0 and end <= len(parse.text)):
        return ()
    held = parse.doc.char_span(start, end)
    return tuple(token.i for token in held) if held is not None else ()


@dataclass(frozen=True, slots=True)
class Persons:
    """Which tokens stand in whose name, in the fullest form that the article gives it.

    A name of which nothing tells what it names counts too: only where somebody of an age is spoken of, or tells.
    """

    names: dict[int, str]

    @classmethod
    def of(cls, parse: Parse, mentions: Iterable[NameMention]) -> Persons:
        """The persons named in a parse."""
        found: dict[int, str] = {}
        for mention in mentions:
            if mention.kind in ("person", None):
                for span in (mention.span, *(role.span for role in mention.roles)):
                    found.update(dict.fromkeys(_tokens(parse, span), mention.name))
        return cls(found)

    def who(self, noun: Token) -> str | None:
        """The person that a noun is, or whose name stands beside it: "the gunman, Ada Krall", "her friend Bo"."""
        beside = [noun, *(t for t in noun.children if t.dep_ in {"appos", "compound", "nmod"})]
        if noun.dep_ in {"appos", "compound", "nmod"}:
            beside.append(noun.head)
        if noun.dep_ == "attr":
            beside += [t for t in noun.head.children if t.dep_ == "nsubj"]
        return next((self.names[token.i] for token in beside if token.i in self.names), None)

    def subject(self, verb: Token) -> str | None:
        """The person whom a clause is said of."""
        party = clauses.doer(verb) or clauses.undergoer(verb)
        return self.names.get(party.i) if party is not None else None
