"""What is worth telling: rules in a file of TOML. Without one all is told."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from reportedly.model.change import ChangeKind
from reportedly.model.errors import ReportedlyError
from reportedly.model.point import Facet
from reportedly.watch.news import News

KEYS = ("name", "kinds", "question", "standing", "above", "below", "origin", "outlet")
KINDS: tuple[str, ...] = get_args(ChangeKind)
FACETS: tuple[str, ...] = get_args(Facet)
LARGEST = 2**20  # bytes of a file of rules


class RuleError(ReportedlyError):
    """A file of rules that says something no rule can."""


@dataclass(frozen=True, slots=True)
class Rule:
    """News is told where all that the rule names holds.

    `kinds` are kinds of change, `standing` is a facet that the point must have, `above` and `below` ask
    for a figure with an end beyond them, the others are patterns found anywhere in the words, whatever their case.
    """

    name: str
    kinds: frozenset[str] = frozenset()
    standing: str | None = None
    above: float | None = None
    below: float | None = None
    patterns: tuple[tuple[str, re.Pattern[str]], ...] = ()

    def __call__(self, news: News) -> bool:
        """Whether the news is worth telling by this rule."""
        ends = [end for end in (news.low, news.high) if end is not None]
        return (
            (not self.kinds or news.kind in self.kinds)
            and (self.standing is None or self.standing in news.standing)
            and (self.above is None or any(end > self.above for end in ends))
            and (self.below is None or any(end < self.below for end in ends))
            and all(pattern.search(getattr(news, field) or "") for field, pattern in self.patterns)
        )


def read_rules(place: Path) -> tuple[Rule, ...]:
    """The rules of a file, `[[tell]]` each. Raises `RuleError`."""
    try:
        content = place.read_bytes()[: LARGEST + 1]
        found = tomllib.loads(content.decode("utf8"))
    except OSError as fault:
        raise RuleError(f"{place}: cannot be read ({fault.strerror}); check the path") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise RuleError(f"{place}: no TOML ({fault}); see the page on watch") from fault
    rows = found.get("tell")
    if set(found) != {"tell"} or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RuleError(f"{place}: it must hold rules, each under [[tell]], and nothing else")
    return tuple(_rule(row, f"{place}: rule {number}") for number, row in enumerate(rows, start=1))


def _rule(row: Mapping[str, object], where: str) -> Rule:
    unknown = sorted(set(row) - set(KEYS))
    if unknown:
        raise RuleError(f"{where}: no such key {', '.join(unknown)}; choose from: {', '.join(KEYS)}")
    kinds = row.get("kinds", [])
    if not isinstance(kinds, list) or not set(map(str, kinds)) <= set(KINDS):
        raise RuleError(f"{where}: kinds must be a list of some of: {', '.join(KINDS)}")
    standing = row.get("standing")
    if standing is not None and standing not in FACETS:
        raise RuleError(f"{where}: standing must be one of: {', '.join(FACETS)}")
    return Rule(
        str(row.get("name", "")),
        frozenset(map(str, kinds)),
        str(standing) if standing is not None else None,
        _number(row, "above", where),
        _number(row, "below", where),
        tuple(_pattern(row, field, where) for field in ("question", "origin", "outlet") if field in row),
    )


def _number(row: Mapping[str, object], key: str, where: str) -> float | None:
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RuleError(f"{where}: {key} must be a number")
    return float(value)


def _pattern(row: Mapping[str, object], key: str, where: str) -> tuple[str, re.Pattern[str]]:
    try:
        return key, re.compile(str(row[key]), re.I)
    except re.error as fault:
        raise RuleError(f"{where}: {key} is no regular expression ({fault})") from fault
