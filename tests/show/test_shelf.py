"""What articles are called, so that a reader can tell them apart."""

from __future__ import annotations

from reportedly.show.shelf import Entry, Shelf


def entry(number: int, path: str, outlet: str | None = None) -> Entry:
    return Entry(f"article:{number}", outlet, path, None, f"sha256:{number}", f"2031-05-0{number}")


def names(*entries: Entry) -> list[str]:
    shelf = Shelf(entries)
    return [shelf[entry.article][1] for entry in entries]


def test_an_article_is_called_by_its_outlet_else_by_its_file() -> None:
    assert names(entry(1, "a/001_harbour-post.txt"), entry(2, "a/x.txt", "The Lantern")) == [
        "harbour post",
        "The Lantern",
    ]


def test_two_of_one_outlet_are_told_apart_by_their_numbers() -> None:
    assert names(entry(1, "a", "The Lantern"), entry(2, "b", "The Lantern")) == ["The Lantern 1", "The Lantern 2"]


def test_what_several_files_are_called_names_none_of_them() -> None:
    kept = [entry(n, f"captures/00{n}_save-{n}f3a9c01{n}.txt") for n in (1, 2)]
    assert names(*kept, entry(3, "captures/1.txt")) == ["Article 1", "Article 2", "Article"]
