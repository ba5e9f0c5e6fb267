"""A kept reading is used only while nothing has changed that it was made with."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportedly
from reportedly.run.pipeline import fingerprint


@pytest.mark.parametrize("name", ["rules.py", "words.toml", "weights.tsv.gz"])
def test_code_words_and_weights_all_count(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reportedly, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "vocabulary").mkdir()
    kept = tmp_path / "vocabulary" / name
    kept.write_bytes(b"one")
    before = fingerprint.__wrapped__(("vocabulary",))
    kept.write_bytes(b"other")
    assert fingerprint.__wrapped__(("vocabulary",)) != before
