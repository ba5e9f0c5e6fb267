"""What a name means: person, organisation, place, unit, outlet or group, by witnesses in and around it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from reportedly.extract.naming.capitals import Run
from reportedly.model.mention import NameKind
from reportedly.vocabulary import table
from reportedly.vocabulary.gazetteer import bearers, key_of
from reportedly.vocabulary.outlets import known_outlet, outlet_spellings

STRONG, FAIR, WEAK = 4, 2, 1  # how much a witness is worth: inside the name, beside it, merely usual
AIMED = re.compile(
    r"\b(?:fired|shot|shoot|shooting|fire|aimed|pointed|yelled|shouted|screamed|looked|stared|laughed|swore|threw|lunged)"
    r" at $"
)
AGE = re.compile(r",? \(?(?:aged )?\d{1,2}\)?[,.;)]")
ROLE = re.compile(r", (?:an?|the|its|his|her|their) (?:[\w’'-]+ ){0,3}?([a-z][\w-]*)(?=[ ,.;]|$)")
HEAD_OF = re.compile(r"\bheads? of (?:state|government) $")
WHO = re.compile(r",? who ")
NAMED_PLACE = re.compile(r"(?:^|\W)(\w+) of $")
COUNTRY_AFTER = re.compile(r", (?=[A-ZÀ-Ý])")
ACRONYM = re.compile(r"[A-Z]{2,6}(?:-\d+)?")
WORD = re.compile(r" ([a-z]+)")
GREAT = 500_000  # people of a capital, or of a city that may stand for one
REACH = 30  # code points looked at before and after a name


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands around a name: its title or role word, the text before and after it, and what it does or has.

    `act` is the base form of the verb whose subject it is, `possession` that of the noun that is said to be its own.
    """

    title: str
    before: str
    after: str
    act: str = ""
    possession: str = ""


@cache
def listed(part: str, kind: str) -> frozenset[str]:
    """The words of `vocabulary/names.toml`, [part], kind."""
    return frozenset(table("names")[part][kind].split())


@cache
def place_words() -> frozenset[str]:
    """Words that next to a name say that it names a place."""
    return frozenset(word for line in table("places")["kinds"].values() for word in line.split())


@cache
def of_things() -> frozenset[str]:
    """Words that with an "of" after them make one name: "Bank of …", "Church of …"."""
    kinds = [listed(kind, "heads") for kind in ("organisation", "outlet", "unit")]
    return frozenset().union(*kinds, place_words(), listed("of", "things"))


@cache
def countries() -> frozenset[str]:
    """Names of countries, as news writes them."""
    return frozenset(name for entry in table("countries").values() for name in entry["names"])


@cache
def peoples() -> frozenset[str]:
    """Adjectives and nouns for a country's people, the nouns in both numbers."""
    singular = [word for entry in table("countries").values() for word in entry["people"]]
    return frozenset([*singular, *(word + "s" for word in singular)])


