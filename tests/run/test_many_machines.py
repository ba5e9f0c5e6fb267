"""The engines give the same record to the byte; what was finished is not done again; what kills is set aside."""

import os
import random
from collections.abc import Iterator, MutableMapping
from pathlib import Path

import pytest

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"  # what Ray calls staying on the loopback address
os.environ["DAFT_ANALYTICS_ENABLED"] = "0"
for name in ("ray", "daft", "pyarrow", "fsspec", "s3fs", "boto3", "moto", "flask"):
    pytest.importorskip(name, reason=f"{name} is not installed: `make cluster` has it")

import ray  # noqa: E402
from bucket import bucket  # noqa: E402
from deadly import Dies  # noqa: E402
from ray.cluster_utils import Cluster  # noqa: E402

from reportedly.export import record_json  # noqa: E402
from reportedly.model.record import Record  # noqa: E402
from reportedly.relate.copying import copies as one_machine  # noqa: E402
from reportedly.relate.copying.copies import Sketched, candidates  # noqa: E402
from reportedly.run import copies, relating  # noqa: E402
from reportedly.run.build import Built, build  # noqa: E402
from reportedly.run.crew import Crew  # noqa: E402
from reportedly.run.frames import daft  # noqa: E402
from reportedly.run.many_machines import build_on_ray  # noqa: E402
from reportedly.run.shards import Stage  # noqa: E402

HERE = Path(__file__).parent
FERRY = HERE.parents[1] / "examples" / "ferry" / "captures"
NODE = {"num_cpus": 1, "node_ip_address": "127.0.0.1", "object_store_memory": 80 * 2**20, "include_dashboard": False}

pytestmark = [
    pytest.mark.filterwarnings(*(f"ignore::{name}Warning" for name in ("Deprecation", "Future", "Resource"))),  # Ray's
    pytest.mark.skipif("RAY" not in os.environ, reason="a cluster takes a minute to begin on a busy machine: RAY=1"),
]


@pytest.fixture(scope="module")
def store() -> Iterator[tuple[dict[str, str], MutableMapping[str, bytes]]]:
    """An object store, as the environment tells of it, and what it holds."""
    with bucket() as made:
        yield made


@pytest.fixture(scope="module")
def cluster(store: tuple[dict[str, str], MutableMapping[str, bytes]]) -> Iterator[None]:
    """Two nodes of one processor each, on this machine."""
    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), *before.split(os.pathsep)])
    os.environ |= store[0]
    nodes = Cluster(initialize_head=True, head_node_args=NODE)
    nodes.add_node(**{name: value for name, value in NODE.items() if name != "include_dashboard"})
    ray.init(address=nodes.address, log_to_driver=False)
    yield
    ray.shutdown()
    nodes.shutdown()
    os.environ["PYTHONPATH"] = before
    for name in store[0]:
        del os.environ[name]


def json_of(record: Record) -> str:
    return "".join(record_json(record))


