"""Sentences in the article's own voice that carry something a reader would cite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
        told = [s for statement in draft.statements for s in statement.content]
        values = sorted([
            *((f.span, "a figure", f.text) for f in draft.figures),
            *((m.span, "a time", m.text) for m in draft.moments),
            *((h.verb.span, "a happening", h.verb.text) for h in draft.happenings),
        ])  # fmt: skip
        loose = [v for v in values if not any(t.contains(v[0]) for t in told)]
        narrated = list(_narrated(draft, loose))
        statements = sorted(
            [*draft.statements, *narrated], key=lambda s: (s.content[0].start, -s.content[-1].end, s.id)
        )
        return replace(draft, statements=tuple(statements))


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
