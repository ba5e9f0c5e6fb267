"""What was learnt adds statements to those of the rules, keeps to the text, and reads plain numbers."""

import numpy as np
import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract.attributions import Attributions
from reportedly.extract.draft import Draft
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.speech.learnt import PARTS, chances, weights, weights_of

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
    assert known.rows.shape[1] == len(PARTS)
    assert not known.rows[0].any()  # unknown features weigh nothing


def test_chances_are_those_of_all_paths() -> None:
    table = {f"step {part}": [0.0] * len(PARTS) for part in PARTS} | {"w=said": [0.0, 0.0, 0.0, 2.0, 0.0]}
    known = weights_of(table)
    sure = chances(known.scores([["w=said"], ["w=never seen"]]), known.steps)
    assert np.allclose(sure.sum(axis=1), 1, atol=1e-5)
    assert np.isclose(sure[0, 3], np.exp(2) / (np.exp(2) + 4), atol=1e-5)
    assert np.allclose(sure[1], 1 / len(PARTS), atol=1e-5)
