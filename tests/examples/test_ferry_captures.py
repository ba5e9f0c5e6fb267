import json
from pathlib import Path

import pytest
from benchmarks.corpus.account import Account
from benchmarks.corpus.marks import parse
from benchmarks.ferry.__main__ import EXAMPLE, write_example
from benchmarks.ferry.page import PageError, set_into

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read import captures


def account(marked: str) -> Account:
    text, marks = parse(marked)
    return Account("one.txt", {}, text, marks, {})


def texts() -> dict[str, str]:
    read = list(captures([EXAMPLE / "captures"]))
    assert not [problem for problem in read if isinstance(problem, Problem)]
    return {c.row_id or Path(c.path).name: c.text for c in read if isinstance(c, Capture)}


def test_what_lies_there_is_what_the_script_makes(tmp_path: Path) -> None:
    write_example(tmp_path)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert made == {path: (EXAMPLE / path).read_bytes() for path in made}
    assert sorted(p.name for p in (tmp_path / "captures").iterdir()) == sorted(
        p.name for p in (EXAMPLE / "captures").iterdir()
    )


def test_gold_lies_on_its_words_in_every_format() -> None:
    gold = json.loads((EXAMPLE / "gold.json").read_text())
    text = texts()
    assert {document["doc"] for document in gold["documents"]} == set(text)
    spans = [a for point in gold["points"] for a in point["answers"]]
    assert len(spans) > 90
    for span in spans:
        assert text[span["doc"]][span["start"] : span["end"]] == span["text"]
    for given in gold["attributions"]:
        assert text[given["doc"]][slice(*given["content"])] == given["text"]
    for block in gold["blocks"]:
        words = text[block["doc"]][block["start"] : block["end"]]
        assert words
        assert words == words.strip()


def test_the_page_of_a_live_thread_has_gold_for_what_stands_beside_the_story() -> None:
    gold = json.loads((EXAMPLE / "gold.json").read_text())
    text = texts()
    blocks = {
        text[b["doc"]][b["start"] : b["end"]]: b["kind"] for b in gold["blocks"] if b["doc"].startswith("07_tele")
    }
    assert blocks["Tonight at 20:30: « The Lagoon from Above ». Only on Télé-Lagune."] == "ad"
    assert blocks["Replay"] == "navigation"
    assert blocks["@kembe_boy: twelve miles, eleven miles, who measured?"] == "comment"


def test_marks_move_with_their_words_into_a_page() -> None:
    told = account("{title|The {f n =2|2} & more}\n{ad|Buy!}At {d t 2013|last} they went.\n")
    page = "<nav class='site-nav'>Home</nav><h1>{{0}}</h1><p>{{1}}</p><p> {{2}}</p>"
    markup, moved = set_into(page, told, "one.html")
    assert "<h1>The 2 &amp; more</h1>" in markup
    words = {mark.tag: moved.text[mark.start : mark.end] for mark in moved.marks}
    assert words == {"title": "The 2 & more", "f n =2": "2", "ad": "Buy!", "d t 2013": "last", "navigation": "Home"}


def test_a_page_without_a_slot_for_every_line_is_refused() -> None:
    with pytest.raises(PageError, match=r"slots \[1\]"):
        set_into("<p>{{0}}</p>", account("One.\nTwo.\n"), "one.html")
