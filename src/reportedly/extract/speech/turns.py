"""Turns of an interview: paragraphs with a speaker's name and a colon, or that answer a paragraph that asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.passage import Passage
from reportedly.vocabulary import table

LABEL = re.compile(r"(?P<who>[A-ZÀ-Þ][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,7}):\s+(?=\S)")
LEAST = 3  # turns that make an interview
LONGEST_LABEL = 4  # words, where it is not all in capitals
LONGEST_QUESTION = 240  # code points of a paragraph that asks
OWN_SHARE = 1 / 3  # least share of the answers in which somebody says I or we
ANSWER = "a"  # the label of who is interviewed, where only questions and answers are labelled
YOU = re.compile(r"(?:(?:And|But|So|Yet|Still,?) )?(?:[Yy]ou|[Yy]our)\b")
OWN = re.compile(r"\b(?:I|we|my|our|me|us|We|My|Our)\b")
ASKERS = frozenset(table("speech")["askers"]["words"])


def speakers(texts: Iterable[str]) -> frozenset[str]:
    """The labels of an article's turns, askers left out; none where nobody asks or there are too few turns."""
    turns = [(m["who"], text.rstrip().endswith("?")) for text in texts for m in [LABEL.match(text)] if m is not None]
    labels = [who for who, _ in turns if len(who.split()) <= LONGEST_LABEL or who.isupper()]
    last = Counter(_surname(who) for who in labels)
    asked = any(asks for _, asks in turns)
    if len(labels) < LEAST or len(set(labels)) < 2 or not asked:
        return frozenset()
    return frozenset(who for who in labels if who.lower() not in ASKERS and last[_surname(who)] > 1)


def _surname(label: str) -> str:
    """The last word of a label: "SHERIFF DAN HOLLIS" is HOLLIS in his next turn."""
    return label.rpartition(" ")[2].lower()


def turn(passage: Passage, known: frozenset[str]) -> list[Finding]:
    """The answer of one paragraph, if it is a known speaker's turn and no question."""
    label = LABEL.match(passage.parse.text)
    if label is None or label["who"] not in known:
        return []
    first = next((t.i for t in passage.tokens if t.idx >= label.end()), None)
    last = next((t.i for t in reversed(passage.tokens) if t.idx < label.end("who")), None)
    if first is None or last is None:
        return []
    if passage.parse.text.rstrip().endswith("?"):
        return []
    return _said(passage, first, None if label["who"].lower() == ANSWER else (0, last))


def answers(texts: Sequence[str]) -> frozenset[int]:
    """The numbers of the paragraphs that answer those that ask; none where too few ask or nobody speaks of himself.

    What follows an answer goes on with it where it says I or we; a short one behind it that begins with you asks, too.
    """
    asks = [text.rstrip().endswith("?") and len(text) <= LONGEST_QUESTION for text in texts]
    found: list[int] = []
    for number, text in enumerate(texts):
        if number - 1 in found and len(text) <= LONGEST_QUESTION and YOU.match(text) and not OWN.search(text):
            asks[number] = True
        follows = number > 0 and (asks[number - 1] or (number - 1 in found and OWN.search(text) is not None))
        if follows and not asks[number]:
            found.append(number)
    own = sum(OWN.search(texts[number]) is not None for number in found)
    first = [number for number in found if asks[number - 1]]
    return frozenset(found) if len(first) >= LEAST and own >= OWN_SHARE * len(found) else frozenset()


def answer(passage: Passage) -> list[Finding]:
    """The whole of a paragraph that answers."""
    return _said(passage, passage.lead, None)


def _said(passage: Passage, first: int, source: tuple[int, int] | None) -> list[Finding]:
    content = passage.trim(range(first, len(passage.tokens)))
    if len(content) < LEAST:
        return []
    return [Finding("turn", content[0], (), tuple(content), source, direct=True)]
