"""The feeds of changes are taken by a parser that is not ours, and keep the rules of their formats."""

import datetime as dt
import json
import re
from dataclasses import replace
from urllib.parse import urlsplit

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportedly.watch.feeds_out import ATOM, MOST, atom, json_feed
from reportedly.watch.news import News

TOLD = "2026-03-01T06:00:00+00:00"
ONE = News("change:1", "revision", "How many are missing?", "12 → 14", "point:1", "answer:1", ("growing",), "the mayor",
           "The Lantern", "Ferry sinks", "https://lantern.example/ferry", "2026-03-01", told=TOLD)  # fmt: skip
TEXTS = st.text(st.characters(), max_size=60)
ODD = st.builds(
    lambda number, what, question, url: replace(ONE, id=f"change:{number}", what=what, question=question, url=url),
    st.integers(0, 10**6), TEXTS, TEXTS, st.none() | TEXTS.map("http://x.example/".__add__),
)  # fmt: skip
MANY = st.lists(ODD, max_size=6, unique_by=lambda each: each.id)
SIGNS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*")  # RFC 3986


def of_rfc_4287(document: bytes) -> list[str]:
    """What the document breaks of the rules for feeds and entries (sections 3 and 4)."""
    root = etree.fromstring(document)
    broken = [] if root.tag == f"{{{ATOM}}}feed" else ["the root is no feed"]
    authors = root.findall(f"{{{ATOM}}}author/{{{ATOM}}}name")
    for each in (root, *root.findall(f"{{{ATOM}}}entry")):
        for name in ("id", "title", "updated"):
            held = each.findall(f"{{{ATOM}}}{name}")
            broken += [] if len(held) == 1 else [f"{each.tag} has {len(held)} {name}"]
        moment = dt.datetime.fromisoformat(each.findtext(f"{{{ATOM}}}updated") or "")
        broken += [] if moment.tzinfo else ["a time without its zone"]
        broken += [] if (urlsplit(each.findtext(f"{{{ATOM}}}id") or "").scheme) else ["an id that is no IRI"]
    for entry in root.findall(f"{{{ATOM}}}entry"):
        alternate = [link for link in entry.findall(f"{{{ATOM}}}link") if link.get("rel") == "alternate"]
        content = entry.findall(f"{{{ATOM}}}content")
        broken += [] if len(content) == 1 and content[0].get("type") == "text" else ["no text"]
        broken += (
            [] if len(alternate) <= 1 and all(SIGNS.fullmatch(a.get("href") or " ") for a in alternate) else ["link"]
        )
        broken += [] if authors or entry.findall(f"{{{ATOM}}}author") else ["nobody wrote it"]
        broken += [] if all(c.get("term") for c in entry.findall(f"{{{ATOM}}}category")) else ["a category of none"]
    ids = [each.text for each in root.findall(f"{{{ATOM}}}entry/{{{ATOM}}}id")]
    return broken + ([] if len(ids) == len(set(ids)) else ["two entries of one id"])


@given(MANY)
def test_a_parser_takes_the_atom_feed_whatever_the_captures_hold(told: list[News]) -> None:
    document = atom(told, "record:1")
    assert of_rfc_4287(document) == []
    read = feedparser.parse(document)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert [entry.id for entry in read.entries] == [f"urn:reportedly:{each.id}" for each in reversed(told)]
    assert all(entry.updated_parsed[:5] == (2026, 3, 1, 6, 0) for entry in read.entries)


@given(MANY)
def test_the_json_feed_keeps_the_rules_of_its_format(told: list[News]) -> None:
    feed = json.loads(json_feed(told))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert [item["id"] for item in feed["items"]] == [f"urn:reportedly:{each.id}" for each in reversed(told)]
    for item in feed["items"]:
        assert isinstance(item["content_text"], str)
        assert item["content_text"]
        assert dt.datetime.fromisoformat(item["date_published"]).tzinfo
        assert all(isinstance(tag, str) for tag in item["tags"])
        assert SIGNS.fullmatch(item.get("external_url", ""))


def test_a_feed_holds_the_newest_and_no_more_than_readers_take() -> None:
    told = [replace(ONE, id=f"change:{number}") for number in range(MOST + 5)]
    read = feedparser.parse(atom(told, "record:1"))
    assert (len(read.entries), read.entries[0].id) == (MOST, f"urn:reportedly:change:{MOST + 4}")
    assert read.entries[0].link == ONE.url
    assert "on the word of the mayor" in read.entries[0].content[0].value


@pytest.mark.parametrize("part", ["id", "title", "content", "author"])
def test_the_check_itself_finds_what_lacks(part: str) -> None:
    root = etree.fromstring(atom([ONE], "record:1"))
    for each in root.findall(f".//{{{ATOM}}}{part}"):
        each.getparent().remove(each)
    assert of_rfc_4287(etree.tostring(root)) != []
