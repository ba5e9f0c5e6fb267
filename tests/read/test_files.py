import os
import sys
from pathlib import Path

import pytest

from reportedly.model.problem import Problem
from reportedly.read.files import sources
from reportedly.read.source import Source


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_a_problem_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Nine people drowned.")
    pipe, text = sources([tmp_path])
    assert isinstance(pipe, Problem)
    assert (pipe.path, pipe.what) == (f"{tmp_path.name}/a.txt", "not a file")
    assert isinstance(text, Source)


def test_a_file_that_two_paths_reach_comes_once(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Nine people drowned.")
    assert len(list(sources([tmp_path, tmp_path / "b.txt", str(tmp_path / "*.txt")]))) == 1
