"""A large record related on a cluster: joins over its articles, then story by story, to the rows of one machine.

Six tables, each kept under the work folder with a manifest: what is remembered of each article (`notes`), pairs of
articles with telling words in common (`alike`), the readings of each story together (`stories`), who is named in each
and its articles' sketches (`casts`), pairs that may be copies (`copies`), and each story told (`tellings`). What a
stopped run finished is not done again.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from reportedly.model.ids import sha256_of
from reportedly.model.problem import Problem
from reportedly.relate.aside import STAGE
from reportedly.relate.gathering.gists import Gist
from reportedly.relate.gathering.same_story import FAINT, FORGOTTEN, Shared, days_of, likelihoods
from reportedly.relate.gathering.stories import FIELD
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.union import Numbered
from reportedly.run import copies
from reportedly.run.frames import Frame, daft, kept, stage
from reportedly.run.row_stages import Casts, Notes, Tellings
from reportedly.run.shards import Stage
from reportedly.store import remembered
from reportedly.store.by_story import Rows, Sorted
from reportedly.store.named import Cast
from reportedly.store.remembered import Gists, Known, Noted
from reportedly.store.tables import STRIDE

WEIGHTS = ("weights", "plain", "title")  # of a word in a gist
ROW = ("words", *WEIGHTS)
PAIR = ("one", "other")
CELLS = ("capture", "reading", "version")  # of a story, each a list
HOT = 5000  # articles of one window that share a word: it joins nothing there, or the join would be the square of it


class Relating:
    """Relates the readings in some shards, story by story; `problems` says what was capped."""

    def __init__(self, shards: Sequence[str], work: str, maker: str, key: str) -> None:
        self._shards = shards
        self._work = work
        self._maker = maker
        self._key = key
        self.problems: list[Problem] = []

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

    def known(self) -> Iterator[Noted]:
        """Every article in the record's order, with its place."""
        ordered = self._notes().with_column("row", daft().col("row_id").fill_null("")).sort(["path", "row", "id"])
        for place, row in enumerate(ordered.iter_rows(), start=1):
            words, weights, plain, title = (np.array(row[name], dtype=np.int64) for name in ROW)
            day, happened = row["day"], row["happened"]
            yield Noted(
                place * STRIDE, row["article"], row["id"], row["content"], row["path"], row["row_id"], row["captured"],
                row["page"], "", "", day, happened, Gist(words, weights, plain, title, day, happened),
            )  # fmt: skip

    def fields(self, known: Sequence[Known], _: Gists) -> Iterable[Sequence[int]]:
        """Sets of articles that are joined by likeness, window by window."""
        number = {each.article: n for n, each in enumerate(known)}
        days, happened = days_of(known)
        union, found = Numbered(len(known)), self._stage("alike", self._alike).to_pydict()
        one, other = (np.array([number[article] for article in found[side]], dtype=np.int64) for side in PAIR)
        weights, plain, title = (np.array(found[name], dtype=np.int64) for name in WEIGHTS)
        shared = Shared(weights, plain, title, days[other], happened[other])
        for at in np.flatnonzero(likelihoods(days[one], happened[one], shared) >= FIELD):
            union.join(int(one[at]), int(other[at]))
        return (members.tolist() for members in union.sets())

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
            self.problems.append(Problem(self._work, STAGE, "crowded words", detail))
        return hot

    def _stories(self, held: Sorted) -> Frame:
        """The readings of each story in one row."""
        table: dict[str, list[str]] = {"id": [], "story": [], "version": []}
        for each in (each for members in held.stories.values() for each in members):
            original = held.first.get(each.page or "")
            table["id"].append(each.capture)
            table["story"].append(each.story)
            table["version"].append(original.article if original and original.article != each.article else "")
        col = daft().col

        def frame() -> Frame:
            joined = self._read().select("id", "capture", "reading").join(daft().from_pydict(table), on="id")
            lists = (col(name).list_agg() for name in ("capture", "reading", "version"))
            return joined.groupby("story").agg(*lists)

        return self._stage("stories", frame, table)

    def casts(self, held: Sorted) -> Iterator[list[Bearer]]:
        """Who is named in each story, in the order of the stories."""
        for row in self._casts(held).select("story", "at", "cast").sort("at").iter_rows():
            yield [remembered.bearer(row["story"], body) for body in msgspec.json.decode(row["cast"])]

    def _casts(self, held: Sorted) -> Frame:
        """Who is named in each story, and its articles as copies are sought."""
        col, stories, kinds = daft().col, self._stories(held), daft().DataType
        text, whole = kinds.list(kinds.string()), kinds.list(kinds.int64())
        returns = {"cast": kinds.binary(), "article": text, "outlet": text, "day": whole, "shingle": kinds.list(whole)}
        casts = stage(Casts, returns)
        order = list(held.stories)
        places = daft().from_pydict({"story": order, "at": list(range(len(order)))})

        def frame() -> Frame:
            told = stories.join(places, on="story")
            return told.select("story", "at", casts(*(col(name) for name in CELLS)))

        return self._stage("casts", frame, order)

    def _copies(self, held: Sorted) -> dict[str, list[tuple[str, str]]]:
        """Pairs of each story's articles that may be copies: joined on what their sketches share."""
        casts = self._casts(held)
        found = self._stage("copies", lambda: copies.alike(casts), list(held.stories))
        rows = found.iter_rows() if found is not None else ()
        return {row["story"]: list(zip(row["one"], row["other"], strict=True)) for row in rows}

    def tellings(self, held: Sorted, cast: Callable[[str], Cast]) -> Iterator[Rows]:
        """Each story as rows, one file of them in memory at a time."""
        col, stories, pairs = daft().col, self._stories(held), self._copies(held)
        names = [_named(cast(story), members, pairs.get(story, ())) for story, members in held.stories.items()]
        table = {"story": list(held.stories), "names": names}
        tellings = stage(Tellings, daft().DataType.binary())

        def frame() -> Frame:
            rows = tellings(*(col(name) for name in (*CELLS, "names"))).alias("rows")
            return stories.join(daft().from_pydict(table), on="story").select(rows)

        for row in self._stage("tellings", frame, sha256_of(b"".join(names))).iter_rows():
            yield msgspec.json.decode(zlib.decompress(row["rows"]), type=Rows)


def _named(cast: Cast, members: Sequence[Known], pairs: Sequence[tuple[str, str]]) -> bytes:
    """What a story takes from all others: the ids of its entities; the places of its articles; what may be copies."""
    homes = [(key, cast.directory.of(bearer)) for bearer in cast.bearers for key in bearer.keys]
    bodies = [remembered.body(bearer) for bearer in cast.bearers]
    places = {each.article: each.place for each in members}
    return msgspec.json.encode({"homes": homes, "cast": bodies, "places": places, "copies": sorted(pairs)})
