"""The corpus as sentences with a part for every token: content, cue, source or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.events import Event
from benchmarks.scoring.case import Json
from reportedly.clean import Cleaner
from reportedly.extract.attributions import Attributions
from reportedly.extract.draft import Draft
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.speech.lexicon import lexicon
from reportedly.extract.speech.looks import Looks
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.telling import name_kinds
from reportedly.model.capture import Capture
from reportedly.read import captures


@dataclass(frozen=True, slots=True)
class Sentence:
    """The features of each token and the part that gold gives it."""

    features: list[list[str]]
    parts: list[str]


def drafts(event: Event) -> Iterator[Draft]:
    """The event's accounts, parsed and named."""
    clean, parse, names = Cleaner(), Parser(), Names()
    for capture in captures([event.captures]):
        if isinstance(capture, Capture):
            draft = Draft(capture, clean(capture))
            yield names(parse(draft)) if draft.article.read else draft


def sentences(event: Event) -> Iterator[Sentence]:
    """Every sentence of an event's accounts, with what the rules found in it among its features."""
    rules, words = Attributions(learnt=None), lexicon()
    gold: defaultdict[str, list[Json]] = defaultdict(list)
    for row in event.gold["attributions"]:
        gold[row["doc"]].append(row)
    for draft in drafts(event):
        rows = gold[str(draft.capture.path).replace("\\", "/").rsplit("/", 1)[-1]]
        for passage, found in rules.read(draft):
            looks = Looks(words, passage, found, name_kinds(draft, passage))
            parts = _parts(passage, rows)
            for sentence in passage.doc.sents:
                yield Sentence(looks.rows(sentence.start, sentence.end), parts[sentence.start : sentence.end])


def _parts(passage: Passage, rows: Sequence[Json]) -> list[str]:
    """The part of each token; of contents inside one another the outer one counts."""
    starts = [passage.parse.base + token.idx for token in passage.tokens]
    parts = ["O"] * len(starts)
    for row in sorted(rows, key=lambda r: r["content"][0] - r["content"][1]):
        inside = [i for i, at in enumerate(starts) if any(a <= at < b for a, b in row["contents"])]
        if inside and all(parts[i] == "O" for i in inside):
            for i in inside:
                parts[i] = "I"
            parts[inside[0]] = "B"
    for row in rows:
        for part, span in (("S", row["source"]), ("K", row["cue"])):
            for i, at in enumerate(starts):
                if span and span[0] <= at < span[1] and parts[i] not in ("B", "I"):
                    parts[i] = part
    return parts
