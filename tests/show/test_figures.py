"""Pictures: no label lies on a mark or on another label, every mark is a link, axes hold all values."""

import re
from pathlib import Path

import pytest
from gold_record import gold_record
from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.figure_axes import HEADING_PX, values_axis
from reportedly.show.figure_dots import Dot, dots
from reportedly.show.figure_narrow import narrow
from reportedly.show.figure_wide import TOP, WIDE, Layout, layout, wide
from reportedly.show.figures_over_time import figures_over_time
from reportedly.show.index import Index
from reportedly.show.labels import Box, Label, Wish, settle

CORPUS = Path(__file__).parents[2] / "corpus"
FIGURES = st.integers(0, 10**15).map(lambda millionths: millionths / 1e6)
EVENTS = sorted(path.parent.name for path in CORPUS.glob("*/event.json"))


def drawn(event: str) -> list[list[Dot]]:
    index = Index(gold_record(CORPUS / event))
    every = [dots(index, point) for point in index.points if point.kind == "figure"]
    return [found for found in every if len(found) > 1]


def boxes(plan: Layout) -> list[Box]:
    return [label.box(*place) for label, place in plan.labels if place is not None]


@pytest.mark.parametrize("event", EVENTS)
def test_labels_lie_on_nothing(event: str) -> None:
    for found in drawn(event):
        plan = layout(found, values_axis(found))
        labels = boxes(plan)
        page = Box(0, TOP - 8, WIDE + 4, plan.high)
        for place, box in enumerate(labels):
            assert box.within(page)
            assert not any(box.meets(other) for other in labels[:place])
            assert not any(box.meets(mark.box) for mark in plan.marks)


@pytest.mark.parametrize("event", EVENTS)
def test_names_of_columns_do_not_run_together(event: str) -> None:
    for found in drawn(event):
        columns = layout(found, values_axis(found)).times.columns
        assert all(column.left + len(column.name) * HEADING_PX <= column.right for column in columns if column.name)


@pytest.mark.parametrize("event", ["ferry-reine-de-koume", "teshkol-quake", "cyclone-orelia"])
def test_nearly_all_marks_have_their_label(event: str) -> None:
    every = [place for found in drawn(event) for _, place in layout(found, values_axis(found)).labels]
    assert sum(place is not None for place in every) >= 0.9 * len(every)


def test_every_mark_is_a_link_in_both_pictures() -> None:
    for found in drawn("ferry-reine-de-koume"):
        axis = values_axis(found)
        picture, _ = wide("How many?", found, axis)
        for dot in found:
            assert f'href="#{dot.cell.anchor}"' in picture
            assert f'href="#{dot.cell.anchor}"' in narrow("How many?", found, axis)


@pytest.mark.parametrize("event", EVENTS)
def test_each_time_has_one_heading_where_time_runs_down(event: str) -> None:
    for found in drawn(event):
        heads = re.findall(r'<text class="dy"[^>]*>([^<]*)<', narrow("How many?", found, values_axis(found)))
        assert len(heads) == len(set(heads))


def test_one_dispatch_is_drawn_once() -> None:
    index = Index(gold_record(CORPUS / "ferry-reine-de-koume"))
    (point,) = [p for p in index.points if p.question == "How many people were aboard?"]
    together = [dot for dot in dots(index, point) if len({cell.account.number for cell in dot.cells}) > 1]
    assert [dot.label for dot in together] == ["more than 300"]


def test_a_figure_that_one_article_gives_is_not_drawn() -> None:
    index = Index(gold_record(CORPUS / "ferry-reine-de-koume"))
    asked = {picture.question for picture in figures_over_time(index).pictures}
    assert "How many people were killed?" in asked
    assert "What share of the dead were women?" not in asked


@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=1, max_size=8))
def test_an_axis_holds_all_values_and_keeps_their_order(pairs: list[tuple[float, float]]) -> None:
    found = [Dot((), min(pair), max(pair), 0) for pair in pairs]
    axis = values_axis(found)
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert 2 <= len(axis.ticks) <= 8
    shares = [axis.share(dot.low) for dot in sorted(found, key=lambda d: d.low)]
    assert shares == sorted(shares)
    assert all(-1e-6 <= axis.share(end) <= 1 + 1e-6 for dot in found for end in (dot.low, dot.high))


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=12))
def test_settled_labels_never_meet(anchors: list[tuple[int, int]]) -> None:
    bounds = Box(0, 0, 400, 300)
    wishes = [Wish(Label(("12,000", "a ministry")), ((x, y), (x, y + 30), (x + 90, y))) for x, y in anchors]
    places = settle(wishes, [], bounds)
    held = [wish.label.box(*place) for wish, place in zip(wishes, places, strict=True) if place is not None]
    assert not any(one.meets(other) for k, one in enumerate(held) for other in held[:k])
    assert all(box.within(bounds) for box in held)
