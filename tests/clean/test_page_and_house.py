"""A saved page: its story, its furniture, its title, authors, outlet, date; and the house of a plain text."""

from __future__ import annotations

import re

import pytest

from reportedly.clean import Cleaner
from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.read.html import markup_captures
from reportedly.vocabulary import table
from reportedly.vocabulary.outlets import known_outlet, outlet_of_address

CLEANER = Cleaner()
STORY = [
    "The ferry Marisol left the harbour of Brel at nine in the evening with more than two hundred people on board.",
    "“She rolled over within a minute,” said Ana Sandoz, the harbour master, who had watched from the lighthouse.",
    "Divers went down on Monday and found the doors of the car deck open, two officers of the coast guard said.",
    "The ministry of transport has begun an inquiry. Its first findings are expected before the end of the month.",
]
PAGE = f"""<!DOCTYPE html><html><head><title>Ferry sinks off Brel - The Brel Post</title>
<link rel="canonical" href="https://www.brelpost.example/2031/03/05/ferry">
<meta property="og:title" content="Ferry sinks off Brel"><meta property="og:site_name" content="The Brel Post">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
"headline": "Ferry sinks off Brel", "datePublished": "2031-03-05T09:12:00+01:00", "dateModified": "2031-03-06",
"author": [{{"@type": "Person", "name": "Tomas Kowal"}}]}}]}}</script><script>var x = "not visible";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ferry sinks off Brel</h1><p class="byline">By Tomas Kowal</p>
<figure><img src="f.jpg"><figcaption>The ferry last year. Photo: Harbour Press</figcaption></figure>
{"".join(f"<p>{words}</p>" for words in STORY)}</article>
<aside class="related"><h3>Read also</h3><a href="/x">Who inspects the inspectors?</a></aside>
<footer>© 2031 The Brel Post</footer></body></html>"""


def page(markup: str) -> tuple[Capture, Article]:
    capture = next(one for one in markup_captures(markup, "sha256:a", "a.html") if isinstance(one, Capture))
    return capture, CLEANER(capture)


def plain(text: str) -> Article:
    return CLEANER(Capture("sha256:b", "b.txt", None, "text/plain", text))


def test_the_story_of_a_page_is_found_again_in_its_text() -> None:
    capture, article = page(PAGE)
    assert [b.span.of(capture.text) for b in article.blocks if b.kind == "body"] == STORY
    kinds = {b.span.of(capture.text): b.kind for b in article.blocks}
    assert kinds["The ferry last year. Photo: Harbour Press"] == "caption"
    assert kinds["© 2031 The Brel Post"] == "navigation"
    assert kinds["Who inspects the inspectors?"] == "related"
    assert kinds["By Tomas Kowal"] == "byline"
    assert "not visible" not in capture.text


def test_a_credit_in_its_captions_line_stands_by_itself() -> None:
    shown = "The ferry last year. Photo: Harbour Press"
    marked = 'The ferry carried <a href="/c">120 tonnes</a> of cement <span class="credit">Pic: Tide &amp; Son</span>'
    capture, article = page(PAGE.replace(shown, marked))
    kinds = {b.span.of(capture.text): b.kind for b in article.blocks}
    assert kinds["The ferry carried 120 tonnes of cement"] == "caption"
    assert kinds["Pic: Tide & Son"] == "credit"


def test_a_page_says_what_it_is() -> None:
    capture, article = page(PAGE)
    assert article.title is not None
    assert article.title.text == "Ferry sinks off Brel" == article.title.span.of(capture.text)
    assert article.byline == ("Tomas Kowal",)
    assert article.outlet is not None
    assert article.outlet.name == "The Brel Post"
    assert article.canonical == "https://www.brelpost.example/2031/03/05/ferry"
    assert article.published is not None
    assert article.published.when.edtf == "2031-03-05T09:12+01:00"
    assert {piece.role for piece in article.published.evidence} == {"publication", "update"}


def test_a_page_in_a_language_that_is_not_read_is_cleaned_and_dated_all_the_same() -> None:
    told = "Die Fähre Marisol verließ den Hafen am Abend, und mehr als zweihundert Menschen waren an Bord."
    markup = PAGE
    for words in STORY:
        markup = markup.replace(words, told)
    _, article = page(markup)
    assert (article.language, article.read) == ("de", False)
    assert article.published is not None


@pytest.mark.parametrize("name", ["TASS", "Tass news agency", "the Tass news agency", "Itar-Tass", "ITAR-TASS"])
def test_one_agency_has_many_spellings(name: str) -> None:
    found = known_outlet(name)
    assert found is not None
    assert (found.name, found.kind, found.speaks_for) == ("TASS", "state", "RU")


def test_an_address_names_its_outlet_and_an_unknown_one_names_none() -> None:
    assert [known.name if (known := outlet_of_address(address)) else None for address in (
        "https://www.tass.com/world/1", "ana@reuters.com", "edition.cnn.com", "https://tass.com.example/", "http://[bad",
    )] == ["TASS", "Reuters", "CNN", None, None]  # fmt: skip


