"""An article of any capture: blocks in order that cover all words, none twice."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.clean import Cleaner
from reportedly.model.article import BLOCK_KINDS
from reportedly.model.capture import Capture, capture_id

CLEANER = Cleaner()
LETTERS = st.text(string.ascii_letters + " .,\n\r\t|“”—é\u00a0\u2028", max_size=400)


def capture(text: str) -> Capture:
    return Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)


@settings(deadline=None)
@given(LETTERS)
def test_blocks_cover_all_words_in_order_and_never_overlap(text: str) -> None:
    blocks = CLEANER(capture(text)).blocks
    at = 0
    for block in blocks:
        assert block.kind in BLOCK_KINDS
        assert not text[at : block.span.start].strip()
        assert block.span.start >= at
        assert block.span.of(text) == block.span.of(text).strip()
        at = block.span.end
    assert not text[at:].strip()
