"""What is said to have happened, clause by clause, with the times, places and figures of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from reportedly.extract import clauses
from reportedly.extract.draft import Draft, Parse
from reportedly.extract.happening.events import Event
from reportedly.extract.placing.locatives import Named, locatives
from reportedly.extract.plainly import Plainly
from reportedly.extract.words import Token
from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.mention import Figure, Moment, NameMention, PlaceMention
from reportedly.model.span import Span, Words
from reportedly.model.why import Why

OTHER_THAN_VERBS = frozenset({"noun", "participle", "headline verb"})  # rules of events that make no sentence
JOINTS = frozenset({"PUNCT", "CCONJ"})  # what joins a clause to its neighbours
Mention = TypeVar("Mention", Figure, Moment, NameMention, PlaceMention)


class Happenings:
    """Finds the clauses of the story and binds to each what stands in it."""

    name = "happenings.v1"
    requires: tuple[str, ...] = ("parses", "events", "figures", "moments", "names", "places")
    assigns = ("happenings",)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its happenings, in document order."""
        told = zip(draft.parses, draft.events, strict=True)
        return replace(
            draft, happenings=tuple(one for parse, events in told for one in _happenings(draft, parse, events))
        )


def _happenings(draft: Draft, parse: Parse, events: Mapping[int, Event]) -> Iterator[Happening]:
    inside, located = _inside(draft.moments, parse), _inside(draft.places, parse)
    headline, dated = parse.block.kind == "title", tokens_of(parse, (moment.span for moment in inside))
    found = {at: event for at, event in events.items() if at not in dated}  # "March" may stand for a month
    moments = _bound(parse, inside, found)
    places = _bound(parse, located, found)
    figures = _bound(parse, _inside(draft.figures, parse), found)
    names = _inside(draft.names, parse)
    named = _named(parse, located, names, dated)
    where = {at: tuple(_where(event, named)) for at, event in found.items()}
    placed = frozenset(i for ends in where.values() for first, last in ends for i in range(first.i, last.i + 1))
    called = [*(name.span for name in names), *(place.span for place in located)]
    plainly = Plainly(dated, placed, tokens_of(parse, called))
    for at, event in found.items():
        yield Happening(
            id=content_id("happening", draft.article.id, parse.base + event.head.idx, event.head.text),
            article=draft.article.id,
            statement=None,
            span=_clause(parse, event.head),
            verb=_words(parse, event.head, event.head),
            lemma=_base_form(event.head),
            family=event.family,
            subject=_party(parse, event.subject),
            object=_party(parse, event.object),
            negated=clauses.is_negated(event.head),
            hedged=clauses.is_hedged(event.head),
            phase=event.phase(headline=headline),
            where=tuple(_words(parse, *ends) for ends in where[at]),
            moments=moments.get(at, ()),
            places=places.get(at, ()),
            figures=figures.get(at, ()),
            plain=None if headline or event.rule in OTHER_THAN_VERBS else plainly(event.head),
            why=(Why(Happenings.name, event.rule),),
        )


def _base_form(verb: Token) -> str:
    """The lemma; "be" for the "’s" of "What’s on the roof?", to which the model gives none."""
    return "be" if verb.lower_ in {"'s", "’s"} else verb.lemma_.lower()


def _where(event: Event, named: Named) -> Iterator[tuple[Token, Token]]:
    moves = event.family in clauses.listed("where", "moving")
    moves = moves or event.head.lemma_.lower() in clauses.listed("where", "moving_verbs")
    return locatives(event.head, named, moves=moves, hurts=event.family in clauses.listed("where", "hurting"))


def _bound(
    parse: Parse, mentions: Iterable[Moment | PlaceMention | Figure], found: Mapping[int, Event]
) -> dict[int, tuple[str, ...]]:
    """Ids of the mentions of each event, by the index of its head."""
    bound: dict[int, tuple[str, ...]] = {}
    for mention in mentions:
        head = _head(parse, mention.span)
        for at in _homes(head, found) if head is not None else ():
            bound[at] = (*bound.get(at, ()), mention.id)
    return bound


def _homes(token: Token, found: Mapping[int, Event]) -> Iterator[int]:
    """The events that hold a token: nouns on the way up, and the first verb."""
    while True:
        event = found.get(token.i)
        if event is not None:
            yield token.i
            if not event.is_within:
                return
        if token.head == token:
            return
        token = token.head


def _head(parse: Parse, span: Span) -> Token | None:
    """The word of a span on which its others hang; None when the span lies outside this parse."""
    if not (parse.base <= span.start and span.end <= parse.base + len(parse.text)):
        return None
    held = parse.doc.char_span(span.start - parse.base, span.end - parse.base)
    return None if held is None else held.root


def _inside(mentions: Sequence[Mention], parse: Parse) -> Sequence[Mention]:
    """Those that begin in a parse, of mentions in document order."""
    ends = (parse.base, parse.base + len(parse.text))
    first, last = (bisect_left(mentions, end, key=lambda mention: mention.span.start) for end in ends)
    return mentions[first:last]


def _named(parse: Parse, located: Sequence[PlaceMention], names: Sequence[NameMention], dated: frozenset[int]) -> Named:
    places = [place.span for place in located] + [name.span for name in names if name.kind == "place"]
    unknown = (name.span for name in names if name.kind is None)
    return Named(tokens_of(parse, places), tokens_of(parse, unknown), dated)


def tokens_of(parse: Parse, spans: Iterable[Span]) -> frozenset[int]:
    """Indices of the words that stand in one of these spans."""
    inside = [span.shift(-parse.base) for span in spans if parse.base <= span.start < parse.base + len(parse.text)]
    held = (parse.doc.char_span(span.start, span.end) for span in inside)
    return frozenset(token.i for phrase in held if phrase is not None for token in phrase)


def _clause(parse: Parse, head: Token) -> Span:
    """The words of a clause, without the commas and conjunctions that join it to its neighbours."""
    own = clauses.own_tokens(head)
    telling = [token.i for token in own if not token.is_space and (token == head or token.pos_ not in JOINTS)]
    first, last = parse.span(parse.doc[min(telling)]), parse.span(parse.doc[max(telling)])
    return Span(first.start, last.end)


def _party(parse: Parse, head: Token | None) -> Words | None:
    return None if head is None else _words(parse, *clauses.phrase(head))


def _words(parse: Parse, first: Token, last: Token) -> Words:
    text = parse.text[first.idx : last.idx + len(last.text)]
    return Words(text, Span(parse.base + first.idx, parse.base + first.idx + len(text)))
