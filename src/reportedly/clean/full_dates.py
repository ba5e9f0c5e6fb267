"""Dates that name their year, as mastheads and bylines give them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model.span import Span

MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b",
        rf"\b{DAY}\s+{MONTH},?\s+{YEAR}\b",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b",
        r"\b(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>(?:19|20)?\d\d)\b",
    )
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True, order=True)
class FullDate:
    """A day and where it is named; `says` is EDTF."""

    span: Span
    says: str


def full_dates(text: str) -> Iterator[FullDate]:
    """Every full date in the text, in order of place."""
    found = [date for form in FORMS for match in form.finditer(text) if (date := _date(match))]
    return iter(sorted(found))


def _date(match: re.Match[str]) -> FullDate | None:
    parts = match.groupdict()
    number = parts.get("number")
    month = int(number) if number else MONTHS.index(parts["month"].lower()) + 1
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    try:
        day = dt.date(year, month, int(parts["day"]))
    except ValueError:
        return None
    return FullDate(Span(*match.span()), day.isoformat())