def test_a_word_that_is_also_an_acronym_names_no_outlet() -> None:
    assert known_outlet("map") is None
    assert known_outlet("MAP") is not None


def test_every_outlet_is_of_a_known_kind_and_no_two_share_a_domain() -> None:
    entries = table("outlets")["outlet"]
    kinds = {"agency", "state", "public", "private", "blog", "aggregator", "factcheck", "satire", "release"}
    assert {entry["kind"] for entry in entries.values()} <= kinds
    domains = [domain for entry in entries.values() for domain in entry.get("domains", ())]
    assert len(domains) == len(set(domains))


def test_the_masthead_names_the_house_and_the_dateline_the_wire() -> None:
    article = plain(
        "THE BREL POST | Monday 3 March 2031 | £1.10\nFerry sinks off Brel with 200 aboard\nBy Tomas Kowal\n\n"
        f"BREL (Reuters) — {STORY[0]}\n\n{STORY[1]}\n\n{STORY[2]}\n\n{STORY[3]}\n"
    )
    assert article.outlet is not None
    assert (article.outlet.name, article.wire, article.carried_by) == ("THE BREL POST", "Reuters", None)
    assert article.byline == ("Tomas Kowal",)
    assert article.genre == "report"


def test_a_page_that_carries_another_house_s_words_is_no_outlet() -> None:
    article = plain(
        "THE BREL HERD\n3 March 2031\nFerry sinks off Brel with 200 aboard\nTomas Kowal\n\n"
        f"{STORY[0]}\n\n{STORY[1]}\n\n{STORY[2]}\n\n{STORY[3]}\n\nTomas Kowal can be reached at t.kowal@nytimes.com.\n"
    )
    assert article.outlet is not None
    assert (article.outlet.name, article.carried_by) == ("The New York Times", "THE BREL HERD")


def test_corrections_are_kept_as_the_outlet_wrote_them() -> None:
    note = "Correction: an earlier version of this story gave the wrong depth."
    article = plain(f"THE BREL POST\nFerry sinks off Brel\n\n{STORY[0]}\n\n{STORY[1]}\n\n{STORY[2]}\n\n{note}\n")
    assert [words.text for words in article.corrections] == [note]


@pytest.mark.parametrize(
    ("head", "genre"),
    [
        ("LIVE: divers search for the ferry off Brel", "live"),
        ("Fact check: is this the ferry that sank?", "fact-check"),
        ("Opinion | The lock that failed us all", "opinion"),
        ("Interview: the harbour master of Brel", "interview"),
        ("Ferry sinks off Brel with 200 aboard", None),
    ],
)
def test_the_genre_is_what_its_words_show(head: str, genre: str | None) -> None:
    assert plain(f"THE BREL POST\n{head}\n\n{STORY[0]}\n\n{STORY[1]}\n\n{STORY[3]}\n").genre == genre


SEARCHED = '<meta property="og:title" content="Lock freezes: who pays?"><title>Lock frozen over - Brel Post</title>'
FROZEN = "<p>The lock of Brel froze over on Tuesday night, and the harbour master shut it.</p>" * 3


@pytest.mark.parametrize(
    "head",
    [
        "<h1>Lock freezes: who pays?</h1>",
        "<h2>Lock freezes: who pays?</h2>",
        "<h2><span>Winter</span> Lock freezes: who pays?</h2>",  # a kicker before it
        "<h2><div>Lock freezes</div><div>who pays?</div></h2>",  # in two lines
        "<h2>Lock free\N{SOFT HYPHEN}zes: who pays?</h2>",
        "<ul><li>Home</li><li><h1>Lock frozen over</h1></li></ul><h2>Lock freezes: who pays?</h2>",  # a step of a path
    ],
)
def test_the_title_is_what_the_page_shows_of_a_declared_one(head: str) -> None:
    _, article = page(f"<html><head>{SEARCHED}</head><body><header>{head}</header>{FROZEN}</body></html>")
    assert article.title is not None
    words = article.title.text.replace("\N{SOFT HYPHEN}", "")
    assert re.findall(r"\w+", words) == ["Lock", "freezes", "who", "pays"]


def test_a_page_that_shows_no_heading_has_the_title_of_its_window() -> None:
    _, article = page(f"<html><head>{SEARCHED}</head><body>{FROZEN}</body></html>")
    assert article.title is not None
    assert article.title.text == "Lock frozen over"


@pytest.mark.parametrize(
    ("box", "kind"), [("promo", "ad"), ("live-promo", "ad"), ("promo__inner", "ad"), ("has-promo", "body")]
)
def test_a_box_of_promotion_among_paragraphs_is_an_ad(box: str, kind: str) -> None:
    plea = "Get the Brel Post for a month at half the price, and read all that our reporters have found out about it."
    thread = f'<div class="post">{FROZEN}</div><div class="{box}"><p>{plea}</p></div><div class="post">{FROZEN}</div>'
    capture, article = page(f"<html><body><article><h1>Live: the lock</h1>{thread}</article></body></html>")
    assert [block.kind for block in article.blocks if block.span.of(capture.text) == plea] == [kind]
