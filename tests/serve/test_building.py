"""A build that goes on while its pages are open."""

import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.serve.app import app_of
from reportedly.serve.building import Building
from reportedly.serve.deciding import Decisions
from reportedly.serve.guard import Guard
from reportedly.serve.room import Room

FERRY = Path(__file__).parent.parent.parent / "examples" / "ferry" / "captures"
PATIENCE = 240  # seconds: cores are shared


def ended(building: Building) -> None:
    end = time.monotonic() + PATIENCE
    while not building.done and time.monotonic() < end:
        time.sleep(0.1)
    assert building.done


@pytest.mark.slow
def test_pages_lead_to_the_build_until_it_is_done_and_then_show_its_record(tmp_path: Path) -> None:
    record = tmp_path / "new.db"
    building, room = Building([str(FERRY)], record), Room(record)
    guarded = Guard(app_of(room, Decisions(record), building), ["127.0.0.1:8020"])
    with TestClient(guarded, base_url="http://127.0.0.1:8020", follow_redirects=False) as client:
        scoped = client.get("/")
        assert (scoped.status_code, scoped.headers["location"]) == (303, "/building")
        ended(building)
        assert building.fault == ""
        assert len(building.read) == 8
        assert "To the overview" in client.get("/building").text
        assert client.get("/points").status_code == 200
    building.close()
    room.close()


@pytest.mark.slow
def test_a_build_that_cannot_begin_says_why(tmp_path: Path) -> None:
    building = Building([str(tmp_path / "nothing")], tmp_path / "new.db")
    ended(building)
    assert "nothing could be read" in building.fault
    building.close()
