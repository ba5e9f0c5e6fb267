"""What a reader with one minute should see: facets by rule, each sentence made of links to where it was said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.model.point import Facet, Point, PointKind, Reason
from reportedly.relate.standing.telling import of_one_matter, telling
from reportedly.show.dates import day
from reportedly.show.index import Cell, Index
from reportedly.show.links import by, distinct, extremes, to_account, to_cell, to_words
from reportedly.show.visible import cut, visible
from reportedly.vocabulary import table

MOST_LINES = 7
MOST_WHETHER = 3  # of them: two clauses may be about two things, two figures are compared without interpretation
MOST_STEPS = 6
STATUS = {"verified": "was verified", "partly": "was verified in part", "could-not": "could not be verified",
          "challenged": "was challenged"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence; its question, if it has one, what kind that is and where it leads."""

    words: Markup
    question: str = ""
    href: str = ""
    kind: PointKind | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A facet with its most telling sentences; `more` is how many were left out."""

    head: str
    gloss: str
    lines: tuple[Line, ...]
    more: int
    facet: Facet | None = None


def what_stands_out(index: Index) -> tuple[Heading, ...]:
    """The facets that a reader should meet first, those without a sentence left out."""
    points = sorted(index.points, key=telling)
    conflict: tuple[Facet, ...] = ("contested", "differs", "inconsistent")
    spoken: set[str] = set()
    found = []
    for facet in conflict:
        here = [p for p in points if facet in p.standing and p.id not in spoken and len(index.cells[p.id]) > 1]
        spoken.update(point.id for point in here)
        lines = [_line(index, p, _conflict(index, p, facet)) for p in here if of_one_matter(p)]
        found.append(heading(facet, lines, left=len(here) - len(lines)))
    found.append(heading("growing", list(_of(index, points, "growing", _steps))))
    found.append(heading("corrected", list(_of(index, points, "corrected", _steps))))
    found.append(heading("not-verified", [*_of(index, points, "not-verified", _unchecked), *_exhibits(index)]))
    found.append(_copies(index))
    return tuple(heading for heading in found if heading.lines)


def heading(facet: Facet, lines: list[Line], left: int = 0) -> Heading:
    """The lines of a facet that a reader should meet first; the rest is counted, with what is `left` already."""
    entry = table("standing")[facet]
    whether = [line for line in lines if line.kind == "whether"][MOST_WHETHER:]
    shown = [line for line in lines if line not in whether][:MOST_LINES]
    return Heading(entry["head"], entry["gloss"], tuple(shown), left + len(lines) - len(shown), facet)


def revisions(index: Index) -> tuple[Line, ...]:
    """The steps of each point that was revised, in the record's order of points."""
    steps = ((point, _steps(index, point)) for point in index.points if point.revised)
    return tuple(_line(index, point, words) for point, words in steps if words is not None)


def _line(index: Index, point: Point, words: Markup) -> Line:
    return Line(words + Markup("."), visible(cut(point.question, 110)), index.to_point(point), point.kind)


def _of(
    index: Index, points: list[Point], facet: Facet, tell: Callable[[Index, Point], Markup | None]
) -> Iterator[Line]:
    for point in points:
        words = tell(index, point) if facet in point.standing else None
        if words is not None:
            yield _line(index, point, words)


def _conflict(index: Index, point: Point, facet: Facet) -> Markup:
    named = [a for reason in point.why if reason.rule.startswith(facet) for a in reason.answers]
    cells = [index.cell_of[a] for a in dict.fromkeys(named) if a in index.cell_of]
    cells = cells if len(distinct(cells)) > 1 else list(index.cells[point.id])
    struck = [cell for cell in cells if cell.answer.struck][:1]
    chosen = [*struck, *(cell for cell in extremes(cells) if cell not in struck)][:3]
    words = Markup("; ").join(by(cell) for cell in sorted(chosen, key=_when))
    disputed = [reason for reason in point.why if reason.rule.startswith("contested") and facet == "contested"]
    return words + (_disputed(disputed[0], cells, alone=len(chosen) == 1) if disputed else "")


def _disputed(reason: Reason, cells: Sequence[Cell], *, alone: bool) -> Markup:
    """The words that dispute, where they are not an answer themselves, or where one answer stands `alone`."""
    if not reason.detail or (not alone and any(reason.detail in cell.answer.text for cell in cells)):
        return Markup()
    rule = visible(cut(reason.rule.partition(":")[2].strip(), 60))
    return Markup(" ({}: “{}”)").format(rule, visible(cut(reason.detail, 60)))


def _steps(index: Index, point: Point) -> Markup | None:
    ids = {a for revision in point.revisions for a in (revision.earlier, revision.later)}
    cells = sorted((cell for cell in index.cells[point.id] if cell.answer.id in ids), key=_when)
    steps = distinct(cells)
    if len(steps) < 2:
        return None
    if len(steps) > MOST_STEPS:
        steps = [*steps[: MOST_STEPS - 1], steps[-1]]
    return Markup(", ").join(Markup("{} {}").format(to_cell(cell), _on(cell)) for cell in steps)


def _on(cell: Cell) -> str:
    if cell.when is None or cell.when.earliest is None:
        return "without a date"
    exact = cell.when.earliest == cell.when.latest
    return f"on {day(cell.when.earliest, False)}" if exact else f"({cell.account.day})"


def _unchecked(index: Index, point: Point) -> Markup | None:
    for cell in index.cells[point.id]:
        if cell.answer.certainty != "unverified":
            continue
        statement = index.statements.get(cell.answer.statement or "")
        said = [h.span for h in statement.hedges if h.kind == "verification"] if statement else []
        if said:
            return Markup("{}: “{}”").format(by(cell), to_words(index, cell.answer.article, said[0], 110))
        return by(cell)
    return None


def _exhibits(index: Index) -> Iterator[Line]:
    for account in index.accounts:
        for exhibit in account.reading.exhibits:
            for check in exhibit.verifications:
                if check.status in ("verified",) or check.article not in index.account_of:
                    continue
                words = Markup("A {} in {} {}: “{}”.").format(
                    exhibit.kind, to_account(account), STATUS[check.status],
                    to_words(index, check.article, check.span, 110),
                )  # fmt: skip
                yield Line(words)


def _copies(index: Index) -> Heading:
    lines = []
    for copy in index.record.copies:
        if copy.article not in index.account_of or copy.of not in index.account_of:
            continue
        here, there = index.account_of[copy.article], index.account_of[copy.of]
        words = Markup("{} holds {:.0%} of the words of {}").format(to_account(here), copy.share, to_account(there))
        for one, other in copy.changed[:2]:
            change = Markup(", but has {} for {}")
            words += change.format(
                to_words(index, copy.article, one.span, 30), to_words(index, copy.of, other.span, 30)
            )
        lines.append((not copy.changed, Line(words + Markup("."))))
    ordered = [line for _, line in sorted(lines, key=lambda pair: pair[0])]
    gloss = "words of one article found in another: one origin seen twice"
    return Heading("Copies", gloss, tuple(ordered[:MOST_LINES]), max(0, len(ordered) - MOST_LINES))


def _when(cell: Cell) -> tuple[str, int, int]:
    time = cell.when
    date = str(time.earliest or time.latest) if time else "9999"
    return date, cell.account.number, cell.answer.span.start
