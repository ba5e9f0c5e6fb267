"""A large record related on a cluster: joins over its articles, then story by story, to the rows of one machine.

Five tables, each kept under the work folder with a manifest: what is remembered of each article (`notes`), pairs of
articles with telling words in common (`alike`), the readings of each story together (`stories`), who is named in each
(`casts`), and each told (`tellings`). What a stopped run finished is not done again.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from reportedly.model.ids import sha256_of
from reportedly.model.problem import Problem
from reportedly.relate.gathering.gists import Gist
from reportedly.relate.gathering.same_story import FAINT, FORGOTTEN, Shared, days_of, likelihoods
from reportedly.relate.gathering.stories import FIELD
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.naming.entities import Directory, joined
from reportedly.relate.union import Union
from reportedly.run.frames import Frame, daft, kept, stage
from reportedly.run.row_stages import Casts, Notes, Tellings
from reportedly.run.shards import Stage
from reportedly.store import by_story, remembered
from reportedly.store.by_story import Related
from reportedly.store.remembered import Noted

WEIGHTS = ("weights", "plain", "title")  # of a word in a gist
ROW = ("words", *WEIGHTS)
PAIR = ("one", "other")
HOT = 5000  # articles of one window that share a word: it joins nothing there, or the join would be the square of it


class Relating:
    """Relates the readings in some shards; `problems` says what was capped."""

    def __init__(self, shards: Sequence[str], work: str, maker: str, key: str) -> None:
        self._shards = shards
        self._work = work
        self._maker = maker
        self._key = key
        self.problems: list[Problem] = []

    def __call__(self) -> Related:
        """The record, whose stories are read one by one from where they are kept."""
        known = by_story.placed(self._known())
        known = by_story.sorted_out(known, self._fields(known))
        casts = self._casts(known)
        named = [bearer for held in casts.values() for bearer in held]
        entities, directory = joined(named)
        return Related(known, named, entities, directory, self._tellings(known, casts, directory))

    def _stage(self, name: str, frame: Any, *of: object) -> Frame:
        key = sha256_of(msgspec.json.encode([self._key, name, *of]))[:24]
        return kept(Stage(f"{self._work}/related/{name}-{key}"), key, frame)

    def _read(self) -> Frame:
        found = daft().read_parquet(list(self._shards))
        return found.where(daft().col("reading").not_null())

    def _notes(self) -> Frame:
        """What is remembered of each article."""
        engine, kinds = daft(), daft().DataType
        text, whole = kinds.string(), kinds.int64()
        returns = dict.fromkeys(("article", "content", "path", "row_id", "captured", "page"), text)
        returns |= {"day": whole, "happened": whole, **dict.fromkeys(ROW, kinds.list(whole))}
        maker = self._maker
        note = stage(lambda: Notes(maker), returns)

        def frame() -> Frame:
            once = self._read().distinct("id")
            return once.select("id", note(engine.col("capture"), engine.col("reading")))

        return self._stage("notes", frame)

    def _known(self) -> Iterator[Noted]:
        for row in self._notes().to_pylist():
            words, weights, plain, title = (np.array(row[name], dtype=np.int64) for name in ROW)
            yield Noted(
                0, row["article"], row["id"], row["content"], row["path"], row["row_id"], row["captured"],
                row["page"], "", "", Gist(words, weights, plain, title, row["day"], row["happened"]),
            )  # fmt: skip

    def _fields(self, known: Sequence[Noted]) -> list[tuple[int, ...]]:
        """Sets of articles that are joined by likeness, window by window."""
        number = {each.article: n for n, each in enumerate(known)}
        days, happened = days_of([each.gist for each in known])
        union, found = Union(range(len(known))), self._stage("alike", self._alike).to_pydict()
        one, other = (np.array([number[article] for article in found[side]], dtype=np.int64) for side in PAIR)
        weights, plain, title = (np.array(found[name], dtype=np.int64) for name in WEIGHTS)
        shared = Shared(weights, plain, title, days[other], happened[other])
        for at in np.flatnonzero(likelihoods(days[one], happened[one], shared) >= FIELD):
            union.join(int(one[at]), int(other[at]))
        return union.sets()

    def _alike(self) -> Frame:
        """Pairs of articles, not too far in time, with what they share."""
        col = daft().col
        terms = self._notes().explode(*ROW).with_column("window", col("day") // FORGOTTEN)
        mine = terms.select("words", "window", col("article").alias("one"), *(col(name) for name in WEIGHTS))
        theirs = terms.select(
            "words",
            "window",
            col("article").alias("other"),
            "day",
            *(col(name).alias(f"their {name}") for name in WEIGHTS),
        )
        for word in self._hot(terms):
            mine = mine.where(~((col("words") == word["words"]) & (col("window") == word["window"])))
        dated, others = mine.where(col("window").not_null()), theirs.where(col("window").not_null())
        same = dated.join(others, on=["words", "window"]).where(col("one") < col("other"))
        after = dated.join(others.with_column("window", col("window") - 1), on=["words", "window"])
        undated = mine.where(col("window").is_null()).exclude("window").join(theirs.exclude("window"), on="words")
        undated = undated.where(col("day").not_null() | (col("one") < col("other")))
        amounts = (
            col("weights") * col("their weights"), col("plain") * col("their plain"), col("title") + col("their title"),
        )  # fmt: skip
        pairs = [each.select(*PAIR, *amounts) for each in (same, after, undated)]
        every = pairs[0].concat(pairs[1]).concat(pairs[2]).groupby(*PAIR)
        sums = every.agg(*(col(name).sum() for name in WEIGHTS))
        return sums.where(col("weights") >= FAINT)

    def _hot(self, terms: Frame) -> list[dict[str, int]]:
        """Words that stand in too many articles of a window, reported."""
        col = daft().col
        counted = terms.where(col("window").not_null()).groupby("words", "window").agg(col("article").count())
        hot: list[dict[str, int]] = counted.where(col("article") > HOT).to_pylist()
        if hot:
            most = max(each["article"] for each in hot)
            detail = (
                f"{len(hot)} words stand in more than {HOT} articles of half a year ({most} at most) and joined none"
            )
            self.problems.append(Problem(self._work, "run", "crowded words", detail))
        return hot

    def _stories(self, known: Sequence[Noted]) -> Frame:
        """The readings of each story in one row."""
        first, col = by_story.first_of_pages(known), daft().col
        table: dict[str, list[str]] = {"id": [], "story": [], "version": []}
        for each in known:
            original = first.get(each.page or "")
            table["id"].append(each.capture)
            table["story"].append(each.story)
            table["version"].append(original.article if original and original.article != each.article else "")

        def frame() -> Frame:
            joined = self._read().select("id", "capture", "reading").join(daft().from_pydict(table), on="id")
            lists = (col(name).list_agg() for name in ("capture", "reading", "version"))
            return joined.groupby("story").agg(*lists)

        return self._stage("stories", frame, table)

    def _casts(self, known: Sequence[Noted]) -> dict[str, list[Bearer]]:
        """Who is named in each story, in the order of the stories."""
        col, told = daft().col, self._stories(known)
        cells = [col(name) for name in ("capture", "reading", "version")]
        casts = stage(Casts, daft().DataType.binary())
        order = list(by_story.stories_of(known))
        found = self._stage("casts", lambda: told.select("story", casts(*cells).alias("cast")), order)
        rows = {row["story"]: row["cast"] for row in found.to_pylist()}
        return {story: [remembered.bearer(story, body) for body in msgspec.json.decode(rows[story])] for story in order}

    def _tellings(
        self, known: Sequence[Noted], casts: dict[str, list[Bearer]], directory: Directory
    ) -> Iterator[by_story.Rows]:
        """Each story as rows, one file of them in memory at a time."""
        col, told, places = daft().col, self._stories(known), by_story.stories_of(known)
        names = [_named(casts[story], places[story], directory) for story in casts]
        table = {"story": list(casts), "names": names}
        cells = [col(name) for name in ("capture", "reading", "version", "names")]
        tellings = stage(Tellings, daft().DataType.binary())

        def frame() -> Frame:
            return told.join(daft().from_pydict(table), on="story").select(tellings(*cells).alias("rows"))

        for row in self._stage("tellings", frame, sha256_of(b"".join(names))).iter_rows():
            yield msgspec.json.decode(zlib.decompress(row["rows"]), type=by_story.Rows)


def _named(cast: Sequence[Bearer], members: Sequence[Noted], directory: Directory) -> bytes:
    """What a story takes from all others: the ids of its entities; and the places of its articles."""
    homes = [(key, directory.of(bearer)) for bearer in cast for key in bearer.keys]
    bodies = [remembered.body(bearer) for bearer in cast]
    places = {each.article: each.place for each in members}
    return msgspec.json.encode({"homes": homes, "cast": bodies, "places": places})
