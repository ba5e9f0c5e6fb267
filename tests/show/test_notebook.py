"""What a notebook shows of a record: its points, a point's answers, a picture; and the points as a data frame."""

import html
import re
import sys

import pandas
import pytest

import reportedly
from reportedly.export.extras import MissingExtraError
from reportedly.model.point import Points
from reportedly.model.record import Record
from reportedly.show.figures_over_time import figures_over_time
from reportedly.show.index import Index


def view(noun: object) -> str:
    shown = noun._repr_html_()  # type: ignore[attr-defined]
    assert isinstance(shown, str)
    return shown


def test_a_record_shows_its_most_telling_points(ferry: Record) -> None:
    shown = view(ferry)
    assert f"{len(ferry.points)} points" in shown
    assert "How many people were killed?" in shown
    assert shown.count("<tr>") == 26
    assert f"and {len(ferry.points) - 25} more" in shown
    assert not re.search(r"<(script|img|link)", shown)


def test_a_point_shows_every_answer_in_its_words(ferry: Record) -> None:
    point = max(ferry.points, key=lambda p: len(p.answers))
    shown = html.unescape(view(point))
    assert shown.count("<tr>") == len(point.answers) + 1
    for answer in point.answers:
        assert " ".join(answer.text.split())[:60] in shown


def test_points_are_a_tuple_and_a_data_frame(ferry: Record) -> None:
    assert isinstance(ferry.points, tuple)
    assert ferry.points == tuple(ferry.points)
    assert view(ferry.points).startswith("<table>")
    frame = Points(ferry.points).to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["id"]) == [point.id for point in ferry.points]


def test_a_picture_stands_in_a_frame_where_nothing_acts(ferry: Record) -> None:
    picture = figures_over_time(Index(ferry)).pictures[0]
    shown = view(picture)
    assert shown.startswith("<iframe sandbox srcdoc=")
    page = html.unescape(re.search(r"srcdoc='([^']*)'", shown)[1])  # type: ignore[index]
    assert "<svg" in page
    assert str(picture.wide) in page


def test_hostile_words_are_only_words(tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = "The ferry sank.\n\n44 people drowned, <script>alert(1)</script> the union said. 44 people drowned.\n"
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.txt").write_text(text.replace("44", "45"))
    record = reportedly.build([tmp_path])
    assert "<script" not in view(record) + "".join(map(view, record.points))


def test_without_pandas_the_extra_is_named(ferry: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"reportedly\[pandas\]"):
        Points(ferry.points).to_pandas()
