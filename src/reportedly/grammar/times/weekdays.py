"""Days of the week and weekends: "Monday", "last Friday night", "this weekend"."""

from __future__ import annotations

import datetime as dt

from reportedly.grammar.lexicon import values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.value import Reference, Rule, Value, at_part, on_day, on_weekend, rule
from reportedly.vocabulary import table

DAYS: dict[str, int] = values("dates", "weekday")
PARTS: dict[str, str] = values("dates", "daypart")
WEEK = dt.timedelta(days=7)


def _weekday(hit: Hit, ref: Reference) -> Value | None:
    if _may_be_a_name(hit):
        return None
    number = DAYS[hit.word("w")]
    part = PARTS.get(hit.word("part"), "")
    if ref.day is None:
        return _after_focus(number, part, ref)
    day = on_day(_resolved(number, hit, ref, ref.day))
    return at_part(day, part) if part else day


def _may_be_a_name(hit: Hit) -> bool:
    """ "Sun", "Wed": days only with a dot, or after "on" or a word of direction; "Domingo": never."""
    if hit.word("w") in table("dates")["weekday"]["needs_small"] and hit.words("w").istitle():
        return True
    if hit.word("w") not in table("dates")["weekday"]["short"] or hit.has("which"):
        return False
    return hit.tokens.word(hit.match.end()) != "." and hit.tokens.word(hit.match.start() - 1) != "on"


def _resolved(number: int, hit: Hit, ref: Reference, today: dt.date) -> dt.date:
    behind = today - dt.timedelta(days=(today.weekday() - number) % 7)
    words = hit.words("which").lower().split()
    if any(word in values("dates", "onward") for word in words):
        return behind + WEEK
    if any(word in values("dates", "back") for word in words):
        return behind - WEEK if behind == today else behind
    if hit.has("week"):
        monday = today - dt.timedelta(days=today.weekday())
        step = {"last": -1, "next": 1}.get(hit.word("week"), 0)
        return monday + dt.timedelta(days=number) + step * WEEK
    return behind + WEEK if ref.ahead and behind != today else behind


def _after_focus(number: int, part: str, ref: Reference) -> Value | None:
    """With no day of speaking, the next such day after the date the text spoke of."""
    timex = f"XXXX-WXX-{number + 1}"
    if ref.focus is None or ref.focus.grain != "day" or ref.focus.first is None:
        return Value(f"{timex}T{part}", "time", "day") if part else Value(timex, "date", "day")
    day = on_day(ref.focus.first + dt.timedelta(days=(number - ref.focus.first.weekday()) % 7))
    return at_part(day, part) if part else day


def _weekend(hit: Hit, ref: Reference) -> Value | None:
    if ref.day is None:
        return Value("XXXX-WXX-WE", "date", "weekend")
    which = hit.words("which").lower().split()
    this = on_weekend(ref.day)
    begun = this.first is not None and this.first <= ref.day
    if any(word in values("dates", "onward") for word in which):
        return on_weekend(ref.day + WEEK) if begun else this
    if any(word in values("dates", "back") for word in which):
        return on_weekend(ref.day - WEEK)
    return this if begun or ref.ahead else on_weekend(ref.day - WEEK)


PART = "part:daypart?"
NEEDS = ("weekday", "weekend")
RULES: tuple[Rule, ...] = (
    rule("weekday-of-week", f"(modifier hyphen?)? w:weekday dot? {PART} week:(back|this|onward) unit", _weekday),
    rule(
        "directed-weekday", f"(modifier hyphen?)? which:(this? back|this? onward|this) w:weekday dot? {PART}", _weekday
    ),
    rule("weekday", f"(modifier hyphen?)? w:weekday {PART}", _weekday),
    rule("weekend", "which:(the? (back|onward)|this? (back|onward)|this|that|the) weekend", _weekend),
)
