"""An undated account dated by what it tells of: the same happening, at a nearby time, to which others give a day.

"It sank on Thursday" where another account has "sank on 22 April", a Thursday: whoever writes so writes within a week
of that day; likewise "yesterday" and "this week", and "last week's blast" where most who date a blast have one day.
Each day of the time in which the account can have been published is tried, and those are kept on which most of what it
shares falls on the others' days. What is so found dates the other near times of the account, which may date further
accounts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract.moments import read_against
from reportedly.grammar.edtf import between
from reportedly.model.article import Evidence, Publication
from reportedly.model.happening import Happening
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.when import When
from reportedly.relate.dating.reports import acts, parties
from reportedly.relate.dating.undated import NEWS, WEEK
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import family_of_event

ROUNDS = 3  # what one account gives another may date a third
DAY = dt.timedelta(days=1)
MONTH = 31  # days
REACH = 30  # code points before a moment in which the noun that it dates stands
OWNED = re.compile(r"['’]s?((?:\s[\w-]+){1,4})")  # "last week's offshore rig explosion"
BEFORE = re.compile(r"(\w+)[\s,]+(?:on\s+)?$")  # "an explosion last Tuesday"
WIDE = 62  # days: a time that is less exact than this shows nothing
FEW = 2  # days on which others have what happened, at most: what happens again and again shows nothing


@dataclass(frozen=True, slots=True)
class _Told:
    """That something happened on a day."""

    day: dt.date
    parties: frozenset[str]


def dated_by_others(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of one story, those published at an uncertain time with what the others' days leave of it."""
    known = tuple(readings)
    for _ in range(ROUNDS):
        told = _told(known)
        found = tuple(_narrowed(reading, told) for reading in known)
        if found == known:
            break
        known = found
    return known


def _told(readings: Sequence[Reading]) -> dict[str, list[_Told]]:
    """What happened on which day, by act, as accounts with a day for it tell."""
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for reading in readings:
        for happening, moment in _past(reading):
            if moment.when is not None and moment.when.days == 1 and moment.when.earliest is not None:
                for act in acts(happening):
                    told[act].append(_Told(moment.when.earliest, parties(happening)))
    return told


def _past(reading: Reading) -> Iterator[tuple[Happening, Moment]]:
    moments = {moment.id: moment for moment in reading.moments}
    for happening in reading.happenings:
        if happening.phase == "done" and not happening.negated:
            yield from ((happening, moments[m]) for m in happening.moments if m in moments)


def _verbs(happening: Happening) -> list[str]:
    return sorted(act for act in acts(happening) if not act.startswith("="))


def _narrowed(reading: Reading, told: dict[str, list[_Told]]) -> Reading:
    published = reading.article.published
    if published is None or not uncertain(published):
        return reading
    shared = _shared(reading, published.when, told)
    best = _best(reading, published.when, shared) if shared else None
    if best is None or best == published.when:
        return reading
    moment = next(moment for moment, _ in shared)
    evidence = Evidence("mention", "mention", moment.text, moment.span, best.edtf)
    article = replace(reading.article, published=Publication(best, (*published.evidence, evidence)))
    dated = replace(reading, article=article)
    pairs = zip(reading.moments, read_against(dated, best), strict=True)
    return replace(dated, moments=tuple(one if one.when and one.when.days == 1 else other for one, other in pairs))


def uncertain(published: Publication) -> bool:
    """Whether a time of publication is known to more than a week, from what the text mentions alone."""
    return all(e.kind == "mention" for e in published.evidence) and (published.when.days or WEEK.days + 1) > WEEK.days


def _shared(reading: Reading, published: When, told: dict[str, list[_Told]]) -> list[tuple[Moment, frozenset[dt.date]]]:
    """The inexact times at which the account has what others give a day, and those days."""
    found = []
    for happening, moment in _past(reading):
        mine = parties(happening)
        if moment.when is None or moment.when.days == 1 or (moment.when.days or WIDE + 1) > WIDE:
            continue
        known = {each.day for act in _verbs(happening) for each in told.get(act, ()) if mine & each.parties}
        known |= {day for act in _named(reading, moment) if (day := _one_day(told.get(act, ()))) is not None}
        days = frozenset(day for day in known if published.latest is None or day <= published.latest)
        if 0 < len(days) <= FEW:
            found.append((moment, days))
    return found


def _named(reading: Reading, moment: Moment) -> frozenset[str]:
    """What the moment itself dates: "last month's rig explosion", "destroyed in an explosion last Tuesday"."""
    text = reading.capture.text
    owned = OWNED.match(text, moment.span.end)
    before = BEFORE.search(text[max(0, moment.span.start - REACH) : moment.span.start])
    words = owned[1] if owned else before[1] if before else ""
    families = (family_of_event(word) for word in words.lower().split())
    return frozenset(f"={family}" for family in families if family in table("predicates")["borne"]["events"])


def _one_day(told: Sequence[_Told]) -> dt.date | None:
    """The day on which most who tell of such a happening have it, if several do."""
    days = Counter(each.day for each in told).most_common(1)
    return days[0][0] if days and days[0][1] >= FEW and 2 * days[0][1] > len(told) else None


def _best(reading: Reading, published: When, shared: Sequence[tuple[Moment, frozenset[dt.date]]]) -> When | None:
    """The days on which, had it been written then, most of what it shares would fall on the others' days."""
    if not (published.earliest and published.latest and published.latest - published.earliest <= 2 * NEWS):
        return None
    votes: dict[dt.date, int] = {}
    asked = replace(reading, moments=tuple(moment for moment, _ in shared))
    days = [published.earliest + DAY * n for n in range((published.latest - published.earliest).days + 1)]
    for day in days:
        read = {m.id: m.when for m in read_against(asked, between(day, day))}
        votes[day] = sum(_fits(read.get(moment.id), told) for moment, told in shared)
    most = max(votes.values())
    best = [day for day in days if votes[day] == most]
    if 2 * most <= len(shared) or len(best) == len(days) or best[-1] - best[0] >= DAY * len(best):
        return None
    return between(best[0], best[-1])


def _fits(read: When | None, told: frozenset[dt.date]) -> bool:
    """Whether a time, so read, is one of the days, or a week or month with one of them."""
    if read is None or read.earliest is None or read.latest is None or (read.days or 0) > MONTH:
        return False
    return any(read.earliest <= day <= read.latest for day in told)
