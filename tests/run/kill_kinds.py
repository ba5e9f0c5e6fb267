"""Kinds of work that is killed, and what must hold of a record afterwards: build, judge, copy, watch."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from kill_scene import Name, Round, Tell, copied, json_of, left

import reportedly
from reportedly.model.errors import JudgementError
from reportedly.model.judgement import Judgement
from reportedly.model.record import Record
from reportedly.read.exchange import Exchange, Limits
from reportedly.run.build import build, related
from reportedly.run.judging import judge, undo
from reportedly.store import new_record, open_record
from reportedly.watch.cycle import Watch, Wish

sys.path.insert(0, str(Path(__file__).parents[1] / "watch"))
from newsstand import XML, Newsstand

EVERY = 900.0
BEGIN = 1_930_000_000.0  # 2031
EDITOR = "an editor"


class Kind(Protocol):
    """One kind of work; `seconds` is how long it takes undisturbed."""

    seconds: float

    def begin(self, this: Round) -> Name:
        """The record that the work is done on."""

    def work(self, this: Round, record: Name, tell: Tell) -> None:
        """The work, in a process that is killed; what it tells is a promise."""

    def check(self, this: Round, record: Name, told: Sequence[str]) -> str:
        """Hold what was left to what was told, do the rest, and compare; what was left, in a word."""


class Builds:
    """Captures added: the old record or the new one."""

    def __init__(self, first: Path, captures: Path, folder: Path) -> None:
        self._first, self._captures = first, captures
        self._old = json_of(reportedly.open(first))
        begun = time.monotonic()
        self._new = json_of(self._build(copied(first, folder / "built.db")))
        self.seconds = time.monotonic() - begun

    def _build(self, record: Name) -> Record:
        return build([self._captures], record=record, workers=1).record

    def begin(self, this: Round) -> Name:
        return copied(self._first, this.record())

    def work(self, this: Round, record: Name, tell: Tell) -> None:
        self._build(record)
        tell("built")

    def check(self, this: Round, record: Name, told: Sequence[str]) -> str:
        found = left(record)
        assert found is not None, "the record is gone"
        what = json_of(found)
        assert what in ((self._new,) if told else (self._old, self._new)), "neither the old record nor the new one"
        assert json_of(self._build(record)) == self._new, "not whole again"
        return "old" if what == self._old else "new"


class Copies:
    """A record copied: all of it or none."""

    def __init__(self, first: Path, folder: Path) -> None:
        self._first = first
        self._old = json_of(reportedly.open(first))
        begun = time.monotonic()
        self._copy(folder / "copied.db")
        self.seconds = 1.5 * (time.monotonic() - begun)

    def _copy(self, record: Name) -> None:
        with open_record(self._first) as source, new_record(record) as target:
            source.copy_to(target, "copy")

    def begin(self, this: Round) -> Name:
        return this.record()

    def work(self, this: Round, record: Name, tell: Tell) -> None:
        self._copy(record)
        tell("copied")

    def check(self, this: Round, record: Name, told: Sequence[str]) -> str:
        found = left(record)
        assert found is not None or not told, "a copy that was told is gone"
        if found is None:
            self._copy(record)
        again = left(record)
        assert again is not None
        assert json_of(again) == self._old, "the copy differs"
        return "old" if found is None else "new"


class Judges:
    """A person's decisions, one after the other, each told when it stands."""

    MOST = 6

    def __init__(self, first: Path, folder: Path) -> None:
        self._first = first
        record = copied(first, folder / "judged.db")
        names = [entity.name for entity in reportedly.open(first).entities]
        self._wishes: list[tuple[str, str]] = []
        self._states = [json_of(reportedly.open(record))]
        self._taken: list[Judgement] = []
        begun = time.monotonic()
        for pair in pairwise(names):
            if len(self._taken) >= self.MOST:
                break
            try:
                self._taken.append(judge(record, "one side", pair, by=EDITOR))
            except JudgementError:
                continue
            self._wishes.append(pair)
            self._states.append(json_of(reportedly.open(record)))
            if len(self._taken) % 3 == 2:
                self._taken.append(undo(record, self._taken[-1].id, by=EDITOR))
                self._wishes.append(("undo", self._taken[-1].id))
                self._states.append(json_of(reportedly.open(record)))
        assert len(self._taken) >= self.MOST, "too few names to decide on"
        self.seconds = time.monotonic() - begun

    def _take(self, record: Name, number: int) -> Judgement:
        wish = self._wishes[number]
        return undo(record, wish[1], by=EDITOR) if wish[0] == "undo" else judge(record, "one side", wish, by=EDITOR)

    def begin(self, this: Round) -> Name:
        return copied(self._first, this.record())

    def work(self, this: Round, record: Name, tell: Tell) -> None:
        for number in range(len(self._wishes)):
            self._take(record, number)
            tell("decided")

    def check(self, this: Round, record: Name, told: Sequence[str]) -> str:
        with open_record(record) as store:
            kept = [judgement for judgement, _ in store.judged()]
        assert len(told) <= len(kept) <= len(told) + 1, "a decision is lost, or was taken by nobody"
        assert kept == self._taken[: len(kept)], "other decisions than those that were taken"
        if len(kept) == len(told):
            assert json_of(reportedly.open(record)) == self._states[len(kept)], "not related by what was decided"
        with new_record(record) as store:
            store.integrate((), set(), (), related)
        assert json_of(reportedly.open(record)) == self._states[len(kept)], "related otherwise than undisturbed"
        for number in range(len(kept), len(self._wishes)):
            self._take(record, number)
        assert json_of(reportedly.open(record)) == self._states[-1], "not whole again"
        return "all told" if len(told) == len(self._wishes) else "some told" if told else "none told"


