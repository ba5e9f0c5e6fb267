"""What changed since a visitor last looked: told once, honestly, and known to the visitor's browser alone."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from reportedly.model.judgement import Judgement
from reportedly.model.record import Record
from reportedly.serve import looked
from reportedly.serve.app import app_of
from reportedly.serve.deciding import Decisions
from reportedly.serve.guard import Guard
from reportedly.serve.room import Room
from reportedly.store import new_record

BASE = "http://127.0.0.1:8020"
POST = {"origin": BASE}


class Clock:
    """A clock that a test sets."""

    now = 1_790_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(looked, "time", made)
    return made


@pytest.fixture
def path(tmp_path: Path, ferry: Record) -> Path:
    """A record of the ferry without the question that tells most."""
    made = tmp_path / "ferry.db"
    keep(made, replace(ferry, points=ferry.points[1:]))
    return made


def keep(path: Path, record: Record) -> None:
    with new_record(path) as store:
        store.integrate((), set(), (), lambda *_: record)


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    room = Room(path)
    with TestClient(Guard(app_of(room, Decisions(path)), ["127.0.0.1:8020"]), base_url=BASE) as client:
        yield client
    room.close()


def since(client: TestClient) -> str:
    """The words of the overview's first part."""
    found = html.fromstring(client.get("/").text).get_element_by_id("since")
    return " ".join(found.text_content().split())


def test_a_first_look_says_that_it_is_one(client: TestClient) -> None:
    assert "has not looked at this record before" in since(client)


def test_what_came_since_stands_until_the_visit_ends(
    client: TestClient, path: Path, ferry: Record, clock: Clock
) -> None:
    since(client)
    clock.now += 20 * 3600
    assert "Nothing has changed since you last looked, on 21 September 2026, 14:13 UTC" in since(client)
    keep(path, ferry)
    told = since(client)
    assert "1 new question" in told
    assert ferry.points[0].question in told
    clock.now += 20 * 60
    assert since(client) == told
    clock.now += 31 * 60
    assert "Nothing has changed since" in since(client)


def test_seen_ends_it_at_once(client: TestClient, path: Path, ferry: Record) -> None:
    since(client)
    keep(path, ferry)
    assert "new question" in since(client)
    assert "Nothing has changed" in " ".join(client.post("/seen", headers=POST).text.split())


def test_a_build_that_changes_nothing_is_told_as_that(
    client: TestClient, path: Path, ferry: Record, clock: Clock
) -> None:
    since(client)
    clock.now += 3600
    keep(path, replace(ferry, points=ferry.points[1:]))
    assert "says what it said" in since(client)


def test_other_stages_are_no_news(client: TestClient, path: Path, ferry: Record, clock: Clock) -> None:
    since(client)
    clock.now += 3600
    keep(path, replace(ferry, pipeline=(("clean", "other"),)))
    assert "made anew by other stages" in since(client)


def test_a_look_at_another_record_is_none(client: TestClient, path: Path, tmp_path: Path, ferry: Record) -> None:
    since(client)
    other = tmp_path / "other.db"
    keep(other, ferry)
    shutil.copy(other, path)
    room = Room(path)
    with TestClient(Guard(app_of(room, Decisions(path)), ["127.0.0.1:8020"]), base_url=BASE) as again:
        again.cookies.update(client.cookies)
        assert "has not looked at this record before" in since(again)
    room.close()


@pytest.mark.parametrize("value", ["", "1-2", "9-9-9-9", "-1-0-0-0", "1-1-1-1-1", "９-1-1-1", "7" * 4000])
def test_a_cookie_of_others_making_is_no_look(client: TestClient, value: str) -> None:
    client.get("/")
    name = next(iter(client.cookies))
    client.cookies.clear()
    answer = client.get("/", headers={"cookie": f"{name}={value}".encode()})
    assert answer.status_code == 200
    assert "has not looked at this record before" in answer.text


def test_the_cookie_is_for_us_alone(client: TestClient) -> None:
    told = client.get("/").headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=lax" in told
    assert "set-cookie" not in client.get("/overview.json").headers


def test_all_changes_are_listed_in_three_forms(client: TestClient, path: Path, ferry: Record) -> None:
    keep(path, ferry)
    rows = client.get("/changes.json").json()["rows"]
    assert {row["kind"] for row in rows} >= {"question"}
    assert client.get("/changes.csv?kind=question").text.count("\r\n") == 2
    page = client.get("/changes?kind=question").text
    assert f"/points/{ferry.points[0].id}" in page.replace("%3A", ":")
    assert client.get("/changes?kind=rumour").status_code == 400
    assert client.get(f"/changes.json?after={rows[0]['edition']}").json()["rows"] == []


def test_a_page_asked_for_while_a_decision_is_kept_makes_no_later_page_stale(
    client: TestClient, path: Path, ferry: Record
) -> None:
    """Elsewhere a decision is kept first and the record related by it then; a page may be asked for in between."""
    fewer = replace(ferry, points=ferry.points[1:])
    with new_record(path) as store:
        store.judge(Judgement("not a statement", (ferry.statements[0].id,), "Ada"), "2026-01-01T00:00:00+00:00")
        before = client.get("/overview.json").json()["rows"]
        store.integrate((), set(), (), lambda *_: ferry)
    after = client.get("/overview.json").json()["rows"]
    assert {"what": "points", "many": len(fewer.points)} in before
    assert {"what": "points", "many": len(ferry.points)} in after
