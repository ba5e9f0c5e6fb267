"""How sure an answer is: a hedge weakens what it reaches, and nothing else of its statement."""

from __future__ import annotations

import re
from functools import cache

from reportedly.grammar.sentence_end import sentence_end
from reportedly.model.point import StanceValue, Value
from reportedly.model.span import Span
from reportedly.model.statement import Certainty, Statement
from reportedly.vocabulary import table


def certainty_of(statement: Statement | None, span: Span, text: str, value: Value | None = None) -> Certainty:
    """How sure the words at `span` are; what stands in no statement is simply asserted.

    A hedge weakens what it reaches: "may have begun when the dam burst on Friday" leaves Friday as sure as it is.
    Whoever says that something is unclear doubts it, and is sure of that. `text` is the article's.
    """
    if statement is None:
        return "asserted"
    if statement.certainty != "hedged":
        return statement.certainty
    weakening = [hedge.span for hedge in statement.hedges]
    if value == StanceValue("doubts"):
        weakening = [hedge for hedge in weakening if not _unclear(text[hedge.start : hedge.end])]
    return "hedged" if any(_reaches(hedge, span, text) for hedge in weakening) else "asserted"


def _reaches(hedge: Span, span: Span, text: str) -> bool:
    """Whether no clause ends between a hedge and other words; words that hold it are weakened by it."""
    if hedge.overlaps(span):
        return True
    reach = table("hedges")["reach"]
    if hedge.end <= span.start:
        between, ends = Span(hedge.end, span.start), [_end_of_clause(), _pattern("known")]
        if _pattern("fronted").search(text, max(0, hedge.start - reach["longest"]), hedge.start):
            ends.append(_pattern("comma"))
    else:
        between, ends = Span(span.end, hedge.start), [_end_of_clause(), _pattern("relative")]
    if between.end - between.start > reach["longest"] or sentence_end().search(text, between.start, between.end + 1):
        return False
    return not any(end.search(between.of(text)) for end in ends)


def _unclear(words: str) -> bool:
    return words.lower() in table("hedges")["reach"]["doubting"]


@cache
def _end_of_clause() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("hedges")["reach"]["words"]))
    return re.compile(rf"[;:—]|\s–\s|\b(?:{words})\b", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(table("hedges")["reach"][name])
