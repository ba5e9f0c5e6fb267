"""What a reader with a minute is shown, and what of it is left for below."""

from __future__ import annotations

from markupsafe import Markup

from reportedly.show.what_stands_out import MOST_LINES, MOST_WHETHER, Line, heading


def test_questions_of_whether_leave_room_for_those_that_need_no_interpretation() -> None:
    clauses = [Line(Markup("clause {}").format(n), kind="whether") for n in range(MOST_LINES)]
    figures = [Line(Markup("figure {}").format(n), kind="figure") for n in range(3)]
    shown = heading("contested", [*clauses, *figures])
    assert [line.kind for line in shown.lines] == ["whether"] * MOST_WHETHER + ["figure"] * 3
    assert shown.more == MOST_LINES - MOST_WHETHER
    assert len(heading("differs", figures * 4).lines) == MOST_LINES
