"""Articles of 750 words per CPU-second for times and quantities together; names and places beside the parse."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.events import events
from benchmarks.value_sets import Part
from reportedly.clean import Cleaner
from reportedly.extract.draft import Draft
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.placing.places import Places
from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import when
from reportedly.grammar.numbers import quantities
from reportedly.grammar.tokens import tokens
from reportedly.model.capture import Capture
from reportedly.read import captures

WORDS = 750  # of one article, as the target counts them
TEXTS = 80
WARM, ROUNDS = 5, 3  # texts read before anything is timed; of so many rounds the shortest counts


def measure() -> Part:
    """The corpus' captures: both grammars, each text tokenised once; and the stages of names and places."""
    paths = [path for event in events() if event.kind == "corpus" for path in sorted(event.captures.iterdir())]
    texts = [path.read_text(encoding="utf8", errors="replace") for path in paths[:TEXTS]]
    _values(texts[:WARM])
    spent = min(_values(texts) for _ in range(ROUNDS))
    articles = sum(len(text.split()) for text in texts) / WORDS
    parse, names = _stages(paths[:TEXTS])
    return Part(
        [
            ("speed", f"{articles / spent:.0f} articles of {WORDS} words per CPU-second, times and quantities"),
            ("speed", f"names and places take {names / parse:.2f} of the parse, which names no entities"),
        ]
    )


def _values(texts: Sequence[str]) -> float:
    """CPU-seconds of both grammars over the texts."""
    anchor = when("2024-12-16")
    began = time.process_time()
    for text in texts:
        cut = tokens(text)
        found = moments(cut, anchor)
        quantities(cut, [(one.start, one.end) for one in found if one.kind not in ("duration", "reference")])
    return time.process_time() - began


def _stages(paths: Sequence[Path]) -> tuple[float, float]:
    """CPU-seconds of the parse, and of names and places after it."""
    cleaner, parser, stages = Cleaner(), Parser(), (Names(), Places())
    drafts = [Draft(one, cleaner(one)) for one in captures(paths) if isinstance(one, Capture)]
    spent = [0.0, 0.0]
    for place, draft in enumerate(drafts):  # one after the other, as a build reads them
        began = time.process_time()
        parsed = parser(draft)
        between = time.process_time()
        for stage in stages:
            parsed = stage(parsed)
        if place >= WARM:
            spent[0] += between - began
            spent[1] += time.process_time() - between
    return spent[0], spent[1]
