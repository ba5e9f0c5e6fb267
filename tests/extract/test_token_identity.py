"""spaCy makes a new Token at every access: whoever asks `token.head is token` climbs for ever."""

import re
from pathlib import Path

import pytest

import reportedly.extract
from reportedly.extract.parse import language

ROOM = Path(reportedly.extract.__file__).parent
BY_IDENTITY = re.compile(r"\.head is |\bis (?:not )?(?:token|head|verb|governor|here)\b(?! None)")


def test_a_token_reached_again_is_another_object() -> None:
    token = language()("It rained.")[1]
    assert token.head == token
    assert token.head is not token


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOM)))
def test_tokens_are_compared_by_value(path: Path) -> None:
    assert not BY_IDENTITY.search(path.read_text(encoding="utf8"))
