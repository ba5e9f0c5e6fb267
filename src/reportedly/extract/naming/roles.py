"""Who a named person is, in the words of the sentence: "Captain", "the ferry's master", "the teacher who …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from reportedly.model.span import Span, Words
from reportedly.vocabulary import table

LONG = 5  # letters from which the end of a noun tells that it is a person
REACH = 90  # code points looked at before and after a name
GROUPS = ("prepositions", "conjunctions", "auxiliaries", "pronouns")
SMALL = "|".join(sorted(word for group in GROUPS for word in table("words")["little"][group].split()))
LOWER = rf"(?!(?:{SMALL})\b)[a-zà-ÿ][\w’'-]*"
BETWEEN = rf"(?:(?!(?:{SMALL})\b)[\w’'-]+ ){{0,4}}?"
DETERMINER = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Oo]ne|[\w-]+[’']s)"
TAIL = r"(?: (?:of|at|for|in|from) (?:the )?[\w’'-]+(?: (?:of |the )?[\w’'-]+){0,4}?)?"
KNOWN_AS = r"(?:(?:later|since|now|then|previously) )?(?:(?:named|identified|known) (?:by [\w’' -]{2,30} )?as|called) "
AGED = r"(?:an? )?\d{1,3}-year-old "
BEFORE = re.compile(
    rf"(?:^|(?<=\W))({DETERMINER} {BETWEEN}({LOWER}){TAIL})"
    rf"(?:,? | [–—-] | (?:is|was) )(?:{KNOWN_AS})?(?:{AGED})?$"
)
DIRECT = re.compile(rf"(?:^|(?<=\W))(({LOWER})) $")
AGE = r"(?:aged )?(?:\d{1,3}, )?(?:who (?:is|was) )?"
AFTER = re.compile(rf"^(?:,? {AGE}| (?:is|was) )({DETERMINER} {BETWEEN}({LOWER}){TAIL})(?=[,.;:)]| who|$)")
OFFICE = re.compile(r"(?:^|(?<=\W))((?:[A-ZÀ-Þ][\w’'-]+ ){1,3})$")  # "Health" before "Minister Ada Krall"
RETIRED = re.compile(r"(?:^|(?<=\W))((?:[A-ZÀ-Þ][\w-]+ ){1,5})\((?:rtd|retd|ret|r)\.?\) $")  # "Colonel (rtd) Ada Krall"
UNMARKED = re.compile(rf"^, {AGE}(({LOWER}) of (?:the )?[\w’'-]+(?: [\w’'-]+){{0,3}}?)(?=[,.;:)]| for | who|$)")


@cache
def _people() -> frozenset[str]:
    """People by role: those who can speak, and those whom accounts of an event ask after."""
    asked = (word for kind in table("roles")["kind"].values() for word in kind["words"].split())
    return frozenset([*table("sources")["person"]["words"], *asked])


@cache
def _endings() -> tuple[str, ...]:
    """ "Schoolteacher" is a teacher."""
    return (*table("sources")["person"]["endings"], *(word for word in _people() if len(word) > LONG))


def is_role(word: str) -> bool:
    """Whether a noun says what a person is ("teacher", "ironmonger")."""
    plain = word.lower().removeprefix("ex-").rpartition("-")[2]
    return plain in _people() or (len(plain) > LONG and plain.endswith(_endings()))


def roles(text: str, name: Span, title: Span | None) -> tuple[Words, ...]:
    """The roles that the sentence gives the bearer of the name at this place of the text, in order."""
    found = set(_roles(text, name, title))
    return tuple(Words(span.of(text), span) for span in sorted(found))


def _roles(text: str, name: Span, title: Span | None) -> Iterator[Span]:
    start = name.start
    if title is not None:
        title = _whole(text, title)
        yield title
        start = title.start
    elif gone := RETIRED.search(text[max(0, start - REACH) : start]):
        start = max(0, start - REACH) + gone.start(1)
        yield Span(start, start + len(gone[1].rstrip()))
    before = max(0, start - REACH)
    for pattern in (BEFORE, DIRECT):
        match = pattern.search(text[before:start])
        if match and is_role(match.group(2)):
            yield Span(before + match.start(1), before + match.end(1))
            break
    for pattern in (AFTER, UNMARKED):
        match = pattern.match(text[name.end : name.end + REACH])
        if match and is_role(match.group(2)):
            yield Span(name.end + match.start(1), name.end + match.end(1))
            break


def _whole(text: str, title: Span) -> Span:
    """A title with the words in capitals before it that tell of what: "Health Minister", not "On Monday Minister"."""
    if not is_role(title.of(text)):
        return title
    before = max(0, title.start - REACH)
    found = OFFICE.search(text[before : title.start])
    words = found[1].split() if found is not None else []
    kept = list(takewhile(_tells, reversed(words)))
    return Span(title.start - len(" ".join([*kept, ""])), title.end) if kept else title


def _tells(word: str) -> bool:
    plain = word.lower()
    return re.fullmatch(SMALL, plain) is None and plain not in _days() and plain not in ("the", "a", "an")


@cache
def _days() -> frozenset[str]:
    return frozenset((*table("dates")["weekday"]["names"], *table("dates")["month"]["names"]))
