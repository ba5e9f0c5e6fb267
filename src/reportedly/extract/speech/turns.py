"""Turns of an interview: paragraphs that begin with a speaker's name and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.passage import Passage
from reportedly.vocabulary import table

LABEL = re.compile(r"(?P<who>[A-ZÀ-Þ][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}):\s+(?=\S)")
LEAST = 3  # turns that make an interview
ASKERS = frozenset(table("speech")["askers"]["words"])


def speakers(texts: Iterable[str]) -> frozenset[str]:
    """The labels of an article's turns, askers left out; none where nobody asks or there are too few turns."""
    turns = [(m["who"], text.rstrip().endswith("?")) for text in texts for m in [LABEL.match(text)] if m is not None]
    labels = [who for who, _ in turns]
    asked = any(asks for _, asks in turns)
    if len(labels) < LEAST or len(set(labels)) < 2 or not asked:
        return frozenset()
    return frozenset(who for who in labels if who.lower() not in ASKERS and labels.count(who) > 1)


def turn(passage: Passage, known: frozenset[str]) -> list[Finding]:
    """The answer of one paragraph, if it is a known speaker's turn and no question."""
    label = LABEL.match(passage.parse.text)
    if label is None or label["who"] not in known:
        return []
    first = next((t.i for t in passage.tokens if t.idx >= label.end()), None)
    last = next((t.i for t in reversed(passage.tokens) if t.idx < label.end("who")), None)
    if first is None or last is None:
        return []
    content = passage.trim(range(first, len(passage.tokens)))
    if len(content) < LEAST or passage.parse.text.rstrip().endswith("?"):
        return []
    return [Finding("turn", content[0], (), tuple(content), (0, last), direct=True)]
