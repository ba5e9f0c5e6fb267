"""A frame that is written to stay: watched, tried again, given up with words."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

for name in ("pyarrow", "fsspec"):
    pytest.importorskip(name, reason=f"{name} is not installed: pip install 'reportedly[scale]'")

from reportedly.run import frames  # noqa: E402
from reportedly.run.frames import ClusterError  # noqa: E402
from reportedly.run.shards import Stage  # noqa: E402


class Stalls:
    """A frame that nobody works on."""

    def write_parquet(self, _folder: str, **_: Any) -> Any:
        time.sleep(5)


class Fails:
    """A frame whose node is lost each time."""

    tries = 0

    def write_parquet(self, _folder: str, **_: Any) -> Any:
        Fails.tries += 1
        raise RuntimeError("the node died")


def test_a_frame_that_makes_no_progress_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "ROUND", 0.05)
    with pytest.raises(ClusterError, match="nothing was written"):
        frames.kept(Stage(str(tmp_path / "stage")), "key", Stalls, stalled=0.2)
    assert Stage(str(tmp_path / "stage")).finished("key") is None


def test_a_frame_that_fails_is_tried_again_and_then_given_up(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="the node died"):
        frames.kept(Stage(str(tmp_path / "stage")), "key", Fails)
    assert Fails.tries == frames.TRIES
