"""The tables of docs/scale.md: what was measured of an article, times a million, a hundred million and a billion."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.scale import Measured

PAGE = Path(__file__).parents[1] / "docs" / "scale.md"
MANY = (10**6, 10**8, 10**9)
TOKENS, PRICES = (1000, 1000), (1.0, 5.0)  # assumed: in and out, for an article; dollars a million tokens
BEGIN, END = "<!-- begin costs -->", "<!-- end costs -->"


def tables(told: Measured) -> str:
    """Stages beside what an article takes, and what many of them do."""
    last = told.related[-1]
    reading = sum(stage.milliseconds for stage in told.stages)
    shards = sum(stage.bytes or 0.0 for stage in told.stages)
    rows = [
        (stage.name, f"{stage.milliseconds:.1f} ms", [hours(stage.milliseconds, n) for n in MANY])
        for stage in told.stages
    ]
    rows += [
        ("all of reading", f"{reading:.0f} ms", [hours(reading, n) for n in MANY]),
        ("relate and store", f"{last.milliseconds:.0f} ms", [hours(last.milliseconds, n) for n in MANY]),
        (
            "computing in all",
            f"{reading + last.milliseconds:.0f} ms",
            [hours(reading + last.milliseconds, n) for n in MANY],
        ),
        ("disk: shards of captures and readings", size(shards), [size(shards * n) for n in MANY]),
        ("disk: the record, with full text", size(last.bytes), [size(last.bytes * n) for n in MANY]),
        ("memory: each worker that reads", "", [f"{told.worker} MB"] * len(MANY)),
        ("memory: the process that joins stories and names", size(told.held), [size(told.held * n) for n in MANY]),
    ]
    lines = [
        f"Measured by `{told.command}`, on {told.articles} articles of our corpus with {told.text:,.0f} bytes of text "
        f"each, the shorter half of what news is; relating on {last.articles} of them. The columns to the right are "
        "the first one multiplied, not measured.",
        "",
        "| what | an article | 10⁶ | 10⁸ | 10⁹ |",
        "|---|---|---|---|---|",
        *(f"| {name} | {one} | {' | '.join(many)} |" for name, one, many in rows),
        "",
        hosted(),
    ]
    return "\n".join(lines)


def hosted() -> str:
    """What a hosted language model would cost, if it cost what is assumed."""
    each = sum(tokens * price for tokens, price in zip(TOKENS, PRICES, strict=True)) / 10**6
    powers = zip(MANY, ("10⁶", "10⁸", "10⁹"), strict=True)
    sums = ", ".join(f"{each * many:,.0f} for {power}" for many, power in powers)
    return (
        "Beside it a hosted language model, under an assumption to be replaced by your own prices: "
        f"{TOKENS[0]:,} tokens in and {TOKENS[1]:,} out for an article, at {PRICES[0]:g} dollar a million tokens in "
        f"and {PRICES[1]:g} out, is {each:.3f} dollars an article: {sums} articles."
    )


def hours(milliseconds: float, many: int) -> str:
    """Core-hours of so many articles, to two digits."""
    return f"{rounded(milliseconds * many / 3_600_000)} core-hours"


def size(number: float) -> str:
    """Bytes in the unit that suits, to two digits."""
    units = iter(("bytes", "kB", "MB", "GB", "TB", "PB"))
    unit = next(units)
    while number >= 1000:
        number, unit = number / 1000, next(units)
    return f"{rounded(number)} {unit}"


def rounded(number: float) -> str:
    """A number to two digits."""
    if number == 0:
        return "0"
    digits = 1 - len(str(int(number))) + 1 if number >= 1 else 2
    return f"{round(number, digits):,.{max(0, digits)}f}"


def write(made: str, page: Path = PAGE) -> None:
    """Put the tables where the page has room for them."""
    text = page.read_text(encoding="utf8")
    page.write_text(
        re.sub(f"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n{made}\n{END}", text, flags=re.DOTALL), encoding="utf8"
    )