def many(folder: Path, count: int) -> Path:
    """Captures of our own examples, renamed and shifted in time, in one file of rows and single files."""
    import json  # noqa: PLC0415

    chance, texts = random.Random(7), [path.read_text(encoding="utf8") for path in sorted(FERRY.glob("*.txt"))]  # noqa: S311
    folder.mkdir()
    with (folder / "rows.jsonl").open("w", encoding="utf8") as rows:
        for number in range(count):
            text = chance.choice(texts)
            start = chance.randrange(0, len(text) // 2)
            row = {"id": str(number), "text": text[start : start + 1500], "published": f"2026-01-{number % 28 + 1:02}"}
            rows.write(json.dumps(row) + "\n")
    (folder / "empty.txt").write_text("")
    (folder / "good.txt").write_text(texts[0])
    return folder


def by_both(folder: Path, count: int) -> tuple[Built, Built]:
    """The same captures, built by this machine and by the cluster."""
    captures = many(folder / "captures", count)
    here = build([captures], record=folder / "here.db", workers=1)
    there = build_on_ray([captures], record=folder / "there.db", work=str(folder / "work"), workers=2, shard=40)
    return here, there


@pytest.mark.parametrize(
    "count",
    [
        100,
        pytest.param(
            1000,
            marks=[
                pytest.mark.slow,
                pytest.mark.skipif("THOUSAND" not in os.environ, reason="minutes of work: THOUSAND=1 make stress"),
            ],
        ),
    ],
)
def test_both_engines_make_the_same_record(cluster: None, tmp_path: Path, count: int) -> None:
    here, there = by_both(tmp_path, count)
    assert len(there.record.captures) == count + 1
    assert json_of(there.record) == json_of(here.record)
    assert there.problems == here.problems != ()
    related = {path.parent.name.rpartition("-")[0] for path in (tmp_path / "work" / "related").glob("*/manifest.json")}
    assert related == {"notes", "alike", "stories", "casts", "copies", "tellings"}


def test_captures_and_work_in_an_object_store(
    cluster: None, store: tuple[dict[str, str], MutableMapping[str, bytes]], tmp_path: Path
) -> None:
    captures = many(tmp_path / "captures", 110)
    for path in captures.iterdir():
        store[1][f"/news/{path.name}"] = path.read_bytes()
    here = build([captures], record=tmp_path / "here.db", workers=1)
    there = build_on_ray(["s3://news/*"], record=tmp_path / "there.db", work="s3://work/1", workers=2, shard=60)
    assert len(there.record.captures) == len(here.record.captures) == 111
    assert [point.question for point in there.record.points] == [point.question for point in here.record.points]
    kept = {key.split("/")[3] for key in store[1] if key.startswith("/work/1/")}
    assert kept >= {"captures", "related"}


def test_copies_are_joined_as_one_machine_finds_them(cluster: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two stories of articles with few shingles: some in a crowd, some that an outlet prints week after week."""
    for room in (copies, one_machine):
        monkeypatch.setattr(room, "CROWD", 5)
        monkeypatch.setattr(room, "PRINTED", 4)
    chance = random.Random(3)  # noqa: S311
    stories = {story: [_sketched(f"{story}{n}", chance) for n in range(12)] for story in ("a", "b", "alone")}
    stories["alone"] = stories["alone"][:1]
    rows = {
        "story": list(stories),
        "article": [[each.article for each in held] for held in stories.values()],
        "outlet": [[each.outlet for each in held] for held in stories.values()],
        "day": [[each.day for each in held] for held in stories.values()],
        "shingle": [[sorted(each.sketch) for each in held] for held in stories.values()],
    }
    found = copies.alike(daft().from_pydict(rows)).to_pylist()
    joined = {row["story"]: sorted(zip(row["one"], row["other"], strict=True)) for row in found}
    here = {story: sorted(tuple(sorted(pair)) for pair in candidates(held)) for story, held in stories.items()}
    assert joined == {story: pairs for story, pairs in here.items() if pairs}
    assert set(joined) == {"a", "b"}
    monkeypatch.setattr(one_machine, "CROWD", 60)
    monkeypatch.setattr(one_machine, "TEMPLATE_DAYS", 1000)
    assert sum(map(len, joined.values())) < sum(len(candidates(held)) for held in stories.values())


def _sketched(name: str, chance: random.Random) -> Sketched:
    outlet, day = chance.choice(["The Post", "The Mail", None]), chance.choice([None, *range(1, 40)])
    return Sketched(name, outlet, day, frozenset(chance.sample(range(24), 9)))


def test_what_was_related_is_not_related_again(cluster: None, tmp_path: Path) -> None:
    captures, work = many(tmp_path / "captures", 120), tmp_path / "work"
    first = build_on_ray([captures], record=tmp_path / "one.db", work=str(work), workers=2, shard=40)
    lost = next(work.glob("related/tellings-*/manifest.json"))
    kept = {path: path.stat().st_mtime_ns for path in work.rglob("*.parquet") if lost.parent not in path.parents}
    lost.unlink()
    again = build_on_ray([captures], record=tmp_path / "two.db", work=str(work), workers=2, shard=40)
    assert json_of(again.record) == json_of(first.record)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert lost.exists()


def test_words_in_too_many_articles_join_none_and_are_told(
    cluster: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relating, "HOT", 3)
    captures = many(tmp_path / "captures", 120)
    made = build_on_ray([captures], record=tmp_path / "r.db", work=str(tmp_path / "work"), workers=2, shard=60)
    assert "crowded words" in {problem.what for problem in made.record.problems}
    assert len(made.record.captures) == 121


def test_what_was_finished_is_not_done_again(
    cluster: None, ferry: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    listed = tmp_path / "list.txt"
    listed.write_text(f"# captures\n{FERRY}\n")
    build_on_ray([f"@{listed}"], record=None, work=str(work), workers=2, shard=2)
    gone = min(work.glob("readings-*/*.parquet"))
    kept = {path: path.stat().st_mtime_ns for path in work.rglob("*.parquet") if path != gone}
    gone.unlink()
    next(work.glob("readings-*/manifest.json")).unlink()
    again = build_on_ray([FERRY], record=None, work=str(work), workers=1, shard=2)
    assert json_of(again.record) == json_of(ferry)
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert gone.exists()


def test_urls_are_read_as_paths_are(cluster: None, tmp_path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    text = next(FERRY.glob("*.txt")).read_text(encoding="utf8")
    pq.write_table(pa.table({"id": ["1", "2"], "body": [text, None]}), tmp_path / "rows.parquet")
    made = build_on_ray(
        [f"file://{tmp_path}/*.parquet"], record=None, work=str(tmp_path / "work"), workers=1, columns={"text": "body"}
    )
    assert [capture.row_id for capture in made.record.captures] == ["1"]
    assert [problem.what for problem in made.problems] == ["empty row"]


def test_workers_that_die_or_stall_are_replaced(cluster: None, tmp_path: Path) -> None:
    pieces = ["a", "poison", f"once {tmp_path / 'died'}", "b", f"stalls {tmp_path / 'stalled'}"]
    outcomes = {outcome.piece: outcome for outcome in Crew(Dies, 2, cpus=0.5, stalled=15).do(pieces)}
    assert set(outcomes) == set(pieces)
    assert outcomes["poison"].fault
    assert [outcomes[piece].result for piece in pieces if piece != "poison"] == [p for p in pieces if p != "poison"]


def test_more_workers_than_there_is_room_for_wait_and_are_not_given_up(cluster: None) -> None:
    """With two processors the third worker is placed when one of the others is let go; until then it is not late."""
    pieces = ["works", "works still", "works last"]
    outcomes = {outcome.piece: outcome for outcome in Crew(Dies, 3, stalled=2).do(pieces)}
    assert {piece: outcome.result for piece, outcome in outcomes.items()} == dict(zip(pieces, pieces, strict=True))


def test_a_shard_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage(str(tmp_path / "stage"))

    def stops(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", stops)
    with pytest.raises(KeyboardInterrupt):
        stage.put("a.parquet", b"half")
    assert not stage.has("a.parquet")
    assert stage.finished("key") is None
