"""One round through the feeds and what they name: new and changed pages into an archive, each once."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lxml import etree

from reportedly.clean import Cleaner
from reportedly.model.ids import sha256_of
from reportedly.model.problem import Problem
from reportedly.read.archive import Archive
from reportedly.read.exchange import Answer, FetchError
from reportedly.read.feed import feed_items
from reportedly.read.warc import PAGES
from reportedly.watch.ledger import EntryLine, FeedLine, Ledger, write_whole
from reportedly.watch.leftover import NOTHING, Left, digest_of, story_of
from reportedly.watch.web import NotNow, NotThere, Web, conditions

FEEDS = (
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml",
    "application/feed+json", "application/json", "text/html", "text/plain", "application/octet-stream",
)  # fmt: skip
ACCEPT = {
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
}
MOST_ENTRIES = 1000  # of one feed's document
VISITS = 10  # after which a page is only asked for again when its feed says something new of it
PATIENCE = 2  # failures after which the feed's own words are kept
TRIES = 8  # failures after which a page is given up
NEVER = 1e12  # seconds since 1970
LONGEST_STEP = 16  # doublings of the time between two visits


class Gatherer:
    """Fetches what is due; `every` is the seconds between two cycles, `now` the clock, `left` what is there already."""

    def __init__(self, ledger: Ledger, web: Web, every: float, now: Callable[[], float], left: Left = NOTHING) -> None:
        self._left = left
        self._ledger = ledger
        self._web = web
        self._every = every
        self._now = now
        self._clean = Cleaner()

    def __call__(self, feeds: Sequence[str], pages: Path, words: Path) -> Iterator[Problem]:
        """Ask all that is due; pages go into the archive `pages`, words of feeds for want of a page into `words`."""
        for feed in feeds:
            yield from self._feed(feed)
        rows: list[dict[str, str]] = []
        with Archive(pages) as archive:
            for key in sorted(self._ledger.entries):
                yield from self._entry(key, archive, rows)
        if rows:
            before = words.read_bytes() if words.exists() else b""
            write_whole(words, before + b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows))

    def _feed(self, url: str) -> Iterator[Problem]:
        line = self._ledger.feeds.setdefault(url, FeedLine())
        if line.due > self._now():
            return
        try:
            answer = self._web(url, {**ACCEPT, **line.conditions}, FEEDS)
            if answer is not None:
                self._note(answer)
                line.conditions = conditions(answer)
            line.failures, line.due = 0, 0.0
        except NotNow as fault:
            line.due = fault.until
        except (FetchError, NotThere, ValueError, RecursionError, etree.XMLSyntaxError) as fault:
            line.failures += 1
            line.due = self._now() + self._every * 2 ** min(line.failures - 1, 6) - self._every / 2
            yield Problem(url, "watch", "feed not read", f"{_words(fault)}; it is asked again later")

    def _note(self, answer: Answer) -> None:
        """What a feed's document names: new entries, and those of which it says something new."""
        for item in feed_items(answer.body)[:MOST_ENTRIES]:
            row = {name: value for name, value in item.items() if isinstance(value, str) and value}
            key = row.get("id") or row.get("url") or sha256_of(json.dumps(row, sort_keys=True).encode())
            digest = digest_of(row)
            known = self._ledger.entries.get(key)
            if known is None:
                self._ledger.entries[key] = EntryLine(row.get("url", ""), digest, row)
            elif known.digest != digest:
                known.digest, known.row, known.url, known.due = digest, row, row.get("url", known.url), 0.0
                known.failures, known.spoken = 0, False

    def _entry(self, key: str, archive: Archive, rows: list[dict[str, str]]) -> Iterator[Problem]:
        line = self._ledger.entries[key]
        if line.due > self._now():
            return
        failure = self._page(line, archive)
        if failure is None:
            return
        kept = line.failures >= PATIENCE and not line.spoken and not line.story
        if kept and (line.row.get("html") or line.row.get("text")):
            line.spoken = True
            if line.digest not in self._left.rows:
                rows.append({**line.row, "captured": self._moment().isoformat(timespec="seconds")})
        if line.failures in (1, TRIES) or kept:
            yield Problem(line.url or key, "watch", "page not fetched", failure)

    def _page(self, line: EntryLine, archive: Archive) -> str | None:
        """Ask for an entry's page; why there is none, None where all is well or must wait."""
        try:
            answer = self._web(line.url, line.conditions, PAGES)
        except NotNow as fault:
            line.due = fault.until
            return None
        except NotThere as fault:
            line.failures, line.due = TRIES, NEVER
            return str(fault)
        except FetchError as fault:
            line.failures += 1
            line.due = self._later(line.failures) if line.failures < TRIES else NEVER
            return str(fault)
        if answer is not None:
            line.conditions = conditions(answer)
            story = story_of(answer.body, answer.url, self._clean)
            known = story == line.story or (answer.url, story) in self._left.stories
            if not known:  # the same words in another frame are no new version
                archive.add(answer, self._moment())
            line.story = story
        line.asked, line.failures = line.asked + 1, 0
        line.due = self._later(line.asked) if line.asked < VISITS else NEVER
        return None

    def _later(self, times: int) -> float:
        """Sooner while it is new: the time between two visits doubles; half a cycle early, so that none is missed."""
        return self._now() + self._every * (float(1 << min(times - 1, LONGEST_STEP)) - 0.5)

    def _moment(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self._now(), dt.UTC)


def _words(fault: Exception) -> str:
    return str(fault) if isinstance(fault, NotThere) else str(fault) or type(fault).__name__
