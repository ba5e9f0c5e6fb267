"""Pages from the web into a web archive, politely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.model.problem import Problem
from reportedly.read.addresses import AddressError
from reportedly.read.archive import Archive
from reportedly.read.exchange import FINE, Answer, Exchange, FetchError
from reportedly.read.problems import problem
from reportedly.read.redirects import followed, url_of
from reportedly.read.robots import Robots
from reportedly.read.warc import PAGES

UNCHANGED = 304
GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that the archive holds now; `new` is false for one that has not changed since it was fetched before."""

    url: str
    new: bool


class Fetcher:
    """Fetches one page after the other, robots.txt asked first, at most five redirects, each checked."""

    def __init__(self, exchange: Exchange, archive: Archive) -> None:
        self._exchange = exchange
        self._archive = archive
        self._robots = Robots(exchange)

    def __call__(self, urls: Iterable[str]) -> Iterator[Fetched | Problem]:
        """What became of each address, in order; a page that could not be fetched is a problem and the rest go on."""
        for url in dict.fromkeys(text.strip() for text in urls):
            try:
                yield self._one(url)
            except (FetchError, AddressError) as fault:
                yield problem(url, "not fetched", str(fault))

    def _one(self, url: str) -> Fetched:
        answer = followed(
            self._exchange,
            url_of(url),
            check=self._robots.check,
            headers=lambda step: self._archive.conditions(str(step.copy_with(fragment=None))),
            kinds=PAGES,
        )
        if answer.status == UNCHANGED:
            return Fetched(url, new=False)
        _refuse(answer)
        self._archive.add(answer)
        return Fetched(url, new=True)


def _refuse(answer: Answer) -> None:
    if answer.status in GONE:
        raise FetchError(f"the server answers {answer.status}: no such page; check the address, or an archive's copy")
    if answer.status != FINE:
        raise FetchError(f"the server answers {answer.status}; try again later, or save the page yourself")
    if not answer.body.strip():
        raise FetchError("the page is empty; try again later")
