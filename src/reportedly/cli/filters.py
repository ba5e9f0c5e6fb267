"""Options that ask for some of a record: one for each field of the filters, by the names that addresses have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import click

from reportedly.model.filters import SAYS, Asked, PointFilter, StatementFilter, TimelineFilter, choices_of

KINDS: dict[str, type[Asked]] = {"points": PointFilter, "statements": StatementFilter, "timeline": TimelineFilter}
Command = Callable[..., Any]


def filters(*kinds: str) -> Callable[[Command], Command]:
    """Options for every field of these filters; the command gets those given as `asked`, pairs of name and value."""
    names = {each.name: each for kind in reversed(kinds) for each in fields(KINDS[kind])}

    def dressed(command: Command) -> Command:
        for name, each in reversed(names.items()):
            choices = [choice for kind in kinds for choice in choices_of(KINDS[kind]).get(name, ())]
            command = click.option(
                f"--{name}",
                name,
                multiple=each.default == (),
                metavar=None if choices else "DAY" if each.default is None else "N" if each.default == 0 else "TEXT",
                type=click.Choice(tuple(dict.fromkeys(choices))) if choices else str,
                help=SAYS[name] + (" May be repeated." if each.default == () else ""),
            )(command)
        return command

    return dressed


def pairs(given: dict[str, Any]) -> list[tuple[str, str]]:
    """What was given of the options, as names and values."""
    found: list[tuple[str, str]] = []
    for name, value in given.items():
        found += [(name, str(one)) for one in (value if isinstance(value, tuple) else (value,)) if one is not None]
    return found


def fits(kind: type[Asked], asked: list[tuple[str, str]]) -> bool:
    """Whether this kind of filter has a field for all that is asked."""
    return {name for name, _ in asked} <= {each.name for each in fields(kind)}
