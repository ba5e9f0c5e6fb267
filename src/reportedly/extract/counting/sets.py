"""How one figure stands to the one before it: a part of its set or not; and as of when it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.extract.counting.echoed import is_bare
from reportedly.extract.counting.measured import Held
from reportedly.extract.counting.so_far import SoFar
from reportedly.extract.counting.word_lists import listed
from reportedly.extract.draft import Parse
from reportedly.extract.words import Doc
from reportedly.grammar.amounts.phrases import Phrases
from reportedly.grammar.tokens import Tokens, tokens
from reportedly.model.mention import Figure, Moment

NEAR = 2  # sentences back to the whole of which "of these" takes a part
REACH = 60  # code points between a set and the words that take a part of it


def subset_of(figure: Figure, parse: Parse, held: Held, so_far: SoFar, sentence: int) -> Figure:
    """The figure with the set it is part of, where words say so: "including", "of whom", "of them"."""
    before = so_far.in_sentence(sentence)
    apart = before is None
    if apart and _opens_with_part(held):
        before = next((so_far.whole(one) for one in so_far.before(sentence, NEAR) if not is_bare(one)), None)
    if before is None or before.quantity.unit != figure.quantity.unit or _more(figure, before):
        return figure
    if not apart and not _part_words(parse, held, before, figure):
        return figure
    return replace(figure, subset_of=before.id, predicate=figure.predicate or before.predicate, holder=figure.holder)


def _opens_with_part(held: Held) -> bool:
    """ "Of these, 61 were soldiers": a part of what the sentence before counts."""
    return _subset_phrases().after(tokens(held.phrase.sent.text[:20].lower()), 0) is not None


def as_of(parse: Parse, held: Held, moments: Sequence[Moment]) -> str | None:
    """When the count stood so, where the sentence says: "by Friday", "as of 3 May"."""
    sentence = held.phrase.sent
    start, end = parse.base + sentence.start_char, parse.base + sentence.end_char
    for moment in moments:
        if moment.when is None or moment.when.days is None or not start <= moment.span.start < end:
            continue
        before = parse.text[max(0, moment.span.start - parse.base - 12) : moment.span.start - parse.base]
        cut = tokens(before)
        if _as_of_phrases().before(cut, len(cut)) is not None:
            return moment.when.edtf
    return None


def _more(figure: Figure, before: Figure) -> bool:
    part = figure.quantity.low if figure.quantity.low is not None else figure.quantity.high
    whole = before.quantity.high if before.quantity.high is not None else before.quantity.low
    return part is not None and whole is not None and part > whole


def _part_words(parse: Parse, held: Held, before: Figure, figure: Figure) -> bool:
    if _is_opening_whole(parse, held, before):
        return True
    between = parse.text[before.span.end - parse.base : held.match.start]
    if len(between) > REACH:
        return False
    cut = tokens(between)
    if any(_subset_phrases().after(cut, place) for place in range(len(cut))):
        return True
    return _subset_phrases().after(_after(parse.doc, held), 0) is not None


def _is_opening_whole(parse: Parse, held: Held, before: Figure) -> bool:
    """ "Of the 31, nine were children": the figure before it is the whole with which the sentence opens."""
    ahead = parse.text[held.phrase.sent.start_char : before.span.start - parse.base].lower().split()
    return ahead in (["of"], ["of", "the"], ["of", "those"], ["of", "these"], ["out", "of"], ["out", "of", "the"])


def _after(doc: Doc, held: Held) -> Tokens:
    return tokens(doc.text[held.match.end : held.match.end + 20])


@cache
def _subset_phrases() -> Phrases:
    strong = listed("subset", "phrases") - listed("subset", "weak")
    return Phrases.of((phrase, phrase) for phrase in sorted(strong))


@cache
def _as_of_phrases() -> Phrases:
    return Phrases.of((phrase, phrase) for phrase in sorted(listed("as_of", "before")))
