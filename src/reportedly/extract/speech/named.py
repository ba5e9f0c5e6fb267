"""The names of an article by where they stand: which of them a source phrase is, or its words point to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from reportedly.extract.speech.descriptions import head_of, titles
from reportedly.extract.speech.passage import Passage
from reportedly.extract.words import Token
from reportedly.model.mention import NameMention
from reportedly.model.span import Span
from reportedly.vocabulary import listed, table

_words = partial(listed, "sources")

LONG_AGO = 400  # code points back that "the paper" may point
ASIDE = 8  # tokens behind a description in which its bearer is named


class Named:
    """The names of one article, found by their places in its text."""

    def __init__(self, text: str, names: Sequence[NameMention]) -> None:
        self._text = text
        self._names = names
        self._starts = [n.span.start for n in names]

    def of_phrase(self, tokens: Sequence[Token], passage: Passage) -> NameMention | None:
        """The name that the phrase's head, or its apposition, is; a name inside a possessive or "of" phrase is not."""
        found = self.within(passage.stretch(tokens[0].i, tokens[-1].i))
        if not found:
            return None
        base = passage.parse.base
        head = head_of(tokens)
        near = next((t.i for t in tokens if t.i > head.i and t.dep_ in ("prep", "agent")), tokens[-1].i)
        titled = next((b for a, b in pairwise(tokens) if titles(a, b) and a.i <= near), None)
        if titled is not None:
            named = next((m for m in found if m.span.start <= base + titled.idx < m.span.end), None)
            if named is not None and not self.owns(named.span):
                return named
        apposed = [t for t in tokens if t.dep_ == "appos"]
        own = [t for t in apposed if t.head.i == head.i]  # "the spokesman for the Front (FLN), Jon Abt": not FLN
        meant = self._at(found, base, [head, *own]) or self._at(found, base, apposed)
        if meant:
            if meant[0].kind is None:  # "the Warden of the Locks, Ada Krall": a title in capitals, then who bears it
                return next((m for m in meant if m.kind == "person"), meant[0])
            return meant[0]
        outlets = [m for m in found if m.kind == "outlet" and not self.owns(m.span)]
        if len(outlets) == 1 and head.lemma_.lower() in _words("body"):
            return outlets[0]
        people = [m for m in found if m.kind == "person" and not self.owns(m.span)]
        if not people or head.lemma_.lower() not in _words("person"):
            return None
        last = people[-1]  # "the Minister of Lands and Northern Order, Dr. Ada Krall"
        closes = last.span.end == base + tokens[-1].idx + len(tokens[-1].text) and "," in {t.text for t in tokens}
        return last if len(people) == 1 or closes else None

    def _at(self, found: Sequence[NameMention], base: int, heads: Sequence[Token]) -> list[NameMention]:
        """Of some names those that one of these words stands in, but for owners."""
        spots = {base + t.idx for t in heads}
        inside = (m for m in found if any(m.span.start <= at < m.span.end for at in spots))
        return [m for m in inside if not self.owns(m.span)]

    def called(self, passage: Passage, last: int) -> NameMention | None:
        """The name that stands behind a description: "a cheerful man named Olle Brandt"."""
        behind = passage.tokens[last + 1 : last + ASIDE]
        at = next((t.i for t in behind if t.lower_ in ("named", "called") and t.tag_ == "VBN"), None)
        named = passage.tokens[at : at + 2] if at is not None else ()
        if len(named) < 2 or any(
            t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.is_upper for t in behind if t.i < named[0].i
        ):
            return None
        start = passage.stretch(named[1].i, named[1].i).start
        at = bisect_left(self._starts, start)
        return self._names[at] if at < len(self._names) and self._starts[at] == start else None

    def medium(self, tokens: Sequence[Token], span: Span) -> NameMention | None:
        """Which medium "the paper" is: the outlet that was named last, not long before."""
        alone = (
            len(tokens) == 2 and tokens[0].lower_ == "the" and tokens[1].lower_ in table("relays")["medium"]["words"]
        )
        before = self._names[: bisect_left(self._starts, span.start)] if alone else ()
        platforms = table("names")["outlet"]["platforms"].split()
        papers = (n for n in reversed(before) if n.kind == "outlet" and n.name.lower() not in platforms)
        last = next(papers, None)
        return last if last is not None and span.start - last.span.end <= LONG_AGO else None

    def within(self, span: Span) -> list[NameMention]:
        """The names that stand wholly in a stretch of the text."""
        at = bisect_left(self._starts, span.start)
        found = []
        while at < len(self._names) and self._names[at].span.start < span.end:
            if self._names[at].span.end <= span.end:
                found.append(self._names[at])
            at += 1
        return found

    def owns(self, span: Span) -> bool:
        """Whether a possessive ending follows: the name is the owner's, of what comes next."""
        return self._text[span.end : span.end + 2] in ("'s", "’s", "s'", "s’")

    def body(self, told: frozenset[str]) -> NameMention | None:
        """The only name of the article, of nobody in person, that holds these words: which "ministry" it is."""
        fitting = {n.name: n for n in self._names if n.kind != "person" and told <= set(n.name.lower().split())}
        if len(fitting) != 1:
            return None
        (mention,) = fitting.values()
        return mention
