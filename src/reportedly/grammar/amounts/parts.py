"""Numbers of a text's parts: "3. Attendance. The organiser …", of paragraphs or of what a line lists."""

from __future__ import annotations

import re

from reportedly.grammar.amounts.core import Core
from reportedly.grammar.tokens import Tokens

LONGEST = 2  # digits
BEGUN = r"[.)]\s+[\"'“‘«(]?[^\W\d_]"  # the mark behind the number, and a part that begins
ENDED = r"(?:^|[\n.!?…][\"'”’»)]?\s+)"  # what stands before a number that begins a sentence
NUMBERED = re.compile(BEGUN)
AHEAD = 16  # code points in which what stands before a number is seen
NEAR = 1000  # code points on each side in which a list goes on


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
    ahead = cut.text[max(0, start - AHEAD) : start]
    before = ahead.rstrip(" \t\r")
    if not before or before.endswith("\n"):
        return True
    if re.search(ENDED + r"$", ahead) is None:
        return False
    around = cut.text[max(0, start - NEAR) : end + NEAR]
    return any(re.search(rf"{ENDED}{other}{BEGUN}", around) for other in (int(number) - 1, int(number) + 1))
