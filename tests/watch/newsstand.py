"""A server of feeds and articles of our own: slow, broken, hostile, moved, rate-limited, and it edits what it wrote."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

XML = {"Content-Type": "application/rss+xml"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
Reply = tuple[int, dict[str, str], bytes]
HOSTILE = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><item>&a;</item></rss>'


@dataclass
class Newsstand:
    """`articles` by path; `replies` stand for what a path would give otherwise; `took` is what was posted."""

    root: str = ""
    articles: dict[str, str] = field(default_factory=dict)
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    took: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    hook: Reply = (204, {}, b"")

    def feed(self) -> bytes:
        """All articles as RSS."""
        items = "".join(
            f"<item><guid>{path}</guid><link>{self.root}{path}</link><title>Brel news</title>"
            f"<description>{words}</description></item>"
            for path, words in self.articles.items()
        )
        return f"<rss version='2.0'><channel><title>The Brel Post</title>{items}</channel></rss>".encode()

    def reply(self, path: str) -> Reply:
        """What a path gives."""
        if path in self.replies:
            return self.replies[path]
        if path in self.articles:
            return 200, HTML, page(self.articles[path])
        return (200, XML, self.feed()) if path == "/feed" else (404, HTML, b"<p>No such page.</p>")


def page(words: str) -> bytes:
    """A page that tells them."""
    paragraphs = "".join(f"<p>{part}</p>" for part in words.split(" | "))
    menu = "<nav><a href='/'>Home</a></nav>"
    return (
        f"<html><head><title>Brel news</title></head><body>{menu}<h1>Brel news</h1>{paragraphs}</body></html>".encode()
    )


@contextmanager
def newsstand() -> Iterator[Newsstand]:
    """A newsstand that answers on this machine."""
    made = Newsstand()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            self._give(made.reply(self.path))

        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if made.hook[0] < 300:
                made.took.append((dict(self.headers), content))
            self._give(made.hook)

        def _give(self, reply: Reply) -> None:
            status, headers, body = reply
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                for n in range(0, len(body), 1 if headers.get("X-Slow") else 65_536):
                    self.wfile.write(body[n : n + (1 if headers.get("X-Slow") else 65_536)])
                    time.sleep(0.05 if headers.get("X-Slow") else 0)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        server.daemon_threads = True
        made.root = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield made
        server.shutdown()
        thread.join()