@cache
def _roles() -> frozenset[str]:
    return frozenset(table("sources")["person"]["words"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(table("sources")["body"]["words"])


def usual(text: str) -> Counter[NameKind]:
    """What a name of this shape usually is: of two to four words, a person."""
    parts = text.split()
    shaped = 1 < len(parts) < 5 and all(part[0].isalpha() and not part.isupper() for part in parts)
    return Counter({"person": WEAK}) if shaped else Counter()


def witnesses(run: Run, beside: Beside) -> Counter[NameKind]:
    """How much speaks for each kind, by what stands in the name and around it."""
    found: Counter[NameKind] = Counter()
    text = " ".join(word.text for word in run)
    if text in countries():
        found["place"] += 2 * STRONG
    if text in peoples():
        found["group"] += 2 * STRONG
    if _is_outlet(text):
        found["outlet"] += 2 * STRONG
    _inside(run, found)
    _around(run, beside, found)
    return found


def _is_outlet(text: str) -> bool:
    if text.lower() in listed("outlet", "platforms"):
        return True
    known = known_outlet(text)
    if known is None:
        return False
    return " " in text or text.isupper() or known.name.casefold() == text.casefold() or text in outlet_spellings()


def _inside(run: Run, found: Counter[NameKind]) -> None:
    if len(run) > 1:
        _by_head(_head(run), run[0].lower, found)
    if listed("unit", "heads") & {_head(run)} and any(word.text[0].isdigit() for word in run):
        found["unit"] += FAIR
    if ACRONYM.fullmatch(run[0].text) and len(run) == 1:
        found["organisation"] += WEAK
    if run[-1].lower in listed("person", "after") or any(
        re.fullmatch(r"(?:[A-Z]\.-?)+", word.text) for word in run[:-1]
    ):
        found["person"] += FAIR


def _by_head(head: str, first: str, found: Counter[NameKind]) -> None:
    if head in listed("unit", "heads") or first in listed("ship", "prefixes"):
        found["unit"] += STRONG
    if head in listed("organisation", "heads") or first in listed("organisation", "first"):
        found["organisation"] += STRONG
    if head in listed("outlet", "heads") or first in listed("outlet", "first"):
        found["outlet"] += STRONG + WEAK
    if head in place_words() or first in listed("place", "first"):
        found["place"] += STRONG


def _head(run: Run) -> str:
    """The word that says what kind of thing it is: the last before "of", else the last."""
    for at, word in enumerate(run):
        if word.lower in {"of", "for", "de", "du"} and at:
            return run[at - 1].lower
    return run[-1].lower


def _around(run: Run, beside: Beside, found: Counter[NameKind]) -> None:
    if beside.title:
        found["person"] += STRONG
    last = beside.before.rstrip().rsplit(None, 1)[-1].lower() if beside.before.strip() else ""
    if last in _roles():
        found["person"] += FAIR + WEAK
    if last.endswith(",") and last[:-1] in _roles():
        found["person"] += FAIR
    if last in listed("ship", "before"):
        found["unit"] += FAIR + WEAK
    if AGE.match(beside.after) and 1 < len(run) < 5:
        found["person"] += STRONG
    if WHO.match(beside.after):
        found["person"] += FAIR
    text = " ".join(word.text for word in run)
    if (role := ROLE.match(beside.after)) and role.group(1) in _roles() and not is_great_place(text):
        found["person"] += STRONG
    if HEAD_OF.search(beside.before):
        found["person"] += STRONG
    if AIMED.search(beside.before):
        found["person"] += FAIR
    if (of := NAMED_PLACE.search(beside.before)) and of.group(1).lower() in place_words():
        found["place"] += STRONG
    if last in listed("place", "before") and not AIMED.search(beside.before):
        found["place"] += FAIR
    if last in listed("place", "perhaps"):
        found["place"] += WEAK
    if last in listed("place", "sides"):
        found["place"] += FAIR + WEAK
    following = WORD.match(beside.after)
    if following and following.group(1) in place_words():
        found["place"] += FAIR
    if last.strip(",") in place_words() and not HEAD_OF.search(beside.before):
        found["place"] += FAIR
    elif last.strip(",") in _bodies():
        found["organisation"] += FAIR
    if len(run) == 1:
        _by_what_it_does(run[0].text, beside, found)
    if last == "the":
        _with_article(beside, found)


def _by_what_it_does(name: str, beside: Beside, found: Counter[NameKind]) -> None:
    """A single word whose bearer limps or has a brother is a person; one who says something may be a capital too."""
    if beside.act in listed("person", "acts") or beside.possession in listed("person", "has"):
        found["person"] += FAIR
    elif beside.act in listed("person", "perhaps_acts") and not is_great_place(name):
        found["person"] += WEAK


def is_great_place(name: str) -> bool:
    """Whether a place of this name is so great that its government is called by it ("Kyiv said")."""
    return any(entry.people >= GREAT for entry in bearers(key_of(name)))


def _with_article(beside: Beside, found: Counter[NameKind]) -> None:
    """ "The Anna Rosa" is no person; a ship where it does what ships do."""
    found["person"] -= STRONG
    following = beside.after.split(None, 1)
    if following and following[0].lower().strip(".,") in listed("ship", "moves"):
        found["unit"] += STRONG


def decided(found: Counter[NameKind]) -> NameKind | None:
    """The kind with most behind it; None where nothing speaks, or two speak alike."""
    ranked = [pair for pair in found.most_common(2) if pair[1] > 0]
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
