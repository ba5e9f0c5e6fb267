import json
from pathlib import Path

import pytest
from benchmarks.corpus.account import read_account
from benchmarks.corpus.gold import manner, read_event, write_event
from benchmarks.corpus.marks import Mark, MarkupError, parse
from benchmarks.corpus.values import answer_value
from hypothesis import given
from hypothesis import strategies as st

HOUSE = Path(__file__).parents[2]
CORPUS = HOUSE / "corpus"
SHARED = HOUSE.parent / "shared" / "corpus"
EVENTS = sorted(path.parent for path in CORPUS.glob("*/event.json"))
ACCOUNT = """outlet: Radio Lagune
published: 2013-11-17
---
{title|Ferry: {f killed =21|21} dead}

{s1|The coast guard} {c1|told} {v1|AAI} {q1|{f killed >=34|at least 34} {h1|may} have drowned}. {x1|Nobody checked.}
The bus had {f seats =40|40} seats.
---
@1 origin=the coast guard; via=AAI; certainty=hedged
"""


def event_of(folder: Path, account: str, points: list[str]) -> Path:
    (folder / "event.json").write_text(
        json.dumps({"event": "ferry", "points": [{"id": p, "ask": "?", "kind": "figure"} for p in points]})
    )
    (folder / "01_radio.account").write_text(account, encoding="utf8")
    return folder


def test_marks_nest_and_count_in_the_plain_text() -> None:
    text, marks = parse("a {q1|b {f killed =2|two}} c")
    assert text == "a b two c"
    assert marks == [Mark("f killed =2", 4, 7, ("q1",)), Mark("q1", 2, 7, ())]


@pytest.mark.parametrize("marked", ["a } b", "a {b", "{q1|never closed"])
def test_a_stray_brace_is_a_fault(marked: str) -> None:
    with pytest.raises(MarkupError):
        parse(marked)


@given(st.lists(st.tuples(st.text("ab é\n", max_size=5), st.text("xy", min_size=1, max_size=4)), max_size=6))
def test_every_mark_lies_on_its_text(parts: list[tuple[str, str]]) -> None:
    text, marks = parse("".join(f"{between}{{q1|{inside}}}" for between, inside in parts))
    assert text == "".join(between + inside for between, inside in parts)
    assert [text[mark.start : mark.end] for mark in marks] == [inside for _, inside in parts]


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        ("f", "=14", {"low": 14, "high": 14, "approximate": False}),
        ("f", "~1,500", {"low": 1500, "high": 1500, "approximate": True}),
        ("f", ">=2.5", {"low": 2.5, "high": None, "approximate": False}),
        ("f", "<=9", {"low": None, "high": 9, "approximate": False}),
        ("f", "~10-12", {"low": 10, "high": 12, "approximate": True}),
        ("d", "2013-11-16", {"edtf": "2013-11-16"}),
        ("w", "doubts", {"stance": "doubts"}),
        ("p", "Aigrettes Bank", {"name": "Aigrettes Bank"}),
    ],
)
def test_the_value_of_an_answer(kind: str, words: str, value: dict[str, object]) -> None:
    assert answer_value(kind, words) == value


@pytest.mark.parametrize(("kind", "words"), [("f", "many"), ("w", "agrees")])
def test_a_value_that_the_format_does_not_know_is_a_fault(kind: str, words: str) -> None:
    with pytest.raises(MarkupError, match=words):
        answer_value(kind, words)


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We search,” he said.", "We search,", "direct"),
        ("He called it “a mess”.", "it “a mess", "mixed"),
        ("He said they search.", "they search", "indirect"),
    ],
)
def test_manner_is_told_by_quotation_marks(text: str, content: str, expected: str) -> None:
    start = text.index(content)
    assert manner(text, start, start + len(content)) == expected


def test_an_account_becomes_gold(tmp_path: Path) -> None:
    captures, gold, faults = read_event(event_of(tmp_path, ACCOUNT, ["killed", "seats"]))
    assert not faults
    text = captures["01_radio.txt"]
    killed, seats = gold["points"]
    assert [a["text"] for a in killed["answers"]] == ["21", "at least 34"]
    assert killed["answers"][1]["origin"] == "the coast guard"
    assert killed["answers"][1]["via"] == ["AAI"]
    assert killed["answers"][1]["certainty"] == "hedged"
    assert text[slice(killed["answers"][1]["origin_start"], killed["answers"][1]["origin_end"])] == "The coast guard"
    assert seats["answers"][0]["origin"] is None
    assert [(c["kind"], text[slice(*c["cue"])]) for c in gold["certainty"]] == [
        ("hedge", "may"),
        ("verification", "Nobody checked."),
    ]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (ACCOUNT.replace("@1 ", "@2 "), "no note @1"),
        (ACCOUNT + "@7 origin=nobody\n", "note @7 has no tags"),
        (ACCOUNT.replace("hedged", "sure"), "certainty 'sure'"),
        (ACCOUNT.replace("f seats", "f chairs"), "unknown point 'chairs'"),
        (ACCOUNT.replace("{title|", "{headline|"), "unknown tag 'headline'"),
        (ACCOUNT.replace("---", "***"), "needs head, text and notes"),
    ],
)
def test_a_fault_is_told_and_the_event_goes_on(tmp_path: Path, broken: str, says: str) -> None:
    captures, _, faults = read_event(event_of(tmp_path, broken, ["killed", "seats"]))
    assert not captures
    assert says in faults[0]


@pytest.mark.parametrize("folder", EVENTS, ids=lambda p: p.name)
def test_every_event_holds_to_the_format(folder: Path) -> None:
    captures, gold, faults = read_event(folder)
    assert not faults
    assert len(captures) == 8
    for answer in (a for point in gold["points"] for a in point["answers"]):
        assert captures[answer["doc"]][answer["start"] : answer["end"]] == answer["text"]


def test_the_corpus_is_whole() -> None:
    assert len(EVENTS) == 34
    assert sum(len(read_account(path).roles) for path in CORPUS.glob("*/*.account")) > 3900


@pytest.mark.skipif(not SHARED.is_dir(), reason="the first writing of the corpus is not beside this checkout")
@pytest.mark.parametrize("folder", EVENTS, ids=lambda p: p.name)
def test_captures_and_gold_are_as_first_written(folder: Path, tmp_path: Path) -> None:
    assert not write_event(folder, tmp_path)
    first = SHARED / folder.name
    written = {path.name: path.read_bytes() for path in (tmp_path / "captures").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (first / "captures").iterdir()}
    assert json.loads((tmp_path / "gold.json").read_text()) == json.loads((first / "gold.json").read_text())
