"""Texts whose lines' kinds are known: the accounts of the corpus, as they are and as pages."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.gold import read_event
from benchmarks.lines.clutter import CLUTTER, Clutterer, Row, Stock
from reportedly.clean.line_features import PageSight, sight
from reportedly.clean.line_look import Looks
from reportedly.clean.lines import Line, lines, parted
from reportedly.model.article import BLOCK_KINDS, BlockKind
from reportedly.model.span import Span

BODY: BlockKind = "body"
CORPUS = Path(__file__).parents[2] / "corpus"
RICHNESS = (0.1, 0.35, 0.6, 0.9)  # of the pages made of one account
SENTENCE = re.compile(r"(?<=[.!?][”\"’]|[a-z0-9][.!?])\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Told:
    """One account: its event, its text, and what is known of its lines."""

    event: str
    text: str
    rows: tuple[tuple[BlockKind, Line], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """What the model learns from: what is seen of each line, and its kind."""

    event: str
    seen: PageSight
    kinds: list[BlockKind]


def accounts() -> Iterator[Told]:
    """Every account of the corpus, its lines (and parts of lines) with their kinds by the gold."""
    for folder in sorted(place.parent for place in CORPUS.glob("*/event.json")):
        texts, gold, _ = read_event(folder)
        for document, text in sorted(texts.items()):
            marked = [block for block in gold["blocks"] if block["doc"] == document]
            rows = [(_kind(part.span, marked), part) for part in parted(lines(text), text)]
            yield Told(folder.name, text, tuple(rows))


def _kind(span: Span, marked: Sequence[dict[str, object]]) -> BlockKind:
    held: Counter[BlockKind] = Counter({BODY: len(span) // 2})
    for block in marked:
        place = Span(int(str(block["start"])), int(str(block["end"])))
        kind = next(kind for kind in BLOCK_KINDS if kind == block["kind"])
        held[kind] += span.shared(place)
    return held.most_common(1)[0][0]


def examples(looks: Looks, seed: int) -> Iterator[Example]:
    """Every account as it is (twice, since real captures are short too), and as pages of growing richness."""
    told = list(accounts())
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is what we want
    for account in told:
        others = [other for other in told if other.event != account.event]
        clutterer = Clutterer(_stock(chance.sample(others, 40)), chance)
        plain = _example(account.event, account.rows, looks)
        yield plain
        yield plain
        for richness in RICHNESS:
            story = _as_story(account, chance)
            page = clutterer.page(story, richness)
            yield _example(account.event, _laid_out(page, chance), looks)


def _stock(others: Sequence[Told]) -> Stock:
    heads = [line.text for other in others for kind, line in other.rows if kind == "title"]
    bodies = [line.text for other in others for kind, line in other.rows if kind == "body" and len(line.text) > 60]
    return Stock(heads, [SENTENCE.split(body)[0] for body in bodies], bodies)


def _as_story(account: Told, chance: random.Random) -> list[Row]:
    """The account's rows, sometimes without its own clutter, its paragraphs sometimes broken into sentences."""
    bare, short, headed = chance.random() < 0.6, chance.random() < 0.4, chance.random() < 0.35
    rows: list[Row] = []
    for kind, line in account.rows:
        if bare and kind not in ("title", "body", "quote"):
            continue
        if kind == "body" and headed and chance.random() < 0.25:
            rows.append(("body", _subhead(line.text, chance)))
        pieces = SENTENCE.split(line.text) if short and kind == "body" else [line.text]
        rows += [(kind, piece) for piece in pieces]
    return rows


def _subhead(paragraph: str, chance: random.Random) -> str:
    """A heading within the story: one from the stock, or some words of the paragraph below it."""
    if chance.random() < 0.4:
        return str(chance.choice(CLUTTER["within"]["subhead"]))
    words = re.findall(r"[\w’'-]+", paragraph) or [paragraph]
    start = chance.randrange(len(words))
    few = words[start : start + chance.randint(2, 8)]
    form = chance.choice(["{}", "{}", "{}?", "{n}. {}", "‘{}’", "Q: {}?", "“{}”", "{}:"])
    return form.format(" ".join([few[0].capitalize(), *few[1:]]), n=chance.randint(1, 9))


def _laid_out(page: Sequence[Row], chance: random.Random) -> list[tuple[BlockKind, Line]]:
    """Rows as lines of a text, with blank lines everywhere, nowhere, or now and then."""
    gaps = chance.choice([0.0, 0.0, 0.5, 1.0])
    at, out = 0, []
    for kind, words in page:
        out.append((kind, Line(at, words, chance.random() < gaps)))
        at += len(words) + 1
    return out


def _example(event: str, rows: Sequence[tuple[BlockKind, Line]], looks: Looks) -> Example:
    page = [line for _, line in rows]
    return Example(event, sight(page, *looks([page])[0]), [kind for kind, _ in rows])
