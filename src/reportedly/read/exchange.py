"""One question to one web server, and its answer, within limits."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

import httpx

from reportedly import __version__
from reportedly.model.errors import ReportedlyError
from reportedly.read.addresses import addresses_of
from reportedly.read.deadline import Deadline
from reportedly.read.packed import PackedError, unpacked
from reportedly.read.warc import LARGEST_PAGE

FINE = 200
NO_HEADERS: Mapping[str, str] = MappingProxyType({})
HEADERS = {
    "User-Agent": f"reportedly/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
    "Accept-Encoding": "identity",  # as it lies there: an archive keeps it so
    "Connection": "close",
}


class FetchError(ReportedlyError):
    """A page that was not fetched."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long (seconds) and how large (bytes) one answer may be, and the seconds between two questions to a host."""

    seconds: float = 30.0
    size: int = LARGEST_PAGE
    pause: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; `address` is the one that was connected to, `body` empty unless the status is 200."""

    url: str
    address: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first value of a header; empty where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class _Question:
    method: str
    url: httpx.URL
    headers: Mapping[str, str]
    kinds: Collection[str]
    content: bytes = b""


class Exchange:
    """Asks servers, one connection at a time, each host no sooner than its pause is over.

    The name of a host is looked up once, its addresses are judged, and the connection goes to one of these: a name
    that changes its meaning meanwhile gains nothing. Proxies, cookies and passwords of the environment are not used.
    """

    def __init__(self, limits: Limits, *, allow_private: bool) -> None:
        self._limits = limits
        self._allow_private = allow_private
        self._pauses: dict[str, float] = {}
        self._asked: dict[str, float] = {}
        self._transport = httpx.HTTPTransport(trust_env=False, limits=httpx.Limits(max_keepalive_connections=0))

    def slower(self, host: str, seconds: float) -> None:
        """Leave at least so many seconds between two questions to a host from now on."""
        self._pauses[host] = max(seconds, self._limits.pause)

    def __call__(self, url: httpx.URL, headers: Mapping[str, str] = NO_HEADERS, kinds: Collection[str] = ()) -> Answer:
        """The answer to a GET; an answer of none of the media types `kinds`, where they are given, is not read.

        Raises `FetchError` for a connection that fails or an answer beyond the limits, `AddressError` for the host.
        """
        return self._answered(_Question("GET", url, headers, kinds))

    def post(self, url: httpx.URL, content: bytes, headers: Mapping[str, str]) -> Answer:
        """The answer to a POST of some bytes, under the same limits; raises what a GET raises."""
        return self._answered(_Question("POST", url, headers, (), content))

    def _answered(self, question: _Question) -> Answer:
        url = question.url
        port = url.port or (443 if url.scheme == "https" else 80)
        found = addresses_of(url.host, port, allow_private=self._allow_private)
        self._wait(url.host)
        try:
            with Deadline(self._limits.seconds) as deadline, self._told(deadline):
                for address in found[:-1]:
                    try:
                        return self._ask(question, str(address), deadline)
                    except httpx.ConnectError:
                        continue
                return self._ask(question, str(found[-1]), deadline)
        finally:
            self._asked[url.host] = time.monotonic()

    def _wait(self, host: str) -> None:
        if host in self._asked:
            free = self._asked[host] + self._pauses.get(host, self._limits.pause)
            time.sleep(max(0.0, free - time.monotonic()))

    @contextmanager
    def _told(self, deadline: Deadline) -> Iterator[None]:
        """Failures of the connection in words."""
        late = f"no whole answer within {self._limits.seconds:g} s; try again later, or give it more with --seconds"
        try:
            yield
        except httpx.TimeoutException as fault:
            raise FetchError(late) from fault
        except (httpx.TransportError, httpx.InvalidURL) as fault:
            said = str(fault) or type(fault).__name__
            raise FetchError(late if deadline.over else f"the connection failed ({said}); try again later") from fault
        if deadline.over:
            raise FetchError(late)

    def _ask(self, question: _Question, address: str, deadline: Deadline) -> Answer:
        url = question.url
        request = httpx.Request(
            question.method,
            url.copy_with(host=address, fragment=None),
            headers={"Host": url.netloc.decode("ascii"), **HEADERS, **question.headers},
            content=question.content or None,
            extensions={
                "timeout": httpx.Timeout(self._limits.seconds).as_dict(),
                "sni_hostname": url.raw_host.decode("ascii"),
                "trace": deadline.notice,
            },
        )
        response = self._transport.handle_request(request)
        response.request = request
        try:
            body = self._body(response, question.kinds) if response.status_code == FINE else b""
        finally:
            response.close()
        named = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers.raw)
        bare = str(url.copy_with(fragment=None))
        return Answer(bare, address, response.status_code, response.reason_phrase, named, body)

    def _body(self, response: httpx.Response, kinds: Collection[str]) -> bytes:
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kinds and kind and kind not in kinds:
            raise FetchError(f"it is {kind}, not a page; save it yourself and build from the file")
        most = self._limits.size
        large = FetchError(f"more than {most} bytes; save the page yourself if you need it")
        promised = response.headers.get("Content-Length", "")
        if promised.isdigit() and (len(promised) > len(str(most)) or int(promised) > most):
            raise large
        body = bytearray()
        for piece in response.iter_raw():
            body += piece
            if len(body) > most:
                raise large
        try:
            whole = unpacked(bytes(body), response.headers.get("Content-Encoding", ""), most)
        except PackedError as fault:
            raise FetchError(str(fault)) from fault
        if len(whole) > most:
            raise large
        return whole
