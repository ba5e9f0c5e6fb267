"""A record in PostgreSQL tells what its file tells: every export, the brief, answers to questions, every page."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from reportedly.cli import main
from reportedly.export.formats import FORMATS
from reportedly.export.requests import request_of
from reportedly.serve.app import app_of
from reportedly.serve.deciding import Decisions
from reportedly.serve.guard import Guard
from reportedly.serve.room import Room
from reportedly.show.ask import ask, statements
from reportedly.store import Store, new_record, open_record

if TYPE_CHECKING:
    from private_server import PrivateServer

FILTERS: tuple[tuple[tuple[str, str], ...], ...] = ((), (("words", "ferry"),))
PAGES = ("/", "/points?standing=contested", "/statements?words=ferry", "/origins", "/places", "/names?words=a",
         "/timeline", "/changes", "/overview.json", "/points.csv", "/statements.json")  # fmt: skip
BASE = "http://127.0.0.1:8020"


@pytest.fixture(scope="module")
def address(postgres: "PrivateServer", ferry_file: Path) -> str:
    """The ferry's record, copied to a server."""
    name = postgres.new()
    with open_record(ferry_file) as source, new_record(name) as target:
        source.copy_to(target, name)
    return name


@pytest.fixture(scope="module")
def stores(address: str, ferry_file: Path) -> Iterator[tuple[Store, Store]]:
    with open_record(ferry_file) as file, open_record(address) as server:
        yield file, server


def exported(store: Store, form: str, asked: tuple[tuple[str, str], ...]) -> bytes:
    out = io.BytesIO()
    given = () if FORMATS[form].made_of == "whole" else asked
    FORMATS[form].write(request_of(store, FORMATS[form], (), given), out)
    return out.getvalue()


def cells(workbook: bytes) -> list[list[object]]:
    held = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True)
    return [[cell.value for cell in row] for sheet in held for row in sheet.rows]


@pytest.mark.parametrize("asked", FILTERS)
@pytest.mark.parametrize("form", FORMATS)
def test_an_export_of_a_server_is_that_of_the_file(
    stores: tuple[Store, Store], form: str, asked: tuple[tuple[str, str], ...]
) -> None:
    ours, theirs = (exported(store, form, asked) for store in stores)
    assert ours
    if form == "xlsx":  # a workbook holds when it was made
        assert cells(ours) == cells(theirs)
    else:
        assert ours == theirs


@pytest.mark.parametrize(
    "command",
    [("brief", "--format", "txt"), ("show",), ("changes", "--since", "2013-11-18")],
)
def test_a_command_tells_the_same(address: str, ferry_file: Path, command: tuple[str, ...]) -> None:
    name, *rest = command
    told = [CliRunner().invoke(main, [name, str(record), *rest]) for record in (ferry_file, address)]
    assert [result.exit_code for result in told] == [0, 0], told[1].output
    assert told[0].stdout.strip()
    assert told[0].stdout == told[1].stdout


def test_a_question_finds_the_same_points(stores: tuple[Store, Store]) -> None:
    """Statements may come in another order: each engine ranks by its own measure of words."""
    ours, theirs = ([match.point for match in ask(store, "how many are missing")] for store in stores)
    assert ours
    assert ours == theirs
    assert all("missing" in told.account.capture.text for told in statements(stores[1], "how many are missing"))


@pytest.fixture(scope="module")
def ask_both(address: str, ferry_file: Path) -> Iterator[Callable[[str], list[str]]]:
    rooms = [Room(ferry_file), Room(address)]
    clients = [
        TestClient(Guard(app_of(room, Decisions(room.record)), ["127.0.0.1:8020"]), base_url=BASE) for room in rooms
    ]
    yield lambda path: [client.get(path).raise_for_status().text for client in clients]
    for room in rooms:
        room.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_a_server_is_that_of_the_file(ask_both: Callable[[str], list[str]], path: str) -> None:
    ours, theirs = ask_both(path)
    assert re.sub(r"\s+", " ", ours) == re.sub(r"\s+", " ", theirs)
