"""Rules of what is worth telling, lists of feeds, and the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from newsstand import newsstand

from reportedly.cli.main import main
from reportedly.watch.news import News
from reportedly.watch.rules import RuleError, read_rules
from reportedly.watch.sources import SourceError, feeds

DISPUTE = News("change:1", "dispute", "How many sheep were killed?", "contested", "point:1", standing=("contested",))
FIGURE = News(
    "change:2", "answer", "How many sheep were killed?", "112 sheep", "point:1", low=112, high=112, origin="Ana Lund"
)


def rules(folder: Path, text: str) -> Path:
    place = folder / "rules.toml"
    place.write_text(text, encoding="utf8")
    return place


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[tell]]\nkinds = ["dispute"]', [DISPUTE]),
        ('[[tell]]\nstanding = "contested"', [DISPUTE]),
        ("[[tell]]\nabove = 100", [FIGURE]),
        ("[[tell]]\nabove = 112", []),
        ("[[tell]]\nbelow = 200", [FIGURE]),
        ('[[tell]]\nquestion = "SHEEP"\norigin = "lund"', [FIGURE]),
        ('[[tell]]\nkinds = ["dispute"]\n[[tell]]\nabove = 100\nname = "toll"', [DISPUTE, FIGURE]),
    ],
)
def test_a_rule_tells_where_all_that_it_names_holds(tmp_path: Path, text: str, told: list[News]) -> None:
    known = read_rules(rules(tmp_path, text))
    assert [each for each in (DISPUTE, FIGURE) if any(rule(each) for rule in known)] == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "must hold rules"),
        ("tell = 3", "must hold rules"),
        ("[[tell", "no TOML"),
        ('[[tell]]\nkind = "dispute"', "no such key kind"),
        ('[[tell]]\nkinds = ["row"]', "kinds must be"),
        ('[[tell]]\nstanding = "true"', "standing must be"),
        ('[[tell]]\nabove = "ten"', "above must be a number"),
        ('[[tell]]\nquestion = "("', "no regular expression"),
    ],
)
def test_a_file_of_rules_that_cannot_be_says_why(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        read_rules(rules(tmp_path, text))


def test_a_list_of_feeds_and_an_address_are_watched_each_once(tmp_path: Path) -> None:
    place = tmp_path / "feeds.opml"
    outlines = (
        '<outline text="Brel"><outline type="rss" xmlUrl="https://brel.example/feed"/></outline><outline text="x"/>'
    )
    place.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf8")
    assert feeds(["https://a.example/f", str(place), "https://a.example/f"]) == (
        "https://a.example/f",
        "https://brel.example/feed",
    )


@pytest.mark.parametrize(
    "content",
    [
        b"no list",
        b'<!DOCTYPE o [<!ENTITY a "b">]><opml><outline xmlUrl="https://a.example/"/></opml>',
        b"<opml/>",
        None,
    ],
)
def test_what_is_no_list_of_feeds_says_so(tmp_path: Path, content: bytes | None) -> None:
    place = tmp_path / "feeds.opml"
    if content is not None:
        place.write_bytes(content)
    with pytest.raises(SourceError):
        feeds([str(place)])


def test_the_command_prints_what_is_new_once(tmp_path: Path) -> None:
    with newsstand() as stand:
        stand.articles["/a"] = "The flood at Brel killed 112 sheep, the shepherd Ana Lund said on Monday."
        words = [
            "watch",
            f"{stand.root}/feed",
            "-o",
            str(tmp_path / "r.db"),
            "--once",
            "--allow-private",
            "--pause",
            "0",
        ]
        first = CliRunner().invoke(main, [*words, "--json"])
        again = CliRunner().invoke(main, words)
    assert first.exit_code == 0, first.output
    assert 112 in [json.loads(line)["low"] for line in first.stdout.splitlines()]
    assert again.exit_code == 0
    assert not again.stdout
    assert (tmp_path / "r.db.watch" / "changes.atom").exists()


def test_this_machine_is_not_watched_without_leave(tmp_path: Path) -> None:
    with newsstand() as stand:
        words = ["watch", f"{stand.root}/feed", "-o", str(tmp_path / "r.db"), "--once", "--pause", "0"]
        made = CliRunner().invoke(main, words)
        assert not stand.asked
    assert made.exit_code != 0
    assert "--allow-private" in made.stderr


@pytest.mark.parametrize("every", ["soon", "10s", "15"])
def test_a_length_of_time_is_said_with_its_unit_and_is_no_shorter_than_a_minute(tmp_path: Path, every: str) -> None:
    words = ["watch", "https://a.example/f", "-o", str(tmp_path / "r.db"), "--once", "--every", every]
    assert CliRunner().invoke(main, words).exit_code == 2
