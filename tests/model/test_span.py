import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.span import Span, Words, hull


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(max_size=60))
    ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return text, Span(ends[0], ends[1])


spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


@given(texts_with_spans())
def test_words_stand_where_they_say(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    words = Words.at(span.start, span.end, text)
    assert words.span == span
    assert text[span.start : span.end] == span.of(text) == words.text
    assert len(words.text) == len(span)


@given(st.text(alphabet="a😀é\n\r", max_size=30), st.integers(0, 30))
def test_offsets_count_code_points_not_bytes_or_utf16_units(text: str, at: int) -> None:
    at = min(at, len(text))
    assert Span(0, at).of(text) + Span(at, len(text)).of(text) == text


@given(spans, spans)
def test_overlap_is_mutual_and_means_a_shared_code_point(a: Span, b: Span) -> None:
    assert a.shared(b) == b.shared(a) == len(set(range(a.start, a.end)) & set(range(b.start, b.end)))
    if len(a) and len(b):
        assert a.overlaps(b) == b.overlaps(a) == (a.shared(b) > 0)


@given(spans, spans)
def test_containing_is_covering_every_code_point(a: Span, b: Span) -> None:
    if len(b):
        assert a.contains(b) == (set(range(b.start, b.end)) <= set(range(a.start, a.end)))


@given(st.lists(spans, min_size=1))
def test_a_hull_contains_all_and_touches_its_ends(some: list[Span]) -> None:
    whole = hull(some)
    assert all(whole.contains(span) for span in some)
    assert whole.start in {s.start for s in some}
    assert whole.end in {s.end for s in some}


@given(texts_with_spans(), st.text(max_size=9))
def test_shifting_follows_a_text_that_is_put_behind_another(drawn: tuple[str, Span], before: str) -> None:
    text, span = drawn
    assert span.shift(len(before)).of(before + text) == span.of(text)


@pytest.mark.parametrize("ends", [(-1, 0), (3, 2)])
def test_ends_out_of_order_are_refused(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(*ends)


def test_nothing_has_no_hull() -> None:
    with pytest.raises(ValueError, match="nothing to cover"):
        hull([])
