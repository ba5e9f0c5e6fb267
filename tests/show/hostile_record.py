"""A record in which every text that a capture can give is an attack."""

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
