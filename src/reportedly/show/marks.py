"""The marks: one shape a side, the same everywhere, drawn as SVG."""

from __future__ import annotations

from typing import Literal, get_args

from markupsafe import Markup

Shape = Literal["circle", "square", "dome", "page", "diamond"]


def n(value: float) -> str:
    """A coordinate with one digit after the point, or none."""
    return f"{value:.1f}".removesuffix(".0")


def mark(shape: Shape, slot: str, x: float, y: float, r: float, hollow: bool = False) -> Markup:
    """A mark at a place of a picture; `r` is half its width in px, `hollow` that it is hedged or unverified."""
    kind = f"m o-{slot}" + (" hollow" if hollow else "")
    match shape:
        case "square":
            body = f'<rect class="{kind}" x="{n(x - r)}" y="{n(y - r)}" width="{n(2 * r)}" height="{n(2 * r)}"/>'
        case "page":
            wide, tall = 0.7 * r, 1.2 * r
            size = f'width="{n(2 * wide)}" height="{n(2 * tall)}"'
            body = f'<rect class="{kind}" x="{n(x - wide)}" y="{n(y - tall)}" {size}/>'
        case "dome":
            half = 1.15 * r
            arc = f"a{n(half)} {n(1.6 * r)} 0 0 1 {n(2 * half)} 0z"
            body = f'<path class="{kind}" d="M{n(x - half)} {n(y + 0.75 * r)}{arc}"/>'
        case "diamond":
            q = n(1.25 * r)
            body = f'<path class="{kind}" d="M{n(x)} {n(y - 1.25 * r)}l{q} {q} -{q} {q} -{q} -{q}z"/>'
        case "circle":
            body = f'<circle class="{kind}" cx="{n(x)}" cy="{n(y)}" r="{n(r)}"/>'
    return Markup(body)  # noqa: S704 - numbers and names of our own


def glyph(shape: Shape, slot: str, hollow: bool = False, size: int = 11) -> Markup:
    """A mark for a line of text; it stays with the word after it. The page defines its shape once (`shapes`)."""
    kind = f"g o-{slot}" + (" hollow" if hollow else "")
    use = f'<use href="#g-{shape}"/></svg>&#8288;'
    return Markup(f'<svg class="{kind}" width="{size}" height="{size}" aria-hidden="true">{use}')  # noqa: S704 - our own


def shapes() -> Markup:
    """The shapes that marks in text refer to; each takes its colour from where it is used."""
    defined = Markup()
    for shape in get_args(Shape):
        body = mark(shape, "", 6, 6, 4.2).replace(Markup(' class="m o-"'), Markup(""))
        defined += Markup('<symbol id="g-{}" viewBox="0 0 12 12">{}</symbol>').format(shape, body)
    return Markup('<svg width="0" height="0" class="defs" aria-hidden="true">{}</svg>').format(defined)
