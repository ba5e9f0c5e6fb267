"""Building is adding: what was read is kept, and the result is that of a fresh build, byte for byte."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

import reportedly
from reportedly.export import record_json
from reportedly.extract.parse import forms_met
from reportedly.model.capture import Capture
from reportedly.model.judgement import Judgement
from reportedly.model.record import Record
from reportedly.run import build as build_module
from reportedly.run import reading
from reportedly.run.build import NothingReadError, build
from reportedly.run.pool import Outcome
from reportedly.store import new_record, open_record

FERRY = Path(__file__).parents[2] / "examples" / "ferry" / "captures"
FILES = sorted(FERRY.iterdir())
NINE = """Ferry sinks off the northern cape

Nine people were rescued after two ferries sank in the bay, the coastguard said on Monday.

The rescuers searched through the night, and the harbour master thanked them for their work in the storm.
"""


def json_of(record: Record) -> str:
    return "".join(record_json(record))


def test_two_builds_give_the_same_bytes(ferry: Record) -> None:
    assert json_of(build([FERRY]).record) == json_of(ferry)


@pytest.mark.parametrize("paths", [FILES[::-1], [*FILES[3:], FERRY]], ids=["reversed", "some twice"])
def test_the_order_of_the_paths_changes_nothing(ferry: Record, paths: Sequence[Path]) -> None:
    assert json_of(build(paths).record) == json_of(ferry)


@pytest.mark.parametrize("cut", [1, 4])
def test_building_in_parts_equals_building_at_once(ferry: Record, tmp_path: Path, cut: int) -> None:
    path = tmp_path / "record.db"
    build(FILES[cut:], record=path)
    built = build(FILES[:cut], record=path)
    assert json_of(built.record) == json_of(ferry) == json_of(reportedly.open(path))


def test_what_is_known_is_not_read_again(ferry_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(shutil.copy(ferry_file, tmp_path / "record.db"))
    before = json_of(reportedly.open(path))

    def no_reading(capture: Capture) -> Outcome:
        raise AssertionError(f"{capture.path} was read again")

    monkeypatch.setattr(reading, "outcome", no_reading)
    built = build([FERRY], record=path)
    assert built.added == 0
    assert json_of(built.record) == before == json_of(reportedly.open(path))


def test_another_pipeline_reads_everything_again_from_the_record(
    ferry_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(ferry_file, tmp_path / "record.db"))
    monkeypatch.setattr("reportedly.run.build.fingerprint", lambda: "another")
    read: list[str] = []
    only = FILES[0]
    built = build([only], record=path, watch=lambda capture: read.append(capture.path))
    assert sorted(read) == sorted(capture.path for capture in built.record.captures)
    assert json_of(built.record) == json_of(reportedly.open(ferry_file))


def test_a_file_that_changed_is_another_capture(tmp_path: Path) -> None:
    folder = tmp_path / "captures"
    folder.mkdir()
    page = folder / "page.txt"
    page.write_text("The ferry sank, the harbour master said.\n")
    build([folder], record=tmp_path / "record.db")
    page.write_text("The ferry did not sink, the harbour master said.\n")
    built = build([folder], record=tmp_path / "record.db")
    assert [capture.path for capture in built.record.captures] == ["captures/page.txt"] * 2
    assert len({capture.id for capture in built.record.captures}) == 2


def test_the_same_bytes_at_two_paths_are_two_captures(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(NINE)
    record = build([tmp_path]).record
    assert len({capture.id for capture in record.captures}) == 2


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "captures"
    folder.mkdir()
    (folder / "good.txt").write_text(NINE)
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "rows.jsonl").write_text('{"id": "1", "text": "Two ferries sank, he said."}\n{"id": "2", "te\n')
    built = build([folder, tmp_path / "missing"], record=tmp_path / "record.db")
    assert len(built.record.captures) == 2
    bad = {problem.path.rsplit("/", 1)[-1] for problem in built.problems}
    assert bad == {"empty.txt", "binary.txt", "rows.jsonl", "missing"}
    assert reportedly.open(tmp_path / "record.db").problems == built.record.problems


def test_a_problem_ends_when_its_file_is_mended(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(NINE)
    (tmp_path / "bad.txt").write_text("")
    assert build([tmp_path / "good.txt", tmp_path / "bad.txt"], record=tmp_path / "record.db").problems
    (tmp_path / "bad.txt").write_text(NINE.replace("Nine", "Ten"))
    built = build([tmp_path / "bad.txt"], record=tmp_path / "record.db")
    assert not built.problems
    assert not built.record.problems


def test_nothing_to_read_makes_no_record(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(NothingReadError) as fault:
        build([tmp_path / "empty.txt", tmp_path / "missing"], record=tmp_path / "record.db")
    assert len(fault.value.problems) == 2
    assert not (tmp_path / "record.db").exists()


def test_a_parser_that_has_met_many_words_is_loaded_anew(ferry: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it remembers has an end, and the readings are the same."""
    loaded: list[object] = []
    monkeypatch.setattr(reading, "FORMS", 1500)
    monkeypatch.setattr(reading, "put_away", lambda put_away=reading.put_away: loaded.append(put_away()))
    made = build([FERRY], workers=1).record
    assert 1 <= len(loaded) < len(made.captures)
    assert "".join(record_json(made)) == "".join(record_json(ferry))


