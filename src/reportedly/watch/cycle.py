"""One cycle of a watch: fetch, read, relate, and tell what that changed.

Each step is on disk before the next begins, so that a cycle that was killed is made up for by the next one: pages,
then the record, then the journal, then the ledger that says how far it came, then what is sent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from reportedly.model.errors import ReportedlyError
from reportedly.model.ids import content_id
from reportedly.model.problem import Problem
from reportedly.model.record import Record
from reportedly.read.exchange import Exchange
from reportedly.relate.changes import Change, changes_against, seen
from reportedly.run.build import NothingReadError, build
from reportedly.run.pipeline import fingerprint
from reportedly.store import open_record
from reportedly.watch import webhook
from reportedly.watch.feeds_out import atom, json_feed
from reportedly.watch.gather import Gatherer
from reportedly.watch.journal import Journal
from reportedly.watch.ledger import LedgerError, read_ledger, write_ledger, write_whole
from reportedly.watch.leftover import leftover
from reportedly.watch.news import News, news
from reportedly.watch.rules import Rule
from reportedly.watch.web import Web

PRINTED = "-"  # in the ledger, how much of the journal standard output has had
ATOM, JSON = "changes.atom", "changes.json"
PAGES, WORDS = ".warc.gz", ".jsonl"
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is watched: feeds, the record, the folder in which a watch keeps what it knows, and who is told of what.

    `rules` say what is worth telling (none: all), `hooks` are addresses that news is sent to; `every` is in seconds.
    """

    feeds: tuple[str, ...]
    record: Path | str
    folder: Path
    every: float = 900.0
    rules: tuple[Rule, ...] = ()
    hooks: tuple[str, ...] = ()


class Watch:
    """A watch; call it once a cycle. `now` is its clock, in seconds since 1970. Raises `ReportedlyError`."""

    def __init__(self, wish: Wish, exchange: Exchange, now: Clock) -> None:
        self._wish = wish
        self._exchange = exchange
        self._now = now
        try:
            wish.folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise LedgerError(f"{wish.folder}: no folder ({fault.strerror}); name another one with --keep") from fault
        self._journal = Journal(wish.folder)
        self._ledger = read_ledger(wish.folder)
        self._begin()

    def __call__(self) -> Iterator[Problem]:
        """One cycle; what failed in it. News is printed by `printed`."""
        moment = dt.datetime.fromtimestamp(self._now(), dt.UTC)
        pages, words = self._files(moment)
        web = Web(self._exchange, self._ledger.hosts, self._now)
        gather = Gatherer(self._ledger, web, self._wish.every, self._now, leftover(self._unbuilt()))
        yield from gather(self._wish.feeds, pages, words)
        write_ledger(self._ledger, self._wish.folder)
        yield from self._read(moment)
        yield from self._send()

    def printed(self, tell: Callable[[News], None]) -> None:
        """Tell all news that was not told in this way before."""
        for each in self._journal.since(self._ledger.posted.get(PRINTED, 0)):
            tell(each)
        self._ledger.posted[PRINTED] = len(self._journal)
        write_ledger(self._ledger, self._wish.folder)

    def _begin(self) -> None:
        """What a record holds when it is first watched is no news; and a hook gets what comes from now on."""
        if not self._ledger.maker and self._is_there():
            with open_record(self._wish.record) as store:
                self._ledger.seen = seen(store.record())
        for hook in (PRINTED, *self._wish.hooks):
            self._ledger.posted.setdefault(hook, len(self._journal))
        self._ledger.maker = self._ledger.maker or fingerprint()
        write_ledger(self._ledger, self._wish.folder)

    def _is_there(self) -> bool:
        if isinstance(self._wish.record, Path):
            return self._wish.record.exists()
        try:
            with open_record(self._wish.record):
                return True
        except ReportedlyError:
            return False

    def _files(self, moment: dt.datetime) -> tuple[Path, Path]:
        """Where a cycle keeps pages and words: by its second, numbered where the clock has shown that one before."""
        name = moment.strftime("%Y-%m-%dT%H-%M-%SZ")
        for number in count(1):
            stem = name if number == 1 else f"{name}-{number}"
            pages, words = f"{stem}{PAGES}", f"{stem}{WORDS}"
            if not {pages, words} & self._ledger.built:
                break
        return self._wish.folder / pages, self._wish.folder / words

    def _unbuilt(self) -> list[Path]:
        """The files that the record does not hold."""
        places = (place for ending in (PAGES, WORDS) for place in self._wish.folder.glob(f"[0-9]*{ending}"))
        return sorted(place for place in places if place.name not in self._ledger.built)

    def _read(self, moment: dt.datetime) -> Iterator[Problem]:
        """Build what is new into the record, and tell what that changed."""
        files = self._unbuilt()
        if files:
            try:
                built = build(files, record=self._wish.record)
            except NothingReadError as fault:
                yield from fault.problems
            else:
                yield from built.problems
                self._tell(built.record, files, moment)
            self._ledger.built |= {place.name for place in files}
        write_ledger(self._ledger, self._wish.folder)
        self._write_feeds()

    def _tell(self, record: Record, files: Sequence[Path], moment: dt.datetime) -> None:
        found = changes_against(self._ledger.seen, record)
        if self._ledger.maker != fingerprint():  # other stages read the old captures otherwise: that is no news
            found = _of_files(found, record, {place.name for place in files})
        worth = [
            each
            for each in news(found, record, moment.isoformat(timespec="seconds"))
            if not self._wish.rules or any(rule(each) for rule in self._wish.rules)
        ]
        self._journal.add(worth)
        self._ledger.seen, self._ledger.maker = seen(record), fingerprint()

    def _write_feeds(self) -> None:
        told = self._journal.since(0)
        identity = content_id("feed", self._wish.record)
        write_whole(self._wish.folder / ATOM, atom(told, identity))
        write_whole(self._wish.folder / JSON, json_feed(told))

    def _send(self) -> Iterator[Problem]:
        """Send each hook what it has not had; what it does not take waits for the next cycle."""
        for hook in self._wish.hooks:
            while waiting := self._journal.since(self._ledger.posted[hook])[: webhook.MOST]:
                try:
                    webhook.post(self._exchange, hook, waiting)
                except ReportedlyError as fault:
                    yield Problem(hook, "watch", "news not sent", str(fault))
                    break
                self._ledger.posted[hook] += len(waiting)
                write_ledger(self._ledger, self._wish.folder)


def _of_files(found: Sequence[Change], record: Record, names: set[str]) -> tuple[Change, ...]:
    """The changes that answers in captures of these files make."""
    new = {r.article.id for r in record.readings if r.capture.path.rpartition("/")[2] in names}
    of = {answer.id: answer.article for point in record.points for answer in point.answers}
    return tuple(change for change in found if of.get(change.answer or "") in new)
