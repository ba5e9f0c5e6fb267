"""From an address to the page that it leads to, every step checked like the first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import httpx

from reportedly.read.exchange import NO_HEADERS, Answer, Exchange, FetchError

MOST = 5  # steps; RFC 9309, 2.3.1.2 asks for as many, and no honest page needs more
MOVED = (301, 302, 303, 307, 308)
SCHEMES = ("http", "https")


def url_of(text: str) -> httpx.URL:
    """The address that a text is, in ASCII; raises `FetchError` for one that is not fetched."""
    try:
        url = httpx.URL(text.strip())
        host = url.host  # decodes an international name, which may fail
    except (httpx.InvalidURL, ValueError) as fault:
        raise FetchError(f"no address of a page ({fault}); check its spelling") from fault
    if url.scheme not in SCHEMES or not host:
        raise FetchError("not an address of the web; it must begin with http:// or https://")
    if url.userinfo:
        raise FetchError("the address holds a name or password, which would be kept; leave it out")
    return url


def followed(
    exchange: Exchange,
    start: httpx.URL,
    *,
    check: Callable[[httpx.URL], None] = lambda _: None,
    headers: Callable[[httpx.URL], Mapping[str, str]] = lambda _: NO_HEADERS,
    kinds: Collection[str] = (),
) -> Answer:
    """The first answer that is no redirect; `check` may refuse each address, `headers` gives what to send there.

    Raises `FetchError` after too many steps, for a step that leads nowhere, and whatever `exchange` raises.
    """
    url = start
    for _ in range(MOST + 1):
        check(url)
        answer = exchange(url, headers(url), kinds)
        if answer.status not in MOVED:
            return answer
        url = _next(url, answer)
    raise FetchError(f"more than {MOST} redirects, the last to {url}; give the address that the page has in a browser")


def _next(url: httpx.URL, answer: Answer) -> httpx.URL:
    target = answer.header("Location")
    if not target:
        raise FetchError(f"the server answers {answer.status} and names no other place; check the address")
    try:
        return url_of(str(url.join(target)))
    except (FetchError, httpx.InvalidURL, ValueError) as fault:
        raise FetchError(f"it redirects to {target[:200]!r}: {fault}") from fault
