import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest
from benchmarks.corpus.gold import read_event
from benchmarks.scoring import score
from benchmarks.scoring.case import case_of
from benchmarks.scoring.dates import compatible, interval
from benchmarks.scoring.measure import Measure
from benchmarks.scoring.names import same_name
from benchmarks.scoring.offsets import wrong_spans

HOUSE = Path(__file__).parents[2]
FERRY = HOUSE / "corpus" / "ferry-reine-de-koume"
FIRST_SCORER = HOUSE.parent / "shared" / "bench" / "record" / "score_record.py"


def link(name: str | None, span: list[int] | None = None) -> dict[str, Any]:
    return {"name": name, "span": span}


def published(edtf: str | None) -> dict[str, str] | None:
    days = interval(edtf)
    return {"earliest": str(days[0]), "latest": str(days[1])} if days else None


def record_of(captures: dict[str, str], gold: dict[str, Any]) -> dict[str, Any]:
    """The record that a perfect reader would make of the gold."""
    named = {d["doc"]: d for d in gold["documents"]}
    articles = [
        {
            "id": doc,
            "capture": f"c-{doc}",
            "published": published(named[doc]["published"]),
            "blocks": [b for b in gold["blocks"] if b["doc"] == doc],
        }
        for doc in captures
    ]
    statements = [
        {
            "article": a["doc"],
            "content": a["contents"],
            "cue": a["cue"],
            "attribution": [link(a["resolved"], a["source"]), *map(link, a["via"])],
            "hedges": [{"start": c["cue"][0], "end": c["cue"][1]} for c in gold["certainty"] if c["doc"] == a["doc"]],
        }
        for a in gold["attributions"]
    ]
    points = [
        {
            **{k: p[k] for k in ("values", "revised", "contested", "independent_origins")},
            "answers": [{**a, "article": a["doc"], "origin": {"name": a["origin"]}} for a in p["answers"]],
        }
        for p in gold["points"]
    ]
    return {
        "captures": [{"id": f"c-{d}", "path": f"captures/{d}", "text": captures[d]} for d in captures],
        "articles": articles,
        "statements": statements,
        "points": points,
        "copies": [{"article": c["docs"][0], "of": c["docs"][1]} for c in gold["copies"]],
        "timeline": [
            {"edtf": t["edtf"], "evidence": [{"article": t["doc"], "start": t["start"], "end": t["end"]}]}
            for t in gold["timeline"]
        ],
    }


