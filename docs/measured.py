"""How it was measured, with the figures of RESULTS.md: `python docs/measured.py` writes measured.md anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
RESULTS = HOUSE / "benchmarks" / "RESULTS.md"
PAGE = Path(__file__).with_name("measured.md")
TOLD = Path(__file__).with_name("measured.txt")
SECTION = re.compile(r"<!-- begin ([\w-]+) -->\n(.*?)\n<!-- end \1 -->", re.DOTALL)
SUMMED_UP = ("event", "mean ")  # of a table with a row an event: its head and its means


def page() -> str:
    """What is measured and how, in words, then every section of the results; long tables by their means."""
    sections = [shortened(found[2]) for found in SECTION.finditer(RESULTS.read_text(encoding="utf8"))]
    return TOLD.read_text(encoding="utf8").rstrip() + "\n\n" + "\n\n".join(sections) + "\n"


def shortened(section: str) -> str:
    """A section whose tables of events keep their means alone."""
    return "\n".join(_kept(section.splitlines()))


def _kept(lines: list[str]) -> Iterator[str]:
    by_event = False
    for line in lines:
        if not line.startswith("|"):
            by_event = False
        elif line.startswith("| event |"):
            by_event = True
        if not by_event or line.startswith("|--") or line[2:].startswith(SUMMED_UP):
            yield line


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf8")
