"""Pages are fetched politely and within limits, from a server of our own."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read import captures
from reportedly.read.archive import Archive, ArchiveError
from reportedly.read.exchange import Exchange, Limits
from reportedly.read.fetch import Fetched, Fetcher

PAGE = b"<title>Ferry</title><p>Nine people were rescued after the ferry sank off Brel, the coastguard said.</p>"
HTML = {"Content-Type": "text/html; charset=utf-8"}
TAG = '"brel-1"'


@dataclass
class Site:
    """A web server of our own; `asked` keeps what it was asked for."""

    pages: dict[str, tuple[int, dict[str, str], bytes]]
    root: str = ""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append((handler.path, dict(handler.headers)))
        self.times.append(time.monotonic())
        if handler.path.startswith("/drip"):
            return drip(handler, b"HTTP/1.1 200 OK\r\n" if handler.path == "/drip-body" else b"")
        status, headers, body = self.pages.get(handler.path, (404, HTML, b"<p>No such page.</p>"))
        if headers.get("ETag") and handler.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        if status != 304 and "Transfer-Encoding" not in headers:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
        return None


def drip(handler: BaseHTTPRequestHandler, head: bytes) -> None:
    """A byte now and then, for ever: of a body without a length after `head`, else of a header that never ends."""
    handler.wfile.write(head + b"Content-Type: text/html\r\n\r\n" if head else b"HTTP/1.1 200 OK\r\nX-Long: ")
    try:
        while True:
            handler.wfile.write(b"x")
            time.sleep(0.02)
    except OSError:
        handler.close_connection = True


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site({"/ferry": (200, {**HTML, "ETag": TAG}, PAGE)})

    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.answer(self)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        made.root = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield made
        server.shutdown()
        thread.join()


def fetch(
    archive: Path, *urls: str, allow_private: bool = True, seconds: float = 5, size: int = 10**6, pause: float = 0
) -> list[Fetched | Problem]:
    exchange = Exchange(Limits(seconds=seconds, size=size, pause=pause), allow_private=allow_private)
    with Archive(archive) as kept:
        return list(Fetcher(exchange, kept)(urls))


def refusal(archive: Path, url: str, **how: Any) -> str:
    """Why the only page was not fetched; nothing may be left on disk then."""
    (made,) = fetch(archive, url, **how)
    assert isinstance(made, Problem)
    assert (made.path, made.what) == (url, "not fetched")
    assert list(archive.parent.iterdir()) == []
    return made.detail


@pytest.mark.parametrize("name", ["pages.warc.gz", "pages.warc"])
def test_a_page_goes_into_an_archive_that_is_read_back(site: Site, tmp_path: Path, name: str) -> None:
    site.pages["/more"] = (200, HTML, PAGE.replace(b"Nine", b"Ten"))
    url = site.root + "/ferry"
    assert fetch(tmp_path / name, url + "#top", url + "#top ", site.root + "/more") == [
        Fetched(url + "#top", new=True),
        Fetched(site.root + "/more", new=True),
    ]
    first, second = captures([tmp_path / name])
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert first.url == url
    assert first.captured is not None
    assert "Nine people were rescued" in first.text
    assert "Ten people were rescued" in second.text
    sent = site.asked[1][1]
    assert sent["User-Agent"].startswith("reportedly/")
    assert "Cookie" not in sent
    assert site.paths() == ["/robots.txt", "/ferry", "/more"]


def test_what_has_not_changed_is_not_kept_twice(site: Site, tmp_path: Path) -> None:
    archive, url = tmp_path / "pages.warc.gz", site.root + "/ferry"
    fetch(archive, url)
    before = archive.read_bytes()
    assert fetch(archive, url) == [Fetched(url, new=False)]
    assert archive.read_bytes() == before
    assert site.asked[-1][1]["If-None-Match"] == TAG
    site.pages["/ferry"] = (200, {**HTML, "ETag": '"brel-2"'}, PAGE.replace(b"Nine", b"Ten"))
    assert fetch(archive, url) == [Fetched(url, new=True)]
    texts = [made.text for made in captures([archive]) if isinstance(made, Capture)]
    assert ["Nine" in text for text in texts] == [True, False]
    assert archive.read_bytes().startswith(before)


def test_a_validator_that_cannot_be_sent_is_left_out(site: Site, tmp_path: Path) -> None:
    site.pages["/odd"] = (200, {**HTML, "ETag": '"caf\xe9"'}, PAGE)
    fetch(tmp_path / "pages.warc", site.root + "/odd")
    assert fetch(tmp_path / "pages.warc", site.root + "/odd") == [Fetched(site.root + "/odd", new=True)]
    assert "If-None-Match" not in site.asked[-1][1]


def test_this_machine_is_not_asked_without_leave(site: Site, tmp_path: Path) -> None:
    said = refusal(tmp_path / "p.warc", site.root + "/ferry", allow_private=False)
    assert "127.0.0.1, which is loopback; --allow-private permits it" in said
    assert site.asked == []


def test_a_redirect_is_judged_like_a_first_address(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as open here, so that only the step to the second can be refused."""
    inner = site.root.replace("127.0.0.1", "127.0.0.2")
    site.pages["/out"] = (302, {"Location": inner + "/ferry"}, b"")
    closed = "reportedly.read.addresses.why_not_public"
    monkeypatch.setattr(closed, lambda address: "loopback" if str(address) == "127.0.0.2" else None)
    said = refusal(tmp_path / "p.warc", site.root + "/out", allow_private=False)
    assert "127.0.0.2 stands for 127.0.0.2, which is loopback" in said
    assert site.paths() == ["/robots.txt", "/out"]


