"""Every format yields captures with what it knows of them, and is found by content before name."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read import captures

PAGE = "<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>The ferry {} sank.</p></body></html>"


def read_all(place: Path, **columns: str) -> tuple[list[Capture], list[Problem]]:
    found = list(captures([place], columns=columns))
    return [c for c in found if isinstance(c, Capture)], [p for p in found if isinstance(p, Problem)]


def put(folder: Path, name: str, content: bytes) -> Path:
    place = folder / name
    place.write_bytes(content)
    return place


def archive(*names: str) -> bytes:
    """An archive of one page a name, each record a member of its own, as crawlers write them."""
    out = b""
    for name in names:
        body = PAGE.format(name).encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
        record = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://brel.example/{name}\r\n"
            f"WARC-Date: 2031-03-05T09:12:00Z\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(head + body)}\r\n\r\n"
        )
        out += gzip.compress(record.encode() + head + body + b"\r\n\r\n", mtime=0)
    return out


def test_an_archive_yields_its_pages_with_their_addresses(tmp_path: Path) -> None:
    read, problems = read_all(put(tmp_path, "crawl.warc.gz", archive("Marisol", "Corisande")))
    assert not problems
    assert [(c.url, c.captured) for c in read] == [
        ("https://brel.example/Marisol", "2031-03-05T09:12:00Z"),
        ("https://brel.example/Corisande", "2031-03-05T09:12:00Z"),
    ]
    assert read[0].text == "Ferry\n\nThe ferry Marisol sank."


def test_an_archive_that_is_cut_short_yields_what_it_holds_and_a_problem(tmp_path: Path) -> None:
    whole = archive("Marisol", "Corisande")
    read, problems = read_all(put(tmp_path, "crawl.warc.gz", whole[: len(archive("Marisol")) + 60]))
    assert [c.url for c in read] == ["https://brel.example/Marisol"]
    assert [p.what for p in problems] == ["archive cut short"]


def test_a_plain_archive_is_read_and_missed_bytes_are_noticed(tmp_path: Path) -> None:
    plain = gzip.decompress(archive("Marisol", "Corisande"))
    read, problems = read_all(put(tmp_path, "crawl.warc", plain))
    assert len(read) == 2
    assert not problems
    _, torn = read_all(put(tmp_path, "torn.warc", plain[:-40]))
    assert "archive cut short" in [p.what for p in torn]


def answered(status: str, body: bytes, *headers: str) -> bytes:
    """One record of a server's answer."""
    head = "\r\n".join([f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *headers, "", ""]).encode()
    lines = (
        "WARC/1.1", "WARC-Type: response", "WARC-Target-URI: https://brel.example/a", "WARC-Date: 2031-03-05T09:12:00Z",
        "Content-Type: application/http; msgtype=response", f"Content-Length: {len(head + body)}", "", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + head + body + b"\r\n\r\n"


LEFT = PAGE.format("Marisol").encode()


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "403 Forbidden", "500 Oops", "206 Partial Content"])
def test_an_answer_that_is_no_page_is_a_problem(tmp_path: Path, status: str) -> None:
    read, problems = read_all(put(tmp_path, "crawl.warc", answered(status, LEFT) + answered("200 OK", LEFT)))
    assert len(read) == 1
    assert [p.what for p in problems] == ["no page"]
    assert status[:3] in problems[0].detail


def test_redirects_lead_to_records_of_their_own(tmp_path: Path) -> None:
    moved = answered("301 Moved", b"<html><body>Moved here.</body></html>", "Location: https://brel.example/b")
    read, problems = read_all(put(tmp_path, "crawl.warc", moved + answered("304 Not Modified", b"")))
    assert not read
    assert not problems


