"""What stands before an article's or an entry's first sentence: "MABÉLÉ (ASP) —", "17:30"."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"""(?:
        [A-Z][^.!?;:“"]{1,48} (?:\.[^.!?;:“"]{0,24})?          # SAN TELMO, 12 Apr.
        (?: \([\w .-]{2,24}\)\s*(?:[—–-]+|\.-)? | \s[—–] | \s-{1,2} | \.- )   # (AC).-  or a dash
        \s+(?![\sa-z])                                        # "Anna Holt — the mayor — said" has none
      | \d{1,2}[:.h]\d{2} (?:\s*(?:am|pm|GMT|UTC))? \s*[—–|:-]? \s+  # 17:30
    )""",
    re.VERBOSE,
)


def dateline_end(text: str) -> int:
    """Offset behind a paragraph's dateline or clock time; 0 where it has none."""
    found = _DATELINE.match(text)
    return found.end() if found else 0
