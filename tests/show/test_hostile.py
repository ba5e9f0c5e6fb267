"""A capture may hold anything: it stands on the page as text and does nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page import Page

from reportedly.model.article import Article, Block, Outlet
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import Answer, NameValue, Point, Reason, Voice
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.span import Span, Words
from reportedly.model.statement import Hedge, Link, Statement
from reportedly.model.story import Story
from reportedly.model.timeline import Sighting, TimelineEntry
from reportedly.model.when import When
from reportedly.show.visible import CONTROLS, cut, shown, visible

ATTACKS = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "<a href=\"javascript:alert(1)\">click</a>",
    "&lt;script&gt; stays escaped",
    "{{ 7 * 7 }} {% raw %} {0} %s",
    "]]><svg onload=alert(1)>",
    "<!-- a comment that never ends",
    "NUL \x00 and bell \x07 and escape \x1b[31m",
    "turned \u202eround\u202c and \u2066isolated\u2069",
    "half \ud800 a pair",
    "=HYPERLINK(\"http://attack.invalid\")",
]  # fmt: skip


def hostile(words: str) -> Record:
    """A record in which every text that a capture can give is `words`."""
    text = f"{words}\n\n{words} said so"
    whole, part = Span(0, len(text)), Span(0, len(words))
    capture = Capture(capture_id(b"", words, None), words, words, "text/plain", text)
    blocks = (Block("title", part), Block("body", Span(len(words), len(text))))
    title, outlet = Words(words, part), Outlet(words, part)
    article = Article(
        "article:1", capture.id, "en", True, title, (words,), outlet, words, words, None, None, blocks
    )  # fmt: skip
    links = (Link(words, part, "origin", described=words), Link(words, None, "via"))
    hedge = Hedge(words, part, "verification")
    statement = Statement("statement:1", article.id, (whole,), None, "direct", links, "unverified", (hedge,))
    answers = tuple(_answer(words, k, part, origin) for k, origin in enumerate((Voice(words), None)))
    why = (Reason(f"contested: {words}", words, ("answer:0",)), Reason(words, words))
    point = Point(
        "point:1",
        "story:1",
        words,
        "who",
        words,
        answers,
        standing=("contested", "differs"),
        why=why,
        values="differ",
        independent_origins=2,
    )
    return Record(
        (("clean", words),),
        (Reading(capture, article, (statement,)),),
        stories=(Story("story:1", words, (article.id,)),),
        points=(point,),
        timeline=(TimelineEntry(When("2020", None, None), words, (Sighting(article.id, None, part),)),),
        problems=(Problem(words, words, words, words),),
    )


def _answer(words: str, k: int, span: Span, origin: Voice | None) -> Answer:
    value = NameValue(words + str(k))
    statement, article = "statement:1", "article:1"
    return Answer(
        f"answer:{k}", statement, article, span, words, value, origin, (words,), "unverified", as_of=words, said=words
    )  # fmt: skip


@pytest.mark.parametrize("words", ATTACKS)
def test_an_attack_stands_there_as_text(words: str) -> None:
    page = Page(hostile(words))
    assert page.loads() == []
    assert page.handlers() == []
    assert len(page.tree.xpath("//script")) == 1
    assert all(target.startswith("#") for target in page.targets())
    assert not CONTROLS.search(page.source)
    page.source.encode()
    assert visible(words) in page.tree.xpath("string(//article)")


def test_a_word_of_a_megabyte_is_shown_once() -> None:
    page = Page(hostile("x" * 1_000_000))
    assert page.source.count("x" * 1_000_000) == 2  # once in each of its two paragraphs
    assert len(page.source) < 2_100_000 + 100_000


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_any_text_at_all_gives_a_page_that_is_sound(words: str) -> None:
    page = Page(hostile(words))
    assert page.loads() == []
    assert page.handlers() == []
    assert {target[1:] for target in page.targets()} <= set(page.ids())
    assert len(page.ids()) == len(set(page.ids()))


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_what_is_shown_holds_no_sign_that_acts(text: str) -> None:
    assert not CONTROLS.search(visible(text))
    assert not set("<>\"'") & set(str(shown(text)))


@given(st.text(max_size=400), st.integers(5, 60))
def test_a_cut_is_the_beginning_of_the_line(text: str, longest: int) -> None:
    line = " ".join(text.split())
    short = cut(text, longest)
    assert len(short) <= longest + 1
    assert line.startswith((short, short.removesuffix("…")))
