"""What is said to have happened, by date: a bar as wide as the doubt, a stroke for a clock time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from reportedly.model.point import DateValue, Point
from reportedly.model.timeline import TimelineEntry
from reportedly.model.when import When
from reportedly.relate.standing.telling import telling
from reportedly.show.dates import MONTHS, clock, known, plain
from reportedly.show.index import Cell, Index
from reportedly.show.links import sign, to_cell, to_words
from reportedly.show.scale import Scale
from reportedly.show.visible import cut, visible

MOST_ENTRIES = 40
MOST_PICTURES = 3
MOST_SEEN = 4
VAGUEST = 100  # days
NEAR = dt.timedelta(days=300)
FEWEST_DAYS_UNSURE = 28  # a bar for so many days or more is drawn as an outline: only a month or less is known


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its date, what the words are, and its bar."""

    date: str
    words: Markup
    by: Markup
    bar: Markup


@dataclass(frozen=True, slots=True)
class Picture:
    """Lines over one scale."""

    title: str
    href: str
    ticks: Markup
    entries: tuple[Entry, ...]
    folded: tuple[Entry, ...] = ()


def date_questions(index: Index) -> tuple[Picture, ...]:
    """The most telling questions of when, where dated answers differ."""
    asked = [p for p in sorted(index.points, key=telling) if "differ" in p.values]
    several = [p for p in asked if len({cell.account.number for cell in index.cells[p.id] if _time(cell)}) > 1]
    pictures = filter(None, (date_question(index, point) for point in several))
    return tuple(islice(pictures, MOST_PICTURES))


def date_question(index: Index, point: Point) -> Picture | None:
    """The answers to a question of when; None where fewer than two dates can be drawn."""
    dated = [(cell, time) for cell in index.cells[point.id] if (time := _time(cell)) is not None]
    if point.kind != "date" or not _drawable(time for _, time in dated):
        return None
    scale = Scale(time for _, time in dated)
    lines = tuple(_answer(cell, time, scale) for cell, time in dated)
    title = visible(cut(point.question, 120))
    return Picture(title, index.to_point(point), _ticks(scale), lines[:MOST_ENTRIES])


def timeline(index: Index) -> Picture | None:
    """What happened when, by the articles' words; None where nothing is dated. The least told are folded."""
    merged = _merged(index.record.timeline)
    if not merged:
        return None
    near = [pair for pair in merged if _near(pair[0].when, index)]
    told = sorted(near, key=lambda pair: pair[0].rank)[:MOST_ENTRIES]
    shown = [pair for pair in near if pair in told]
    scale = Scale(entry.when for entry, _ in shown)
    year = len({day.year for entry, _ in merged for day in (entry.when.earliest, entry.when.latest) if day}) > 1
    entries = tuple(_entry(index, entry, seen, scale, year) for entry, seen in shown)
    rest = tuple(_entry(index, entry, seen, scale, year) for entry, seen in merged if (entry, seen) not in told)
    return Picture("What happened when", "", _ticks(scale), entries, rest)


