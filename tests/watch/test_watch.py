"""Feeds watched over many cycles: nothing is lost, nothing told twice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from newsstand import HOSTILE, HTML, XML, Newsstand, Reply, newsstand

import reportedly
from reportedly.model.problem import Problem
from reportedly.read import captures
from reportedly.read.exchange import Exchange, Limits
from reportedly.watch import cycle as cycles
from reportedly.watch.cycle import Watch, Wish
from reportedly.watch.news import News
from reportedly.watch.rules import Rule

BEGIN = 1_930_000_000.0  # 2031
EVERY = 900.0


@pytest.fixture
def stand() -> Iterator[Newsstand]:
    with newsstand() as made:
        yield made


class Newsroom:
    """Somebody who watches a newsstand with a clock that runs as fast as the cycles."""

    def __init__(self, stand: Newsstand, folder: Path, **wishes: object) -> None:
        self.wish = replace(Wish((f"{stand.root}/feed",), folder / "r.db", folder / "kept", EVERY), **wishes)  # type: ignore[arg-type]
        self.time = BEGIN
        self.patience = 15.0
        self.told: list[News] = []
        self.problems: list[Problem] = []
        self.begin()

    def begin(self) -> None:
        """Start the watch, or start it anew after it was stopped."""
        exchange = Exchange(Limits(seconds=self.patience, pause=0), allow_private=True)
        self._watch = Watch(self.wish, exchange, lambda: self.time)

    def cycle(self, times: int = 1) -> list[Problem]:
        """So many cycles; what failed in the last."""
        found: list[Problem] = []
        for _ in range(times):
            self.time += EVERY
            found = list(self._watch())
            self._watch.printed(self.told.append)
            self.problems += found
        return found

    def numbers(self) -> Counter[float | None]:
        """How often each number was told as an answer."""
        return Counter(each.low for each in self.told if each.kind in ("answer", "confirmation") and each.low)


def sheep(number: int) -> str:
    """An article of one number, on a farm of its own."""
    farm = "".join("abdelmorst"[int(digit)] for digit in str(number)).capitalize()
    return f"The flood at Brel killed {number} sheep on the farm of {farm}, the shepherd Ana Lund said on Monday."


def test_what_a_feed_names_is_fetched_read_and_told_once(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path)
    assert not room.cycle()
    assert not room.told
    stand.articles["/a"] = sheep(112)
    assert not room.cycle()
    assert room.numbers() == {112: 1}
    answer = next(each for each in room.told if each.low == 112)
    assert answer.url == f"{stand.root}/a"
    before = list(room.told)
    room.cycle(3)
    assert room.told == before


def test_an_edited_page_is_a_new_version_and_only_what_is_new_in_it_is_told(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles["/a"] = sheep(112)
    room.cycle()
    stand.articles["/a"] = f"{sheep(112)} | The mayor said that 34 houses were destroyed at Brel."
    room.cycle(2)
    assert room.numbers() == {112: 1, 34: 1}
    record = reportedly.open(tmp_path / "r.db")
    assert sorted(article.version_of is None for article in record.articles) == [False, True]
    (point,) = [p for p in record.points if {getattr(a.value, "low", None) for a in p.answers} == {112}]
    assert len(point.answers) == 2
    assert point.independent_origins == 1
    assert not [each for each in room.told if each.kind == "origin" and "sheep" in each.question]


def test_the_same_words_in_another_frame_are_no_new_version(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles["/a"] = sheep(112)
    stand.replies["/a"] = (
        200,
        HTML,
        f"<html><body><h1>Brel</h1><p>{sheep(112)}</p><footer>1</footer></body></html>".encode(),
    )
    room.cycle()
    stand.replies["/a"] = 200, HTML, stand.replies["/a"][2].replace(b">1<", b">2<")
    room.cycle(3)
    assert stand.asked.count("/a") > 1
    assert len(reportedly.open(tmp_path / "r.db").articles) == 1


def test_a_page_that_cannot_be_had_is_told_by_its_feed(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles = {"/gone": sheep(112), "/down": sheep(113)}
    stand.replies = {"/gone": (404, HTML, b"<p>No.</p>"), "/down": (500, HTML, b"<p>Oops.</p>")}
    assert {problem.what for problem in room.cycle()} == {"page not fetched"}
    room.cycle(3)
    assert room.numbers() == {112: 1, 113: 1}


def test_a_host_that_wants_to_be_left_alone_is(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles["/a"] = sheep(112)
    stand.replies["/feed"] = 429, {"Retry-After": str(int(3.5 * EVERY))}, b"Too many."
    room.cycle()
    stand.replies.clear()
    asked = len(stand.asked)
    room.cycle(3)
    assert len(stand.asked) == asked
    room.cycle()
    assert room.numbers() == {112: 1}


@pytest.mark.parametrize(
    "reply",
    [
        (500, XML, b"Oops."),
        (200, XML, b"<rss><channel><item>"),
        (200, XML, HOSTILE),
        (200, {**XML, "X-Slow": "yes"}, b"<rss>" + b" " * 500),
        (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        (301, {"Location": "ftp://127.0.0.1/feed"}, b""),
        (200, XML, b"<rss>" + b"<item>" * 300_000),
    ],
    ids=["error", "torn", "entities", "slow", "picture", "away", "deep"],
)
def test_a_feed_in_trouble_is_a_problem_and_asked_again(stand: Newsstand, tmp_path: Path, reply: Reply) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles["/a"] = sheep(112)
    stand.replies["/feed"] = reply
    room.patience = 2.0 if "X-Slow" in reply[1] else room.patience
    room.begin()
    assert [problem.what for problem in room.cycle()] == ["feed not read"]
    stand.replies.clear()
    room.patience = 15.0
    room.begin()
    room.cycle(2)
    assert room.numbers() == {112: 1}


def test_a_feed_that_moved_is_followed(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles["/a"] = sheep(112)
    stand.replies["/feed"] = 301, {"Location": "/feed2"}, b""
    stand.replies["/feed2"] = 200, XML, stand.feed()
    assert not room.cycle()
    assert room.numbers() == {112: 1}


def test_what_the_record_held_before_is_no_news(stand: Newsstand, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{sheep(112)}\n", encoding="utf8")
    reportedly.build([tmp_path / "a.txt"], record=tmp_path / "r.db")
    room = Newsroom(stand, tmp_path)
    stand.articles["/b"] = sheep(113)
    room.cycle()
    assert room.numbers() == {113: 1}


@pytest.mark.parametrize("step", ["write_whole", "write_ledger", "news", "changes_against", "build"])
def test_a_cycle_that_was_killed_is_made_up_for(
    stand: Newsstand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles["/a"] = sheep(112)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(cycles, step, killed)
        with pytest.raises(KeyboardInterrupt):
            room.cycle()
    room.begin()
    room.cycle(2)
    assert room.numbers() == {112: 1}


def test_rules_choose_what_is_told(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path, rules=(Rule("many", frozenset({"answer"}), above=115),))
    stand.articles = {"/a": sheep(112), "/b": sheep(120)}
    room.cycle()
    assert [(each.kind, each.low) for each in room.told] == [("answer", 120)]


def test_news_is_posted_once_and_waits_while_it_is_not_taken(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path, hooks=(f"{stand.root}/hook",))
    stand.articles["/a"] = sheep(112)
    stand.hook = 500, {}, b""
    assert [problem.what for problem in room.cycle()] == ["news not sent"]
    stand.hook = 204, {}, b""
    room.cycle(2)
    posted = [each for _, content in stand.took for each in json.loads(content)["changes"]]
    assert [each["id"] for each in posted] == [each.id for each in room.told]
    assert stand.took[0][0]["Idempotency-Key"]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/hook", "http://[::1]/hook", "http://169.254.169.254/"])
def test_news_is_sent_to_nobody_s_own_machine(
    stand: Newsstand, tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Newsroom(stand, tmp_path, hooks=(url,))
    room._watch._journal.add(
        [News("change:1", "answer", "How many?", "12", "point:1", told="2031-03-05T09:12:00+00:00")]
    )
    monkeypatch.setattr(room._watch, "_exchange", Exchange(Limits(seconds=0.5, pause=0), allow_private=False))
    problems = list(room._watch._send())
    assert [problem.what for problem in problems] == ["news not sent"]
    assert "--allow-private" in problems[0].detail


def test_a_hook_s_redirect_is_not_followed(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path, hooks=(f"{stand.root}/hook",))
    stand.articles["/a"] = sheep(112)
    stand.hook = 307, {"Location": f"{stand.root}/elsewhere"}, b""
    assert "answers 307" in room.cycle()[0].detail
    assert not stand.took


def test_the_feeds_of_changes_are_feeds(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles["/a"] = sheep(112)
    room.cycle()
    for name in ("changes.atom", "changes.json"):
        read = list(captures([tmp_path / "kept" / name]))
        assert len(read) == len(room.told)
        assert any("112 sheep" in one.text for one in read if not isinstance(one, Problem))


TROUBLES: tuple[Callable[[Newsstand], None], ...] = (
    lambda stand: stand.replies.update({"/feed": (500, XML, b"Oops.")}),
    lambda stand: stand.replies.update({"/feed": (200, XML, stand.feed()[:-40])}),
    lambda stand: stand.replies.update({"/feed": (200, XML, HOSTILE)}),
    lambda stand: stand.replies.update({"/feed": (429, {"Retry-After": "1800"}, b"Slow down.")}),
    lambda stand: stand.replies.update(
        {"/feed": (301, {"Location": "/moved"}, b""), "/moved": (200, XML, stand.feed())}
    ),
    lambda stand: stand.replies.update({path: (503, {"Retry-After": "900"}, b"") for path in [*stand.articles][-1:]}),
    lambda stand: stand.replies.update(dict.fromkeys([*stand.articles][-2:], (500, HTML, b"Oops."))),
)


@pytest.mark.parametrize("cycles", [20, pytest.param(200, marks=pytest.mark.stress)])
def test_nothing_is_lost_or_told_twice(stand: Newsstand, tmp_path: Path, cycles: int) -> None:
    """An article every fourth cycle, an edit now and then, trouble in every other one, a new start every ninth."""
    room = Newsroom(stand, tmp_path)
    wanted: set[float] = set()
    for turn in range(cycles):
        stand.replies.clear()
        if turn % 4 == 0:
            stand.articles[f"/{turn}"] = sheep(101 + turn)
            wanted.add(101 + turn)
        if turn % 10 == 7:
            path = [*stand.articles][-1]
            stand.articles[path] += f" | The mayor of Brel said that {1001 + turn} houses were destroyed."
            wanted.add(1001 + turn)
        if turn % 2:
            TROUBLES[turn // 2 % len(TROUBLES)](stand)
        if turn % 9 == 8:
            room.begin()
        room.cycle()
    stand.replies.clear()
    room.cycle(8)
    told = room.numbers()
    assert {number for number in wanted if told[number] != 1} == set()
    assert len({each.id for each in room.told}) == len(room.told)
    record = reportedly.open(tmp_path / "r.db")
    assert sum(article.version_of is None for article in record.articles) == len(stand.articles)


def test_a_clock_set_back_to_a_second_that_it_has_shown_loses_no_page(stand: Newsstand, tmp_path: Path) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles["/a"] = sheep(112)
    room.cycle()
    stand.articles["/b"] = sheep(113)
    room.time -= EVERY
    room.cycle()
    assert room.numbers() == {112: 1, 113: 1}
    assert len(list((tmp_path / "kept").glob("*.warc.gz"))) == 2


def test_pages_that_a_killed_cycle_had_fetched_are_not_kept_twice(
    stand: Newsstand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Newsroom(stand, tmp_path)
    stand.articles = {"/a": sheep(112), "/b": sheep(113)}
    stand.replies["/b"] = (500, HTML, b"Oops.")
    room.cycle()
    begun = room.time
    for again in (False, True):  # in the same second, then in a later one
        room.time = begun + EVERY * again
        with monkeypatch.context() as patch:
            patch.setattr(cycles, "write_ledger", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                room.cycle()
        room.begin()
    room.cycle(2)
    record = reportedly.open(tmp_path / "r.db")
    assert sorted("112" in capture.text for capture in record.captures) == [False, True]
    assert room.numbers() == {112: 1, 113: 1}
