"""What was learnt adds statements to those of the rules, keeps to the text, and reads plain numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.paragraphs import article, capture

from reportedly.clean.best_path import BestPath
from reportedly.extract.attributions import Attributions
from reportedly.extract.draft import Draft
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.speech.best_parts import best_parts
from reportedly.extract.speech.learnt import PARTS, Learnt, chances, weights, weights_of
from reportedly.extract.speech.lexicon import lexicon
from reportedly.extract.speech.looks import Looks
from reportedly.extract.speech.passage import Passage

TEXT = (
    "The harbour was closed on Friday. The coast guard gives the dead as nine, the clinic eleven.\n"
    "Our man at the quay reckons four boats, and the widow clings to the old list of names."
)


@pytest.fixture(scope="session")
def draft() -> Draft:
    it = capture(TEXT)
    return Names()(Parser()(Draft(it, article(it))))


def test_only_adds_to_what_the_rules_found(draft: Draft) -> None:
    plain = Attributions(learnt=None)(draft).statements
    fuller = Attributions()(draft).statements
    assert {s.id for s in plain} <= {s.id for s in fuller}
    added = [s for s in fuller if s.id not in {p.id for p in plain}]
    assert all(s.why[0].rule == "learnt.v1" for s in added)
    assert all(s.cue is not None and s.attribution[0].span is not None for s in added)


def test_every_part_has_its_steps() -> None:
    known = weights()
    assert known.steps.shape == (len(PARTS), len(PARTS))
    assert known.weighed.scores({"w": ["a word that nobody ever wrote"]}).tolist() == [[0.0] * len(PARTS)]


def test_chances_are_those_of_all_paths() -> None:
    table = {f"step {part}": [0.0] * len(PARTS) for part in PARTS} | {"w=said": [0.0, 0.0, 0.0, 2.0, 0.0]}
    known = weights_of(table)
    sure = chances(known.weighed.scores({"w": ["said", "unheard"]}), known.steps)
    assert np.allclose(sure.sum(axis=1), 1, atol=1e-5)
    assert np.isclose(sure[0, 3], np.exp(2) / (np.exp(2) + 4), atol=1e-5)
    assert np.allclose(sure[1], 1 / len(PARTS), atol=1e-5)


def test_chances_of_long_sentences_are_neither_nothing_nor_lost() -> None:
    known = weights()
    scores = np.tile(np.array([[-90.0, 3.0, 80.0, -4.0, 0.5]], np.float32), (400, 1))
    sure = chances(scores, known.steps)
    assert np.isfinite(sure).all()
    assert np.allclose(sure.sum(axis=1), 1, atol=1e-5)


@given(st.lists(st.integers(1, 30), max_size=8), st.integers(0, 9), st.integers(0, 999))
@settings(deadline=None)
def test_each_of_several_sentences_has_its_own_best_parts(sizes: list[int], spread: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    sentences = [chance.integers(-spread, spread + 1, (size, len(PARTS))).astype(np.float32) for size in sizes]
    steps = chance.integers(-3, 4, (len(PARTS), len(PARTS))).astype(np.float32)
    assert best_parts(sentences, steps) == [BestPath(steps)(scores)[0] for scores in sentences]


def test_what_is_seen_of_a_token_is_named(draft: Draft) -> None:
    words = lexicon()
    passage = Passage.of(draft.parses[0])
    looks = Looks(words, passage, [], {})
    rows = looks.rows(0, len(passage.tokens))
    assert {"w=the", "-1t=E", "1tt=DTNN", "at=0"} <= set(rows[0])
    assert not any(name.startswith(("-1w=", "-1tt=", "-1q=")) for name in rows[0])
    assert {"-1w=the", "1w=was", "1r=", "-2t=E", "-1q=."} <= set(rows[1])


def test_a_token_weighs_the_sum_of_its_features(draft: Draft) -> None:
    looks = Looks(lexicon(), Passage.of(draft.parses[1]), [], {})
    table = {f"step {part}": [0.0] * len(PARTS) for part in PARTS}
    known = weights_of(table | {"w=the": [1.0, 0, 0, 0, 0], "1w=widow": [0, 2.0, 0, 0, 0], "-1t=E": [0, 0, 4.0, 0, 0]})
    sums = known.weighed.scores(looks.sights(0, len(draft.parses[1].doc)))
    assert sums[0].tolist() == [0, 0, 4.0, 0, 0]
    widow = [token.lower_ for token in draft.parses[1].doc].index("widow")
    assert sums[widow - 1].tolist() == [1.0, 2.0, 0, 0, 0]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("the old list", False),
        ("nine names", True),
        ("“the old list”", True),
        ("the list was false", True),
    ],
)
def test_a_bare_noun_is_nothing_said(said: str, told: bool) -> None:
    sure = {"widow": "S", "reckons": "K"} | dict.fromkeys(("the", "old", "list", "nine", "names", "was", "false"), "I")
    steps = {f"step {part}": [0.0] * len(PARTS) for part in PARTS}
    known = weights_of(steps | {f"w={w}": [9.0 * (part == p) for p in PARTS] for w, part in sure.items()})
    it = capture(f"A widow reckons {said}.")
    passage = Passage.of(Parser()(Draft(it, article(it))).parses[0])
    [found] = Learnt(lexicon(), known)([(passage, [], {})])
    assert bool(found) is told
