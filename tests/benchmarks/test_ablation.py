"""Every rule that the ablation switches off is there to be switched off."""

import pkgutil

import pytest
from benchmarks.ablation import ROOM, RULES


@pytest.mark.parametrize("rule", sorted({where for where, _ in RULES.values()}))
def test_a_rule_that_is_switched_off_is_there(rule: str) -> None:
    assert callable(pkgutil.resolve_name(ROOM + rule))