def test_a_large_build_gives_up_its_parser_before_it_relates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_module, "LARGE", 1)
    texts = sorted(FERRY.glob("*.txt"))[:2]
    build(texts, record=tmp_path / "record.db", workers=1)
    assert forms_met() == 0


def test_a_fault_in_a_stage_costs_one_capture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = reading.reader()

    def stumble(capture: Capture, article: object) -> object:
        if "stumble" in capture.text:
            raise RecursionError("too deep")
        return extract(capture, article)

    extract = reader._extract
    monkeypatch.setattr(reader, "_extract", stumble)
    (tmp_path / "a.txt").write_text(NINE.replace("rescuers", "rescuers, who stumble,"))
    (tmp_path / "b.txt").write_text(NINE)
    built = build([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert len(built.record.captures) == 2
    assert [problem.what for problem in built.problems] == ["fault while reading"]
    assert "too deep" in built.problems[0].detail


def test_judgements_survive_rebuilding(ferry_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(ferry_file, tmp_path / "record.db"))
    judgement = Judgement("same name", ("name:one", "name:two"), "an editor")
    with new_record(path) as store:
        store.judge(judgement, "2026-01-02T03:04:05+00:00")
    (tmp_path / "more.txt").write_text(NINE)
    assert build([tmp_path / "more.txt"], record=path).record.judgements == (judgement,)
    assert reportedly.open(path).judgements == (judgement,)


def test_full_text_finds_statements_by_any_form_of_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NINE)
    record = build([tmp_path / "a.txt"], record=tmp_path / "record.db").record
    with open_record(tmp_path / "record.db") as store:
        found = store.statements_with("ferry rescue")
        assert found
        assert set(found) < {statement.id for statement in record.statements}
        assert store.statements_with("ferry bicycle") == []
        assert store.statements_with('" OR ferry') == []
        assert store.statements_with("   ") == []


def test_the_public_names_build_and_open(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NINE)
    record = reportedly.build([tmp_path / "a.txt"], record=tmp_path / "record.db")
    assert reportedly.open(tmp_path / "record.db") == record == build([tmp_path / "a.txt"]).record
    said = [statement for statement in record.statements if statement.cue]
    assert said[0].origin
    assert said[0].origin.name == "coastguard"
    assert said[0].extent.of(record.text_of(said[0].article)).startswith("Nine people were rescued")
    with pytest.raises(KeyError):
        record.text_of("article:none")


def test_a_capture_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(capture: Capture, article: object) -> object:
        while True:
            pass

    monkeypatch.setattr(reading.reader(), "_extract", never)
    monkeypatch.setattr("reportedly.run.reader.LONGEST", 0.2)
    (tmp_path / "a.txt").write_text(NINE)
    built = build([tmp_path / "a.txt"])
    assert [problem.what for problem in built.problems] == ["took too long"]
    assert built.record.articles[0].blocks
