"""How many and how much: the figures of the story with what they count, whose it is and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.extract.counting.described import described
from reportedly.extract.counting.echoed import echoed
from reportedly.extract.counting.happened import Happened, happened, phase_of
from reportedly.extract.counting.labels import labelled
from reportedly.extract.counting.measured import Held, hold
from reportedly.extract.counting.sets import as_of, subset_of
from reportedly.extract.counting.so_far import SoFar
from reportedly.extract.counting.taken_up import taken_up
from reportedly.extract.counting.word_lists import listed
from reportedly.extract.draft import Draft, Parse
from reportedly.extract.happening.events import Event, events
from reportedly.grammar.amounts.units import unit_named, unit_of_fraction
from reportedly.grammar.numbers import NumberMatch, quantities
from reportedly.model.ids import content_id
from reportedly.model.mention import Count, Figure, Moment
from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.model.why import Why
from reportedly.vocabulary.predicates import families


class Figures:
    """Finds quantities in every parsed block and says of each what it counts or measures."""

    name = "figures.v1"
    requires: tuple[str, ...] = ("parses", "story", "moments")
    assigns = ("events", "figures")

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its events and its figures, in document order, bound to no statement yet."""
        told = tuple(
            {event.head.i: event for event in events(parse.doc, headline=parse.block.kind == "title")}
            for parse in draft.parses
        )
        so_far = SoFar()
        for parse, before, happenings in zip(draft.parses, (None, *draft.parses), told, strict=False):
            so_far.turn_to(parse.doc)
            _read(draft, parse, before, happenings, so_far)
        return replace(draft, events=told, figures=tuple(echoed(so_far.figures)))


def _read(draft: Draft, parse: Parse, before: Parse | None, happenings: Mapping[int, Event], so_far: SoFar) -> None:
    """Add the figures of one paragraph; `before` is the one ahead of it."""
    within = Span(parse.base, parse.base + len(parse.text))
    moments = [moment for moment in draft.moments if within.contains(moment.span)]
    taken = [_place(moment, parse) for moment in moments if not _is_length(moment)]
    for match in quantities(draft.story.part(within.start, within.end), taken):
        held = hold(parse.doc, match)
        if held is None:
            continue
        what = happened(held, happenings)
        if match.form == "none" and not _states_zero(held, what):
            continue
        figure = labelled(_figure(draft, parse, held, what, moments), parse, held, before)
        sentence = so_far.sentence(held.phrase.sent.start)
        figure = _of_scale(taken_up(figure, held, so_far, sentence))
        so_far.add(subset_of(figure, parse, held, so_far, sentence), sentence)


def _is_length(moment: Moment) -> bool:
    """Lengths of time are figures too; points in time are not."""
    return moment.timex.startswith("P")


def _place(moment: Moment, parse: Parse) -> tuple[int, int]:
    return moment.span.start - parse.base, moment.span.end - parse.base


def _figure(draft: Draft, parse: Parse, held: Held, found: Happened | None, moments: Sequence[Moment]) -> Figure:
    span = Span(parse.base + held.match.start, parse.base + held.match.end)
    figure = Figure(
        id=content_id("figure", draft.article.id, span.start, span.end),
        article=draft.article.id,
        statement=None,
        span=span,
        text=span.of(draft.capture.text),
        quantity=_quantity(held.match),
        predicate=found.family if found else None,
        phase=phase_of(found, headline=parse.block.kind == "title"),
        count=_count(held.match, found),
        as_of=as_of(parse, held, moments),
        why=(Why(f"{Figures.name}: {found.rule}", found.word),) if found else (),
    )
    return _with_counted(figure, parse, held)


def _of_scale(figure: Figure) -> Figure:
    """ "The magnitude was 6.8", "a 4.4 quake": a number said of its unit's own name, or of what only it measures."""
    if figure.quantity.unit is not None or figure.counted is None:
        return figure
    noun, low = figure.counted.lower().rpartition(" ")[2], figure.quantity.low
    unit = unit_named(noun) or (unit_of_fraction(noun) if low is not None and low != int(low) else None)
    return replace(figure, quantity=replace(figure.quantity, unit=unit)) if unit is not None else figure


def _quantity(match: NumberMatch) -> Quantity:
    return Quantity(match.low, match.high, match.approximate, match.unit)


def _states_zero(held: Held, found: Happened | None) -> bool:
    """ "no deaths", "nobody was hurt"; "no reason" counts nothing."""
    if held.noun is not None and held.noun.lower_ in listed("state_zero"):
        return True
    told = found is not None and found.family in listed("done_to", "families")
    return told and (held.noun is None or (found is not None and found.rule == "verb"))


def _count(match: NumberMatch, found: Happened | None) -> Count | None:
    if match.unit and " per " in match.unit:
        return "per period"
    if match.group is not None and match.group != "duration":
        return "level"
    return families()[found.family].count if found else None


def _with_counted(figure: Figure, parse: Parse, held: Held) -> Figure:
    if held.noun is None or held.noun.pos_ == "PRON":
        if held.outcome is None:
            return figure
        word = held.outcome
        if word.tag_ in {"VBD", "VBP", "VB", "NN", "RB"}:
            return figure
        return replace(figure, counted=word.text, counted_span=parse.span(word))
    words = described(held.noun, held.phrase.end)
    span = Span(parse.span(words.first).start, parse.span(words.last).end)
    return replace(figure, counted=words.words, counted_span=span, holder=words.holder)
