"""Times that point from the day of speaking: "today", "last night", "now", "recently", "in the near future"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reportedly.grammar.lexicon import values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.value import Reference, Rule, Value, at_part, on_day, rule
from reportedly.vocabulary import table

DAY_WORDS: dict[str, int] = values("dates", "day_word")
PARTS: dict[str, str] = values("dates", "daypart")


def _day_word(hit: Hit, ref: Reference) -> Value | None:
    return _on(ref, DAY_WORDS[hit.word("w")], PARTS.get(hit.word("part"), ""))


def _next_but_one(hit: Hit, ref: Reference) -> Value | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    if hit.word("u") != "day":
        return None
    return _on(ref, DAY_WORDS[hit.word("w")] + (1 if hit.word("way") == "after" else -1), "")


def _tonight(hit: Hit, ref: Reference) -> Value | None:
    return _on(ref, 0, "NI")


def _this_part(hit: Hit, ref: Reference) -> Value | None:
    """ "this morning", "last night", "that evening"."""
    which, part = hit.word("which"), PARTS[hit.word("part")]
    if hit.has("step"):
        then = ref.focus.first if ref.focus and ref.focus.grain == "day" else ref.day
        step = -1 if hit.word("step") in values("dates", "back") else 1
        return at_part(on_day(then + dt.timedelta(days=step)), part) if then else None
    if which in ("that", "same", "the"):
        then = ref.focus.first if ref.focus and ref.focus.grain == "day" else None
        return at_part(on_day(then), part) if then else None
    if which in values("dates", "back") and which != "last":
        return None
    return _on(ref, {"last": -1, "next": 1}.get(which, 0), part)


def _middle_of_part(hit: Hit, ref: Reference) -> Value | None:
    """ "in mid-afternoon": of the day that is spoken of, else of that of speaking."""
    if hit.tokens.word(hit.match.end()) in ("of", "hours"):
        return None  # "the early morning of 3 May": part of that date
    then = ref.focus.first if ref.focus and ref.focus.grain == "day" else None
    part = PARTS[hit.word("part")]
    return at_part(on_day(then), part) if then else _on(ref, 0, part)


def _overnight(hit: Hit, ref: Reference) -> Value | None:
    """ "an overnight raid": in the night before the day of speaking."""
    if hit.word("part") != "overnight":
        return None
    night = _on(ref, 0, "NI")
    return replace(night, first=night.first - dt.timedelta(days=1)) if night.first else night


def _at_part_of_day(hit: Hit, ref: Reference) -> Value | None:
    """ "at dawn", "before dusk": of the day that is spoken of, else of that of speaking."""
    listed = table("dates")["at_part_of_day"]
    if hit.word("part") not in listed["parts"] or hit.tokens.word(hit.match.start() - 1) not in listed["words"]:
        return None
    then = ref.focus.first if ref.focus and ref.focus.grain == "day" else None
    part = PARTS[hit.word("part")]
    return at_part(on_day(then), part) if then else _on(ref, 0, part)


def _on(ref: Reference, step: int, part: str) -> Value:
    if ref.day is None:
        return Value(f"XXXX-XX-XXT{part}", "time", "day") if part else Value("XXXX-XX-XX", "date", "day")
    day = on_day(ref.day + dt.timedelta(days=step))
    return at_part(day, part) if part else day


def _now(hit: Hit, ref: Reference) -> Value | None:
    end = hit.end
    glued = hit.tokens.text[end : end + 1]
    return None if glued == "-" else Value("PRESENT_REF", "reference")


def _past(hit: Hit, ref: Reference) -> Value | None:
    return Value("PAST_REF", "reference")


def _future(hit: Hit, ref: Reference) -> Value | None:
    return Value("FUTURE_REF", "reference")


NEEDS = (
    "day_word",
    "tonight",
    "daypart",
    "now",
    "recently",
    "future_noun",
    "back",
)
RULES: tuple[Rule, ...] = (
    rule("next-but-one", "the u:unit way:(before|after) w:day_word", _next_but_one),
    rule("day-word", "(modifier hyphen?)? w:day_word part:daypart?", _day_word),
    rule("tonight", "tonight", _tonight),
    rule("part-of-day", "which:(this|back|that|the step:(back|onward)) part:daypart", _this_part),
    rule("middle-of-part", "modifier hyphen? part:daypart", _middle_of_part),
    rule("overnight", "part:daypart", _overnight),
    rule("at-part-of-day", "part:daypart", _at_part_of_day),
    rule("now", "now", _now),
    rule("recently", "recently", _past),
    rule("vague-past", "in the back (?=comma|dot|stop|gap|close)", _past),
    rule("vague-future", "(the|this) capital? word? future_noun", _future),
)