def test_redirects_are_followed_to_the_page_and_no_further_than_five(site: Site, tmp_path: Path) -> None:
    site.pages |= {f"/{n}": (301, {"Location": f"/{n - 1}"}, b"") for n in range(2, 8)}
    site.pages["/1"] = (308, {"Location": "ferry"}, b"")
    assert fetch(tmp_path / "p.warc", site.root + "/5") == [Fetched(site.root + "/5", new=True)]
    (made,) = captures([tmp_path / "p.warc"])
    assert isinstance(made, Capture)
    assert made.url == site.root + "/ferry"
    (tmp_path / "p.warc").unlink()
    assert "more than 5 redirects" in refusal(tmp_path / "p.warc", site.root + "/6")


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ({"Location": "/loop"}, "more than 5 redirects"),
        ({"Location": "file:///etc/passwd"}, "not an address of the web"),
        ({"Location": "http://name:word@127.0.0.1/"}, "name or password"),
        ({"Location": "http://[::1"}, "it redirects to"),
        ({}, "names no other place"),
    ],
)
def test_redirects_that_lead_nowhere(site: Site, tmp_path: Path, headers: dict[str, str], said: str) -> None:
    site.pages["/loop"] = (302, headers, b"")
    assert said in refusal(tmp_path / "p.warc", site.root + "/loop")


@pytest.mark.parametrize("path", ["/drip-body", "/drip-head"])
def test_a_server_that_drips_is_left_in_time(site: Site, tmp_path: Path, path: str) -> None:
    site.pages["/robots.txt"] = (200, {}, b"")
    begun = time.monotonic()
    assert "no whole answer within 0.3 s" in refusal(tmp_path / "p.warc", site.root + path, seconds=0.3)
    assert time.monotonic() - begun < 3


def test_a_page_beyond_the_limit_is_refused(site: Site, tmp_path: Path) -> None:
    site.pages["/huge"] = (200, HTML, b"a" * 5001)
    chunk = b"3e8\r\n" + b"a" * 1000 + b"\r\n"
    site.pages["/chunks"] = (200, {**HTML, "Transfer-Encoding": "chunked"}, chunk * 6 + b"0\r\n\r\n")
    site.pages["/bomb"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(bytes(10**6)))
    for path in ("/huge", "/chunks", "/bomb"):
        assert "more than 5000 bytes" in refusal(tmp_path / "p.warc", site.root + path, size=5000)


