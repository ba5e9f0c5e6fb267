"""What was learnt adds statements to those of the rules, keeps to the text, and reads plain numbers."""

import numpy as np
import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract.attributions import Attributions
from reportedly.extract.draft import Draft
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.speech.learnt import PARTS, chances, weights, weights_of
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
    never_seen = [[(lambda: ["no such feature"],)]]
    assert known.weighed.scores(never_seen).tolist() == [[0.0] * len(PARTS)]


def test_chances_are_those_of_all_paths() -> None:
    table = {f"step {part}": [0.0] * len(PARTS) for part in PARTS} | {"w=said": [0.0, 0.0, 0.0, 2.0, 0.0]}
    known = weights_of(table)
    sure = chances(known.weighed.scores([[(str.split, "w=said")], [(str.split, "w=unheard")]]), known.steps)
    assert np.allclose(sure.sum(axis=1), 1, atol=1e-5)
    assert np.isclose(sure[0, 3], np.exp(2) / (np.exp(2) + 4), atol=1e-5)
    assert np.allclose(sure[1], 1 / len(PARTS), atol=1e-5)


def test_chances_of_long_sentences_are_neither_nothing_nor_lost() -> None:
    known = weights()
    scores = np.tile(np.array([[-90.0, 3.0, 80.0, -4.0, 0.5]], np.float32), (400, 1))
    sure = chances(scores, known.steps)
    assert np.isfinite(sure).all()
    assert np.allclose(sure.sum(axis=1), 1, atol=1e-5)


def test_sights_come_to_the_same_features_wherever_they_are_seen(draft: Draft) -> None:
    words = lexicon()
    passage = Passage.of(draft.parses[0])
    looks = Looks(words, passage, [], {})
    rows = looks.rows(0, len(passage.tokens))
    assert len({len(sights) for sights in looks.sights(0, len(passage.tokens))}) == 1
    assert {"w=the", "-1E", "at=0"} <= set(rows[0])
    assert {"-1w=the", "1w=was", "1r=", "-2E"} <= set(rows[1])
