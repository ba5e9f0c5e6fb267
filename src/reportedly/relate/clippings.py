"""A folder of cuttings: readings in one order, and where to find what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from reportedly.model.article import Article
from reportedly.model.happening import Happening
from reportedly.model.reading import Reading
from reportedly.model.statement import Stance, Statement
from reportedly.relate.judged import NOBODY, Judged

NO_NAMES: Mapping[str, str] = MappingProxyType({})


def in_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Readings by capture path, row and id: whatever order they came in, the record is the same.

    A capture given twice is one capture.
    """
    once = {reading.capture.id: reading for reading in readings}
    return tuple(sorted(once.values(), key=lambda r: (r.capture.path, r.capture.row_id or "", r.capture.id)))


def _by_verb(happenings: Iterable[Happening]) -> dict[str | None, list[Happening]]:
    found: dict[str | None, list[Happening]] = {}
    for happening in happenings:
        found.setdefault(happening.lemma, []).append(happening)
    return found


class Clippings:
    """Readings, with articles and statements by id. Raises `KeyError` for an id that is not among them.

    `judged` is what people decided about them, `full_names` what the names are short for.
    """

    def __init__(
        self, readings: Iterable[Reading], judged: Judged = NOBODY, full_names: Mapping[str, str] = NO_NAMES
    ) -> None:
        self.judged = judged
        self._full_names = full_names
        self.readings = tuple(readings)
        self._by_article = {reading.article.id: reading for reading in self.readings}
        self._statements = {s.id: s for reading in self.readings for s in reading.statements}
        self._stances = {
            r.article.id: tuple(s.stance for s in r.statements if s.stance is not None) for r in self.readings
        }
        self._clauses = {reading.article.id: _by_verb(reading.happenings) for reading in self.readings}
        self._rank = {reading.article.id: rank for rank, reading in enumerate(self.readings)}

    def in_full(self, name: str) -> str:
        """The name by which the story knows whoever bears this one."""
        return self._full_names.get(name, name)

    def reading(self, article: str) -> Reading:
        """The reading of an article."""
        return self._by_article[article]

    def article(self, article: str) -> Article:
        """An article by its id."""
        return self._by_article[article].article

    def stances(self, article: str) -> tuple[Stance, ...]:
        """The stances that an article's statements take to others, in their order."""
        return self._stances[article]

    def clauses(self, article: str, verb: str | None) -> Sequence[Happening]:
        """The clauses of an article with this verb (its base form), in their order."""
        return self._clauses[article].get(verb, ())

    def rank(self, article: str) -> int:
        """The article's place in the order of the readings."""
        return self._rank[article]

    def statement(self, statement: str | None) -> Statement | None:
        """A statement by its id; None for none, and for one that is not in these readings."""
        return self._statements.get(statement) if statement is not None else None