def worsened(record: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The same record with things missing, moved and misnamed."""
    record = json.loads(json.dumps(record))
    record["statements"] = [s for s in record["statements"] if chance.random() > 0.3]
    for statement in record["statements"]:
        if chance.random() < 0.3:
            statement["attribution"] = [link("Somebody Else")]
        if chance.random() < 0.3:
            statement["content"] = [[statement["content"][0][0] + 9, statement["content"][-1][1] + 9]]
        statement["hedges"] = statement["hedges"][:1]
    points = record["points"]
    for point in points:
        point["answers"] = [a for a in point["answers"] if chance.random() > 0.2]
        point["values"] = chance.choice(["same", "compatible", "differ"])
        point["revised"] = chance.random() < 0.5
        for answer in point["answers"]:
            if "low" in answer["value"] and chance.random() < 0.3:
                answer["value"]["low"] = 7
            if chance.random() < 0.3:
                answer["origin"] = None
            if chance.random() < 0.3:
                answer["end"] += 4
            answer["certainty"] = chance.choice(["asserted", "hedged"])
            if chance.random() < 0.2:
                points[0]["answers"].append({**answer})
    for entry in record["timeline"]:
        entry["edtf"] = chance.choice([entry["edtf"], "1999", "2013-11/2013-12", None])
    for article in record["articles"]:
        article["blocks"] = article["blocks"][1:]
        article["published"] = chance.choice([article["published"], None])
    return record


@pytest.fixture(scope="module")
def ferry() -> tuple[dict[str, str], dict[str, Any]]:
    captures, gold, _ = read_event(FERRY)
    return captures, gold


def test_gold_itself_scores_full(ferry: tuple[dict[str, str], dict[str, Any]]) -> None:
    case = case_of(ferry[1], record_of(*ferry))
    scores = score(case)
    for name, value in scores.items():
        if name == "offsets":
            assert value == 0
        elif isinstance(value, Measure):
            assert value.f1 == pytest.approx(1), name
        else:
            assert value == pytest.approx(1), name
    assert not case.errors


def test_an_empty_record_scores_nothing(ferry: tuple[dict[str, str], dict[str, Any]]) -> None:
    captures, gold = ferry
    empty = {**record_of(captures, gold), "statements": [], "points": [], "copies": [], "timeline": []}
    scores = score(case_of(gold, empty))
    answers = scores["answers"]
    assert isinstance(answers, Measure)
    assert answers == Measure(0, 0)
    assert scores["attribution found"] == 0
    assert scores["attribution precision"] is None
    assert scores["timeline"] == 0


@pytest.mark.skipif(not FIRST_SCORER.is_file(), reason="the first scorer is not beside this checkout")
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # it leaves its files to the collector
@pytest.mark.parametrize("seed", range(6))
def test_both_scorers_give_equal_numbers(
    seed: int, tmp_path: Path, ferry: tuple[dict[str, str], dict[str, Any]]
) -> None:
    spec = importlib.util.spec_from_file_location("first_scorer", FIRST_SCORER)
    assert spec
    assert spec.loader
    first = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(first)
    captures, gold = ferry
    record = worsened(record_of(captures, gold), random.Random(seed))  # noqa: S311
    (tmp_path / "gold.json").write_text(json.dumps(gold))
    (tmp_path / "record.json").write_text(json.dumps(record))
    expected, errors = first.score(tmp_path / "gold.json", tmp_path / "record.json")
    case = case_of(gold, record)
    given = {k: (v.precision, v.recall, v.f1) if isinstance(v, Measure) else v for k, v in score(case).items()}
    expected.pop("offsets")
    given.pop("offsets")
    assert given == expected
    assert given["answers"][2] < 1
    ours = sorted(str(error) for error in case.errors if error[0] != "offset")
    assert ours == sorted(str(error) for error in errors if error[0] != "offset")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Captain Anselme Doumbessy", "Doumbessy", True),
        ("Anselm Dumbessi", "Anselme Doumbessy", False),
        ("Theodore Mbakassi", "Théodore Mbakassi", True),
        ("North Ambaye", "South Ambaye", False),
        (None, None, True),
        (None, "the ministry", False),
    ],
)
def test_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("gold", "system", "slack", "fits"),
    [
        ("2013-11-16", "2013-11-16T23:40", 0, True),
        ("2013-11-16", "2013-11", 7, False),
        ("2013-11-16", "2013-11", 31, True),
        ("2013-11", "2013-12-01", 7, False),
        ("2013", None, 7, False),
        ("2013-10/..", "2015-01-01", 7, True),
    ],
)
def test_dates(gold: str, system: str | None, slack: int, fits: bool) -> None:
    assert compatible(gold, system, slack) is fits


def test_a_span_that_is_not_exact_is_seen_wherever_it_stands() -> None:
    here, there = {"text": "34", "start": 9, "end": 11}, {"text": "43", "start": 0, "end": 2}
    record = {
        "captures": [{"id": "c", "text": "At least 34 drowned"}, {"id": "d", "text": "43 drowned"}],
        "articles": [
            {"id": "a", "capture": "c", "title": {"text": "At", "start": 0, "end": 2}},
            {"id": "b", "capture": "d", "title": None},
        ],
        "copies": [{"article": "a", "of": "b", "changed": [{"here": here, "there": there}]}],
        "points": [{"answers": [{"article": "a", "text": "least 34", "start": 3, "end": 11}]}],
        "statements": [{"article": "a", "hedges": [{"text": "least", "start": 0, "end": 5}]}],
    }
    assert list(wrong_spans(record)) == [("c", 0, 5, "least")]
