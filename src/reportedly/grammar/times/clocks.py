"""Times of day: "6:30 a.m.", "0400 GMT", "noon on Friday", "14:30 local time"."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.grammar.lexicon import values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.value import Reference, Rule, Value, on_day, rule

ZONES: dict[str, str] = values("dates", "zone")
MERIDIEM: dict[str, int] = values("dates", "meridiem")
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
    if hour > 24:
        return None
    written = f"{hour:02d}" + (f":{minute}" if minute else "") + (f":{second}" if second else "")
    return _on_day(written, _zone(hit), ref)


def _zone(hit: Hit) -> str:
    return ZONES.get(hit.word("zone"), "")


def _noon(hit: Hit, ref: Reference) -> Value | None:
    return _on_day(NOON[hit.word("c")], "", ref)


def _on_day(clock: str, zone: str, ref: Reference) -> Value:
    """On the day that the text speaks of, where that is one day near enough to the day of speaking, else on that."""
    focus = ref.focus.first if ref.focus and ref.focus.grain == "day" else None
    day = focus or ref.day
    full = clock if ":" in clock else f"{clock}:00"
    if day is None:
        return Value(f"XXXX-XX-XXT{clock}", "time", "day")
    return replace(on_day(day), timex=f"{day.isoformat()}T{clock}", kind="time", clock=full + zone)


LOCAL = "(open? zone:zone time? close?)?"
NEEDS = ("clock", "meridiem", "zone", "noon")
RULES: tuple[Rule, ...] = (
    rule("clock-half", f"c:(clock|day|digits|year) half:meridiem dot? {LOCAL}", _clock),
    rule("clock-zone", "c:(clock|year|digits) zone:zone time?", _clock),
    rule("clock", "c:clock", _clock),
    rule("noon", "c:noon", _noon),
)
