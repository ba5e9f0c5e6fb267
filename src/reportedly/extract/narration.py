"""Sentences in the article's own voice that carry something a reader would cite."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from reportedly.extract.draft import Draft, Parse
from reportedly.extract.words import Phrase
from reportedly.model.ids import content_id
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.model.why import Why


class Narration:
    """Adds a statement without a source for every sentence with a value that no attributed content holds."""

    name = "narration.v1"
    requires = ("parses", "statements", "figures", "moments", "happenings")
    assigns = ("statements",)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with narrated statements among the others, in document order."""
        values = sorted([
            *((f.span, "a figure", f.text) for f in draft.figures),
            *((m.span, "a time", m.text) for m in draft.moments),
            *((h.verb.span, "a happening", h.verb.text) for h in draft.happenings),
        ])  # fmt: skip
        narrated = list(_narrated(draft, _loose(values, draft.statements)))
        statements = sorted(
            [*draft.statements, *narrated], key=lambda s: (s.content[0].start, -s.content[-1].end, s.id)
        )
        return replace(draft, statements=tuple(statements))


def _loose(values: list[tuple[Span, str, str]], statements: Sequence[Statement]) -> list[tuple[Span, str, str]]:
    """The values that no content holds."""
    told = sorted(span for statement in statements for span in statement.content)
    reached = [0, *accumulate((span.end for span in told), max)]  # how far the first so many contents reach
    starts = [span.start for span in told]
    return [value for value in values if reached[bisect_right(starts, value[0].start)] < value[0].end]


def _narrated(draft: Draft, loose: list[tuple[Span, str, str]]) -> Iterator[Statement]:
    at = 0
    for parse in draft.parses:
        for sentence in parse.doc.sents:
            span = _bare(parse, sentence)
            while at < len(loose) and loose[at][0].start < span.start:
                at += 1
            held = [v for v in loose[at : _past(loose, at, span.end)] if span.contains(v[0])]
            if held:
                _, kind, words = held[0]
                yield Statement(
                    id=content_id("statement", draft.article.id, span, "narrated"),
                    article=draft.article.id,
                    content=(span,),
                    cue=None,
                    manner="narrated",
                    attribution=(),
                    why=(Why("narration.v1", f"{kind}: {words}"),),
                )


def _past(loose: list[tuple[Span, str, str]], at: int, end: int) -> int:
    while at < len(loose) and loose[at][0].start < end:
        at += 1
    return at


def _bare(parse: Parse, sentence: Phrase) -> Span:
    span = parse.span(sentence)
    words = sentence.text
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + max(lead, len(words.rstrip())))