def _near(time: When, index: Index) -> bool:
    """Whether a time is known to a season at least and lies near the articles: others would squash the scale."""
    if time.earliest is None or time.latest is None or (time.days or 0) > VAGUEST:
        return False
    known_days = [day for a in index.accounts if a.when for day in (a.when.earliest, a.when.latest) if day]
    known_days = known_days or [day for e in index.record.timeline if (day := e.when.earliest) is not None]
    middle = sorted(known_days)[len(known_days) // 2]
    return middle - NEAR <= time.earliest and time.latest <= middle + NEAR


def _merged(entries: Sequence[TimelineEntry]) -> list[tuple[TimelineEntry, tuple[TimelineEntry, ...]]]:
    """Entries of one time and one wording told together, in order of time."""
    same: dict[tuple[str, str], list[TimelineEntry]] = {}
    for entry in entries:
        same.setdefault((entry.when.edtf, " ".join(entry.what.casefold().split())), []).append(entry)
    ordered = sorted(same.values(), key=lambda group: _order(group[0].when))
    return [(group[0], tuple(group)) for group in ordered]


def _entry(index: Index, entry: TimelineEntry, same: Sequence[TimelineEntry], scale: Scale, year: bool) -> Entry:
    every = (sighting for each in same for sighting in each.evidence)
    seen = list({s.article: s for s in reversed([s for s in every if s.article in index.account_of])}.values())[::-1]
    links = []
    for sighting in seen[:MOST_SEEN]:
        account = index.account_of[sighting.article]
        label = Markup('<a class="w" href="{}">{}</a>')
        links.append(label.format(index.to_words(sighting.article, sighting.span), visible(account.label)))
    if seen and " ".join(index.text(seen[0].article, seen[0].span).split()) == " ".join(entry.what.split()):
        words = to_words(index, seen[0].article, seen[0].span, 110)
    else:
        words = Markup("{}").format(visible(cut(entry.what, 110)))
    more = f" and {len(seen) - MOST_SEEN} more" if len(seen) > MOST_SEEN else ""
    return Entry(plain(entry.when.edtf, year), words, Markup(", ").join(links) + more, _bar(entry.when, scale, None))


def _answer(cell: Cell, time: When, scale: Scale) -> Entry:
    words = Markup("{}“{}”").format(sign(cell), to_cell(cell))
    who = visible(cut(cell.who, 40)) + ("" if cell.answer.origin is None else f" · {visible(cell.account.label)}")
    return Entry("", words, Markup("{}").format(who), _bar(time, scale, cell.side.slot))


def _bar(time: When, scale: Scale, slot: str | None) -> Markup:
    colour = f" o-{slot}" if slot else ""
    frame = Markup('<svg class="tk2{}" aria-hidden="true">{}{{}}</svg>').format(colour, _breaks(scale))
    if time.earliest is None or time.latest is None:
        return frame.format(Markup('<line class="br none" x1="0" x2="100%" y1="10" y2="10"/>'))
    hour = clock(time.edtf)
    if hour is not None and "/" not in time.edtf:
        at = scale.place(time.earliest, (hour.hour + hour.minute / 60) / 24)
        return frame.format(Markup('<rect class="pt" x="{:.2f}%" y="0" width="3" height="18"/>').format(at * 100))
    left, right = scale.place(time.earliest), scale.place(time.latest, 1.0)
    kind = "br unc" if (time.days or 1) >= FEWEST_DAYS_UNSURE else "br"
    rect = Markup('<rect class="{}" x="{:.2f}%" y="6" width="{:.2f}%" height="6"/>')
    return frame.format(rect.format(kind, left * 100, max(right - left, 0.006) * 100))


def _breaks(scale: Scale) -> Markup:
    line = Markup('<line class="bk2" x1="{0:.2f}%" x2="{0:.2f}%" y1="-4" y2="22"/>')
    return Markup().join(line.format(at * 100) for at in scale.breaks)


def _ticks(scale: Scale) -> Markup:
    years = len({day.year for _, day in scale.ticks()}) > 1
    body = Markup()
    for place, (at, day) in enumerate(scale.ticks()):
        month = MONTHS[day.month - 1][:3]
        label = f"{day.day} {month}" + (f" {day.year}" if years or place == 0 else "")
        extra = Markup(' class="alt"') if place % 2 else ""  # a phone has room for every other one
        body += Markup('<text{} x="{:.2f}%" y="12">{}</text>').format(extra, at * 100, label)
    return Markup('<svg class="tk2 axis" aria-hidden="true">{}{}</svg>').format(_breaks(scale), body)


def _time(cell: Cell) -> When | None:
    return known(cell.answer.value.edtf) if isinstance(cell.answer.value, DateValue) else None


def _drawable(times: Iterable[When]) -> bool:
    dated = [time for time in times if time.earliest and time.latest]
    return len({time.edtf for time in dated}) > 1


def _order(time: When) -> tuple[str, str]:
    return str(time.earliest or time.latest or "9999"), str(time.latest or "9999")
