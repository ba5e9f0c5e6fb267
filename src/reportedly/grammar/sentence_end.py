"""Where a sentence ends, told by the characters alone."""

from __future__ import annotations

import re
from functools import cache

from reportedly.vocabulary import table

STOP = r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])"


@cache
def sentence_end(beyond: str = r"\n\s*\n") -> re.Pattern[str]:
    """Finds the ends of sentences: a stop, the marks that close with it, and the white space up to the next sentence.

    What `beyond` matches ends one too: a blank line unless another pattern is given. The full stop of "Mr.", of an
    initial, or of a month before its day ends none.
    """
    words = table("shortened")
    before = "".join(rf"(?<!\b{word})" for word in words["before_names"]["words"].split())
    counts = "".join(rf"(?<!\b{word}(?=\.\s+\d))" for word in words["before_numbers"]["words"].split())
    stop = rf"(?=[.!?…]){before}{counts}(?<![\s(][A-Z]){STOP}"  # what stands before is asked of stops alone
    return re.compile(rf"{stop}|{beyond}")
