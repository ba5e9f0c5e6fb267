"""Times that recur: "every Monday", "each July", "daily", "twice a week"."""

from __future__ import annotations

from reportedly.grammar.lexicon import values
from reportedly.grammar.notation import Hit
from reportedly.grammar.times.value import Reference, Rule, Value, duration, rule

DAYS: dict[str, int] = values("dates", "weekday")
MONTHS: dict[str, int] = values("dates", "month")
SEASONS: dict[str, str] = values("dates", "season")
PARTS: dict[str, str] = values("dates", "daypart")
UNITS: dict[str, str] = values("dates", "unit")
REGULAR: dict[str, str] = values("dates", "regularly")


def _each(hit: Hit, ref: Reference) -> Value | None:
    word = hit.word("what")
    if word in DAYS:
        timex = f"XXXX-WXX-{DAYS[word] + 1}"
    elif word in MONTHS:
        timex = f"XXXX-{MONTHS[word]:02d}"
    elif word in SEASONS:
        timex = f"XXXX-{SEASONS[word]}"
    elif word in PARTS:
        timex = f"XXXX-XX-XXT{PARTS[word]}"
    else:
        count = 2.0 if hit.has("other") else hit.number("n") if hit.has("n") else 1.0
        timex = duration(count, UNITS[word]).timex
    return Value(timex, "set")


def _regularly(hit: Hit, ref: Reference) -> Value | None:
    word = hit.words("what")
    return None if word[0].isupper() else Value(REGULAR[word.lower()], "set")


NEEDS = ("per", "regularly")
RULES: tuple[Rule, ...] = (
    rule("each", "per (other:other|n:number)? what:(length|weekday|season|month|daypart)", _each),
    rule("regularly", "what:regularly", _regularly),
)
