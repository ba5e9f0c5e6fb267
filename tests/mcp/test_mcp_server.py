"""A real client lists and calls every tool; every answer fits, says what was cut, and writes nothing."""

import asyncio
import datetime as dt
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportedly.mcp.fitting import LONGEST, fitted, short, size, stretch
from reportedly.model.record import Record
from reportedly.run.build import build

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")
from mcp.client.stdio import StdioServerParameters  # noqa: E402
from mcp_types import CallToolResult, ListToolsResult  # noqa: E402

from reportedly.mcp.server import TOOLS, server  # noqa: E402

DAY = "2013-11-18"


def ask(record: Path, tool: str, **asked: Any) -> CallToolResult:
    async def session() -> CallToolResult:
        async with mcp.Client(server(record)) as client:
            return await client.call_tool(tool, asked)

    return asyncio.run(session())


def told(record: Path, tool: str, **asked: Any) -> dict[str, Any]:
    answer = ask(record, tool, **asked)
    assert not answer.is_error, answer.content
    assert answer.structured_content is not None
    assert len(answer.model_dump_json()) < LONGEST
    return answer.structured_content


BESIDE = ("reasons", "revisions")  # of these a page of answers tells only some


def pages(record: Path, tool: str, key: str, **asked: Any) -> list[Any]:
    """All lines of a list, page by page."""
    found: list[Any] = []
    offset: int | None = 0
    while offset is not None:
        page = told(record, tool, offset=offset, **asked)
        assert page["offset"] == len(found) == offset
        assert page[key]
        found += page[key]
        offset = page["next_offset"]
        left = [words for words in page["cut"] if not words.endswith(BESIDE)]
        assert bool(left) == (offset is not None)
    assert len(found) == page["total"]
    return found


def test_every_tool_is_listed_with_its_schemas_and_reads_only(ferry_file: Path) -> None:
    async def session() -> ListToolsResult:
        async with mcp.Client(server(ferry_file)) as client:
            return await client.list_tools()

    tools = {tool.name: tool for tool in asyncio.run(session()).tools}
    assert set(tools) == set(TOOLS)
    for tool in tools.values():
        assert tool.description
        assert tool.output_schema
        assert tool.output_schema["properties"]["total"]
        assert tool.annotations
        assert tool.annotations.read_only_hint


def test_points_come_page_by_page_and_whole(ferry_file: Path, ferry: Record) -> None:
    listed = pages(ferry_file, "points", "points", limit=100)
    assert {line["id"] for line in listed} == {point.id for point in ferry.points}


def test_a_filter_leaves_what_it_says(ferry_file: Path, ferry: Record) -> None:
    listed = pages(ferry_file, "points", "points", standing=["contested"], kind=["figure"])
    wanted = {point.id for point in ferry.points if point.contested and point.kind == "figure"}
    assert {line["id"] for line in listed} == wanted


def test_a_point_has_every_answer_in_its_exact_words(ferry_file: Path, ferry: Record) -> None:
    point = max(ferry.points, key=lambda point: len(point.answers))
    answers = pages(ferry_file, "point", "answers", id=point.id)
    assert [answer["id"] for answer in answers] == [answer.id for answer in point.answers]
    for answer in answers:
        at = answer["words"]
        read = told(ferry_file, "read", article=at["article"], start=at["start"], end=at["end"])
        assert read["text"] == at["text"] == ferry.text_of(at["article"])[at["start"] : at["end"]]
    assert told(ferry_file, "point", id=point.id)["why"]


def test_search_finds_points_and_statements(ferry_file: Path) -> None:
    found = told(ferry_file, "search", words="passenger list")
    assert found["points"]
    assert found["statements"]
    assert all("list" in line["words"]["text"].lower() for line in found["statements"])


def test_statements_of_one_origin(ferry_file: Path, ferry: Record) -> None:
    name = next(s.origin.name for s in ferry.statements if s.origin and s.origin.entity and s.origin.name)
    assert name
    listed = pages(ferry_file, "statements", "statements", origin=[name])
    assert name in {line["origin"] for line in listed}


