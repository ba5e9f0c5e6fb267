"""Articles of 750 words per CPU-second for times and quantities together."""

from __future__ import annotations

import time

from benchmarks.events import events
from benchmarks.value_sets import Part
from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import when
from reportedly.grammar.numbers import quantities
from reportedly.grammar.tokens import tokens

WORDS = 750  # of one article, as the target counts them
TEXTS = 80


def measure() -> Part:
    """The corpus' captures, each tokenised once, as a build does."""
    paths = [path for event in events() if event.kind == "corpus" for path in sorted(event.captures.iterdir())]
    texts = [path.read_text(encoding="utf8", errors="replace") for path in paths[:TEXTS]]
    anchor = when("2024-12-16")
    began = time.process_time()
    for text in texts:
        cut = tokens(text)
        found = moments(cut, anchor)
        quantities(cut, [(one.start, one.end) for one in found if one.kind not in ("duration", "reference")])
    spent = time.process_time() - began
    articles = sum(len(text.split()) for text in texts) / WORDS
    return Part([("speed", f"{articles / spent:.0f} articles of {WORDS} words per CPU-second")])
