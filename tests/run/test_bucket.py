"""Captures and shards in an object store, on the loopback address."""

from __future__ import annotations

import os
from collections.abc import Iterator, MutableMapping
from pathlib import Path

import pytest

for name in ("pyarrow", "s3fs", "boto3", "moto", "flask"):
    pytest.importorskip(name, reason=f"{name} is not installed: pip install {name}; `make cluster` has it")

import fsspec  # noqa: E402
import pyarrow as pa  # noqa: E402
from bucket import bucket  # noqa: E402

from reportedly.model.capture import Capture  # noqa: E402
from reportedly.model.problem import Problem  # noqa: E402
from reportedly.read import formats, read  # noqa: E402
from reportedly.run.places import Place, places  # noqa: E402
from reportedly.run.shards import Shard, Stage  # noqa: E402

FERRY = Path(__file__).parents[2] / "examples" / "ferry" / "captures"
SCHEMA = pa.schema([("id", pa.string()), ("text", pa.binary())])


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[MutableMapping[str, bytes]]:
    """What the store holds, by `/bucket/key`; `s3://` means it meanwhile."""
    with bucket() as (told, objects):
        for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN"):
            monkeypatch.delenv(name, raising=False)
        for name, value in told.items():
            monkeypatch.setenv(name, value)
        fsspec.filesystem("s3").clear_instance_cache()
        yield objects
        fsspec.filesystem("s3").clear_instance_cache()


def test_captures_are_found_and_read_where_they_lie(held: MutableMapping[str, bytes], tmp_path: Path) -> None:
    text = next(FERRY.glob("*.txt")).read_bytes()
    held["/news/2026/a.txt"], held["/news/c"] = text, b""
    held["/news/2026/b.jsonl"] = b'{"text": "Three people were hurt."}\n'
    listed = tmp_path / "list.txt"
    listed.write_text("# of this year\ns3://news/2026/*.txt\n\ns3://news/2026/b.jsonl\n")
    found = list(places([f"@{listed}", "s3://news/gone.txt"]))
    assert [each.name for each in found if isinstance(each, Place)] == [
        "s3://news/2026/a.txt",
        "s3://news/2026/b.jsonl",
    ]
    assert [each.what for each in found if isinstance(each, Problem)] == ["no such file"]
    captures = [c for each in found if isinstance(each, Place) for c in read(each.source(), formats())]
    assert [c.text for c in captures if isinstance(c, Capture)] == [text.decode(), "Three people were hurt."]


def test_another_content_in_a_place_has_another_stamp(held: MutableMapping[str, bytes]) -> None:
    stamps = set()
    for content in (b"one", b"two"):
        held["/news/a.txt"] = content
        fsspec.filesystem("s3").invalidate_cache()
        stamps |= {each.stamp for each in places(["s3://news/a.txt"]) if isinstance(each, Place)}
    assert len(stamps) == 2


def test_a_stage_is_kept_there(held: MutableMapping[str, bytes]) -> None:
    stage = Stage("s3://work/readings")
    assert stage.finished("key") is None
    shard = stage.write("0.parquet", [{"id": "1", "text": b"a"}], SCHEMA)
    assert stage.has("0.parquet")
    assert stage.read("0.parquet") == [{"id": "1", "text": b"a"}]
    assert stage.shard("0.parquet") == shard == Shard("0.parquet", 1, shard.sha256)
    stage.finish("key", [shard])
    assert (stage.finished("key"), stage.finished("another")) == ((shard,), None)
    assert set(held) == {"/work/readings/0.parquet", "/work/readings/manifest.json"}
    assert stage.size("0.parquet") == len(held["/work/readings/0.parquet"])


def test_nothing_of_the_environment_is_left() -> None:
    assert "127.0.0.1" not in os.environ.get("AWS_ENDPOINT_URL", "")