CHUNKED = (
    b"".join(b"%x\r\n%s\r\n" % (len(LEFT[n : n + 20]), LEFT[n : n + 20]) for n in range(0, len(LEFT), 20))
    + b"0\r\n\r\n"
)
PACKED = gzip.compress(LEFT, mtime=0)
BROTLI = (1 << 20 | len(LEFT) - 1 << 4).to_bytes(3, "little") + LEFT + b"\x03"  # one stored block (RFC 7932, 9.2)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PACKED, ["Content-Encoding: gzip"]),
        (zlib.compress(LEFT), ["Content-Encoding: deflate"]),
        (BROTLI, ["Content-Encoding: br"]),
        (CHUNKED, ["Transfer-Encoding: chunked"]),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PACKED), PACKED), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
        (PACKED, ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),  # the chunks were undone, the header kept
        (CHUNKED, ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
        (LEFT, ["Transfer-Encoding: chunked", "Content-Encoding: br"]),
    ],
)
def test_what_a_transfer_did_to_a_page_is_undone(tmp_path: Path, body: bytes, headers: list[str]) -> None:
    read, problems = read_all(put(tmp_path, "crawl.warc", answered("200 OK", body, *headers)))
    assert [c.text for c in read] == ["Ferry\n\nThe ferry Marisol sank."]
    assert not problems


def test_a_page_that_stays_packed_is_a_problem(tmp_path: Path) -> None:
    read, problems = read_all(put(tmp_path, "crawl.warc", answered("200 OK", PACKED, "Content-Encoding: compress")))
    assert not read
    assert [p.what for p in problems] == ["not text"]


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Brel Post</title><item><title>Ferry sinks</title><link>https://brel.example/1</link><guid>g1</guid>
<pubDate>Wed, 05 Mar 2031 09:12:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The ferry sank.</p>]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Brel Post</title><entry>
<title>Ferry sinks</title><id>g1</id>
<link rel="self" href="https://brel.example/self"/><link href="https://brel.example/1"/>
<published>2031-03-05T09:12:00+01:00</published>
<content type="html">&lt;p&gt;The ferry sank.&lt;/p&gt;</content></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "The Brel Post", "items": [{"id": "g1",
"url": "https://brel.example/1", "title": "Ferry sinks", "date_published": "2031-03-05T09:12:00+01:00",
"content_html": "<p>The ferry sank.</p>"}]}"""


@pytest.mark.parametrize(("name", "words"), [("a.xml", RSS), ("b.rss", ATOM), ("feed.json", JSON)])
def test_every_item_of_a_feed_is_a_capture(tmp_path: Path, name: str, words: str) -> None:
    read, problems = read_all(put(tmp_path, name, words.encode()))
    assert not problems
    one = read[0]
    assert (one.row_id, one.url, one.text) == ("g1", "https://brel.example/1", "The ferry sank.")
    assert (one.given.title, one.given.outlet) == ("Ferry sinks", "The Brel Post")
    assert one.given.published == "2031-03-05T09:12:00+01:00"


def test_a_feed_with_entities_is_refused(tmp_path: Path) -> None:
    secret = put(tmp_path, "secret.txt", b"keep this")
    bomb = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>
<rss version="2.0"><channel><title>t</title><item>
<title>&x;</title><description>&x;</description></item></channel></rss>"""
    read, problems = read_all(put(tmp_path, "feed.xml", bomb.encode()))
    assert not read
    assert [p.what for p in problems] == ["broken feed"]


def test_a_table_s_columns_can_be_named(tmp_path: Path) -> None:
    place = put(tmp_path, "rows.csv", b'nr;body;outlet\n1;"The ferry\nsank.";Post\n2;;Post\n')
    read, problems = read_all(place, text="body", id="nr")
    assert [(c.row_id, c.text, c.given.outlet) for c in read] == [("1", "The ferry\nsank.", "Post")]
    assert [p.what for p in problems] == ["empty row"]
    _, unnamed = read_all(place)
    assert [p.what for p in unnamed] == ["no such column"]


LETTER = b"""From: The Brel Letter <letter@brel.example>\r\nTo: you@example.com\r\nSubject: The ferry\r
Date: Wed, 05 Mar 2031 09:12:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r
--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe ferry sank.\r\n--b\r
Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r
<p>The ferry Koum=E9 sank.</p>\r\n--b--\r\n"""


