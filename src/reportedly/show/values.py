"""Values in as few signs as say them."""

from __future__ import annotations

from reportedly.model.point import Answer, DateValue, NameValue, StanceValue, Value
from reportedly.model.quantity import Quantity
from reportedly.show.dates import plain
from reportedly.show.visible import cut

LONGEST_IN_A_PICTURE = 26
LONGEST_NAME = 80
LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """A number with thousands apart, millions in words: `12,000`, `0.04`, `1.1 million`."""
    if value != value or abs(value) == float("inf"):
        return str(value)
    for size, name in LARGE:
        short = f"{value / size:.3f}".rstrip("0").rstrip(".")
        if abs(value) >= size and abs(float(short) * size - value) < 1e-9 * size:
            return f"{short} {name}"
    whole = round(value)
    return f"{whole:,}" if abs(value - whole) < 1e-9 else f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.1f}"


def brief(value: Value, year: bool = False) -> str:
    """A value for a column of values: `≥ 34`, `~300`, `260–280`, `16 November, 23:40`, `denies`."""
    match value:
        case Quantity():
            return quantity(value)
        case DateValue(edtf, end_of):
            return f"{end_of} {plain(edtf, year)}" if end_of else plain(edtf, year)
        case NameValue(name):
            return cut(name, LONGEST_NAME)
        case StanceValue(stance):
            return stance


def quantity(value: Quantity) -> str:
    """A figure in signs: `≥` at least, `≤` up to, `~` about, `–` from to; with its unit."""
    unit = "" if value.unit is None else "%" if value.unit in ("percent", "per cent", "%") else f" {value.unit}"
    about = "~" if value.approximate else ""
    if value.low is None:
        return f"≤ {about}{number(value.high or 0)}{unit}"
    if value.high is None:
        return f"≥ {about}{number(value.low)}{unit}"
    if value.low == value.high:
        return f"{about}{number(value.low)}{unit}"
    return f"{about}{number(value.low)}–{number(value.high)}{unit}"


def spoken(answer: Answer) -> str:
    """A figure for a picture: the text's own words where they have digits and are short, else words made digits."""
    words = cut(answer.text, 80).strip("‘’“”\"'")
    if any(sign.isdigit() for sign in words) and len(words) <= LONGEST_IN_A_PICTURE:
        return words[:1].lower() + words[1:]
    value = answer.value
    if not isinstance(value, Quantity):
        return cut(brief(value), LONGEST_IN_A_PICTURE)
    about = "about " if value.approximate else ""
    if value.high is None:
        return f"at least {about}{number(value.low or 0)}"
    if value.low is None:
        return f"up to {about}{number(value.high)}"
    return about + (number(value.low) if value.low == value.high else f"{number(value.low)}–{number(value.high)}")


def ends(value: Quantity) -> tuple[float, float]:
    """The two ends to draw; an open end is drawn at the one that is known."""
    low = value.low if value.low is not None else value.high
    high = value.high if value.high is not None else value.low
    return float(low or 0), float(high or 0)
