"""What kind of size a figure is, by its unit; and which nouns count one kind of thing."""

from __future__ import annotations

import re
from functools import cache

from reportedly.relate.terms import plain, stem
from reportedly.vocabulary import table


def dimension(unit: str | None) -> str:
    """ "count" without a unit, else the kind that the unit measures ("money", "length", "volume per duration"), else
    the unit itself."""
    if not unit:
        return "count"
    amount, _, period = unit.partition(" per ")
    if period:
        return f"{dimension(amount)} per {dimension(period)}"
    form = plain(unit).strip()
    for candidate in (form, form.replace(" ", "-"), stem(form), *(stem(word) for word in re.split(r"[\s-]+", form))):
        if candidate in _units():
            return _units()[candidate]
    return f"count of {stem(form.split()[-1])}"


@cache
def _units() -> dict[str, str]:
    return {word: name for name, entry in table("sets")["unit"].items() for word in entry["words"].split()}


def noun_family(head: str | None) -> str | None:
    """The group of nouns that count one kind of thing; the noun itself where it is in none."""
    return _nouns().get(head, head) if head is not None else None


@cache
def _nouns() -> dict[str, str]:
    return {stem(word): name for name, entry in table("sets")["noun"].items() for word in entry["words"].split()}


def is_size(head: str) -> bool:
    """Whether a noun (its stem) names a size, of which nobody counts several: "64 million in losses"."""
    return head in _sizes()


@cache
def _sizes() -> frozenset[str]:
    return frozenset(stem(word) for word in table("sets")["size"]["words"].split())


@cache
def holds(family: str | None) -> frozenset[str]:
    """The families of nouns whose things this one may count too: men may be soldiers, soldiers are no sailors."""
    entry = table("sets")["noun"].get(family, {})
    return frozenset(entry.get("holds", ()))


@cache
def is_kind(family: str | None) -> bool:
    """Whether the family names one kind of what another one counts: children are some of the people."""
    return any(family in holds(name) for name in table("sets")["noun"])