def test_a_newsletter_is_its_html_part_dated_by_its_header(tmp_path: Path) -> None:
    read, problems = read_all(put(tmp_path, "letter.eml", LETTER))
    assert not problems
    one = read[0]
    assert (one.text, one.media_type) == ("The ferry Koum\u00e9 sank.", "text/html")
    assert (one.given.title, one.given.outlet) == ("The ferry", "The Brel Letter")
    assert one.given.published == "2031-03-05T09:12:00+01:00"


def test_a_sender_whose_address_breaks_off_costs_no_message(tmp_path: Path) -> None:
    """Found by fuzzing: the library's grammar of addresses runs past the end of "ada@"."""
    letter = LETTER.replace(b"The Brel Letter <letter@brel.example>", b"letter@.")
    read, problems = read_all(put(tmp_path, "letter.eml", letter))
    assert not problems
    assert read[0].text
    assert read[0].given.outlet is None


def test_a_page_saved_with_its_parts_knows_its_address_and_when_it_was_saved(tmp_path: Path) -> None:
    saved = (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://brel.example/1\r\nSubject: Ferry\r\n"
        b"Date: Wed, 5 Mar 2031 09:12:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>The ferry =C3=A0 Koum=C3=A9 sank.</p></body></html>\r\n--b--\r\n"
    )
    read, problems = read_all(put(tmp_path, "page.mhtml", saved))
    assert not problems
    assert (read[0].text, read[0].url) == ("The ferry à Koumé sank.", "https://brel.example/1")
    assert read[0].captured is not None
    assert read[0].captured.startswith("2031-03-05T09:12:00")
    assert read[0].given.published is None


def pdf(words: str) -> bytes:
    stream = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def test_the_text_layer_of_a_pdf_is_read_and_a_picture_is_not(tmp_path: Path) -> None:
    read, problems = read_all(put(tmp_path, "a.pdf", pdf("The ferry sank.")))
    assert not problems
    assert (read[0].text.strip(), read[0].media_type) == ("The ferry sank.", "application/pdf")
    _, scanned = read_all(put(tmp_path, "b.pdf", pdf("")))
    assert [p.what for p in scanned] == ["no text layer"]
    _, broken = read_all(put(tmp_path, "c.pdf", b"%PDF-1.4\nnothing more"))
    assert [p.what for p in broken] == ["broken PDF"]


def test_what_is_packed_is_read_as_if_it_lay_there(tmp_path: Path) -> None:
    put(tmp_path, "rows.jsonl.gz", gzip.compress(b'{"text": "The ferry sank."}\n{"text": "It rained."}\n'))
    put(tmp_path, "page.gz", gzip.compress(PAGE.format("Marisol").encode()))
    pack = io.BytesIO()
    with zipfile.ZipFile(pack, "w") as held:
        held.writestr("b/two.txt", "Divers went down.")
        held.writestr("b/.hidden", "no")
        held.writestr("a.txt.gz", gzip.compress(b"The lock is shut."))
        held.writestr("b/", "")
    put(tmp_path, "files.zip", pack.getvalue())
    read, problems = read_all(tmp_path)
    told = {capture.path.partition("/")[2]: capture.text.split("\n")[-1] for capture in read if capture.row_id is None}
    assert told["files.zip/b/two.txt"] == "Divers went down."
    assert {capture.text for capture in read} >= {"The ferry sank.", "It rained."}
    assert [capture.media_type for capture in read if capture.path.endswith("page.gz")] == ["text/html"]
    assert [(p.path.partition("/")[2], p.what) for p in problems] == [("files.zip/a.txt.gz", "packed twice")]
    assert len(read) == 4


def test_a_document_of_an_office_program_is_no_folder_of_pages(tmp_path: Path) -> None:
    pack = io.BytesIO()
    with zipfile.ZipFile(pack, "w") as held:
        held.writestr("[Content_Types].xml", "<Types/>")
    read, problems = read_all(put(tmp_path, "letter.docx", pack.getvalue()))
    assert (read, [p.what for p in problems]) == ([], ["not text"])
