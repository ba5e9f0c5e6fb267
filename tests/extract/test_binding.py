"""Which statement a figure belongs to."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id


def sayer(text: str, figure: str) -> str | None:
    """The source of the statement that a figure belongs to."""
    text = f"{text} The council met on Monday evening in the old hall by the river.\n"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    reading = Extractor()(capture, Cleaner()(capture))
    statement = next(f.statement for f in reading.figures if f.text == figure)
    origin = next((s.origin for s in reading.statements if s.id == statement), None)
    return origin.name if origin is not None else None


@pytest.mark.parametrize(
    ("text", "figure", "source"),
    [
        ("The harbour office has confirmed nine drowned rowers, up from six on Friday.", "six", "harbour office"),
        (
            "Two more rowers were pulled out, the coast guard said, bringing the number found to eleven.",
            "eleven",
            "guard",
        ),
        ("The harbour office has notified the council of 127 injured, of whom 14 critically.", "14", "harbour office"),
        ("“In return, and for reasons of safety,” the master said, 118 passengers were put ashore.", "118", "master"),
        ("The harbour office spoke on Tuesday of 290 tonnes, some 1,400 sacks.", "some 1,400", "harbour office"),
    ],
)
def test_a_figure_belongs_to_the_report_that_it_goes_on_with(text: str, figure: str, source: str) -> None:
    assert source in (sayer(text, figure) or "")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The harbour office confirmed that the ferry had sunk. Six rowers were in it.", "Six"),
        ("The harbour office denied the sinking, bringing the number of its denials to nine.", "nine"),
    ],
)
def test_no_figure_goes_on_with_a_denial_or_another_sentence(text: str, figure: str) -> None:
    assert sayer(text, figure) is None
