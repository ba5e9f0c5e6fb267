"""What is said to have happened, by date: one entry a happening, with every account of it.

Accounts of one happening share what was done and who or what took part, and their dates can be one, or lie near. An
entry's date is what all its accounts leave possible: "on Thursday" in an account of an unknown day beside "on April
22" in another. Where dates exclude each other the entry covers them all, says so, and shows which account says which.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.grammar.edtf import between
from reportedly.model.reading import Reading
from reportedly.model.timeline import Sighting, TimelineEntry
from reportedly.model.when import When
from reportedly.relate.dating.reports import Report, reports, sayings
from reportedly.vocabulary import listed, table

NEAR = dt.timedelta(days=3)  # dates further apart than this are of two happenings
ALIKE = 0.4  # share of the words of the shorter clause: two clauses that share so many and an act are one happening
SURELY = 0.6  # the same, where their dates exclude each other


@dataclass(slots=True)
class _Happening:
    """Reports that are of one happening, the most exact first, and what their dates leave possible."""

    reports: list[Report]
    when: When
    differs: bool = False
    acts: set[str] = field(default_factory=set)


def of_story(story: str, readings: Sequence[Reading]) -> list[TimelineEntry]:
    """The entries of one story, ranked."""
    found = sorted((r for reading in readings for r in reports(reading)), key=_exactness)
    happenings: list[_Happening] = []
    by_act: defaultdict[str, list[_Happening]] = defaultdict(list)
    for report in found:
        near = {id(h): h for act in sorted(report.acts) for h in by_act[act]}
        home = next((h for h in near.values() if _one(h, report)), None)
        if home is None:
            home = _Happening([], report.when)
            happenings.append(home)
        _add(home, report)
        for act in report.acts - home.acts:
            by_act[act].append(home)
            home.acts.add(act)
    ranked = sorted(happenings, key=lambda h: (-_weight(h), str(h.when.earliest), h.reports[0].what))
    return [_entry(story, happening, rank) for rank, happening in enumerate(ranked, 1)]


def _exactness(report: Report) -> tuple[int, str, str, int]:
    return report.days, report.when.edtf, report.reading.capture.path, report.happening.span.start


def _one(happening: _Happening, report: Report) -> bool:
    """Whether a report is of this happening: what its most exact account tells, or one of the same article's dates."""
    best = happening.reports[0]
    if not best.acts & report.acts or (best.parties and report.parties and not best.parties & report.parties):
        return False
    shared = len(best.words & report.words) / max(1, min(len(best.words), len(report.words)))
    if happening.when.overlaps(report.when):
        return shared >= ALIKE
    return shared >= SURELY and best.reading.article.id != report.reading.article.id and _near(happening, report)


def _near(happening: _Happening, report: Report) -> bool:
    one, other = happening.when, report.when
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return max(one.earliest, other.earliest) - min(one.latest, other.latest) <= NEAR


def _add(happening: _Happening, report: Report) -> None:
    one, other = happening.when, report.when
    happening.reports.append(report)
    if one.overlaps(other):
        happening.when = one if one.days == 1 else _common(one, other)
    else:
        happening.differs = True
        days = [day for day in (one.earliest, one.latest, other.earliest, other.latest) if day]
        happening.when = between(min(days), max(days))


def _common(one: When, other: When) -> When:
    """The days that both leave possible."""
    starts = [day for day in (one.earliest, other.earliest) if day]
    ends = [day for day in (one.latest, other.latest) if day]
    return between(max(starts, default=None), min(ends, default=None))


def _entry(story: str, happening: _Happening, rank: int) -> TimelineEntry:
    first = happening.reports[0]
    sightings = tuple(dict.fromkeys(_sighting(report) for report in happening.reports))
    return TimelineEntry(happening.when, first.what, sightings, story, happening.differs, rank)


def _sighting(report: Report) -> Sighting:
    return Sighting(report.reading.article.id, report.happening.statement, report.span, report.when.edtf)


def _weight(happening: _Happening) -> float:
    """How much a reader needs it."""
    weigh: dict[str, float] = table("timeline")["weight"]
    accounts = len({report.reading.article.id for report in happening.reports})
    return weigh["account"] * min(accounts - 1, weigh["accounts"]) + sum(weigh[sign] for sign in _signs(happening))


def _signs(happening: _Happening) -> Iterator[str]:
    first = happening.reports[0]
    family = first.happening.family
    if family is not None:
        yield "outcome" if family in listed("sets", "disjoint", "outcomes") else "family"
    both = (first.happening.subject, first.happening.object)
    if any(word[:1].isupper() for party in both if party for word in party.text.split()[1:]):
        yield "named"
    if happening.when.days == 1:
        yield "day"
    if first.happening.lemma in sayings():
        yield "saying"
    if first.happening.phase == "planned":
        yield "planned"
    if happening.differs:
        yield "differs"
