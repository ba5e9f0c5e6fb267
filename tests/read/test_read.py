"""What becomes of files: captures in one order, and a problem for each that cannot be one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read import captures
from reportedly.read.limits import LONGEST_LINE


def put(folder: Path, name: str, content: bytes) -> Path:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return place


def read_all(*paths: Path, stdin: bytes = b"") -> tuple[list[Capture], list[Problem]]:
    found = list(captures([str(path) for path in paths], stdin=io.BytesIO(stdin)))
    return [c for c in found if isinstance(c, Capture)], [p for p in found if isinstance(p, Problem)]


def test_a_folder_is_read_in_one_order_whatever_order_its_files_are_given_in(tmp_path: Path) -> None:
    folder = tmp_path / "captures"
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden.txt"):
        put(folder, name, f"The ferry {name} left.".encode())
    read, problems = read_all(folder)
    assert [c.path for c in read] == ["captures/a.txt", "captures/b.txt", "captures/deep/c.txt"]
    assert not problems
    singly, _ = read_all(folder / "b.txt", folder / "a.txt", folder / "b.txt")
    assert [(c.path, c.id) for c in singly] == [(c.path, c.id) for c in read[:2]]


def test_a_glob_reaches_its_files(tmp_path: Path) -> None:
    put(tmp_path, "one.txt", b"The ferry left.")
    put(tmp_path, "two.txt", b"The ferry sank.")
    read, problems = read_all(tmp_path / "*.txt")
    assert len(read) == 2
    assert not problems


def test_newlines_and_unicode_stay_as_they_are(tmp_path: Path) -> None:
    words = "Reine de Koume\u0301\r\n\r\n“21 dead”\u2028 \U0001f6a2\r"
    read, _ = read_all(put(tmp_path, "a.txt", words.encode()))
    assert read[0].text == words


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty file"),
        (b" \n\n", "empty file"),
        (b"\x00\x01\x02\x03\x04" * 100, "not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "not text"),
        (b"\xff\xfe\x00\xd8\x00\xd8", "not text"),
        (b"x" * (LONGEST_LINE + 1), "line too long"),
    ],
)
def test_what_is_no_text_is_a_problem_and_no_capture(tmp_path: Path, content: bytes, what: str) -> None:
    read, problems = read_all(put(tmp_path, "bad.txt", content), put(tmp_path, "good.txt", b"The ferry left."))
    assert [c.text for c in read] == ["The ferry left."]
    assert [(p.stage, p.what) for p in problems] == [("read", what)]


def test_an_encoding_that_had_to_be_guessed_is_read_and_said(tmp_path: Path) -> None:
    words = "Le préfet a déclaré qu'il y avait « vingt et un morts » à l'hôpital, où les familles étaient réunies. " * 4
    read, problems = read_all(put(tmp_path, "latin.txt", words.encode("cp1252")))
    assert read[0].text == words
    assert [p.what for p in problems] == ["encoding guessed"]


def test_utf8_with_a_few_broken_bytes_stays_utf8(tmp_path: Path) -> None:
    """Once the whole text was read as cp1125, its quotation marks and dashes lost."""
    words = "BREL, March 3, 2031 (HP) — “The ferry Sölé was sound,” said Ana Lind."
    read, problems = read_all(put(tmp_path, "a.txt", words.encode()[:40] + b"\xff\xfe\x80" + words.encode()[40:]))
    assert read[0].text.replace("\ufffd", "") == words
    assert [p.what for p in problems] == ["encoding guessed"]
    assert "3 places" in problems[0].detail


def test_a_western_text_is_read_as_the_web_reads_it(tmp_path: Path) -> None:
    """Once as mac_latin2, which is of no page: its dash and its quotation marks were lost."""
    words = "The ferry Maríe Sölé left Brel at nine — “on time”, the port authority said on Monday.\n" * 3
    read, _ = read_all(put(tmp_path, "a.txt", words.encode("cp1252")))
    assert read[0].text == words


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(tmp_path: Path, encoding: str) -> None:
    read, problems = read_all(put(tmp_path, "a.txt", "Vingt morts à Koumé".encode(encoding)))
    assert read[0].text == "Vingt morts à Koumé"
    assert not problems


def test_a_page_may_claim_to_be_text_and_declares_its_charset(tmp_path: Path) -> None:
    page = '<!DOCTYPE html><html><head><meta charset="windows-1251"></head><body><p>Паром затонул</p></body></html>'
    read, problems = read_all(put(tmp_path, "page.txt", page.encode("cp1251")))
    assert (read[0].media_type, read[0].text, read[0].markup) == ("text/html", "Паром затонул", page)
    assert not problems


def test_a_vanished_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    put(tmp_path, "here.txt", b"The ferry left.")
    read, problems = read_all(tmp_path, tmp_path / "never.txt")
    assert len(read) == 1
    assert sorted(p.what for p in problems) == ["no such file", "unreadable file"]


def test_rows_of_jsonl_keep_what_their_bringer_said(tmp_path: Path) -> None:
    rows = b"""{"id": "r1", "text": "It left.", "url": "https://a.fi/1", "published": "2013-11-17", "outlet": "Le Soir"}
{broken
["no object"]

{"id": 2, "html": "<p>It sank.</p>", "title": "Sunk", "captured": "2013-11-18T10:00:00Z"}
{"id": "r3", "text": "It lies deep.", "published": "yesterday"}
{"id": "r4"}
{"id": "r5", "text": {"no": "string"}}
"""
    read, problems = read_all(put(tmp_path, "rows.jsonl", rows))
    assert [(c.row_id, c.text) for c in read] == [("r1", "It left."), ("2", "It sank."), ("r3", "It lies deep.")]
    assert (read[0].given.published, read[0].given.outlet, read[0].url) == ("2013-11-17", "Le Soir", "https://a.fi/1")
    assert (read[1].given.title, read[1].captured) == ("Sunk", "2013-11-18T10:00:00Z")
    assert read[2].given.published is None
    assert [p.what for p in problems] == ["broken row", "broken row", "no such date", "empty row", "broken row"]
    assert "row 2" in problems[0].detail


def test_standard_input_is_jsonl() -> None:
    read, problems = read_all(Path("-"), stdin=b'{"text": "The ferry left."}\n{"text": "The ferry left."}\n')
    assert [c.path for c in read] == ["-", "-"]
    assert read[0].id != read[1].id
    assert not problems
