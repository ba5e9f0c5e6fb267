"""A record, looked up the way a page needs it: which answer stands where, and under which anchor."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model.point import Answer, Point, Voice
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.model.when import When
from reportedly.relate.terms import content_stems
from reportedly.show.addresses import Addresses, OnePage
from reportedly.show.colours import Side, Sides
from reportedly.show.dates import known, span_of_days
from reportedly.show.shelf import Shelf, entry_of

HOLLOW = frozenset({"hedged", "unverified"})
SHORTEST_ANCHOR = 6
ONE_PAGE = OnePage()


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """One article of a page: its number, what it is called there, and when it was published."""

    number: int
    reading: Reading
    label: str
    when: When | None
    href: str

    @property
    def anchor(self) -> str:
        """Where the page shows it."""
        return f"c{self.number}"

    @property
    def day(self) -> str:
        """When it was published, in words."""
        return span_of_days(self.when.earliest, self.when.latest) if self.when else "undated"


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One answer in its place: the point it answers, the article it stands in, its anchor and its side."""

    answer: Answer
    point: Point
    account: Account
    anchor: str
    href: str
    side: Side
    who: str

    @property
    def hollow(self) -> bool:
        """Whether its mark is hollow: hedged, or said to be unverified."""
        return self.answer.certainty in HOLLOW

    @property
    def when(self) -> When | None:
        """The time it is true of, else when it was said, else when it was published."""
        return known(self.answer.as_of) or known(self.answer.said) or self.account.when


class Index:
    """Everything of a record by name and place. Anchors are short, unique, and the same in every report of a record.

    `record` may be an excerpt of a larger one: `shelf` and `sides` are then those of the whole, so that an article has
    its name and number, and an origin its colour, on every page.
    """

    def __init__(
        self, record: Record, *, shelf: Shelf | None = None, sides: Sides | None = None, addresses: Addresses = ONE_PAGE
    ) -> None:
        self.record = record
        self.addresses = addresses
        self._shelf = shelf or Shelf(map(entry_of, record.readings))
        self.accounts = tuple(sorted(map(self._account, record.readings), key=lambda account: account.number))
        self.account_of = {account.reading.article.id: account for account in self.accounts}
        self.statements = {s.id: s for account in self.accounts for s in account.reading.statements}
        self.sides = sides or Sides(record.entities, self._voices())
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self.points = tuple(record.points)
        self.cells: dict[str, tuple[Cell, ...]] = {p.id: tuple(self._cells(p)) for p in self.points}
        self.cell_of = {cell.answer.id: cell for cells in self.cells.values() for cell in cells}
        self.in_article: dict[str, list[Cell]] = defaultdict(list)
        for cell in self.cell_of.values():
            self.in_article[cell.answer.article].append(cell)
        self.places: dict[str, dict[Span, str]] = defaultdict(dict)

    def anchor(self, prefix: str, identity: str) -> str:
        """A short name for a thing, made of its id's first signs; longer only where two would be the same."""
        if identity in self._names:
            return self._names[identity]
        tail = re.sub(r"[^0-9A-Za-z]", "", identity.rpartition(":")[2]) or "x"
        name = next(
            (n for k in range(SHORTEST_ANCHOR, len(tail)) if (n := f"{prefix}-{tail[:k]}") not in self._taken),
            f"{prefix}-{tail}",
        )
        while name in self._taken:
            name += "x"
        self._taken.add(name)
        self._names[identity] = name
        return name

    def question(self, point: Point) -> str:
        """The anchor of a point's row."""
        return self.anchor("q", point.id)

    def to_point(self, point: Point, part: str = "") -> str:
        """Where a link to a point leads, or to a facet of it (`part`)."""
        return self.addresses.point(point.id, self.question(point) + (f"-{part}" if part else ""))

    def words(self, article: str, span: Span) -> str:
        """An anchor for any words of an article; the reader sets it where they begin."""
        number = self.account_of[article].number
        return self.places[article].setdefault(span, f"w{number}-{span.start}-{span.end}")

    def to_words(self, article: str, span: Span) -> str:
        """Where a link to any words of an article leads."""
        return self.addresses.words(article, self.words(article, span), span.start, span.end)

    def text(self, article: str, span: Span) -> str:
        """The exact words at a place of an article."""
        return span.of(self.account_of[article].reading.capture.text)

    def described(self, answer: Answer) -> str | None:
        """The words by which the answer's statement tells who its origin is, where it has any."""
        statement = self.statements.get(answer.statement or "")
        return statement.origin.described if statement and statement.origin else None

    def _voices(self) -> Iterator[tuple[Voice | None, str | None, int]]:
        for point in self.record.points:
            for answer in point.answers:
                yield answer.origin, self.described(answer), 1

    def _cells(self, point: Point) -> Iterator[Cell]:
        for answer in point.answers:
            account = self.account_of.get(answer.article)
            if account is None:
                continue
            side = self.sides.of(answer.origin, self.described(answer))
            anchor = self.anchor("a", answer.id)
            href = self.addresses.article(answer.article, anchor)
            yield Cell(answer, point, account, anchor, href, side, self._who(answer, account))

    def _account(self, reading: Reading) -> Account:
        number, label = self._shelf[reading.article.id]
        date = reading.article.published
        href = self.addresses.article(reading.article.id, f"c{number}")
        return Account(number, reading, label, date.when if date else None, href)

    def _who(self, answer: Answer, account: Account) -> str:
        if answer.origin is None:
            return f"{account.label}, own words"
        if answer.origin.name is not None:
            return answer.origin.name
        return self.unnamed(self.statements.get(answer.statement or ""), account)

    def unnamed(self, statement: Statement | None, account: Account) -> str:
        """How the article speaks of a source that it does not name."""
        link = statement.origin if statement else None
        words = link.span.of(account.reading.capture.text) if link is not None and link.span is not None else ""
        if content_stems(words):  # "its", "those" tell nobody
            return f"“{' '.join(words.split())}”"
        return "a source nobody names"


def origin_name(index: Index, statement: Statement, account: Account) -> str:
    """On whose word an attributed statement rests, in words."""
    link = statement.origin
    return link.name if link is not None and link.name else index.unnamed(statement, account)
