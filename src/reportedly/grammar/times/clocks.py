"""Times of day: "6:30 a.m.", "0400 GMT", "noon on Friday", "14:30 local time"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from reportedly.grammar.lexicon import values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.value import Reference, Rule, Value, on_day, rule
from reportedly.vocabulary import table

ZONES: dict[str, str] = values("dates", "zone")
MERIDIEM: dict[str, int] = values("dates", "meridiem")
PARTS: dict[str, str] = values("dates", "daypart")
TOWARD = ("to", "past")
NOON: dict[str, str] = values("dates", "noon")
CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]?([0-5][0-9]))?(?::([0-5][0-9]))?")


def _clock(hit: Hit, ref: Reference) -> Value | None:
    found = CLOCK.fullmatch(hit.word("c"))
    if not found:
        return None
    hour, minute, second = int(found[1]), found[2], found[3]
    half = hit.word("half")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + MERIDIEM[half]
    if hour > 24 or (hour == 24 and int(minute or 0) + int(second or 0)):
        return None
    written = f"{hour:02d}" + (f":{minute}" if minute else "") + (f":{second}" if second else "")
    return _on_day(written, _zone(hit), ref)


def _hours(hit: Hit, ref: Reference) -> Value | None:
    """ "at 0900 hours": four digits of a clock, where a preposition or the nought says that it is one."""
    digits = hit.word("c")
    if len(digits) != len("0900") or hit.word("u") not in ("hours", "hrs") or not (digits[0] == "0" or _begins(hit)):
        return None
    return _clock(hit, ref)


def _zone(hit: Hit) -> str:
    return ZONES.get(hit.word("zone"), "")


def _noon(hit: Hit, ref: Reference) -> Value | None:
    return _on_day(NOON[hit.word("c")], "", ref)


def _on_day(clock: str, zone: str, ref: Reference) -> Value:
    """On the day that the text speaks of, where that is one day near enough to the day of speaking, else on that."""
    focus = ref.focus.first if ref.focus and ref.focus.grain == "day" else None
    return _at(clock, zone, focus or ref.day)


def _at(clock: str, zone: str, day: dt.date | None) -> Value:
    full = clock if ":" in clock else f"{clock}:00"
    if day is None:
        return Value(f"XXXX-XX-XXT{clock}", "time", "day")
    return replace(on_day(day), timex=f"{day.isoformat()}T{clock}", kind="time", clock=full + zone)


def _with_part(hit: Hit, ref: Reference) -> Value | None:
    """ "3.40 in the morning", "2.17 this morning", "six at night"."""
    found = CLOCK.fullmatch(hit.word("c"))
    hour = float(found[1]) if found else hit.number("c")
    if hour is None or not 0 < hour <= 12 or not ((found and found[2]) or _begins(hit) or _begins(hit, "before_part")):
        return None
    written = _written(int(hour), int(found[2] or 0) if found else 0, hit)
    if hit.has("this") and ref.day:
        return _at(written, "", ref.day)
    return _on_day(written, "", ref)


def _spoken(hit: Hit, ref: Reference) -> Value | None:
    """ "twenty to three", "a quarter past one", "two minutes to three", "half past six in the evening"."""
    named = {"quarter": 15.0, "half": 30.0}.get(hit.tokens.word(hit.part("n")[1] - 1))
    minutes = named or hit.number("n")
    hour = hit.number("h")
    if minutes is None or hour is None or not 0 < minutes <= 30 or not 1 <= hour <= 12 or hit.word("way") not in TOWARD:
        return None
    if named is None and not hit.has("u") and not (_begins(hit) and minutes % 5 == 0):
        return None
    past = hour * 60 + (minutes if hit.word("way") == "past" else -minutes)
    return _told(int(past % 720) // 60 or 12, int(past % 60), hit, ref)


def _hyphened(hit: Hit, ref: Reference) -> Value | None:
    """ "eleven-forty"."""
    hour, minute = hit.number("h"), hit.number("n")
    if hour is None or minute is None or hour > 12 or not _begins(hit):
        return None
    return _told(int(hour), int(minute), hit, ref)


def _told(hour: int, minute: int, hit: Hit, ref: Reference) -> Value:
    """A time in words; where they leave open which half of the day it was, only the day is sure."""
    found = _on_day(_written(hour, minute, hit), "", ref)
    return found if hit.has("part") or hit.has("half") else replace(found, clock="")


def _begins(hit: Hit, words: str = "before_clock") -> bool:
    return hit.tokens.word(hit.match.start() - 1) in values("dates", words)


def _written(hour: int, minute: int, hit: Hit) -> str:
    """Hour and minute by the part of the day, or by the letters, that stand with them."""
    later: dict[str, int] = table("dates")["daypart"]["later"]
    half = MERIDIEM.get(hit.word("half"), 0)
    if hit.has("part") and hour % 12 >= later[PARTS[hit.word("part")]]:
        half = 12
    return f"{hour % 12 + half:02d}:{minute:02d}"


NAMED = "capital capital? time"  # Moscow time, Greenwich Mean Time
LOCAL = f"(open? (zone:zone time?|{NAMED}) close?)?"
PART = "((in|on) the|at|this:this) part:daypart"
TAIL = f"({PART}|half:meridiem)?"
NEEDS = ("clock", "units", "meridiem", "zone", "noon", "daypart", "back", "hyphen", "to", "time")
RULES: tuple[Rule, ...] = (
    rule("clock-half", f"c:(clock|day|digits|year) half:meridiem dot? {LOCAL}", _clock),
    rule("clock-zone", f"c:(clock|year|digits) (zone:zone time?|{NAMED})", _clock),
    rule("clock-hours", f"c:(year|digits) u:units {LOCAL}", _hours),
    rule("clock-part", f"c:(clock|digits|day|ones|teens) {PART}", _with_part),
    rule(
        "spoken-clock",
        f"n:(number|a? quarter|half_year) u:units? way:(back|to) h:number ({PART}|half:meridiem)?",
        _spoken,
    ),
    rule(
        "hyphened-clock", f"h:(ones|teens) hyphen n:((tens hyphen ones)|tens|teens) ({PART}|half:meridiem)?", _hyphened
    ),
    rule("clock", "c:clock", _clock),
    rule("noon", "c:noon", _noon),
)
