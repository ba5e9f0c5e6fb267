"""Own voices are one origin only where the pages name one house, or their files are named after one."""

from __future__ import annotations

from newsroom import account

from reportedly.relate import relate
from reportedly.vocabulary.outlets import outlet_of_file

TOLD = "The blast at the silo killed [1437] workers."
AGAIN = "At the silo [1437] workers were killed by the blast."


def origins(one: str, other: str) -> int:
    readings = account(one, TOLD, predicate="killed"), account(other, AGAIN, predicate="killed")
    return relate(readings, pipeline=()).points[0].independent_origins


def test_files_in_one_folder_are_not_one_house() -> None:
    assert origins("captures/001_kept.txt", "captures/002_kept.txt") == 2


def test_files_named_after_one_outlet_are_of_one_house() -> None:
    assert origins("captures/001_washingtonpost-3.txt", "captures/002_washingtonpost-4.txt") == 1


def test_a_file_named_after_two_outlets_or_none_tells_nothing() -> None:
    assert outlet_of_file("a/reuters-bbc-1.txt") is None
    assert outlet_of_file("a/quay.txt") is None
    assert (found := outlet_of_file("a/7_bbc.txt")) is not None
    assert found.name == "BBC"
