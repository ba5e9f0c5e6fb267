"""Numbers that count nothing: in names (F-16, Flight 370), telephone numbers, lists, "one of the mates"."""

from __future__ import annotations

from reportedly.grammar.amounts.core import Core
from reportedly.grammar.amounts.dialled import is_dialled
from reportedly.grammar.amounts.parts import numbers_a_part
from reportedly.grammar.amounts.units import unit_after
from reportedly.grammar.lexicon import kinds
from reportedly.grammar.tokens import Tokens
from reportedly.vocabulary import table

SHORT = 2  # digits of a count that may begin with a nought
RATIO = 4  # tokens between the word for a ratio and its number
LAST_HOUSE = 100_000  # a house's number has five digits at most
STREET = 5  # tokens of a street's name
PLACE = 4  # words of a place's name
SMALL = 10_000  # a bare number from here on is a count even after a capitalised word


def counts_nothing(cut: Tokens, core: Core) -> bool:
    """Whether the number at `core` is part of a name or otherwise counts nothing, as far as its neighbours tell."""
    if core.form != "number":
        return False
    if _glued(cut, core) or _named(cut, core) or _idle_one(cut, core) or _counter(cut, core):
        return True
    if is_dialled(cut, core) or is_multiple(cut, core) or _is_house(cut, core) or numbers_a_part(cut, core):
        return True
    return cut.word(core.last) in table("numbers")["not_before"]["words"]


def _glued(cut: Tokens, core: Core) -> bool:
    """Digits that touch a letter, a hyphen after one, "#" or another mark of a code, or that begin with a nought."""
    word = cut.word(core.first)
    if word[0] == "0" and len(word) > SHORT and word.isdigit():
        return True  # "at 0900"; "05 dead" counts
    start, end = cut.starts[core.first], cut.ends[core.last - 1]
    before, after = cut.text[max(0, start - 2) : start], cut.text[end : end + 2]
    if before[-1:] == "[" and after[:1] == "]":
        return True  # the number of a footnote
    if before[-1:].isalnum() or before[-1:] in ("#", "@", "_", "№", "°", "/", "\\", "=", "&"):
        return True
    if before[-1:] in ("-", "–", "‑") and before[:1].isalnum() and cut.word(core.first)[:1].isdigit():
        return cut.word(core.first - 2) not in table("numbers")["name_before"]["keeps"]
    glued_word = (
        after[:1].isalpha()
        and after[:1] not in "kmtgxh°%"
        and cut.word(core.last) not in table("numbers")["glued_unit"]["words"]
    )
    return (glued_word and cut.word(core.first)[:1].isdigit()) or after[:1] in ("_", "@", "/")


def _named(cut: Tokens, core: Core) -> bool:
    word = cut.word(core.first)
    if not word[:1].isdigit() or "," in word or core.low >= SMALL or core.magnitude > 1:
        return False
    before = cut.word(core.first - 1)
    numbers = table("numbers")
    place = core.first - 1 - (before == ".")
    before = cut.word(place)
    if before in numbers["name_before"]["words"] and before not in numbers["name_before"]["keeps"]:
        return True
    after = core.last + (cut.word(core.last) in ("-", "‑"))
    if cut.word(after) in numbers["name_after"]["words"]:
        return True
    if before == "number" and cut.text[cut.starts[place]] == "N":
        return True
    capital = place >= 0 and cut.kinds[place] == kinds()["capital"] and place == core.first - 1
    if (
        not capital
        or before.endswith("s")
        or before in numbers["hedges"]["before"]
        or before in numbers["labels"]["words"]
    ):
        return False
    if unit_after(cut, core.last, digits=True) is not None or _in_place(cut, core, place):
        return False
    return not _noun_follows(cut, core.last) or (not _starts_sentence(cut, place) and not _title_case(cut, core))


def _in_place(cut: Tokens, core: Core, place: int) -> bool:
    """ "In Velden 3 people died": the capital is a place's, and the number counts what comes after."""
    first = place
    while first > 0 and place - first < PLACE and cut.text[cut.starts[first - 1]].isupper():
        first -= 1
    known, follows = table("numbers")["in_place"], cut.word(core.last)
    if cut.word(first) not in known["words"] and cut.word(first - 1) not in known["words"]:
        return False
    small = core.last < len(cut) and cut.text[cut.starts[core.last]].islower()
    return small and (follows in known["many"] or (follows.endswith("s") and follows not in known["one"]))


def _noun_follows(cut: Tokens, place: int) -> bool:
    """A lower-case word or unit that the number can count; "Boeing 737 crashed" has one too."""
    return (
        place < len(cut)
        and cut.text[cut.starts[place]].isalpha()
        and cut.word(place) not in table("numbers")["no_noun"]["words"]
    )


def is_multiple(cut: Tokens, core: Core) -> bool:
    """ "ten times the first estimate", "a ratio of five to one": how many times one number is another."""
    multiple = table("numbers")["multiple"]
    if cut.word(core.last) in multiple["times"] and cut.word(core.last + 1) in multiple["of"]:
        return True
    to = cut.word(core.last) == "to"
    return to and any(cut.word(place) in multiple["before"] for place in range(core.first - RATIO, core.first))


def _is_house(cut: Tokens, core: Core) -> bool:
    """ "46 N. Weir Avenue": digits, a name in capitals and what streets are called."""
    if not cut.word(core.first).isdigit() or core.low >= LAST_HOUSE:
        return False
    for place in range(core.last, min(core.last + STREET, len(cut))):
        if cut.word(place) != "." and cut.kinds[place] != kinds()["capital"]:
            return False
        if place > core.last and cut.word(place) in table("numbers")["address"]["ends"]:
            return True
    return False


def _counter(cut: Tokens, core: Core) -> bool:
    """ "1 of 229" under a picture: digits of digits, with nothing counted after them."""
    for of, other in ((core.last, core.last + 1), (core.first - 1, core.first - 2)):
        digits = cut.word(of) == "of" and cut.word(other).isdigit() and cut.word(core.first).isdigit()
        end = max(core.last, other + 1)
        if digits and not cut.word(end)[:1].isalpha():
            return True
    return False


def _starts_sentence(cut: Tokens, place: int) -> bool:
    return place == 0 or cut.text[cut.starts[place - 1]] in SENTENCE_ENDS or cut.word(place - 1)[:1] in "\u2029\n"


def _title_case(cut: Tokens, core: Core) -> bool:
    """Whether the words around are capitalised as a headline's are, so that a capital tells nothing."""
    around = cut.kinds[max(0, core.first - AROUND) : core.last + AROUND]
    return around.count(kinds()["capital"]) > 2 * around.count(kinds()["word"])


SENTENCE_ENDS = '.!?:;“"‘«•-–—('
AROUND = 8  # tokens on each side that tell a headline


def _idle_one(cut: Tokens, core: Core) -> bool:
    """ "one of the mates", "the one that": a pronoun, no count; "only one", "three dead, one of them a boy" count."""
    if core.last - core.first != 1 or cut.word(core.first) != "one":
        return False
    listed, before = table("numbers")["one"], cut.word(core.first - 1)
    if before in listed["counts_after"] and cut.word(core.last) not in listed["idle_after"]:
        return False
    if before in listed["part_after"] and cut.word(core.last) == "of" and cut.word(core.last + 1) in listed["part_of"]:
        return False
    return cut.word(core.last) in table("numbers")["one"]["not_before"] or not cut.word(core.last)[:1].isalpha()