def test_a_whole_capture_can_be_read_in_stretches(ferry_file: Path, ferry: Record) -> None:
    article = max(ferry.articles, key=lambda article: len(ferry.text_of(article.id)))
    text, start = "", 0
    while True:
        page = told(ferry_file, "read", article=article.id, start=start)
        text += page["text"]
        if page["next_offset"] is None:
            break
        start = page["next_offset"]
    assert text == ferry.text_of(article.id)


def test_timeline_and_changes(ferry_file: Path, ferry: Record) -> None:
    entries = pages(ferry_file, "timeline", "happenings")
    assert [entry["what"][:40] for entry in entries] == [entry.what[:40] for entry in ferry.timeline]
    assert pages(ferry_file, "changes", "changes", since=DAY)
    assert told(ferry_file, "changes", since=str(dt.date(2999, 1, 1)))["total"] == 0


@pytest.mark.parametrize(
    ("tool", "asked"),
    [
        ("point", {"id": "none such"}),
        ("read", {"article": "none such"}),
        ("points", {"since": "2013-11-20", "until": "2013-11-01"}),
    ],
)
def test_what_cannot_be_answered_is_said_so(ferry_file: Path, tool: str, asked: dict[str, Any]) -> None:
    answer = ask(ferry_file, tool, **asked)
    assert answer.is_error
    assert "reportedly" not in answer.model_dump_json().lower() or "Traceback" not in answer.model_dump_json()


def test_no_question_writes(ferry_file: Path) -> None:
    def hashed() -> str:
        return hashlib.sha256(ferry_file.read_bytes()).hexdigest()

    before = hashed()
    for tool in ("points", "timeline"):
        told(ferry_file, tool)
    assert hashed() == before


def test_a_word_of_nearly_a_megabyte_is_cut_and_said_to_be(tmp_path: Path) -> None:
    monster = "a" * 900_000
    text = (
        "Old Harrow, 4 May 2031\n\nThe mayor said that the old bridge over the river was closed on Sunday, and nobody "
        f"had been hurt.\n\nThe council said the {monster} bridge was closed by 12 men on Monday.\n"
    )
    (tmp_path / "page.txt").write_text(text, encoding="utf8")
    build([tmp_path / "page.txt"], record=tmp_path / "r.db")
    for tool in ("points", "statements", "timeline"):
        told(tmp_path / "r.db", tool)
    article = told(tmp_path / "r.db", "statements")["statements"][0]["words"]["article"]
    page = told(tmp_path / "r.db", "read", article=article)
    assert page["total"] == len(text)
    assert page["next_offset"] == len(page["text"])
    assert page["cut"] == [f"{len(text) - len(page['text'])} more characters"]


def test_the_command_serves_on_standard_input_and_output(ferry_file: Path) -> None:
    run = "import reportedly.cli; reportedly.cli.main()"
    command = StdioServerParameters(
        command=sys.executable, args=["-c", run, "mcp", str(ferry_file)], env=dict(os.environ)
    )

    async def session() -> CallToolResult:
        async with mcp.Client(command) as client:
            return await client.call_tool("points", {"limit": 1})

    answer = asyncio.run(session())
    assert answer.structured_content
    assert len(answer.structured_content["points"]) == 1


@pytest.mark.parametrize("cut", [lambda text: stretch(text, 50), lambda text: short(text, 50)])
def test_a_cut_text_is_a_beginning(cut: Callable[[str], str]) -> None:
    text = '"\n' * 100
    assert text.startswith(cut(text)[:20])
    assert len(cut(text)) < len(text)
    assert cut("few words") == "few words"


def test_what_fits_fits() -> None:
    lines = ["x" * 10] * 10
    kept = fitted(lines, 50)
    assert 0 < sum(map(size, kept)) <= 50
    assert fitted(["x" * 100], 10) == ["x" * 100], "one line at least"
