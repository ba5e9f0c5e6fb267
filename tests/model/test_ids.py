from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.capture import Capture, capture_id
from reportedly.model.ids import content_id

parts = st.lists(st.one_of(st.text(max_size=8), st.integers(), st.none()), max_size=5)


@given(parts)
def test_the_same_content_has_the_same_id(content: list[object]) -> None:
    assert content_id("figure", *content) == content_id("figure", *content)


@given(st.lists(st.text(max_size=8), max_size=5), st.lists(st.text(max_size=8), max_size=5))
def test_parts_are_told_apart(a: list[str], b: list[str]) -> None:
    assert (content_id("x", *a) == content_id("x", *b)) == (a == b)


def test_a_kind_is_part_of_an_id() -> None:
    assert content_id("figure", 1).split(":")[0] == "figure"
    assert content_id("figure", 1) != content_id("moment", 1)


@given(st.binary(max_size=20), st.text(max_size=8), st.text(max_size=8))
def test_one_text_in_two_places_is_two_captures(content: bytes, one: str, other: str) -> None:
    assert (capture_id(content, one, None) == capture_id(content, other, None)) == (one == other)


@given(st.text(max_size=40))
def test_a_text_that_holds_lone_surrogates_still_has_a_hash(text: str) -> None:
    capture = Capture(id="sha256:0", path="a.txt", row_id=None, media_type="text/plain", text=text)
    assert len(capture.text_sha256) == 64
