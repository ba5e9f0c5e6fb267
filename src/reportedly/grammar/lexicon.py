"""What kind of word each word is, for the grammars of numbers and dates: one character stands for one kind."""

from __future__ import annotations

from functools import cache
from typing import Any

from reportedly.vocabulary import table

FORMS = (
    "word", "capital", "mark", "gap", "code", "isodate", "slashdate", "clock", "ordinal", "decade", "shortyear", "day",
    "year", "digits", "possessive",
)  # fmt: skip
THEMSELVES = (  # words that patterns name outright: each is a kind of its own
    "the", "a", "of", "in", "on", "at", "to", "from", "between", "and", "or", "until", "since", "by", "for", "during",
    "through", "after", "before", "within", "out", "as", "other", "time", "later", "earlier", "second", "quarter",
    "century", "weekend", "no", "not", "single", "point",
)  # fmt: skip
MARKS = {
    "-": "hyphen", "–": "hyphen", "—": "hyphen", "‑": "hyphen", ",": "comma", ".": "dot", "/": "slash", "'": "quote",
    "’": "quote", "(": "open", ")": "close", "!": "stop", "?": "stop", ";": "stop", ":": "colon", "%": "percent",
}  # fmt: skip
NEIGHBOURS = frozenset(  # lists that say what a word beside another does, not what kind it is
    [
        "holidays", "ahead", "behind", "bound", "before_day", "before_month", "before_season", "before_spelled_year",
        "before_bare_length", "before_rate", "before_foreign_day", "after_count", "after_early_year", "before_clock",
        "before_part", "remembered", "open_end", "part_of_hours", "at_part_of_day",
    ]
)  # fmt: skip


@cache
def kinds() -> dict[str, str]:
    """The character of each kind, by the kind's name."""
    names = [*FORMS, *sorted(set(_kind_of_word().values()) - set(FORMS))]
    return {name: chr(0x100 + place) for place, name in enumerate(names)}


@cache
def characters() -> dict[str, str]:
    """The character of each known word, by the word in lower case."""
    known = kinds()
    return {word: known[kind] for word, kind in _kind_of_word().items()}


@cache
def needs_capital() -> frozenset[str]:
    """Words that are month or day names only with a capital: "May", "Sun"."""
    dates = table("dates")
    return frozenset([*dates["month"]["needs_capital"], *dates["weekday"]["needs_capital"]])


@cache
def values(name: str, part: str) -> dict[str, Any]:
    """The words of a part of a table with their values, from all its lists: `values("dates", "month")`; read-only."""
    entry = table(name)[part]
    found: dict[str, Any] = {}
    for key in ("words", "names", "short", "foreign", "singular", "plural"):
        listed = entry.get(key, {})
        found.update(listed if isinstance(listed, dict) else dict.fromkeys(listed))
    return found


@cache
def _kind_of_word() -> dict[str, str]:
    kind: dict[str, str] = {}
    for name in ("ones", "teens", "tens", "hundred", "magnitude", "dozen", "many", "vague", "nobody", "vulgar"):
        kind.update(dict.fromkeys(values("numbers", name), name))
    kind.update(dict.fromkeys(values("numbers", "uncounted"), "uncounted"))
    kind.update(dict.fromkeys(values("numbers", "fractions"), "fractions"))
    dates = table("dates")
    for name in dates:
        if name in NEIGHBOURS:
            continue
        kind.update(dict.fromkeys(values("dates", name), name))
    kind.update(dict.fromkeys(values("dates", "bound"), "bound"))
    kind.update(dict.fromkeys(dates["month"]["beside_day"], "foreign_month"))
    kind.update(MARKS)
    kind.update(dict.fromkeys(dates["unit"]["plural"], "units"))
    kind.update({word: word for word in THEMSELVES})
    kind.update({"an": "a", "till": "until", "half": "half_year", "some": "approximate"})
    return kind
