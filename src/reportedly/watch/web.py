"""Questions to the web on behalf of a watch: robots.txt first, and no host before the time that it asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from email.utils import parsedate_to_datetime

import httpx

from reportedly.read.addresses import AddressError
from reportedly.read.exchange import FINE, Answer, Exchange, FetchError
from reportedly.read.redirects import followed, url_of
from reportedly.read.robots import Robots

UNCHANGED = 304
BUSY = (429, 503)
GONE = (404, 410)
LONGEST_WAIT = 86_400.0  # seconds that a server may ask us to stay away
WAIT = 900.0  # where it does not say how long
CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


class NotNow(Exception):  # noqa: N818 - what a server says, no error of ours
    """The host wants to be left alone until `until` (seconds since 1970)."""

    def __init__(self, until: float) -> None:
        self.until = until
        super().__init__(f"the host wants to be left alone until {until:.0f}")


class NotThere(Exception):  # noqa: N818 - what a server says, no error of ours
    """There is no page, and asking again will not help; the message says why."""


class Web:
    """Asks; `hosts` holds until when each host is left alone, and outlives one cycle."""

    def __init__(self, exchange: Exchange, hosts: dict[str, float], now: Callable[[], float]) -> None:
        self._exchange = exchange
        self._robots = Robots(exchange)
        self._hosts = hosts
        self._now = now

    def __call__(self, url: str, headers: Mapping[str, str], kinds: Collection[str]) -> Answer | None:
        """The answer, None for one that has not changed.

        Raises `NotNow`, `NotThere`, and `FetchError` for what may be better next time.
        """
        try:
            start = url_of(url)
        except FetchError as fault:
            raise NotThere(str(fault)) from fault
        until = self._hosts.get(start.host, 0.0)
        if until > self._now():
            raise NotNow(until)
        try:
            answer = followed(self._exchange, start, check=self._check, headers=lambda _: headers, kinds=kinds)
        except AddressError as fault:
            raise NotThere(str(fault)) from fault
        if answer.status in BUSY:
            self._hosts[httpx.URL(answer.url).host] = until = self._now() + _wait(answer, self._now())
            raise NotNow(until)
        if answer.status in GONE:
            raise NotThere(f"the server answers {answer.status}")
        if answer.status == UNCHANGED:
            return None
        if answer.status != FINE or not answer.body.strip():
            raise FetchError(f"the server answers {answer.status} with {len(answer.body)} bytes")
        return answer

    def _check(self, url: httpx.URL) -> None:
        """robots.txt, and the hosts that a redirect may lead to."""
        until = self._hosts.get(url.host, 0.0)
        if until > self._now():
            raise NotNow(until)
        self._robots.check(url)


def conditions(answer: Answer) -> dict[str, str]:
    """The headers that ask for this page again only if it has changed (RFC 9110, 13.1)."""
    said = {asked: answer.header(name) for name, asked in CONDITIONS.items()}
    return {asked: value for asked, value in said.items() if value and value.isascii() and value.isprintable()}


def _wait(answer: Answer, now: float) -> float:
    """Seconds that a server asks for by Retry-After (RFC 9110, 10.2.3)."""
    said = answer.header("Retry-After").strip()
    if said.isdigit():
        wished = float(said[:9])
    else:
        try:
            wished = parsedate_to_datetime(said).timestamp() - now
        except (ValueError, OverflowError):
            wished = WAIT
    return min(max(wished, 0.0), LONGEST_WAIT)
