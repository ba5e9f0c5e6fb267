"""The app in a browser: what a person does with it, by mouse and by keys, with and without scripts, wide and narrow.

One browser for all; it is the system's Chromium, and where there is none these tests are skipped.
"""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from reportedly.run.build import build
from reportedly.serve.app import app_of
from reportedly.serve.deciding import Decisions
from reportedly.serve.guard import Guard
from reportedly.serve.room import Room
from reportedly.serve.run import door

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
KURSK = Path(__file__).parents[3] / "shared" / "events" / "kursk" / "captures"
AXE = (Path(__file__).parent / "vendored" / "axe.min.js").read_text(encoding="utf8")
PAGES = (
    "/", "/points", "/articles", "/statements", "/timeline", "/origins", "/outlets", "/places", "/names",
    "/changes", "/judgements", "/problems", "/how",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(ferry_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of a copy of the ferry's record: decisions are taken on it."""
    path = tmp_path_factory.mktemp("served") / "ferry.db"
    shutil.copy(ferry_file, path)
    with served(path) as where:
        yield where


@contextmanager
def served(path: Path) -> Iterator[str]:
    """A server of a record, until the end of the block."""
    room, decisions, at = Room(path), Decisions(path), door("127.0.0.1", 0)
    config = uvicorn.Config(Guard(app_of(room, decisions), at.names), log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [at.listener]})
    thread.start()
    yield at.address.rstrip("/")
    server.should_exit = True
    thread.join(20)
    decisions.close()
    room.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(90_000)  # a decision relates the record anew, beside whatever else the machine does
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """A page that fails the test when it asks anybody but its own host, or when a script of it fails."""
    opened = context.new_page()

    def watch(request: Request) -> None:
        assert request.url.startswith((address, "data:", "blob:")), request.url

    opened.on("request", watch)
    opened.on("pageerror", lambda fault: pytest.fail(str(fault)))
    return opened


def test_from_the_overview_to_the_words_and_to_who_else_answers(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("a.qn", has_text="How many").first.click()
    question = page.url.partition("#")[0]
    page.locator("table.ans td:nth-child(2) a").first.click()
    target = page.locator(":target")
    assert target.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector(':target')).outlineStyle") == "solid"
    page.locator(":target a.wash, a.wash:has(:target)").first.click()
    assert page.url.partition("#")[0] == question
    assert page.locator("table.ans tbody tr").count() > 1


@pytest.mark.skipif(not KURSK.is_dir(), reason="the captures of real events are not here")
def test_a_range_that_differs_is_two_clicks_from_the_overview(context: BrowserContext, tmp_path: Path) -> None:
    """Of a real event: to the words of a figure from ten to fifty thousand, and from there to who else answers."""
    build([KURSK], record=tmp_path / "kursk.db")
    with served(tmp_path / "kursk.db") as address:
        page = context.new_page()
        page.goto(address)
        rows = page.request.get(f"{address}/points.json?kind=figure").json()["rows"]
        wide = {"low": 10_000, "high": 50_000}
        point = next(row for row in rows if any(wide.items() <= answer["value"].items() for answer in row["answers"]))
        page.locator(f"a.qn[href^='/points/{quote(point['id'])}']").first.click()
        page.locator("table.ans tr", has=page.locator("td.v", has_text="10,000–50,000")).locator(
            "td:nth-child(2) a"
        ).click()
        page.locator(":target").wait_for()  # visible, once the page that the click leads to is there
        assert page.evaluate("getComputedStyle(document.querySelector(':target')).outlineStyle") == "solid"
        words = page.locator(":target").inner_text()
        assert "10,000" in words
        assert "50,000" in words
        page.locator(":target a.wash, a.wash:has(:target)").first.click()
        assert page.locator("h1.q").inner_text() == point["question"]
        assert page.locator("table.ans tbody tr").count() == len(point["answers"])


def test_filter_and_search_and_open_a_row(page: Page, address: str) -> None:
    page.goto(f"{address}/points")
    page.select_option("#f-standing", "contested")
    page.click(".ask button")
    assert "standing=contested" in page.url
    assert all("contested" in text for text in page.locator(".qs .st").all_inner_texts())
    page.fill("#find", "missing")
    page.press("#find", "Enter")
    assert "words=missing" in page.url
    assert page.locator(".qs tbody").count() > 0
    page.locator(".more summary").first.click()
    page.locator(".more .ans").first.wait_for()


def test_decide_and_undo(page: Page, address: str) -> None:
    page.goto(f"{address}/statements")
    page.locator("a.jd").first.click()
    page.locator("form", has_text="Not a statement").locator("input[name=by]").fill("Ada Brook")
    page.locator("form", has_text="Not a statement").locator("button").click()
    page.wait_for_url("**/judgements", timeout=60_000)
    row = page.locator("form.decide")
    assert "Ada Brook" in row.inner_text()
    row.locator("button").click()
    page.locator("text=(undone)").wait_for(timeout=60_000)


def test_keys_walk_through_the_statements(page: Page, address: str) -> None:
    page.goto(f"{address}/articles")
    page.locator(".arts a").first.click()
    page.wait_for_load_state()
    page.keyboard.press("j")
    first = page.locator(".now").get_attribute("id")
    page.keyboard.press("j")
    assert page.locator(".now").get_attribute("id") != first
    page.keyboard.press("k")
    assert page.locator(".now").get_attribute("id") == first
    assert page.evaluate("document.activeElement.id") == first


def test_the_map_and_the_picture_of_origins_are_drawn(page: Page, address: str) -> None:
    page.goto(f"{address}/origins")
    page.locator("#net canvas").first.wait_for()
    assert (page.locator("#net canvas").first.bounding_box() or {}).get("width", 0) > 100
    page.goto(f"{address}/places")
    page.locator("#map path.land").first.wait_for(state="attached")
    assert page.locator("#map path.land").count() > 100


@pytest.mark.parametrize(("wide", "scheme"), [(1280, "light"), (320, "dark")])
def test_no_page_has_a_barrier_or_runs_over_its_side(browser: Browser, address: str, wide: int, scheme: str) -> None:
    dark = scheme == "dark"
    context = browser.new_context(
        viewport={"width": wide, "height": 800}, color_scheme="dark" if dark else "light", bypass_csp=True
    )  # the policy would keep the checker out
    page = context.new_page()
    page.goto(f"{address}/points")
    point = page.locator("a.qt").first.get_attribute("href") or ""
    page.goto(f"{address}/articles")
    article = page.locator(".arts a").first.get_attribute("href") or ""
    found = []
    for path in (*PAGES, point, article):
        page.goto(address + path)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{path} runs over by {over} px"] if over > 0 else []
        page.evaluate(AXE)
        checked = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [f"{path}: {each['help']}: {each['nodes'][0]['html'][:200]}" for each in checked["violations"]]
    context.close()
    assert found == []


def test_without_scripts_everything_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/points?kind=figure")
    page.locator(".more summary").first.click()
    page.locator(".more details[open] a", has_text="own page").first.click()
    page.locator("table.ans td:nth-child(2) a").first.click()
    assert page.locator(":target").is_visible()
    page.goto(f"{address}/places")
    assert page.locator("tbody tr").count() > 0
    assert not page.locator("#map").is_visible()
    context.close()


def test_print_shows_the_words_and_not_the_ways_about(page: Page, address: str) -> None:
    page.goto(f"{address}/points")
    page.emulate_media(media="print")
    assert not page.locator(".top nav").is_visible()
    assert page.locator(".qs th[scope=row]").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
