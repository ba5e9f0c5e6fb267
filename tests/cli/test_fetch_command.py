"""`reportedly fetch` keeps pages that `reportedly build` reads, and says what it could not fetch."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import reportedly
from reportedly.cli import main
from reportedly.cli.exits import FINE, REFUSED, USAGE, WITH_PROBLEMS

PAGE = (
    "<title>Ferry</title><p>Nine people were rescued after the ferry sank off Brel, the coastguard said on Monday.</p>"
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def root(tmp_path: Path) -> Iterator[str]:
    """Where a folder with one page is served."""
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "ferry.html").write_text(PAGE, encoding="utf8")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_pages_are_fetched_then_built_then_found_unchanged(root: str, tmp_path: Path) -> None:
    archive, listed, record = tmp_path / "pages.warc.gz", tmp_path / "urls.txt", tmp_path / "ferry.db"
    listed.write_text(f"\ufeff# the ferry\n{root}/ferry.html\n\n", encoding="utf8")
    asked = ("fetch", "--list", listed, "-o", archive, "--allow-private", "--pause", "0")
    done = run(*asked)
    assert (done.exit_code, done.stderr) == (FINE, "")
    assert done.stdout == f"{archive}: pages fetched 1, unchanged 0, not fetched 0\n"
    assert run("build", archive, "-o", record).exit_code == FINE
    (capture,) = reportedly.open(record).captures
    assert capture.url == f"{root}/ferry.html"
    assert "Nine people were rescued" in capture.text
    assert "fetched 0, unchanged 1, not fetched 0" in run(*asked).stdout


def test_each_page_that_was_not_fetched_is_one_line(root: str, tmp_path: Path) -> None:
    urls = (f"{root}/none\x1b[2J.html", f"{root}/ferry.html", "gopher://x.example/")
    done = run("fetch", *urls, "-o", tmp_path / "p.warc", "--allow-private", "--pause", "0")
    assert done.exit_code == WITH_PROBLEMS
    first, second = done.stderr.splitlines()
    assert first.startswith(f"problem: {root}/none")
    assert "not fetched: " in first
    assert "\x1b" not in done.stderr
    assert second == (
        "problem: gopher://x.example/: not fetched: not an address of the web; it must begin with http:// or https://"
    )
    assert "fetched 1, unchanged 0, not fetched 2" in done.stdout


def test_nothing_fetched_is_refused_and_leaves_nothing(root: str, tmp_path: Path) -> None:
    done = run("fetch", f"{root}/ferry.html", "-o", tmp_path / "p.warc")
    assert done.exit_code == REFUSED
    assert "which is loopback; --allow-private permits it" in done.stderr
    assert not (tmp_path / "p.warc").exists()


@pytest.mark.parametrize("arguments", [("-o", "p.warc"), ("http://x.example/", "-o", "p.gz"), ("http://x.example/",)])
def test_a_command_that_is_not_understood(arguments: tuple[str, ...]) -> None:
    assert run("fetch", *arguments).exit_code == USAGE


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    done = run("fetch", "http://x.example/", "-o", tmp_path / "none" / "p.warc")
    assert done.exit_code == REFUSED
    assert "cannot be written" in done.stderr
