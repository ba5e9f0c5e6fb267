"""The captures in full: nothing removed, what is not the story dimmed, statements underlined, answers washed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from reportedly.model.article import STORY, Block, BlockKind
from reportedly.model.span import Span
from reportedly.relate.standing.telling import quiet
from reportedly.show.highlights import Highlights, Underline, Wash, levels, marked
from reportedly.show.index import Account, Cell, Index
from reportedly.show.notes import Note, Numbered, notes, numbered
from reportedly.show.visible import cut, visible

LONG_RUN = 6  # so many blocks in a row that are not the story are folded into one line
LOOKS: dict[BlockKind, str] = {"title": "ttl", "quote": "qt", "byline": "qt", "caption": "qt"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block: its text with highlights, its notes, and its kind where it is not body text."""

    look: str
    text: Markup
    notes: tuple[Note, ...]
    checks: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs in a row, folded where they are many and none is the story."""

    paragraphs: tuple[Paragraph, ...]
    folded: str


@dataclass(frozen=True, slots=True)
class Page:
    """One article as the reader shows it."""

    account: Account
    path: str
    title: str
    characters: int
    statements: int
    runs: tuple[Run, ...]
    strays: tuple[str, ...]
    copies: tuple[tuple[str, str, str], ...]


def read_through(index: Index, account: Account) -> Page:
    """One article with every highlight, every anchor that the page may lead to, and its notes."""
    reading = account.reading
    statements = numbered(index, account)
    cells = sorted(index.in_article[reading.article.id], key=lambda cell: cell.answer.span)
    marks = _highlights(index, account, statements, cells)
    questions = {cell.point.id: index.to_point(cell.point) for cell in cells}
    noted = [cell for cell in cells if not _plain_clause(cell)]
    paragraphs = [
        (block, _paragraph(reading.capture.text, block, marks, account.number, statements, noted, questions))
        for block in _whole(reading.article.blocks, reading.capture.text)
    ]
    wanted = {u.anchor for u in marks.underlines if u.anchor} | {w.anchor for w in marks.washes}
    wanted |= {name for _, name in marks.places}
    return Page(
        account,
        visible(reading.capture.path + (f" · row {reading.capture.row_id}" if reading.capture.row_id else "")),
        visible(cut(reading.article.title.text, 140)) if reading.article.title else "",
        len(reading.capture.text),
        len(statements),
        tuple(_runs(paragraphs)),
        tuple(sorted(wanted - marks.set_anchors)),
        tuple(_copies(index, account)),
    )


def _whole(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """The blocks, and whatever text lies in none of them, so that nothing of the capture is missing."""
    at = 0
    for block in sorted(blocks, key=lambda b: b.span):
        if text[at : block.span.start].strip():
            yield Block("header", Span(at, block.span.start))
        if block.span.end > max(at, block.span.start):
            yield Block(block.kind, Span(max(at, block.span.start), block.span.end))
        at = max(at, block.span.end)
    if text[at:].strip():
        yield Block("body" if not blocks else "header", Span(at, len(text)))


def _highlights(index: Index, account: Account, statements: Sequence[Numbered], cells: Sequence[Cell]) -> Highlights:
    contents = sorted(
        ((span, each) for each in statements for span in each.statement.content),
        key=lambda pair: (pair[0].start, -pair[0].end, pair[1].number),
    )
    lines = []
    for (span, each), level in zip(contents, levels([span for span, _ in contents]), strict=True):
        first = span == min(each.statement.content)
        names = (f"s{account.number}-{each.number}", f"n{account.number}-{each.number}") if first else ("", "")
        numeral = each.number if first else 0
        lines.append(Underline(span, each.statement.certainty, each.side.slot, level, *names, numeral))
    washes = [
        Wash(
            cell.answer.span, cell.side.slot, index.to_point(cell.point), visible(cut(cell.point.question)), cell.anchor
        )
        for cell in cells
        if not _plain_clause(cell)
    ]
    origins = [(each.statement.attribution[0].span, each.side.slot) for each in statements]
    sources = [(span, slot) for span, slot in origins if span is not None]
    hedges = [hedge.span for each in statements for hedge in each.statement.hedges]
    places = list(index.places[account.reading.article.id].items())
    places += [(cell.answer.span, cell.anchor) for cell in cells if _plain_clause(cell)]
    return Highlights(lines, washes, sources, hedges, sorted(places))


def _plain_clause(cell: Cell) -> bool:
    """A clause that nobody disputes: to wash all of those would mark the whole text."""
    return cell.point.kind == "whether" and quiet(cell.point)


def _paragraph(
    text: str,
    block: Block,
    marks: Highlights,
    number: int,
    statements: Sequence[Numbered],
    cells: Sequence[Cell],
    questions: dict[str, str],
) -> Paragraph:
    quiet = block.kind not in STORY and block.kind != "byline"
    checks = [
        visible(cut(hedge.span.of(text), 140))
        for each in statements
        for hedge in each.statement.hedges
        if hedge.kind == "verification" and block.span.start <= hedge.span.start < block.span.end
    ]
    return Paragraph(
        "dim" if quiet else LOOKS.get(block.kind, ""),
        marked(text, block.span, marks),
        tuple(notes(block.span, statements, cells, questions)),
        tuple(dict.fromkeys(checks)),
        block.kind if quiet else "",
    )


def _runs(paragraphs: Sequence[tuple[Block, Paragraph]]) -> Iterator[Run]:
    for dim, same in groupby(paragraphs, key=lambda pair: pair[1].look == "dim" and not pair[1].notes):
        group = [paragraph for _, paragraph in same]
        kinds = ", ".join(sorted({paragraph.kind for paragraph in group}))
        folded = f"{len(group)} blocks that are not the story: {kinds}" if dim and len(group) > LONG_RUN else ""
        yield Run(tuple(group), folded)


def _copies(index: Index, account: Account) -> Iterator[tuple[str, str, str]]:
    mine = account.reading.article.id
    for copy in index.record.copies:
        other = copy.of if copy.article == mine else copy.article if copy.of == mine else None
        if other is not None and other in index.account_of:
            yield copy.kind, index.account_of[other].href, index.account_of[other].label
