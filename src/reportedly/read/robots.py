"""What a site asks of programs: its robots.txt (RFC 9309), honoured."""

from __future__ import annotations

import httpx
from protego import Protego

from reportedly.read.addresses import AddressError
from reportedly.read.exchange import FINE, Exchange, FetchError
from reportedly.read.redirects import followed

OURSELVES = "reportedly"  # the name by which a robots.txt speaks of us
LONGEST = 500 * 1024  # bytes that must be read of it, RFC 9309, 2.5
LONGEST_PAUSE = 60.0  # seconds; whoever asks for more is not visited more often for it than once a minute
REFUSAL = 500


class Robots:
    """The rules of each site, fetched once a run."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._rules: dict[str, Protego | str] = {}

    def check(self, url: httpx.URL) -> None:
        """Raise `FetchError` where the site's rules forbid the page, or could not be asked for."""
        site = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        key = str(site)
        if key not in self._rules:
            self._rules[key] = self._fetched(site)
        rules = self._rules[key]
        if isinstance(rules, str):
            raise FetchError(f"{site} could not be read, so nothing of the site is: {rules}")
        if not rules.can_fetch(str(url), OURSELVES):
            raise FetchError(f"{site} forbids it; save the page yourself if you may")
        delay = rules.crawl_delay(OURSELVES)
        if delay:
            self._exchange.slower(url.host, min(delay, LONGEST_PAUSE))

    def _fetched(self, site: httpx.URL) -> Protego | str:
        """The rules, or why they are not known. No file is leave to read (2.3.1.3), a server in trouble is not."""
        try:
            answer = followed(self._exchange, site)
        except (FetchError, AddressError) as fault:
            return str(fault)
        if answer.status >= REFUSAL:
            return f"the server answers {answer.status}; try again later"
        text = answer.body[:LONGEST].decode("utf-8", "replace") if answer.status == FINE else ""
        return Protego.parse(text)
