"""Quantities in a text: number with qualifier, range and unit, and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.grammar.amounts.core import HALF, Core, and_half, cores
from reportedly.grammar.amounts.names import counts_nothing, is_multiple
from reportedly.grammar.amounts.qualifiers import Qualified, qualified
from reportedly.grammar.amounts.ranges import HYPHENS, is_score, opening, range_of
from reportedly.grammar.amounts.units import Measured, sign_before, unit_after, unit_before
from reportedly.grammar.dates import moments
from reportedly.grammar.lexicon import kinds, values
from reportedly.grammar.numerals import numeral
from reportedly.grammar.tokens import Tokens, tokens
from reportedly.vocabulary import table


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A quantity: `text[start:end]` is the shortest phrase that states it, with qualifier, range and unit.

    `low` and `high` are in the text's own unit, both included; None is an open end. `unit` is canonical and `group` its
    group in `vocabulary/units.toml`; both None for a plain count. `form` tells how it is said: number, many ("dozens"),
    fraction, ratio, none. `core` is the numbers alone, without qualifier and unit.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    group: str | None
    form: str
    core: tuple[int, int]


def quantities(text: str | Tokens, taken: Sequence[tuple[int, int]] | None = None) -> list[NumberMatch]:
    """Every quantity of a text, in order, none overlapping another.

    `taken` are the places of dates, in order, whose numbers are no quantities; dates are looked for when it is not
    given. Lengths of time and ages are quantities with their unit. Numbers inside names ("Flight 370", "F-16") are
    left out.
    """
    cut = text if isinstance(text, Tokens) else tokens(text)
    if taken is None:
        taken = [(time.start, time.end) for time in moments(cut) if time.kind not in ("duration", "reference")]
    found = [core for core in cores(cut) if not _inside(cut, core, taken) and not _is_base(cut, core)]
    return list(_apart(_assembled(cut, found)))


def _is_base(cut: Tokens, core: Core) -> bool:
    """ "3.1 per 1,000": the round number that a rate is told for counts nothing itself."""
    return cut.word(core.first - 1) == "per" and core.low in table("numbers")["per_many"]["of"]


def _apart(matches: Iterable[NumberMatch]) -> Iterator[NumberMatch]:
    """The matches that begin where the one before has ended, or later: of two that share a word the first has it."""
    end = 0
    for match in matches:
        if match.start >= end:
            yield match
            end = match.end


def _inside(cut: Tokens, core: Core, taken: Sequence[tuple[int, int]]) -> bool:
    start, end = cut.starts[core.first], cut.ends[core.last - 1]
    low, high = 0, len(taken)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if taken[middle][1] <= start else (low, middle)
    return low < len(taken) and taken[low][0] < end


def _assembled(cut: Tokens, found: Sequence[Core]) -> Iterator[NumberMatch]:
    place = 0
    while place < len(found):
        one = found[place]
        two = found[place + 1] if place + 1 < len(found) else None
        if two is not None and is_score(cut, one, two):
            place += 2
            continue
        three = found[place + 2].first if place + 2 < len(found) else None
        pair = _range(cut, one, two, three) if two is not None else None
        if pair is not None and two is not None:
            if not is_multiple(cut, two):
                yield pair
            place += 2
            continue
        if not counts_nothing(cut, one):
            yield _single(cut, one, two)
        place += 1


def _single(cut: Tokens, core: Core, after: Core | None) -> NumberMatch:
    sign = sign_before(cut, core.first)
    first = cut.at(sign[0]) if sign else core.first
    unit = _unit(cut, core, sign)
    spoken = qualified(cut, first, core.last, after.first if after is not None else None)
    if unit is not None and spoken.last == core.last:
        more = core.magnitude == 1 and core.high is not None and and_half(cut, unit.last)
        core = replace(core, low=core.low + 0.5, high=core.low + 0.5) if more else core
        spoken = Qualified(spoken.first, unit.last + HALF * more, spoken.approximate, spoken.bound)
    core, spoken = _open_magnitude(cut, core, spoken)
    if unit is None and after is not None:
        unit = _shared_unit(cut, core, after)
    start = min(cut.starts[spoken.first], sign[0]) if sign else cut.starts[spoken.first]
    low: float | None = core.low
    high = core.high
    if spoken.bound == "at least":
        high = None
    elif spoken.bound == "at most" and core.high is not None:
        low = None
    approximate = core.approximate or spoken.approximate
    return _match(cut, start, spoken.last, low, high, approximate, unit, core, core)


def _open_magnitude(cut: Tokens, core: Core, spoken: Qualified) -> tuple[Core, Qualified]:
    """ "900+ million": the magnitude stands behind the sign."""
    times = values("numbers", "magnitude").get(cut.word(spoken.last))
    if times is None or core.magnitude > 1 or cut.word(spoken.last - 1) != "+":
        return core, spoken
    grown = replace(core, low=core.low * times, high=core.high and core.high * times, magnitude=times)
    return grown, replace(spoken, last=spoken.last + 1)


def _range(cut: Tokens, one: Core, two: Core, following: int | None) -> NumberMatch | None:
    first_sign, second_sign = sign_before(cut, one.first), sign_before(cut, two.first)
    first = cut.at(first_sign[0]) if first_sign else one.first
    second = cut.at(second_sign[0]) if second_sign else two.first
    first_unit = unit_after(cut, one.last, digits=True) if second - one.last > 1 else None
    join_at = first_unit.last if first_unit else one.last
    if second - join_at != 1 or cut.word(join_at) not in table("numbers")["range"]["join"]:
        return None
    opened = opening(cut, first)
    ends = range_of(cut, one, two, cut.word(join_at), opened[1] if opened else "")
    if ends is None or (cut.word(join_at) in HYPHENS and counts_nothing(cut, one)):
        return None
    unit = _unit(cut, two, second_sign or first_sign)
    start = opened[0] if opened and _spans(opened[1], cut.word(join_at)) else first
    spoken = qualified(cut, start, unit.last if unit and not second_sign else two.last, following)
    if unit is None:
        unit = first_unit
    start_at = (
        min(cut.starts[spoken.first], first_sign[0])
        if first_sign and spoken.first == first
        else cut.starts[spoken.first]
    )
    return _match(cut, start_at, spoken.last, *ends, spoken.approximate, unit, one, two)


def _spans(opened: str, join: str) -> bool:
    """Whether the opening word belongs to the phrase: between … and, from … to."""
    return (join == "and" and "between" in opened) or (join == "to" and "from" in opened) or join in HYPHENS


def _unit(cut: Tokens, core: Core, sign: tuple[int, str] | None) -> Measured | None:
    if sign is not None:
        return Measured(sign[1], "money", core.last)
    if core.form == "none":
        return None
    if (base := _base(cut, core.last)) is not None:
        return base
    place = core.last + (cut.word(core.last) == "ish")
    if (behind := unit_after(cut, place, digits=cut.word(core.last - 1)[:1].isdigit())) is not None:
        return behind
    named = unit_before(cut, core.first)
    return Measured(*named, core.last) if named is not None else None


def _base(cut: Tokens, place: int) -> Measured | None:
    """ "12 per 100,000", "12 cases per 100,000": the unit of a rate."""
    at = next((place + step for step in range(2) if cut.word(place + step) == "per"), None)
    digits = at is not None and cut.kinds[at + 1 : at + 2] in (kinds()["day"], kinds()["year"], kinds()["digits"])
    number = numeral(cut, at + 1, at + 2) if at is not None and digits else None
    if number is None or number not in table("numbers")["per_many"]["of"]:
        return None
    return Measured(f"per {number:,.0f}", "share", place)


def _shared_unit(cut: Tokens, one: Core, two: Core) -> Measured | None:
    """ "from 48 to 36 percent": the first number has the unit of the second."""
    if two.first - one.last != 1 or cut.word(one.last) != "to":
        return None
    unit = unit_after(cut, two.last, digits=True)
    return Measured(unit.unit, unit.group, one.last) if unit else None


def _match(
    cut: Tokens, start: int, last: int, low: float | None, high: float | None, approximate: bool,
    unit: Measured | None, one: Core, two: Core,
) -> NumberMatch:  # fmt: skip
    return NumberMatch(
        start, cut.ends[last - 1], low, high, approximate, unit.unit if unit else None, unit.group if unit else None,
        one.form, (cut.starts[one.first], cut.ends[two.last - 1]),
    )  # fmt: skip
