"""A large record related in this process: every story's readings are fetched when its turn comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sqlalchemy import Connection

from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from reportedly.relate.gathering.blocks import fields_of
from reportedly.relate.gathering.gists import Gist
from reportedly.relate.gathering.stories import SMALL, story_of
from reportedly.relate.judged import Judged
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.telling import Telling, named_in, telling, told
from reportedly.store import kept, remembered, tables
from reportedly.store.by_story import Pipeline, Sorted, pointing, write
from reportedly.store.named import Cast
from reportedly.store.remembered import Gists, Known, Noted


def integrate(
    connection: Connection, added: Iterable[str], problems: tuple[Problem, ...], pipeline: Pipeline
) -> tuple[Problem, ...] | None:
    """Relate all that the record holds and `added` captures (ids), and write it; all its problems.

    None, and nothing done, where it is a small record: its stories are found with all of it in view.
    """
    ids = sorted({*kept.members(connection), *added})
    if len(ids) <= SMALL:
        return None
    judgements = tables.judgements(connection)
    return write(connection, InTurn(connection, ids, Judged(judgements)), judgements, problems, pipeline)


class InTurn:
    """Relates kept readings (`ids` of their captures) by what people decided."""

    def __init__(self, connection: Connection, ids: Sequence[str], judged: Judged) -> None:
        self._connection = connection
        self._ids = ids
        self._judged = judged
        self.problems: tuple[Problem, ...] = ()

    def known(self) -> Iterator[Noted]:
        """Every article in the record's order, with its place."""
        ordered = kept.in_order(self._connection, self._ids)
        place = {id_: number * tables.STRIDE for number, id_ in enumerate(ordered, start=1)}
        for part in remembered.parts(ordered):
            contents, found = kept.contents(self._connection, part), dict[str, Noted]()
            for reading in kept.readings(self._connection, part):
                id_ = reading.capture.id
                found[id_] = remembered.known(reading, contents[id_], place[id_])
            yield from (found[id_] for id_ in part)

    def fields(self, known: Sequence[Known], gists: Gists) -> Iterable[Sequence[int]]:
        """The fields of articles, by their numbers, found block by block."""

        def some(numbers: Sequence[int]) -> list[Gist]:
            found = gists([known[number].place for number in numbers])
            return [found[known[number].place] for number in numbers]

        return fields_of([each.day for each in known], some)

    def casts(self, held: Sorted) -> Iterator[Sequence[Bearer]]:
        """Who bears names in each story."""
        return (named_in(story.id, readings, self._judged) for story, readings in self._told(held))

    def tellings(self, held: Sorted, cast: Callable[[str], Cast]) -> Iterator[Telling]:
        """Each story told."""
        for story, readings in self._told(held):
            named = cast(story.id)
            yield telling(story, readings, named.bearers, named.directory, self._judged)

    def _told(self, held: Sorted) -> Iterator[tuple[Story, tuple[Reading, ...]]]:
        for members in held.stories.values():
            found = {r.article.id: r for r in kept.readings(self._connection, [each.capture for each in members])}
            readings = [pointing(found[each.article], held.first) for each in members]
            story = story_of(readings)
            yield story, told(story, readings, self._judged)
