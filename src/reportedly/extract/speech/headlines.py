"""Headlines: "Coast guard: 14 dead", "14 dead: coast guard", "Toll rises to 31, says minister"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.speech.colons import LABELS
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.frames import WEEKDAYS
from reportedly.extract.speech.passage import MARKS, Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.words import Token
from reportedly.model.mention import NameMention
from reportedly.model.span import Span

LONGEST_SPEAKER = 5  # words before or after the colon
LONGEST_ACRONYM = 5  # letters: a longer word in capitals labels a page
LEAST = 3  # words of a quotation in a headline that may be said, not only so called


def headline(passage: Passage, names: Sequence[NameMention]) -> list[Finding]:
    """The speaker beside a headline's colon or dash and what is said, if one side is a short name of a speaker."""
    tokens = [t for t in passage.tokens if not t.is_space]
    places = [n.span for n in names if n.kind == "place"]
    base = passage.parse.base
    for at, token in enumerate(tokens):
        if token.text not in (":", "–", "—", "-") or (token.text in ":-" and not token.whitespace_):
            continue
        left, right = tokens[:at], tokens[at + 1 :]
        if token.text == ":" and _speaker(left, base, places) and len(right) > 1:
            return [_finding("headline", left, right)]
        if _speaker(right, base, places) and len(left) > 2:
            return [_finding("headline", right, left)]
    return []


def quoted_in_title(passage: Passage, findings: Sequence[Finding]) -> list[Finding]:
    """Quotations in a headline that nothing there gives to anybody: somebody said them, whoever it was."""
    taken = {i for f in findings for i in f.content}
    found = []
    for start, end in passage.ranges:
        content = passage.trim(i for i in range(start, end) if passage.tokens[i].text not in MARKS)
        said = any(passage.tokens[i].pos_ in ("VERB", "AUX") for i in content)
        if said and len(content) >= LEAST and not taken & set(content):
            found.append(Finding("floating", content[0], (), tuple(content), None, direct=True))
    return found


def _speaker(tokens: list[Token], base: int, places: Sequence[Span]) -> bool:
    words = [t for t in tokens if not t.is_punct]
    if not 0 < len(words) <= LONGEST_SPEAKER or any(t.pos_ in ("VERB", "AUX") or t.like_num for t in words):
        return False
    if any(place.start <= base + words[-1].idx < place.end for place in places):
        return False
    shouted = all(t.is_upper for t in words) and (len(words) > 1 or len(words[0].text) > LONGEST_ACRONYM)
    if shouted or words[-1].lower_ in LABELS | WEEKDAYS:
        return False
    return can_speak(words[-1]) and can_speak(_head(words))


def _head(words: list[Token]) -> Token:
    """The noun that a short phrase is about: "price" in "the price of a word"."""
    at = next((n for n, token in enumerate(words) if n and token.pos_ == "ADP"), len(words))
    return words[at - 1]


def _finding(rule: str, source: list[Token], content: list[Token]) -> Finding:
    return Finding(rule, content[0].i, (), tuple(t.i for t in content), (source[0].i, source[-1].i))
