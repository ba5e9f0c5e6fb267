"""Every kind of decision, taken by the form that its page shows, kept with who took it, and undone again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from reportedly.model.judgement import JUDGEMENT_KINDS
from reportedly.run.build import build
from reportedly.serve.app import app_of
from reportedly.serve.deciding import Decisions
from reportedly.serve.guard import Guard
from reportedly.serve.room import Room

BASE = "http://127.0.0.1:8020"
FERRY = Path(__file__).parents[2] / "examples" / "ferry" / "captures"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A small record of our own: decisions relate it anew."""
    folder = tmp_path_factory.mktemp("judging")
    (folder / "captures").mkdir()
    for capture in sorted(FERRY.glob("*.txt"))[:2]:
        shutil.copy(capture, folder / "captures")
    record = folder / "record.db"
    build([folder / "captures"], record=record)
    room, decisions = Room(record), Decisions(record)
    headers = {"origin": BASE}
    with TestClient(Guard(app_of(room, decisions), ["127.0.0.1:8020"]), base_url=BASE, headers=headers) as made:
        yield made
    decisions.close()
    room.close()


def things(client: TestClient, kind: str) -> tuple[str, str]:
    """On what such a decision can be taken, and the one more thing that its form asks for, if it does."""
    if kind in ("wrong source", "not a statement"):
        return client.get("/statements.json?manner=direct").json()["rows"][0]["statement"], ""
    points = client.get("/points.json?kind=figure").json()["rows"]
    if kind == "not the same question":
        return points[0]["answers"][0]["id"], ""
    if kind == "same question":
        return points[0]["id"], points[1]["id"]
    names = client.get("/names.json").json()["rows"]
    if kind == "not the same name":
        return next(row["entity"] for row in names if ";" in row["names"]), ""
    return names[0]["entity"], names[1]["name"]


def standing(client: TestClient) -> list[dict[str, str]]:
    return [row for row in client.get("/judgements.json").json()["rows"] if not row["undone"]]


@pytest.mark.parametrize("kind", JUDGEMENT_KINDS)
def test_it_is_taken_by_its_form_kept_and_undone(client: TestClient, kind: str) -> None:
    on, more = things(client, kind)
    page = html.fromstring(client.get("/judge", params={"on": on}).content)
    form = next(each for each in page.xpath("//form") if each.xpath(f"input[@name='what'][@value='{kind}']"))
    asks = form.xpath(".//input[@name='on'][@required]")
    given = {
        "what": kind,
        "on": [str(each) for each in form.xpath(".//input[@name='on'][@type='hidden']/@value")]
        + ([more] if asks else []),
        "by": "Ada Brook",
    }
    assert client.post("/judgements", data=given).status_code == 200
    (kept,) = standing(client)
    assert (kept["what"], kept["by"]) == (kind, "Ada Brook")
    shown = html.fromstring(client.get("/judgements").content)
    assert kept["judgement"] in shown.xpath("//input[@name='judgement']/@value")
    client.post("/judgements/undo", data={"judgement": kept["judgement"], "by": "Ada Brook"})
    assert standing(client) == []
