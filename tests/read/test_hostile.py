"""Files made to break a reader: a limit, a problem, and the next file is read."""

from __future__ import annotations

import gzip
import io
import time
import zipfile
from pathlib import Path

import pytest

import reportedly
from reportedly.clean import Cleaner
from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read import captures, limits

CLEANER = Cleaner()
SECONDS = 20  # beyond which a reader counts as stuck, on a slow machine too


def packed_answer(body: bytes) -> bytes:
    """A web archive with one page that unpacks to far more than it is."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    lines = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    return lines + b"Content-Length: %d\r\n\r\n" % len(head + body) + head + body + b"\r\n\r\n"


def zipped(size: int) -> bytes:
    """A ZIP of one file of so many zeros."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("zeros.html", bytes(size))
    return out.getvalue()


def read_beside_a_good_one(folder: Path, name: str, content: bytes) -> list[Problem]:
    (folder / name).write_bytes(content)
    (folder / "zz_good.txt").write_bytes(b"The ferry left.")
    begun = time.monotonic()
    found = list(captures([folder]))
    read = [one for one in found if isinstance(one, Capture)]
    for capture in read:
        for block in CLEANER(capture).blocks:
            assert block.span.of(capture.text)
    assert time.monotonic() - begun < SECONDS
    assert read[-1].text == "The ferry left."
    return [one for one in found if isinstance(one, Problem)]


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("nested.html", b"<html><body>" + b"<div>" * 1_000_000 + b"deep", "page cut short"),
        ("attribute.html", b'<html><body><p title="' + b"a" * 12_000_000 + b'">x</p></body></html>', "page cut short"),
        ("bomb.warc.gz", gzip.compress(b"\0" * 50_000_000, mtime=0), "archive cut short"),
        ("bomb.gz", gzip.compress(b"\0" * 10_000_000, mtime=0), "not text"),
        ("large.gz", gzip.compress(b"ferry " * 12_000_000, mtime=0), "file too large"),
        ("large.zip", zipped(70_000_000), "file too large"),
        ("torn.gz", gzip.compress(b"ferry " * 99, mtime=0)[:-20], "broken packed file"),
        ("torn.zip", zipped(99)[:-20], "broken packed file"),
        ("addresses.txt", b"# harbour\nhttps://brel.example/1\n\nhttps://brel.example/2\n", "list of addresses"),
        ("bomb.warc", packed_answer(gzip.compress(bytes(50_000_000), mtime=0)), "page too long"),
        ("zip.txt", zipped(10_000_000), "not text"),
        ("endless.txt", b"ferry " * 300_000, "line too long"),
        ("nul.txt", b"The ferry\x00\x00 left.\x00" * 50, "not text"),
        ("bytes.txt", bytes(range(128, 256)) * 40, "not text"),
        (
            "feed.xml",
            b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
            "broken feed",
        ),
        ("deep.jsonl", b'{"text": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "broken row"),
        ("page.txt", b"<!DOCTYPE html><html><body>" + b"<div>" * 300 + b"deep", "page cut short"),  # named as text
        ("invalid.txt", b"The ferry left at nine, and \xff\xfe\xc3\x28 came.\n" * 9, "encoding guessed"),
        (
            "external.xml",
            b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><item>&x;</item></rss>',
            "broken feed",
        ),
        ("half.html", "<html><body><p>\ud83d</p>".encode("utf8", "surrogatepass"), "encoding guessed"),
    ],
)
def test_a_hostile_file_is_a_problem_and_the_build_goes_on(
    tmp_path: Path, name: str, content: bytes, what: str
) -> None:
    assert what in [problem.what for problem in read_beside_a_good_one(tmp_path, name, content)]


def test_a_file_larger_than_memory_should_hold_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(3 * 2**30)  # a hole: no disk is used
    problems = [one for one in captures([tmp_path]) if isinstance(one, Problem)]
    assert [problem.what for problem in problems] == ["file too large"]


def test_a_row_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.read.jsonl.LONGEST_ROW", 1000)
    (tmp_path / "rows.jsonl").write_bytes(b'{"text": "' + b"a" * 5000 + b'"}\n{"text": "The ferry left."}\n')
    found = list(captures([tmp_path]))
    assert [one.what if isinstance(one, Problem) else one.text for one in found] == ["row too long", "The ferry left."]
    assert limits.LONGEST_ROW > 1000


def test_a_page_with_nuls_keeps_its_words(tmp_path: Path) -> None:
    (tmp_path / "nul.html").write_bytes(
        b"<html><body><p>The ferry\x00 left.</p>" + b"<p>It left at nine in the evening.</p>" * 9
    )
    one = next(captures([tmp_path]))
    assert isinstance(one, Capture)
    assert one.text.startswith("The ferry\N{REPLACEMENT CHARACTER} left.\n\nIt left")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "head", "piece", "times", "what"),
    [
        ("nested.html", b"<html><body>", b"<div>", 10_000_000, "page too long"),
        ("attribute.html", b'<html><body><p title="', b"a" * 1000, 100_000, "file too large"),
        ("attribute.warc", b"", b"", 0, "page too long"),
        ("endless.txt", b"", b"ferry " * 100, 100_000, "text too long"),
        ("bomb.gz", b"", b"", 1, "file too large"),
    ],
)
def test_the_largest_of_them(tmp_path: Path, name: str, head: bytes, piece: bytes, times: int, what: str) -> None:
    content = head + piece * times
    if name == "attribute.warc":
        content = packed_answer(gzip.compress(b'<html><body><p title="' + b"a" * 100_000_000, mtime=0))
    if name == "bomb.gz":
        content = gzip.compress(bytes(1_000_000_000), mtime=0)
    assert what in [problem.what for problem in read_beside_a_good_one(tmp_path, name, content)]


@pytest.mark.slow
def test_a_build_goes_on_beside_them(tmp_path: Path) -> None:
    (tmp_path / "nested.html").write_bytes(b"<html><body>" + b"<div>" * 1_000_000 + b"deep")
    (tmp_path / "bomb.warc").write_bytes(packed_answer(gzip.compress(bytes(50_000_000), mtime=0)))
    (tmp_path / "feed.xml").write_bytes(b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa">]><rss>&a;</rss>')
    (tmp_path / "zip.txt").write_bytes(zipped(10_000_000))
    (tmp_path / "zz_good.txt").write_bytes(b"The mayor of Brel said on 3 March 2031 that two people had died.")
    record = reportedly.build([tmp_path])
    assert len(record.problems) >= 4
    assert list(record.statements)
