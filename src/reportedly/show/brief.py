"""The brief: one page of what is new, agreed, disputed, revised and unverified, every word of it with a footnote.

Each sentence is a question and what is given to it, in the exact words and on whose word, so that it cannot say more
than its statements. A point stands in the strictest part that fits it: what somebody disputes or could not verify is
never told as agreed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.model.point import Facet, Point
from reportedly.model.record import Record
from reportedly.model.span import Span
from reportedly.relate.changes import changes_since
from reportedly.relate.standing.telling import of_one_matter, telling
from reportedly.show.cited import cited
from reportedly.show.dates import day
from reportedly.show.index import Cell, Index
from reportedly.show.links import distinct, extremes
from reportedly.show.visible import cut, visible
from reportedly.vocabulary import table

MOST_SENTENCES, MOST_GIVEN = 4, 4  # of a part, and of a sentence: one page
DISPUTED: tuple[Facet, ...] = ("contested", "differs", "inconsistent")
REVISED: tuple[Facet, ...] = ("growing", "corrected")
HOW = {"asserted": "", "hedged": "hedged", "unverified": "said not to be verified", "denied": ""}


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where something stands: the capture's words from `start` to `end`, and who published them when."""

    number: int
    answer: str
    article: str
    outlet: str
    day: str
    where: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: its exact words, on whose word (`by` is how they stand to it), how sure, and its footnote."""

    words: str
    by: str
    who: str
    how: str
    note: int

    def __str__(self) -> str:
        doubt = f" ({self.how})" if self.how else ""
        return f"“{self.words}” {self.by} {self.who}{doubt}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A question, how its answers stand to one another, and what is given to it."""

    question: str
    standing: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences under one heading; `more` is how many points were left out."""

    heading: str
    gloss: str
    sentences: tuple[Sentence, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Brief:
    """One page."""

    title: str
    opening: str
    parts: tuple[Part, ...]
    notes: tuple[Footnote, ...]


Choice = Callable[[Index, Point], Sequence[Cell]]


def make_brief(record: Record, since: dt.date | None = None) -> Brief:
    """The brief of a record. What was told on `since` or later is new (default: the last day on which any was told)."""
    index = Index(record)
    notes: dict[str, Footnote] = {}
    points = [point for point in sorted(index.points, key=telling) if index.cells[point.id]]
    since = since or _last_day(index)
    parts = [_part(index, notes, *_new(record, since), points)] if since else []
    parts += [_part(index, notes, heading, gloss, choice, points) for heading, gloss, choice in PARTS]
    titles = [visible(cut(story.title, 120)) for story in record.stories[:1]]
    return Brief(next(filter(None, titles), "Brief"), _opening(index), tuple(parts), tuple(notes.values()))


def _opening(index: Index) -> str:
    count = len(index.accounts)
    articles = "1 article" if count == 1 else f"{count} articles"
    return (
        f"Made by a program from {articles}. It tells who says what, in their words; it does not tell what is true. "
        "Numbers lead to the words."
    )


def _last_day(index: Index) -> dt.date | None:
    days = (account.when.earliest for account in index.accounts if account.when)
    return max((first for first in days if first), default=None)


def _new(record: Record, since: dt.date) -> tuple[str, str, Choice]:
    articles = {article.id: article for article in record.articles}
    fresh = {change.answer for change in changes_since(record.points, articles.__getitem__, since) if change.answer}

    def new(index: Index, point: Point) -> Sequence[Cell]:
        several = len(point.answers) > 1
        return distinct(cell for cell in index.cells[point.id] if cell.answer.id in fresh) if several else ()

    return "New", f"told on {day(since)} or later", new


def _part(
    index: Index, notes: dict[str, Footnote], heading: str, gloss: str, choice: Choice, points: Sequence[Point]
) -> Part:
    chosen = [(point, cells) for point in points if (cells := choice(index, point))]
    told = tuple(_sentence(index, notes, point, cells) for point, cells in chosen[:MOST_SENTENCES])
    return Part(heading, gloss, told, len(chosen) - len(told))


def _sentence(index: Index, notes: dict[str, Footnote], point: Point, cells: Sequence[Cell]) -> Sentence:
    facets = table("standing")
    standing = " · ".join(facets[facet]["word"] for facet in point.standing if facet != "unsourced")
    given = tuple(_given(index, notes, cell) for cell in cells[:MOST_GIVEN])
    return Sentence(visible(cut(point.question, 140)), standing, given)


def _given(index: Index, notes: dict[str, Footnote], cell: Cell) -> Given:
    answer = cell.answer
    if answer.id not in notes:
        span = cited(index, answer)
        where = cell.account.reading.capture
        notes[answer.id] = Footnote(
            len(notes) + 1, answer.id, answer.article, visible(cell.account.label), cell.account.day,
            where.url or where.path, index.text(answer.article, span), span,
        )  # fmt: skip
    who = visible(cut(cell.who, 80))
    if answer.origin is None:
        who = f"{visible(cut(cell.account.label, 80))} itself"
    return Given(visible(" ".join(answer.text.split())), _by(cell), who, _how(index, cell), notes[answer.id].number)


def _by(cell: Cell) -> str:
    stance = getattr(cell.answer.value, "stance", "affirms")
    if cell.answer.certainty == "denied" or stance == "denies":
        return "denied by"
    return "doubted by" if stance == "doubts" else "according to"


def _how(index: Index, cell: Cell) -> str:
    """How sure its words are, and whether it still stands."""
    statement = index.statements.get(cell.answer.statement or "")
    checks = [hedge.text for hedge in statement.hedges if hedge.kind == "verification"] if statement else []
    struck = {"superseded": "replaced since", "retracted": "taken back", "denied": "set aside"}
    said = [HOW[cell.answer.certainty], *(f"“{visible(cut(text, 60))}”" for text in checks[:1])]
    if cell.answer.certainty == "unverified" and checks:
        said = said[1:]
    return "; ".join(filter(None, [*said, struck.get(cell.answer.struck or "", "")]))


def _doubtful(point: Point) -> bool:
    unsure = any(answer.certainty in ("unverified", "denied") for answer in point.answers)
    return unsure or point.contested or "not-verified" in point.standing


def _agreed(index: Index, point: Point) -> Sequence[Cell]:
    if "consistent" not in point.standing or _doubtful(point) or set(point.standing) & {*DISPUTED, *REVISED}:
        return ()
    groups: dict[str, Cell] = {}
    for cell in index.cells[point.id]:
        if cell.answer.struck is None and (kept := groups.setdefault(cell.answer.origin_group, cell)) is not cell:
            groups[cell.answer.origin_group] = min(kept, cell, key=lambda c: (c.hollow, c.answer.origin is None))
    return sorted(groups.values(), key=_when) if len(groups) > 1 else ()


def _disputed(index: Index, point: Point) -> Sequence[Cell]:
    facet = next((facet for facet in DISPUTED if facet in point.standing), None)
    if facet is None or not of_one_matter(point):
        return ()
    named = [answer for why in point.why if why.rule.startswith(facet) for answer in why.answers]
    cells = [index.cell_of[answer] for answer in dict.fromkeys(named) if answer in index.cell_of]
    cells = cells if len(distinct(cells)) > 1 else list(index.cells[point.id])
    struck = [cell for cell in cells if cell.answer.struck][:1]
    return sorted({cell.answer.id: cell for cell in (*struck, *extremes(cells))}.values(), key=_when)


def _revised(index: Index, point: Point) -> Sequence[Cell]:
    ids = {answer for revision in point.revisions for answer in (revision.earlier, revision.later)}
    steps = distinct(sorted((cell for cell in index.cells[point.id] if cell.answer.id in ids), key=_when))
    return [*steps[: MOST_GIVEN - 1], steps[-1]] if len(steps) > MOST_GIVEN else steps if len(steps) > 1 else ()


def _unverified(index: Index, point: Point) -> Sequence[Cell]:
    return distinct(cell for cell in index.cells[point.id] if cell.answer.certainty == "unverified")


def _when(cell: Cell) -> tuple[str, int, int]:
    date = str(cell.when.earliest or cell.when.latest) if cell.when else "9999"
    return date, cell.account.number, cell.answer.span.start


PARTS: tuple[tuple[str, str, Choice], ...] = (
    ("Agreed", "two or more origins give values that go together", _agreed),
    ("Disputed", "somebody denies or doubts it, or the values cannot all hold", _disputed),
    ("Revised", "a later answer replaces an earlier one", _revised),
    ("Not verified", "somebody says that it could not be checked", _unverified),
)
