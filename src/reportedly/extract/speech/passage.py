"""One paragraph as the rules see it: tokens, sentences, and which tokens stand in which quotation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.extract.draft import Parse
from reportedly.extract.speech.dateline import dateline_end
from reportedly.extract.speech.quotations import Quotation, quotations
from reportedly.extract.words import Doc, Token
from reportedly.model.span import Span

_EDGE = frozenset(" ,.;:—–-―…")
MARKS = frozenset("\"“”„‟«»‘’'＂") | {"``", "''"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A parse with its quotations; `inside[i]` is the number of the quotation that token i stands in, or -1."""

    parse: Parse
    quotations: tuple[Quotation, ...]
    inside: tuple[int, ...]
    tokens: tuple[Token, ...]
    ranges: tuple[tuple[int, int], ...]  # of each quotation, in tokens, marks included, half-open
    lead: int  # tokens of a dateline or clock time before the first sentence

    @property
    def doc(self) -> Doc:
        """The parsed paragraph."""
        return self.parse.doc

    @classmethod
    def of(cls, parse: Parse) -> Passage:
        """The passage of one parse."""
        marks = tuple(quotations(parse.text))
        tokens = tuple(parse.doc)
        inside = [-1] * len(tokens)
        ranges = []
        at = 0
        for number, q in enumerate(marks):
            while at < len(tokens) and tokens[at].idx + len(tokens[at].text) <= q.start:
                at += 1
            first = at
            while at < len(tokens) and tokens[at].idx < q.end:
                inside[at] = number
                at += 1
            ranges.append((first, at))
        lead = dateline_end(parse.text)
        skipped = sum(t.idx < lead for t in tokens)
        return cls(parse, marks, tuple(inside), tokens, tuple(ranges), skipped)

    def spans(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """Token numbers as stretches of the capture, trimmed of blanks and punctuation at the edges."""
        kept = self.trim(tokens)
        runs: list[list[int]] = []
        for i in kept:
            if runs and all(self.tokens[j].is_space for j in range(runs[-1][1] + 1, i)):
                runs[-1][1] = i
            else:
                runs.append([i, i])
        spans = (self._stretch(*self._bare(first, last)) for first, last in runs)
        return tuple(s for s in spans if len(s))

    def trim(self, tokens: Iterable[int]) -> list[int]:
        """Sorted token numbers without blanks and punctuation at either end, nor the “that” of a clause."""
        kept = [i for i in sorted(set(tokens)) if i >= self.lead and not self.tokens[i].is_space]
        while kept and (self.tokens[kept[0]].text in _EDGE or _is_that(self.tokens[kept[0]])):
            kept.pop(0)
        while kept and (self.tokens[kept[-1]].text in _EDGE or self.tokens[kept[-1]].dep_ == "cc"):
            kept.pop()
        return kept

    def _bare(self, first: int, last: int) -> tuple[int, int]:
        while first < last and self.tokens[first].text in _EDGE:
            first += 1
        while first < last and self.tokens[last].text in _EDGE:
            last -= 1
        return first, last

    def _stretch(self, first: int, last: int) -> Span:
        base = self.parse.base
        end = self.tokens[last]
        return Span(base + self.tokens[first].idx, base + end.idx + len(end.text))

    def stretch(self, first: int, last: int) -> Span:
        """Tokens first to last, both included, as a span of the capture."""
        return self._stretch(first, last)

    def quoted(self, token: Token) -> bool:
        """Whether a token stands inside quotation marks."""
        return self.inside[token.i] >= 0


def _is_that(token: Token) -> bool:
    return token.dep_ == "mark" and token.lower_ == "that"
