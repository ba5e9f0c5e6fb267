"""News sent to an address: a POST of JSON, under the same rules as fetching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import msgspec

from reportedly import __version__
from reportedly.model.ids import content_id
from reportedly.read.exchange import Exchange, FetchError
from reportedly.read.redirects import url_of
from reportedly.watch.news import News

VERSION = "reportedly-changes/1"
MOST = 100  # pieces of news in one message
TAKEN = range(200, 300)


def post(exchange: Exchange, url: str, told: Sequence[News]) -> None:
    """Send some news; once this returns, the other side has taken it.

    A message that comes twice, because its answer was lost, bears the same `Idempotency-Key`. A redirect is not
    followed: who moved a webhook must say so. Raises `FetchError` or `AddressError` where it was not taken.
    """
    content = msgspec.json.encode({"version": VERSION, "changes": [asdict(each) for each in told]})
    headers = {
        "Content-Type": "application/json",
        "Accept": "*/*",
        "User-Agent": f"reportedly/{__version__}",
        "Idempotency-Key": content_id("message", *(each.id for each in told)).partition(":")[2],
    }
    answer = exchange.post(url_of(url), content, headers)
    if answer.status not in TAKEN:
        raise FetchError(f"it answers {answer.status}; the news is kept and sent again next time")
