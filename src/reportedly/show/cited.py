"""The words that bear an answer out: from the naming of its origin to its value, else the sentence around it."""

from __future__ import annotations

import re

from reportedly.model.point import Answer
from reportedly.model.span import Span, hull
from reportedly.show.index import Index

LONGEST = 400  # signs of a citation
FAR = 160  # signs on either side in which a sentence ends, or is cut
END = re.compile(r"[.!?…][”’\"')\]]*(?=\s)|\n")


def cited(index: Index, answer: Answer) -> Span:
    """What a footnote quotes: exact words of the capture that hold the answer's own."""
    text = index.account_of[answer.article].reading.capture.text
    statement = index.statements.get(answer.statement or "")
    if statement is not None and statement.article == answer.article:
        named = [link.span for link in statement.attribution[:1] if link.span]
        checks = [hedge.span for hedge in statement.hedges]
        parts = [span for span in statement.content if span.overlaps(answer.span)]
        wide = hull([answer.span, *parts, *named, *checks, *([statement.cue] if statement.cue else [])])
        near = hull([answer.span, *named, *([statement.cue] if statement.cue else [])])
        for span in (wide, near):
            if len(span) <= LONGEST:
                return span
    return _sentence(text, answer.span)


def _sentence(text: str, span: Span) -> Span:
    start, end = max(0, span.start - FAR), min(len(text), span.end + FAR)
    ends = [found.end() for found in END.finditer(text, start, span.start)]
    after = END.search(text, span.end, end)
    first = ends[-1] if ends else start
    return Span(
        first + len(text[first : span.start]) - len(text[first : span.start].lstrip()), after.end() if after else end
    )
