"""Claims of how many or how much: what a figure counts or measures, as far as its words tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportedly.grammar.conversion import is_fraction
from reportedly.model.ids import content_id
from reportedly.model.mention import Figure, Moment
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.context import near, sentence_at
from reportedly.relate.claims.dimension import dimension, is_kind, noun_family
from reportedly.relate.claims.then import told_then
from reportedly.relate.terms import content_stems, plain
from reportedly.vocabulary import listed, table
from reportedly.vocabulary.predicates import family_of_adjective, family_of_noun, family_of_participle

PART_BEHIND = re.compile(rf"\s+of\s+(?:{'|'.join(table('sets')['part']['behind'])})\b", re.IGNORECASE)
PART_AHEAD = re.compile(rf"\b(?:{'|'.join(table('sets')['part']['ahead'])})[\s,:(]*$", re.IGNORECASE)
ALL_OF_THEM = re.compile(table("sets")["part"]["all"], re.IGNORECASE)
GOES_ON = frozenset(table("sets")["goes_on"]["rules"])
OF_WHOLE = frozenset(table("sets")["part"]["of_whole"])
BODIES = listed("sets", "bodies")
MEMBERS = "people"
AHEAD = 30  # code points before a number in which it is said to be a part
YEAR = re.compile(r"[12]\d{3}")
HALF_A_YEAR = dt.timedelta(days=182)
AGES = re.compile(table("sets")["numbering"]["ahead"], re.IGNORECASE)
NUMBERING = re.compile(table("sets")["numbering"]["behind"], re.IGNORECASE)


def figure_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every figure of a reading that counts or measures something."""
    known = {figure.id: figure for figure in reading.figures}
    clauses = {figure: happening for happening in reading.happenings for figure in happening.figures}
    told: dict[str, Figure] = {}
    for figure in sorted(reading.figures, key=lambda one: one.span):
        if not _numbers(figure, reading.capture.text):
            claim = _claim(figure, reading, known.get(figure.subset_of or ""), told)
            yield replace(claim, then=told_then(clauses.get(figure.id), reading.moments))
        told[figure.text] = figure


def _numbers(figure: Figure, text: str) -> bool:
    """Whether it is the number of a house or a weapon, or an age in words that look like a count."""
    if figure.quantity.unit is not None:
        return False
    before = text[max(0, figure.span.start - AHEAD) : figure.span.start]
    return NUMBERING.match(text, figure.span.end) is not None or AGES.search(before) is not None


def _claim(figure: Figure, reading: Reading, whole: Figure | None, told: Mapping[str, Figure]) -> Claim:
    sentence = sentence_at(reading.capture.text, figure.span)
    words = MEMBERS if _counts_members(figure) else figure.counted
    counted = content_stems(words) if words else ()
    head = counted[-1] if counted else None
    return Claim(
        id=_id(figure.id),
        kind="figure",
        article=figure.article,
        statement=figure.statement,
        span=figure.span,
        text=figure.text,
        value=figure.quantity,
        sentence=sentence,
        dimension=_dimension(figure.quantity),
        head=head,
        family=noun_family(head),
        modifiers=frozenset(counted[:-1]),
        predicate=figure.predicate or _implied(figure.counted),
        near=near(reading.capture.text, figure.span, sentence),
        holder=plain(figure.holder) if figure.holder else None,
        counted=words,
        count=figure.count,
        part_of=_id(figure.subset_of) if figure.subset_of is not None else None,
        partial=_partial(figure, whole, noun_family(head), reading.capture.text),
        mention=figure.id,
        as_of=figure.as_of,
        measured=figure.measured,
        asked=figure.asked,
        follows=_followed(figure, told),
        year=_earlier_year(reading, sentence, figure.quantity.unit is None),
    )


def _counts_members(figure: Figure) -> bool:
    """ "a 300-strong column", "a crowd of 40": the people in it, where one of it is told of with a greater number."""
    noun = (figure.counted or "").lower().rpartition(" ")[2]
    return noun in BODIES and (figure.quantity.low or figure.quantity.high or 0) > 1


def _dimension(quantity: Quantity) -> str:
    """The kind of size; a fraction is a share as a percentage is: "a third of the homes" beside "33 per cent"."""
    return "share" if is_fraction(quantity) else dimension(quantity.unit)


def _partial(figure: Figure, whole: Figure | None, family: str | None, text: str) -> bool:
    """Whether it counts a part of what others count who answer its question: "six of the dead", "nine of the children".

    "Three of them died" is no part of the dead: what happened to a part is asked of the part. It is where nothing but
    the words for the whole tells what happened, where the same happened to the whole, and where the whole is one kind
    of people. A share is a part by its nature, and so is none.
    """
    if is_fraction(figure.quantity) or dimension(figure.quantity.unit) == "share":
        return False
    before = text[max(0, figure.span.start - AHEAD) : figure.span.start]
    if PART_BEHIND.match(text, figure.span.end) is not None:
        return not ALL_OF_THEM.search(before) and (is_kind(family) or not _told_of_part(figure, whole))
    return PART_AHEAD.search(before) is not None and not (figure.why and _told_of_part(figure, whole))


def _earlier_year(reading: Reading, sentence: Span, counts: bool) -> str | None:
    """The last year that a sentence names, where all that it tells is of then: "Two boats sank in 2004 and 2009, with
    the loss of 82 lives". For what `counts`, a day or a month of last year is of then where it lies half a year back; a
    measure may stand in a paper of that day, and still hold.
    """
    told = [moment for moment in reading.moments if sentence.contains(moment.span)]
    dated = [moment for moment in told if not counts or moment.when is not None]
    published = reading.article.published
    own = published.when if published is not None else None
    if not dated or any(_recent(moment, own, counts) for moment in dated):
        return None
    return max(moment.timex[:4] for moment in dated)


def _recent(moment: Moment, own: When | None, counts: bool) -> bool:
    """Whether a time may be of the story's own year, as far as its account was published in one."""
    year, bare = moment.timex[:4], YEAR.fullmatch(moment.timex) is not None
    if not YEAR.fullmatch(year) or not (bare or (counts and moment.end_of is None)):
        return True
    if own is None or own.earliest is None or own.edtf[:4] <= year:
        return own is not None or not bare
    latest = moment.when.latest if moment.when is not None else None
    return not bare and (latest is None or own.earliest - latest < HALF_A_YEAR)


def _followed(figure: Figure, told: Mapping[str, Figure]) -> str | None:
    """The claim whose question a bare number takes up: "The ministry spoke of 40 dead. The union says 57."."""
    names = (why.words for why in figure.why if why.rule.removeprefix("figures.v1: ") in GOES_ON)
    return next((_id(told[name].id) for name in names if name in told), None)


def _told_of_part(figure: Figure, whole: Figure | None) -> bool:
    """Whether words of the part's own, none of those for the whole, tell what happened to it."""
    own = {why.rule.removeprefix("figures.v1: ") for why in figure.why[:1]} - OF_WHOLE
    return bool(own) and (whole is None or whole.predicate != figure.predicate)


def _id(figure: str) -> str:
    return content_id("answer", figure)


def _implied(counted: str | None) -> str | None:
    """What is said to have happened by the counted noun alone: "the dead" were killed."""
    for word in reversed((counted or "").split()):
        found = family_of_noun(word) or family_of_adjective(word) or family_of_participle(word)
        if found is not None:
            return found
    return None
