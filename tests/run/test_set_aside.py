"""A story that relating stumbles over is set aside with a problem; all others are related, and it is tried again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reportedly.cli import main
from reportedly.cli.exits import FINE, WITH_PROBLEMS
from reportedly.export import record_json
from reportedly.model.reading import Reading
from reportedly.relate import telling
from reportedly.relate.aside import is_aside
from reportedly.relate.gathering import stories
from reportedly.run.build import build
from reportedly.store import growing, in_turn, open_record, whole

QUARRY = "Quarry wall falls at Ostrel\n\nThe quarry wall at Ostrel fell on 4 May 2031 and killed {} men, {} said.\n"
PILOTS = "Pilots of Vandor strike\n\nThe harbour pilots of Vandor struck on 9 June 2033; {} ships waited, {} said.\n"
ACCOUNTS = {
    "a.txt": QUARRY.format(7, "the mine office"),
    "b.txt": QUARRY.format(9, "the mayor"),
    "c.txt": PILOTS.format(12, "the port"),
    "d.txt": PILOTS.format(14, "the union"),
}
STUMBLES = ("spelled_out", "cast", "find_copies", "find_points", "timeline_of")  # wherever in relating a story


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    folder = tmp_path / "captures"
    folder.mkdir()
    for name, text in ACCOUNTS.items():
        (folder / name).write_text(text, encoding="utf8")
    return folder


def stumbling(patch: pytest.MonkeyPatch, where: str) -> None:
    """Let a part of relating fail with the quarry's story."""
    real = getattr(telling, where)

    def failing(*given: Any, **more: Any) -> Any:
        lists = [getattr(each, "readings", each) for each in given]
        readings = [r for each in lists if isinstance(each, Sequence) for r in each if isinstance(r, Reading)]
        if any("quarry" in reading.capture.text for reading in readings):
            raise ZeroDivisionError("of our own making")
        return real(*given, **more)

    patch.setattr(telling, where, failing)


def text_of(file: Path) -> str:
    with open_record(file) as store:
        return "".join(record_json(store.record()))


@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
@pytest.mark.parametrize("where", STUMBLES)
def test_the_story_is_set_aside_and_tried_again(
    where: str, large: bool, accounts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        for room in (stories, growing, whole, in_turn):
            monkeypatch.setattr(room, "SMALL", 2)
    file, sound = tmp_path / "record.db", tmp_path / "sound.db"
    build([accounts], record=sound)
    with monkeypatch.context() as patch:
        stumbling(patch, where)
        built = build([accounts], record=file)
        again = build([accounts / "d.txt"], record=file)
    (problem,) = built.problems
    assert is_aside(problem)
    assert problem.path.endswith("a.txt")
    assert "ZeroDivisionError" in problem.detail
    assert again.problems == (problem,)  # whatever was given
    record, whole_one = built.record, build([accounts]).record
    assert {r.capture.id for r in record.readings} == {r.capture.id for r in whole_one.readings}
    assert {s.id for s in record.stories} == {s.id for s in whole_one.stories}
    pilots = {r.article.story for r in whole_one.readings if "pilots" in r.capture.text}
    assert record.points == tuple(point for point in whole_one.points if point.story in pilots)
    assert record.points
    mended = build([accounts], record=file)
    assert not mended.problems
    assert text_of(file) == text_of(sound)


def test_the_command_tells_of_it(accounts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(tmp_path / "record.db")
    with monkeypatch.context() as patch:
        stumbling(patch, "find_copies")
        done = CliRunner().invoke(main, ["build", str(accounts), "-o", file])
    assert done.exit_code == WITH_PROBLEMS
    assert "fault while relating" in done.stderr
    assert CliRunner().invoke(main, ["build", str(accounts), "-o", file]).exit_code == FINE
