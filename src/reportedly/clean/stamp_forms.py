"""Full dates as furniture writes them: telegraphic, in numbers, or in another language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import between
from reportedly.model.when import When
from reportedly.vocabulary import table

YEAR = re.compile(r"\d{4}|['’/]\d\d")  # without one, running text names no day of the calendar
LONGEST = 100  # days that a stamp may span: a season's issue; a bare year is none


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands in a line; `other` is its second reading where day and month may be swapped."""

    start: int
    end: int
    when: When
    other: When | None = None


class StampForms:
    """Finds the dates of a line: those of the furniture's own forms first, then those of running text."""

    def __init__(self) -> None:
        words = table("publication")
        self._forms = [re.compile(form["pattern"]) for form in words["form"]]
        self._month_first = re.compile(words["month_first"]["pattern"])
        months = table("dates")["month"]
        self._months: dict[str, int] = {
            **months["names"], **months["short"], **months["foreign"], **words["month"]["names"],
        }  # fmt: skip

    def __call__(self, line: str) -> list[Dated]:
        """Every date of a line in order of place, none overlapping another."""
        found: list[Dated] = []
        for dated in (*self._own(line), *_running(line)):
            if not any(dated.start < known.end and known.start < dated.end for known in found):
                found.append(dated)
        return sorted(found, key=lambda dated: dated.start)

    def _own(self, line: str) -> Iterator[Dated]:
        for form in self._forms:
            for match in form.finditer(line):
                days = self._days(match.groupdict(), bool(self._month_first.search(line)))
                if days:
                    last = days[0] + dt.timedelta(int("last" in match.groupdict()))
                    other = between(days[1], days[1]) if len(days) > 1 else None
                    yield Dated(*match.span(), between(days[0], last), other)

    def _days(self, parts: dict[str, str | None], month_first: bool) -> list[dt.date]:
        year = int(parts["year"] or 0)
        year += 2000 if year < 100 else 0
        if parts.get("one"):
            one, two = int(parts["one"] or 0), int(parts["two"] or 0)
            ways = [(two, one), (one, two)] if month_first is False else [(one, two), (two, one)]
            known = [day for month, number in ways if (day := _day(year, month, number))]
            return known[:1] if one == two else known
        name = (parts.get("month") or "").lower()
        month = int(parts.get("number") or self._months.get(name) or self._months.get(name[:3], 0))
        known_day = _day(year, month, int(parts["day"] or 0))
        return [known_day] if known_day else []


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _running(line: str) -> Iterator[Dated]:
    for found in moments(line) if YEAR.search(line) else ():
        known = found.when
        if known and known.earliest and known.earliest.year > 1700 and (known.days or LONGEST + 1) <= LONGEST:
            yield Dated(found.start, found.end, known)
