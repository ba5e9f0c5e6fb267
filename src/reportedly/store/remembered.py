"""What adding an article asks of all others, kept beside the record: gists, and who bears names in which story."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypeVar

import msgspec
import numpy as np
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.why import Why
from reportedly.relate import aside
from reportedly.relate.gathering.days import day_of, happened
from reportedly.relate.gathering.gists import Gist, gist
from reportedly.relate.gathering.profiles import counted
from reportedly.relate.gathering.same_story import FAINT
from reportedly.relate.gathering.stories import fields
from reportedly.relate.judged import Judged
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.naming.entities import joined, witnesses
from reportedly.relate.telling import named_in
from reportedly.store.columns import Row
from reportedly.store.filling import fill
from reportedly.store.schema import BEARER, GIST, PROBLEM, SOURCE, TERM, WITNESS

BATCH = 500  # of a kind in one query
Item = TypeVar("Item")
Gists = Callable[[Iterable[int]], Mapping[int, Gist]]
WORDS = np.dtype([("words", "<i8"), ("weights", "<u2"), ("plain", "<u2"), ("title", "<u2")])  # of a gist


@dataclass(frozen=True, slots=True)
class Known:
    """An article, as far as others are asked for: `place` is its position, `page` its canonical address.

    `day` is that of the article, `happened` that of which its lead tells (ordinals; None: unknown).
    """

    place: int
    article: str
    capture: str
    content: str
    path: str
    row_id: str | None
    captured: str | None
    page: str | None
    story: str
    field: str
    day: int | None
    happened: int | None

    @property
    def rank(self) -> tuple[str, str, str]:
        """By what readings are in order."""
        return self.path, self.row_id or "", self.capture

    @property
    def age(self) -> tuple[str, str]:
        """By what the first capture of a page is told."""
        return self.captured or "9999", self.capture


@dataclass(frozen=True, slots=True)
class Noted(Known):
    """The same with what it is about."""

    gist: Gist

    @property
    def bare(self) -> Known:
        """The same without it."""
        return Known(*(getattr(self, part.name) for part in dataclasses.fields(Known)))


@dataclass(frozen=True, slots=True)
class Held:
    """A bearer of names, its row, and the entity that it is."""

    position: int
    bearer: Bearer
    entity: str


def known(reading: Reading, content: str, place: int = 0, story: str = "", field: str = "") -> Noted:
    """What is remembered of a reading, as it was kept; `content` tells what it was made of."""
    article, capture = reading.article, reading.capture
    day, told = day_of(reading), happened(reading)
    return Noted(
        place, article.id, capture.id, content, capture.path, capture.row_id, capture.captured,
        article.canonical, story, field, day, told, gist(counted(reading), day, told),
    )  # fmt: skip


def put_known(connection: Connection, articles: Iterable[Noted]) -> None:
    """Remember articles."""
    held = iter(articles)
    while part := list(islice(held, BATCH)):
        connection.execute(insert(GIST), _rows(part))
        fill(connection, TERM, _terms(part))


def _rows(articles: Iterable[Noted]) -> list[Row]:
    return [
        {
            "position": each.place, "article": each.article, "capture": each.capture, "content": each.content,
            "path": each.path, "row_id": each.row_id, "captured": each.captured, "page": each.page,
            "story": each.story, "field": each.field, "day": each.day, "happened": each.happened,
            "words": _packed(each.gist),
        }
        for each in articles
    ]  # fmt: skip


def _terms(articles: Sequence[Noted]) -> list[Row]:
    """A row a telling word; in the order of the words, since that is how they are kept."""
    words = np.concatenate([each.gist.words for each in articles])
    weights = np.concatenate([each.gist.weights for each in articles])
    places = np.repeat([each.place for each in articles], [len(each.gist.words) for each in articles])
    order = np.lexsort((places, words))
    order = order[weights[order] > 0]
    columns = (column[order].tolist() for column in (words, places, weights))
    return [{"word": word, "position": at, "weight": weight} for word, at, weight in zip(*columns, strict=True)]


def _packed(about: Gist) -> bytes:
    return np.rec.fromarrays([about.words, about.weights, about.plain, about.title], dtype=WORDS).tobytes()


def _unpacked(packed: bytes, day: int | None, happened: int | None) -> Gist:
    held = np.frombuffer(packed, dtype=WORDS)
    words, weights, plain, title = (held[name].astype(np.int64) for name in ("words", "weights", "plain", "title"))
    return Gist(words, weights, plain, title, day, happened)


def move(connection: Connection, articles: Iterable[Known]) -> None:
    """Note the story and the field that articles are in now."""
    held = iter(articles)
    moved = (
        update(GIST).where(GIST.c.position == bindparam("at")).values(story=bindparam("of"), field=bindparam("near"))
    )
    while part := list(islice(held, BATCH)):
        connection.execute(moved, [{"at": each.place, "of": each.story, "near": each.field} for each in part])


def all_known(connection: Connection) -> list[Known]:
    """Every article, in the record's order; none where too few are held."""
    return [Known(*row) for row in connection.execute(select(*_ABOUT).order_by(GIST.c.position))]


_ABOUT = [GIST.c["position" if part.name == "place" else part.name] for part in dataclasses.fields(Known)]


def gists(connection: Connection, places: Iterable[int]) -> dict[int, Gist]:
    """What the articles at some places are about."""
    found = {}
    asked = select(GIST.c.position, GIST.c.words, GIST.c.day, GIST.c.happened)
    for part in parts(sorted(places)):
        rows = connection.execute(asked.where(GIST.c.position.in_(part)))
        found.update({place: _unpacked(words, day, happened) for place, words, day, happened in rows})
    return found


