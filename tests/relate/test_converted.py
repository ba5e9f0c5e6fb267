"""A measure and the same one in another unit beside it are one answer."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.mention import Figure
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.claims.converted import told_once
from reportedly.relate.claims.figures import figure_claims
from reportedly.relate.clippings import Clippings

Told = tuple[float, str | None]


def kept(marked: str, *told: Told) -> list[str]:
    """What is left of the figures in brackets, whose numbers and units are given apart."""
    plain = account("a", re.sub(r"<([^>]+)>", r"\1", marked))
    places = [(m.start() - 2 * n, m.end() - 2 - 2 * n) for n, m in enumerate(re.finditer(r"<[^>]+>", marked))]
    reading = with_figures(plain, places, told)
    return [claim.text for claim in told_once(tuple(figure_claims(reading)), Clippings([reading]))]


def with_figures(reading: Reading, places: list[tuple[int, int]], told: tuple[Told, ...]) -> Reading:
    text = reading.capture.text
    figures = tuple(
        Figure(f"f{n}", reading.article.id, reading.statements[0].id, Span(*place), text[slice(*place)], quantity)
        for n, (place, quantity) in enumerate(
            zip(places, (Quantity(number, number, unit=unit) for number, unit in told), strict=True)
        )
    )
    return replace(reading, figures=figures)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Oil lay on <12 miles> (<19 km>) of shore.", (12, "mile"), (19, "km")),
        ("The lake rose <6 feet> (<1.8 metres>).", (6, "foot"), (1.8, "m")),
        ("It lost <1,000 barrels> -- or <42,000 gallons>.", (1e3, "barrel"), (42e3, "gallon")),
        ("Repairs cost <$4 million> (<3.7 million euros>).", (4e6, "$"), (3.7e6, "€")),
    ],
)
def test_the_second_tells_the_first_again(text: str, one: Told, other: Told) -> None:
    (left,) = kept(text, one, other)
    assert f"<{left}>" in text.split(">", maxsplit=1)[0] + ">"


def test_what_does_not_come_to_the_same_is_another_figure() -> None:
    assert len(kept("A slick <12 miles> (<30 km> off) long.", (12, "mile"), (30, "km"))) == 2
    assert len(kept("<Nine> (<14 km> off) sank.", (9, None), (14, "km"))) == 2
    assert len(kept("It ran <12 miles> and <19 km>.", (12, "mile"), (19, "km"))) == 2
    assert len(kept("It cost <$4> or <3.7 euros>.", (4, "$"), (3.7, "€"))) == 2
