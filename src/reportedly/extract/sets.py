"""How one figure stands to those before it: the same noun left out, part of them, on top of them; and as of when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from reportedly.extract.clauses import SUBJECTS, is_clause
from reportedly.extract.draft import Parse
from reportedly.extract.echoed import is_bare
from reportedly.extract.measured import Held, listed
from reportedly.grammar.amounts.phrases import Phrases
from reportedly.grammar.tokens import Tokens, tokens
from reportedly.model.mention import Figure, Moment
from reportedly.model.why import Why

NEAR = 2  # sentences back in which a bare number's question was asked
FAR = 5  # times one number may be the other and still answer the same question
REACH = 60  # code points between a set and the words that take a part of it


def inherited(figure: Figure, parse: Parse, held: Held, earlier: Sequence[Figure]) -> Figure:
    """With its noun left out ("and wounded 47"), the figure counts what the one before it in the sentence counts."""
    if held.noun is not None or figure.quantity.unit is not None or held.match.form in ("ratio", "fraction"):
        return figure
    before = _whole(_last_in_sentence(parse, held, earlier), earlier)
    if before is None:
        return _going_on(figure, parse, held, earlier)
    if before.quantity.unit is not None:
        return figure
    if figure.counted is not None:
        return replace(figure, holder=figure.holder or before.holder)
    return _as_before(figure, before)


def _as_before(figure: Figure, before: Figure) -> Figure:
    return replace(
        figure,
        counted=before.counted,
        counted_span=before.counted_span,
        holder=figure.holder or before.holder,
        predicate=figure.predicate or before.predicate,
        count=figure.count or before.count,
    )


def _going_on(figure: Figure, parse: Parse, held: Held, earlier: Sequence[Figure]) -> Figure:
    """ "The ministry spoke of 40 dead. The union says 57.": a bare number that somebody gives answers the last one."""
    before = _whole(_last_near(parse, held, earlier), earlier)
    if before is None or not is_bare(figure) or is_bare(before) or not _only_tells(held):
        return figure
    if before.quantity.unit is not None or not _alike(figure, before):
        return figure
    told = Why("figures.v1: goes on", before.text)
    return replace(_as_before(figure, before), phase=figure.phase or before.phase, why=(told,))


def _only_tells(held: Held) -> bool:
    """Whether nothing in the number's sentence says what happened: a verb of saying or of reckoning, or none at all."""
    if held.phrase.root.dep_ in SUBJECTS:
        return False  # "Six live", "Four tell another story"
    above = [token for token in held.phrase.root.ancestors if is_clause(token)]
    return all(verb.lemma_ in listed("tells", "verbs") for verb in above[:1])


def _alike(figure: Figure, before: Figure) -> bool:
    """Whether two numbers may be answers to one question by their size."""
    one, other = _middle(figure), _middle(before)
    return 0 < one <= FAR * other and 0 < other <= FAR * one


def _middle(figure: Figure) -> float:
    ends = [end for end in (figure.quantity.low, figure.quantity.high) if end is not None]
    return sum(ends) / len(ends)


def subset_of(figure: Figure, parse: Parse, held: Held, earlier: Sequence[Figure]) -> Figure:
    """The figure with the set it is part of, where words say so: "including", "of whom", "of them"."""
    before = _last_in_sentence(parse, held, earlier)
    if before is None or before.quantity.unit != figure.quantity.unit or _more(figure, before):
        return figure
    if not _part_words(parse, held, before, figure):
        return figure
    return replace(figure, subset_of=before.id, predicate=figure.predicate or before.predicate, holder=figure.holder)


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


def _last_in_sentence(parse: Parse, held: Held, earlier: Sequence[Figure]) -> Figure | None:
    start = parse.base + held.phrase.sent.start_char
    return earlier[-1] if earlier and earlier[-1].span.start >= start else None


def _last_near(parse: Parse, held: Held, earlier: Sequence[Figure]) -> Figure | None:
    """The last figure of the paragraph in the two sentences before the number's own."""
    ahead = [sentence for sentence in parse.doc.sents if sentence.end <= held.phrase.sent.start][-NEAR:]
    return earlier[-1] if earlier and ahead and earlier[-1].span.start >= parse.base + ahead[0].start_char else None


def _whole(figure: Figure | None, earlier: Sequence[Figure]) -> Figure | None:
    """The set that a part was taken of: "259 people, including 12 cadets, and hurt 5,500" goes on from the people."""
    if figure is None or figure.subset_of is None:
        return figure
    return next((one for one in earlier if one.id == figure.subset_of), figure)


def _more(figure: Figure, before: Figure) -> bool:
    part = figure.quantity.low if figure.quantity.low is not None else figure.quantity.high
    whole = before.quantity.high if before.quantity.high is not None else before.quantity.low
    return part is not None and whole is not None and part > whole


def _part_words(parse: Parse, held: Held, before: Figure, figure: Figure) -> bool:
    between = parse.text[before.span.end - parse.base : held.match.start]
    if len(between) > REACH:
        return False
    cut = tokens(between)
    if any(_subset_phrases().after(cut, place) for place in range(len(cut))):
        return True
    return _subset_phrases().after(_after(parse.doc, held), 0) is not None


def _after(doc: Doc, held: Held) -> Tokens:
    return tokens(doc.text[held.match.end : held.match.end + 20])


@cache
def _subset_phrases() -> Phrases:
    strong = listed("subset", "phrases") - listed("subset", "weak")
    return Phrases.of((phrase, phrase) for phrase in sorted(strong))


@cache
def _as_of_phrases() -> Phrases:
    return Phrases.of((phrase, phrase) for phrase in sorted(listed("as_of", "before")))
