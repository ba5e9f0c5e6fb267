"""Every address of the app: what it answers to people and programs, whom it answers, what no capture can do to it."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_record import ATTACKS, hostile
from lxml import html
from starlette.testclient import TestClient

from reportedly.model.entity import Entity
from reportedly.model.mention import PlaceMention
from reportedly.model.span import Span
from reportedly.serve.app import app_of
from reportedly.serve.deciding import Decisions
from reportedly.serve.guard import POLICY, Guard
from reportedly.serve.room import Room
from reportedly.serve.view import defused
from reportedly.serve.views import origins
from reportedly.show.visible import CONTROLS, visible
from reportedly.store import new_record

BASE = "http://127.0.0.1:8020"
PAGES = (
    "/", "/overview", "/points", "/articles", "/statements", "/timeline", "/origins", "/outlets", "/places", "/names",
    "/changes", "/judgements", "/problems", "/how",
)  # fmt: skip


def client_of(path: Path, token: str | None = None) -> Iterator[TestClient]:
    room = Room(path)
    guarded = Guard(app_of(room, Decisions(path)), ["127.0.0.1:8020"], token)
    with TestClient(guarded, base_url=BASE, follow_redirects=False) as client:
        yield client
    room.close()


@pytest.fixture(scope="module")
def client(ferry_file: Path) -> Iterator[TestClient]:
    yield from client_of(ferry_file)


def rows(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:300]
    return list(csv.DictReader(io.StringIO(answer.text)))


def attack(folder: Path, words: str) -> Path:
    """A record file whose every text is these words; half a pair cannot be kept by any database."""
    record = hostile(words)
    reading = record.readings[0]
    place = PlaceMention("place:1", reading.article.id, None, Span(0, len(words)), words, words, 50.0, 30.0)
    entity = Entity("entity:1", "person", words, ((words, 2),))
    answers = tuple(replace(answer, said=None, as_of=None) for answer in record.points[0].answers)  # a store asks dates
    points = (replace(record.points[0], answers=answers),)
    record = replace(record, readings=(replace(reading, places=(place,)),), entities=(entity,), points=points)
    path = folder / "hostile.db"
    with new_record(path) as store:
        store.integrate((), set(), (), lambda *_: record)
    return path


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_in_three_forms(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    tree = html.fromstring(page.content)
    assert len(tree.xpath("//h1")) == 1
    assert page.headers["content-security-policy"] == POLICY
    path = "/overview" if address == "/" else address
    assert client.get(f"{path}.json").json()["format"] == "reportedly/1"
    assert client.get(f"{path}.csv").headers["content-type"].startswith("text/csv")


def test_outlets_turn_pages_and_programs_get_them_all(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = rows(client, "/outlets.csv")
    monkeypatch.setattr(origins, "SIZE", 3)
    shown = [html.fromstring(client.get(f"/outlets?page={page}").content).xpath("//tbody/tr") for page in (1, 2)]
    assert [len(page) for page in shown] == [3, min(3, len(everything) - 3)]
    assert rows(client, "/outlets.csv") == everything


def test_programs_get_all_rows_under_the_filters_of_the_page(client: TestClient) -> None:
    everything = rows(client, "/points.csv")
    contested = rows(client, "/points.csv?standing=contested")
    assert len(everything) > 25
    assert contested == [row for row in everything if "contested" in row["standing"].split()]
    assert len(client.get("/points.json?standing=contested").json()["rows"]) == len(contested)
    shown = html.fromstring(client.get("/points?standing=contested").content)
    assert f"of {len(contested)} questions" in shown.xpath("string(//p[@class='turn'])")


def test_the_pages_of_a_list_hold_every_question_once(client: TestClient) -> None:
    found: list[str] = []
    address = "/points"
    while address:
        tree = html.fromstring(client.get(address).content)
        found += [str(href).rpartition("/")[2] for href in tree.xpath("//a[@class='qt']/@href")]
        address = next(iter(tree.xpath("//a[@rel='next']/@href")), "")
    assert [each.replace("%3A", ":") for each in found] == [row["point"] for row in rows(client, "/points.csv")]


def test_a_number_leads_to_its_words_and_the_words_back_to_the_question(client: TestClient) -> None:
    row = next(row for row in rows(client, "/points.csv?kind=figure") if int(row["answers"]) > 3)
    point = html.fromstring(client.get(f"/points/{row['point']}").content)
    for link in point.xpath("//table[@class='ans']//td[2]//a/@href"):
        address, _, anchor = str(link).partition("#")
        article = html.fromstring(client.get(address).content)
        there = article.xpath(f"//*[@id='{anchor}']")
        assert len(there) == 1
        assert there[0].xpath(
            f"ancestor-or-self::*//a[starts-with(@href,'/points/{row['point'].replace(':', '%3A')}')]"
        )


def test_words_that_nobody_answers_with_can_be_linked(client: TestClient) -> None:
    article = rows(client, "/articles.csv")[0]["article"]
    page = html.fromstring(client.get(f"/articles/{article}?at=3-12").content)
    assert page.xpath("//*[@id='w1-3-12']")
    assert client.get(f"/articles/{article}?at=12-3").status_code == 200
    assert client.get(f"/articles/{article}?at=a-b").status_code == 400


@pytest.mark.parametrize(
    ("address", "status"),
    [("/points?nothing=1", 400), ("/points?standing=loud", 400), ("/points?page=0", 400), ("/points?page=²", 400),
     ("/points/point:none", 404), ("/articles/article:none", 404), ("/articles/article:none/markup", 404),
     ("/judge?on=point:none", 404), ("/nowhere", 404), ("/static/..%2Fapp.py", 404), ("/timeline?since=soon", 400)],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_in_a_sentence(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_only_our_own_names_and_pages_are_answered(client: TestClient) -> None:
    assert client.get("/", headers={"host": "attack.invalid:8020"}).status_code == 421
    assert client.get("/", headers={"host": "127.0.0.1:9"}).status_code == 421
    assert client.get("/points.json", headers={"origin": "http://attack.invalid"}).status_code == 403
    fetched = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert client.get("/points.json", headers=fetched).status_code == 403
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/points", headers=followed).status_code == 200
    decision = {"what": "not a statement", "on": "statement:1", "by": "me"}
    assert client.post("/judgements", data=decision).status_code == 403
    assert client.post("/judgements", data=decision, headers={"origin": "http://attack.invalid"}).status_code == 403


def test_a_token_opens_once_and_a_cookie_keeps_open(ferry_file: Path) -> None:
    for guarded in client_of(ferry_file, "secret"):
        assert guarded.get("/").status_code == 401
        assert guarded.get("/static/style.css").status_code == 401
        assert guarded.get("/?token=wrong").status_code == 401
        opened = guarded.get("/points?token=secret")
        assert (opened.status_code, opened.headers["location"]) == (303, "/points")
        assert "httponly" in opened.headers["set-cookie"].lower()
        assert guarded.get("/points").status_code == 200


@pytest.mark.parametrize("words", [words for words in ATTACKS if not re.search("[\ud800-\udfff]", words)])
def test_an_attack_stands_on_every_page_as_text(tmp_path: Path, words: str) -> None:
    own = {"htmx.min.js", "app.js", "map.js", "net.js", "leaflet.js", "topojson-client.min.js", "cytoscape.min.js"}
    for client in client_of(attack(tmp_path, words)):
        things = ("/points/point:1", "/articles/article:1", "/judge?on=point:1", "/judge?on=answer:0",
                  "/judge?on=statement:1", "/judge?on=entity:1", "/points/point:1/answers")  # fmt: skip
        for address in (*PAGES, *things):
            page = client.get(address)
            assert page.status_code == 200, address
            tree = html.fromstring(page.content)
            scripts = tree.xpath("//script[not(@type='application/json')]")
            assert {str(each.get("src")).rpartition("/")[2] for each in scripts} <= own
            assert not [name for each in tree.iter() for name in each.attrib if name.lower().startswith("on")]
            assert not tree.xpath("//img|//object|//embed|//base|//*[@style]")
            targets = [str(target) for target in tree.xpath("//@href|//@src|//@action")]
            assert all(target.startswith(("/", "#")) and not target.startswith("//") for target in targets)
            assert not CONTROLS.search(page.text)
        shown = html.fromstring(client.get("/articles/article:1").content)
        assert visible(words) in shown.xpath("string(//article)")


def test_letters_from_the_right_turn_nothing_round(tmp_path: Path) -> None:
    """Names and numbers of ours that stand beside them keep their places, and a form asks for what was typed."""
    name = "צחיפת המרסא"
    for client in client_of(attack(tmp_path, name)):
        for address in (*PAGES, "/points/point:1", "/articles/article:1"):
            text = html.fromstring(client.get(address).content).xpath("string(//body)")
            apart = re.sub("[\u2066\u2068][^\u2066-\u2069]*\u2069", "", text)
            assert not re.search(f"{name}[ ·,]+[0-9]", apart), address
        found = html.fromstring(client.get("/points", params={"words": name}).content)
        assert found.xpath("string(//form[@class='ask']//input[@name='words']/@value)") == name


def test_every_address_gives_programs_all_that_it_tells(client: TestClient) -> None:
    """As many rows in one form as in the other, and as many as the page counts, on however many pages it tells them."""
    of = {name: client.get(f"/{name}.json").json()["rows"][0] for name in ("points", "statements", "articles", "names")}
    point, article = of["points"]["id"], of["articles"]["article"]
    judged = [f"/judge?on={id_}" for id_ in (point, of["statements"]["statement"], of["names"]["entity"])]
    things = [f"/articles/{article}", f"/articles/{article}/original", *judged]
    for address in (*PAGES[1:], *things):
        path, _, asked = address.partition("?")
        told = len(client.get(f"{path}.json?{asked}").json()["rows"])
        assert told == len(rows(client, f"{path}.csv?{asked}")), address
        counted = html.fromstring(client.get(address).content).xpath("string(//p[@class='turn'])")
        many = re.search(r"of ([\d,]+) ", counted)
        assert many is None or int(many[1].replace(",", "")) == told, address
    for address in (f"/points/{point}", f"/points/{point}/answers"):
        (whole,) = client.get(f"{address}.json").json()["rows"]
        assert len(whole["answers"]) == len(rows(client, f"{address}.csv"))


def test_a_word_of_a_megabyte_makes_no_other_page_long(tmp_path: Path) -> None:
    for client in client_of(attack(tmp_path, "x" * 1_000_000)):
        for address in (*PAGES, "/points/point:1", "/judge?on=point:1"):
            assert len(client.get(address).content) < 60_000, address
        assert 2_000_000 < len(client.get("/articles/article:1").content) < 2_200_000


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", " =1", "＝1", "|x", "%0A=1"])
def test_a_spreadsheet_runs_no_cell(cell: str) -> None:
    assert str(defused(cell)).startswith("'")


@pytest.mark.parametrize("cell", ["-12", "12.5", "12,000", "a=b", "", None, 7, -3.5])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert defused(cell) == cell


def test_csv_of_an_attack_is_defused(tmp_path: Path) -> None:
    for client in client_of(attack(tmp_path, '=HYPERLINK("http://attack.invalid")')):
        for address in ("/points.csv", "/statements.csv", "/names.csv", "/places.csv", "/origins.csv", "/articles.csv"):
            for row in rows(client, address):
                assert not [cell for cell in row.values() if cell and cell.lstrip().startswith(("=", "+", "@"))]


def test_names_are_found_in_any_case_and_suggested_where_two_are_joined(client: TestClient) -> None:
    rows_ = client.get("/names.json").json()["rows"]
    whole = next(row for row in rows_ if row["kind"] == "person" and " " in row["name"])
    last = whole["name"].split()[-1]
    assert whole["entity"] in {row["entity"] for row in client.get(f"/names.json?words={last.upper()}").json()["rows"]}
    assert client.get("/names.json?words=nobodyofthatname").json()["rows"] == []
    page = html.fromstring(client.get(f"/judge?on={whole['entity']}").text)
    offered = [option.get("value") for option in page.xpath("//datalist[@id='names']/option")]
    known = {row["name"] for row in rows_}
    assert offered
    assert set(offered) <= known
    assert whole["name"] not in offered
    assert [field.get("list") for field in page.xpath("//input[@name='on' and not(@type)]")] == ["names", "names"]
