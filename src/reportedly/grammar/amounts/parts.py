"""Numbers of a text's parts: "3. Attendance. The organiser …", of paragraphs or of what a line lists."""

from __future__ import annotations

import re

from reportedly.grammar.amounts.core import Core
from reportedly.grammar.tokens import Tokens

LONGEST = 2  # digits
BEGUN = r"[.)]\s+[\"'“‘«(]?[^\W\d_]"  # the mark behind the number, and a part that begins
ENDED = r"(?:^|[\n.!?…][\"'”’»)]?\s+)"  # what stands before a number that begins a sentence
NUMBERED = re.compile(BEGUN)


def numbers_a_part(cut: Tokens, core: Core) -> bool:
    """Whether a number stands before a part of the text, with the part's capital behind it.

    In the middle of a line it does so where the number before or behind it does too: "… 2. Chalice. 3. Cross.".
    """
    number = cut.word(core.first)
    if core.last - core.first != 1 or not number.isdigit() or len(number) > LONGEST:
        return False
    start, end = cut.starts[core.first], cut.ends[core.last - 1]
    begun = NUMBERED.match(cut.text, end)
    if begun is None or not begun.group()[-1].isupper():
        return False
    before = cut.text[:start].rstrip(" \t\r")
    if not before or before.endswith("\n"):
        return True
    if re.search(ENDED + r"$", cut.text[max(0, start - 4) : start]) is None:
        return False
    return any(re.search(rf"{ENDED}{other}{BEGUN}", cut.text) for other in (int(number) - 1, int(number) + 1))
