"""An undated account dated by what it tells of: the same happening, at a nearby time, to which others give a day.

"It sank on Thursday" where another account has "sank on 22 April", a Thursday: whoever writes so writes within a week
of that day; likewise "yesterday" and "this week". Each day of the time in which the account can have been published is
tried, and those are kept on which most of what it shares falls on the others' days. What is so found dates the other
near times of the account, which may date further accounts.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.extract.moments import read_against
from reportedly.grammar.edtf import between
from reportedly.model.article import Evidence, Publication
from reportedly.model.happening import Happening
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.when import When
from reportedly.relate.reports import acts, parties
from reportedly.relate.undated import NEWS, WEEK

ROUNDS = 3  # what one account gives another may date a third
DAY = dt.timedelta(days=1)
WIDE = 60  # days: a time that is less exact than this shows nothing
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
                for act in _verbs(happening):
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
        days = frozenset(day for day in known if published.latest is None or day <= published.latest)
        if 0 < len(days) <= FEW:
            found.append((moment, days))
    return found


def _best(reading: Reading, published: When, shared: Sequence[tuple[Moment, frozenset[dt.date]]]) -> When | None:
    """The days on which, had it been written then, most of what it shares would fall on the others' days."""
    if not (published.earliest and published.latest and published.latest - published.earliest <= 2 * NEWS):
        return None
    votes: dict[dt.date, int] = {}
    days = [published.earliest + DAY * n for n in range((published.latest - published.earliest).days + 1)]
    for day in days:
        read = {m.id: m.when for m in read_against(reading, between(day, day))}
        votes[day] = sum(_fits(read.get(moment.id), told) for moment, told in shared)
    most = max(votes.values())
    best = [day for day in days if votes[day] == most]
    if 2 * most <= len(shared) or len(best) == len(days) or best[-1] - best[0] > WEEK:
        return None
    return between(best[0], best[-1])


def _fits(read: When | None, told: frozenset[dt.date]) -> bool:
    """Whether a time, so read, is one of the days or a week with one of them."""
    if read is None or read.earliest is None or read.latest is None or (read.days or 0) > WEEK.days:
        return False
    return any(read.earliest <= day <= read.latest for day in told)
