"""A speaker, a colon and words without marks: "The harbour master: the quay is safe", "The army, 3 May: nine dead"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.passage import Passage
from reportedly.extract.words import Token
from reportedly.model.mention import NameMention
from reportedly.vocabulary import table

LONGEST = 14  # tokens before the colon
LEAST = 2  # tokens behind it
LONGEST_ACRONYM = 5  # letters: a longer word in capitals labels a picture
LABELS = frozenset(table("speech")["labels"]["words"])
CITING = frozenset(table("relays")["citing"]["words"])
SPEAKERS = frozenset({"person", "organisation", "outlet", "unit", "group"})


def colons(passage: Passage, names: Sequence[NameMention]) -> list[Finding]:
    """The sentences of a paragraph that a speaker and a colon begin, where no quotation follows."""
    found = []
    for first, at, end in _sentences(passage):
        source = _source(passage, first, at, names)
        content = passage.trim(range(at + 1, end))
        if source is not None and len(content) >= LEAST and passage.inside[at + 1] < 0:
            found.append(Finding("says-colon", content[0], (), tuple(content), source))
    return found


def _sentences(passage: Passage) -> Iterator[tuple[int, int, int]]:
    """First token, colon and end of every sentence with a colon near its beginning."""
    tokens = passage.tokens
    start = passage.lead
    for i, token in enumerate(tokens):
        if token.text in ".!?…▸•" or (token.is_space and "\n" in token.text):
            start = i + 1
        elif token.text == ":" and start < i <= start + LONGEST and i + 1 < len(tokens) and passage.inside[i] < 0:
            end = next((j for j in range(i + 1, len(tokens)) if tokens[j].text in ".!?…"), len(tokens))
            yield start, i, end
            start = end


def _source(passage: Passage, first: int, colon: int, names: Sequence[NameMention]) -> tuple[int, int] | None:
    tokens = [t for t in passage.tokens[first:colon] if not t.is_space]
    while tokens and tokens[0].is_punct:
        tokens.pop(0)
    if not tokens or tokens[0].pos_ == "ADP" or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens):
        return None
    for token in tokens:
        if token.lower_ in CITING:
            behind = [t for t in tokens if t.i > token.i]
            return (behind[0].i, behind[-1].i) if behind and _speaks(passage, behind[-1], names) else None
    kept = _undated(tokens)
    if kept and kept[-1].lower_ in LABELS:
        return None
    if not kept or not _speaks(passage, _head(kept), names):
        return None
    return kept[0].i, kept[-1].i


def _undated(tokens: list[Token]) -> list[Token]:
    """Without a date behind a comma: "the ministry, 8 September"."""
    for at, token in enumerate(tokens):
        rest = tokens[at + 1 :]
        if token.text == "," and rest and any(t.like_num for t in rest) and len(rest) <= 3:
            return tokens[:at]
    return tokens


def _head(tokens: list[Token]) -> Token:
    inside = {t.i for t in tokens}
    outer = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    nouns = [t for t in outer if t.pos_ in ("NOUN", "PROPN")]
    inside_phrase = tokens[-1].dep_ == "pobj" and tokens[-1].head.i in inside  # "Some more on the airport: …"
    return nouns[0] if nouns else outer[0] if outer and inside_phrase else tokens[-1]


def _speaks(passage: Passage, head: Token, names: Sequence[NameMention]) -> bool:
    """Whether the head is a name of somebody who speaks, or a noun for one that "the" or an owner makes definite."""
    if head.is_upper and len(head.text) > LONGEST_ACRONYM:
        return False
    at = passage.parse.base + head.idx
    name = next((n for n in names if n.span.start <= at < n.span.end), None)
    if name is not None:
        return name.kind in SPEAKERS
    owned = any(c.dep_ == "poss" for c in head.children)
    definite = owned or any(c.dep_ == "det" for c in head.children)
    nouns = table("sources")
    lemma = head.lemma_.lower()
    return definite and (
        lemma in nouns["person"]["words"] or lemma in nouns["body"]["words"]
        or (owned and lemma in nouns["document"]["words"])
    )  # fmt: skip
