"""Mangled paragraphs (marks dropped, doubled, mixed; lines broken; scripts mixed): no crash, every offset exact."""

import os
import random
from collections.abc import Iterator
from itertools import islice

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.doubts import Doubts
from reportedly.extract.exhibits import Exhibits
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.model.reading import Reading
from reportedly.vocabulary import table

PARAGRAPHS = int(os.environ.get("PARAGRAPHS", "1000"))  # make stress sets 100,000
TOGETHER = 50  # paragraphs of one capture
MARKS = "\"“”„«»‘’'`＂"
STRANGE = [
    "\u200b",
    "\u00a0",
    "\t",
    "\n",
    "\r\n",
    "…",
    "—",
    "Київ",
    "平壌",
    "كييف",
    "é",
    "é",
    "\U0001f6a2",
    "\ufeff",
    "ﬁ",
]
SEED = int(os.environ.get("SEED", "20310315"))  # another seed mangles others, so that a long run may be done in parts


def sentences() -> list[str]:
    rows = [row["example"] for part in table("cues").values() for row in part.values()]
    return rows + [row["example"] for part in table("statement_rules").values() for row in part.values()]


def mangled(text: str, chance: random.Random) -> str:
    out = []
    for letter in text:
        roll = chance.random()
        if letter in MARKS and roll < 0.5:
            out.append(chance.choice(["", letter * 2, chance.choice(MARKS)]))
        elif roll < 0.01:
            out.append(letter + chance.choice(STRANGE))
        elif roll < 0.02:
            out.append(chance.choice(["", " ", letter.swapcase(), chance.choice(MARKS)]))
        else:
            out.append(letter)
    return "".join(out)


def paragraphs(count: int) -> Iterator[str]:
    chance = random.Random(SEED)  # noqa: S311  # mangling examples, no secret
    known = sentences()
    for _ in range(count):
        yield mangled(" ".join(chance.choices(known, k=chance.randint(1, 4))), chance)


def check(reading: Reading) -> None:
    text = reading.capture.text
    for statement in reading.statements:
        spans = [*statement.content, *(link.span for link in statement.attribution if link.span)]
        spans += [hedge.span for hedge in statement.hedges] + ([statement.cue] if statement.cue else [])
        assert statement.content
        assert all(0 <= span.start < span.end <= len(text) for span in spans), (statement, text)
        assert all(hedge.text == hedge.span.of(text) for hedge in statement.hedges)
        assert all(piece.of(text) == piece.of(text).strip() for piece in statement.content)
        assert [*statement.content] == sorted(statement.content)
    for exhibit in reading.exhibits:
        assert exhibit.span.end <= len(text)


@pytest.mark.slow
def test_mangled_paragraphs_neither_crash_nor_lose_their_place() -> None:
    extract = Extractor((Parser(), Names(), Attributions(), Doubts(), Exhibits()))
    every = paragraphs(PARAGRAPHS)
    while batch := list(islice(every, TOGETHER)):
        it = capture("\n\n".join(batch))
        check(extract(it, article(it)))