def test_chunks_and_packing_are_undone_in_the_archive(site: Site, tmp_path: Path) -> None:
    packed = gzip.compress(PAGE)
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    site.pages["/p"] = (200, {**HTML, "Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, body)
    fetch(tmp_path / "p.warc", site.root + "/p")
    (made,) = captures([tmp_path / "p.warc"])
    assert isinstance(made, Capture)
    assert "Nine people were rescued" in made.text
    kept = (tmp_path / "p.warc").read_bytes()
    assert b"X-Crawl-Content-Encoding: gzip" in kept
    assert b"X-Crawl-Transfer-Encoding: chunked" in kept


def test_answers_that_are_no_page_are_refused(site: Site, tmp_path: Path) -> None:
    site.pages["/picture"] = (200, {"Content-Type": "image/png"}, b"\x89PNG")
    site.pages["/broken"] = (503, HTML, PAGE)
    site.pages["/empty"] = (200, HTML, b" \n")
    for path, said in {
        "/none": "404: no such page; check the address",
        "/picture": "it is image/png, not a page",
        "/broken": "503; try again later",
        "/empty": "the page is empty",
    }.items():
        assert said in refusal(tmp_path / "p.warc", site.root + path)


@pytest.mark.parametrize(
    "url", ["ftp://news.example/", "file:///etc/passwd", "ferry", "http://", "http://a:b@c.example/", "http://xn--a/"]
)
def test_only_addresses_of_the_web_are_fetched(url: str, tmp_path: Path) -> None:
    assert refusal(tmp_path / "p.warc", url)


def test_robots_txt_is_honoured(site: Site, tmp_path: Path) -> None:
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: Reportedly\nDisallow: /private/*.html$\nAllow: /\n"
    site.pages["/robots.txt"] = (200, {}, rules)
    site.pages["/away"] = (302, {"Location": "/private/a.html"}, b"")
    made = fetch(tmp_path / "p.warc", *(site.root + path for path in ("/private/a.html", "/away", "/ferry")))
    assert [isinstance(one, Problem) and "robots.txt forbids it" in one.detail for one in made] == [True, True, False]
    assert site.paths() == ["/robots.txt", "/away", "/ferry"]


def test_a_site_whose_robots_txt_is_in_trouble_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = (500, {}, b"")
    said = refusal(tmp_path / "p.warc", site.root + "/ferry")
    assert "robots.txt could not be read, so nothing of the site is: the server answers 500" in said
    assert site.paths() == ["/robots.txt"]


def test_a_robots_txt_that_leads_to_itself_is_trouble(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = (302, {"Location": "/robots.txt"}, b"")
    assert "robots.txt" in refusal(tmp_path / "p.warc", site.root + "/ferry")
    assert set(site.paths()) == {"/robots.txt"}
    assert len(site.paths()) <= 6


def test_a_head_without_measure_is_refused(site: Site, tmp_path: Path) -> None:
    site.pages["/heads"] = (200, {**HTML, **{f"X-{n}": "a" * 60_000 for n in range(50)}}, PAGE)
    assert refusal(tmp_path / "p.warc", site.root + "/heads")


def test_a_host_is_left_in_peace_between_two_questions(site: Site, tmp_path: Path) -> None:
    fetch(tmp_path / "p.warc", site.root + "/ferry", site.root + "/none", pause=0.1)
    assert [later - sooner >= 0.09 for sooner, later in zip(site.times, site.times[1:], strict=False)] == [True, True]
    site.times.clear()
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 0.2\n")
    fetch(tmp_path / "q.warc", site.root + "/ferry")
    assert site.times[1] - site.times[0] >= 0.19


def test_the_address_that_was_judged_is_the_one_connected_to(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is looked up once cannot mean another address by the time of the connection."""
    asked: list[str] = []
    truly = socket.getaddrinfo

    def answers(host: str, *rest: Any, **more: Any) -> Any:
        if host == "news.example":
            asked.append(host)
            return truly("127.0.0.1", *rest, **more)
        return truly(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    url = site.root.replace("127.0.0.1", "news.example") + "/ferry"
    assert fetch(tmp_path / "p.warc", url) == [Fetched(url, new=True)]
    assert [headers["Host"] for _, headers in site.asked] == [url.split("/")[2]] * 2
    assert len(asked) == len(site.asked)  # once a question
    assert b"WARC-IP-Address: 127.0.0.1" in (tmp_path / "p.warc").read_bytes()


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with socket.socket() as taken:  # bound and never listening: nobody answers there
        taken.bind(("127.0.0.1", 0))
        said = refusal(tmp_path / "p.warc", f"http://127.0.0.1:{taken.getsockname()[1]}/")
    assert "robots.txt could not be read" in said
    assert "the connection failed" in said


@pytest.mark.parametrize("name", ["p.warc", "p.warc.gz"])
def test_an_archive_that_is_not_whole_is_not_added_to(site: Site, tmp_path: Path, name: str) -> None:
    archive = tmp_path / name
    fetch(archive, site.root + "/ferry")
    for content in (archive.read_bytes()[:-20], b"no archive at all", b""):
        archive.write_bytes(content)
        with pytest.raises(ArchiveError, match="name another file with -o"):
            Archive(archive)
        assert archive.read_bytes() == content


def test_pages_fetched_before_a_run_was_stopped_are_kept(site: Site, tmp_path: Path) -> None:
    def urls() -> Iterator[str]:
        yield site.root + "/ferry"
        raise KeyboardInterrupt

    exchange = Exchange(Limits(pause=0), allow_private=True)
    with pytest.raises(KeyboardInterrupt), Archive(tmp_path / "p.warc") as archive:
        for url in urls():
            list(Fetcher(exchange, archive)([url]))
    assert [type(made) for made in captures([tmp_path / "p.warc"])] == [Capture]
    assert [path.name for path in tmp_path.iterdir()] == ["p.warc"]