class Watches:
    """Feeds watched over cycles: every piece of news that was printed stands in the journal, each once."""

    CLOCK = (BEGIN, BEGIN + EVERY, BEGIN + 2 * EVERY)
    BACK = (BEGIN, BEGIN + EVERY, BEGIN)  # the third cycle has the very second of the first

    def __init__(self, first: Path, stand: Newsstand, folder: Path) -> None:
        self._first, self._stand = first, stand
        stand.articles = {f"/{number}": _news(number) for number in range(6)}
        for number in range(3):
            stand.replies[f"/feed/{number}"] = (200, XML, self._feed(2 * number + 2))
        begun = time.monotonic()
        self._whole = {back: self._undisturbed(folder / f"watched{back}", back=back) for back in (False, True)}
        self.seconds = (time.monotonic() - begun) / 2

    def _feed(self, most: int) -> bytes:
        every, self._stand.articles = self._stand.articles, dict([*self._stand.articles.items()][:most])
        made, self._stand.articles = self._stand.feed(), every
        return made

    def _undisturbed(self, home: Path, *, back: bool) -> tuple[str, str]:
        home.mkdir()
        this = Round(0, home, back=back)
        record = self.begin(this)
        self.work(this, record, lambda _: None)
        made = self._state(this, record)
        assert all(f"{112 + number}" in made[1] for number in range(6)), "news that was never told"
        return made

    def _state(self, this: Round, record: Name) -> tuple[str, str]:
        journal = (this.home / "kept" / "changes.jsonl").read_text(encoding="utf8")
        return json_of(reportedly.open(record)).replace(str(this.home), ""), journal

    def begin(self, this: Round) -> Name:
        return copied(self._first, this.record())

    def work(self, this: Round, record: Name, tell: Tell, *, start: int = 0) -> None:
        for number in range(start, 3):
            tell(f"cycle {number}")
            exchange = Exchange(Limits(seconds=10, pause=0), allow_private=True)
            clock = (self.BACK if this.back else self.CLOCK)[number]
            wish = Wish((f"{self._stand.root}/feed/{number}",), record, this.home / "kept", EVERY)
            watch = Watch(wish, exchange, lambda clock=clock: clock)  # type: ignore[misc]
            problems = list(watch())
            assert not problems, problems
            watch.printed(lambda news: tell(f"news {news.id}"))

    def check(self, this: Round, record: Name, told: Sequence[str]) -> str:
        cycles = [int(line.removeprefix("cycle ")) for line in told if line.startswith("cycle ")]
        news = [line.removeprefix("news ") for line in told if line.startswith("news ")]
        journal = this.home / "kept" / "changes.jsonl"
        kept = journal.read_text(encoding="utf8") if journal.exists() else ""
        assert all(each in kept for each in news), "news that was told is lost"
        if news:
            found = left(record)
            assert found is not None
            assert len(found.captures) > len(reportedly.open(self._first).captures), "told, and not in the record"
        self.work(this, record, lambda _: None, start=max(cycles, default=0))
        whole = self._whole[this.back]
        assert self._state(this, record)[1] == whole[1], "another journal than undisturbed"
        assert self._state(this, record)[0] == whole[0], "another record than undisturbed"
        return f"in cycle {max(cycles, default=0) + 1}"


def _news(number: int) -> str:
    towns = ("Brel", "Andor", "Calmar", "Dorve", "Estin", "Folke")
    return (
        f"The flood killed {112 + number} sheep on the farms of {towns[number]}, the shepherd Ana Lund said. | "
        f"“We have seen nothing like it in {towns[number]},” the mayor Tom Reed said."
    )
