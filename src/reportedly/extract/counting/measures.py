"""The question that a figure answers, and what a measure measures: the age of whom, how far from where, what cost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.extract.counting.fronted import Fronted
from reportedly.extract.counting.sizes import Sizes, group_of
from reportedly.extract.draft import Draft, Parse
from reportedly.extract.happening.happenings import tokens_of
from reportedly.extract.naming.persons import Persons
from reportedly.extract.plainly import Plainly
from reportedly.extract.words import Token
from reportedly.model.mention import Figure
from reportedly.model.span import Span
from reportedly.vocabulary import table

AGAIN = re.compile(
    r"\s*(?:per day|a day)?\s*(?:[(/]|,? (?:or|about)|-- or|[–—] or)\s*(?:about |or |some )?", re.IGNORECASE
)


class Measures:
    """Gives every figure the question that its own clause makes of it, and every measure what it measures."""

    name = "measures.v1"
    requires: tuple[str, ...] = ("parses", "figures", "moments", "names")
    assigns = ("figures",)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its figures, each with its question where its clause makes a plain one."""
        return replace(draft, figures=tuple(one for parse in draft.parses for one in _asked(draft, parse)))


def _asked(draft: Draft, parse: Parse) -> Iterator[Figure]:
    within = Span(parse.base, parse.base + len(parse.text))
    figures = [figure for figure in draft.figures if within.contains(figure.span)]
    if not figures:
        return
    dated = tokens_of(parse, (moment.span for moment in draft.moments if not moment.timex.startswith("P")))
    plainly = Plainly(dated, frozenset(), tokens_of(parse, (name.span for name in draft.names)))
    persons = Persons.of(parse, draft.names)
    before: Figure | None = None
    for figure in figures:
        if before is not None and _again(before, figure, draft.capture.text):
            before = replace(figure, measured=before.measured, asked=before.asked)
        else:
            before = _with_question(figure, parse, plainly, persons)
        yield before


def _again(before: Figure, figure: Figure, text: str) -> bool:
    """Whether a measure only gives the one before it once more, in another unit: "5,000 ft (1,500 m)"."""
    group = group_of(figure.quantity.unit)
    same = group is not None and group == group_of(before.quantity.unit)
    return same and AGAIN.fullmatch(text[before.span.end : figure.span.start]) is not None


def _with_question(figure: Figure, parse: Parse, plainly: Plainly, persons: Persons) -> Figure:
    start, end = figure.span.start - parse.base, figure.span.end - parse.base
    phrase = parse.doc.char_span(start, end)
    if phrase is None:
        return figure
    group = group_of(figure.quantity.unit)
    headline = parse.block.kind == "title"
    if group is None:
        noun = _noun(figure, parse)
        asked = Fronted(plainly, phrase, headline)("how many", noun) if noun is not None else None
        return replace(figure, asked=asked)
    size = Sizes(plainly, persons, phrase, group, headline)()
    return replace(figure, measured=size.measured, asked=_per(figure.quantity.unit, size.asked))


def _noun(figure: Figure, parse: Parse) -> Token | None:
    """The noun that a count counts."""
    if figure.counted_span is None:
        return None
    start, end = figure.counted_span.start - parse.base, figure.counted_span.end - parse.base
    held = parse.doc.char_span(start, end)
    return held.root if held is not None else None


def _per(unit: str | None, asked: str | None) -> str | None:
    """The question with the period of a rate at its end: "How much oil is leaking a day?"."""
    said = table("measures")["periods"]["said"].get(f"per {(unit or '').partition(' per ')[2]}")
    if said is None or asked is None or f" {said}" in asked:
        return asked
    return f"{asked.removesuffix('?')} {said}?"