def beside(connection: Connection, about: Gist) -> list[int]:
    """The places of articles that have telling words enough in common with what a new one is about, by the index."""
    mine = {word: weight for word, weight in zip(about.words.tolist(), about.weights.tolist(), strict=True) if weight}
    shared: Counter[int] = Counter()
    for part in parts(sorted(mine)):
        found = select(TERM.c.position, TERM.c.word, TERM.c.weight).where(TERM.c.word.in_(part))
        for place, word, weight in connection.execute(found):
            shared[place] += weight * mine[word]
    return sorted(place for place, product in shared.items() if product >= FAINT)


def set_aside(connection: Connection) -> set[str]:
    """The articles that tell, each of its story, that it was set aside."""
    told = select(PROBLEM.c.article).where(PROBLEM.c.stage == aside.STAGE, PROBLEM.c.what == aside.FAULT)
    return set(connection.scalars(told.where(PROBLEM.c.article.is_not(None))))


def stale(connection: Connection) -> bool:
    """Whether an article was made of a capture, or by stages, that are no longer what is kept."""
    now = SOURCE.c.content + " " + SOURCE.c.maker
    found = select(GIST.c.position).outerjoin(SOURCE, SOURCE.c.id == GIST.c.capture)
    return connection.scalar(found.where(GIST.c.content.is_distinct_from(now)).limit(1)) is not None


def put_cast(connection: Connection, cast: Iterable[tuple[Bearer, str]], judged: Judged) -> None:
    """Remember who bears names, as which entity (id)."""
    last = connection.scalar(select(func.max(BEARER.c.position))) or 0
    rows, signs = [], []
    for position, (bearer, entity) in enumerate(cast, start=last + 1):
        rows.append({"position": position, "story": bearer.story, "entity": entity, "body": body(bearer)})
        signs += [{"bearer": position, "told": told} for told in told_by(bearer, judged)]
    for table, made in ((BEARER, rows), (WITNESS, signs)):
        for part in parts(made):
            connection.execute(insert(table), part)


def forget_cast(connection: Connection, stories: Sequence[str]) -> None:
    """Forget who bears names in some stories."""
    for part in parts(stories):
        theirs = select(BEARER.c.position).where(BEARER.c.story.in_(part))
        connection.execute(delete(WITNESS).where(WITNESS.c.bearer.in_(theirs)))
        connection.execute(delete(BEARER).where(BEARER.c.story.in_(part)))


def cast_of(connection: Connection, stories: Iterable[str]) -> Iterator[Held]:
    """Who bears names in some stories."""
    for part in parts(sorted(stories)):
        found = select(BEARER).where(BEARER.c.story.in_(part)).order_by(BEARER.c.position)
        yield from map(_held, connection.execute(found).mappings())


def at(connection: Connection, positions: Sequence[int]) -> Iterator[Held]:
    """Who stands at some positions, which are in order."""
    for part in parts(positions):
        found = select(BEARER).where(BEARER.c.position.in_(part)).order_by(BEARER.c.position)
        yield from map(_held, connection.execute(found).mappings())


def known_by(connection: Connection, told: Iterable[str]) -> Iterator[Held]:
    """Who shares any of these witnesses."""
    for part in parts(sorted(told)):
        theirs = select(WITNESS.c.bearer).where(WITNESS.c.told.in_(part))
        yield from map(_held, connection.execute(select(BEARER).where(BEARER.c.position.in_(theirs))).mappings())


def told_by(bearer: Bearer, judged: Judged) -> set[str]:
    """By what another bearer can be known to be the same."""
    return {msgspec.json.encode(witness).decode() for witness in witnesses(bearer, judged)}


def body(bearer: Bearer) -> Mapping[str, Any]:
    """A bearer of names without its story, as JSON has it."""
    return {
        "keys": bearer.keys,
        "kind": bearer.kind,
        "spellings": [(key, dict(bearer.spellings[key])) for key in bearer.keys],
        "roles": sorted(bearer.roles),
        "why": [(why.rule, why.words) for why in bearer.why],
        "principal": bearer.principal,
        "speaks": (bearer.speaks.rule, bearer.speaks.words) if bearer.speaks is not None else None,
    }


def _held(row: Any) -> Held:
    return Held(row["position"], bearer(row["story"], row["body"]), row["entity"])


def bearer(story: str, body: Mapping[str, Any]) -> Bearer:
    """The bearer of names that a body was made of."""
    return Bearer(
        story=story,
        keys=tuple(map(tuple, body["keys"])),
        kind=body["kind"],
        spellings={tuple(key): counts for key, counts in body["spellings"]},
        roles=frozenset(body["roles"]),
        why=tuple(Why(*why) for why in body["why"]),
        principal=tuple(body["principal"]) if body["principal"] is not None else None,
        speaks=Why(*body["speaks"]) if body["speaks"] is not None else None,
    )


def parts(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """So many at a time as one query takes."""
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))


def remember(
    connection: Connection, record: Record, read: Mapping[str, Noted], places: Mapping[str, int], judged: Judged
) -> None:
    """Remember a whole record: its articles (`read`, by id) with their fields, and all that bear names in it."""
    order = [read[article.id] for article in record.articles]
    home = {article: story.id for story in record.stories for article in story.articles}
    for members in fields([each.gist for each in order]):
        held = [order[number] for number in members]
        name = min(each.article for each in held)
        put_known(connection, (replace(k, place=places[k.article], story=home[k.article], field=name) for k in held))
    told: dict[str, list[Reading]] = {story.id: [] for story in record.stories}
    for reading in record.readings:
        told[home[reading.article.id]].append(reading)
    named = [bearer for story, readings in told.items() for bearer in named_in(story, readings, judged)]
    directory = joined(named, judged)[1]
    put_cast(connection, ((bearer, directory.of(bearer)) for bearer in named), judged)
