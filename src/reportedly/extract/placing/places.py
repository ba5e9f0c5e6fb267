"""Places named in the story, located where the text vouches for it; a name that may be elsewhere stays unlocated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.extract.draft import Draft
from reportedly.extract.placing.choice import KNOWN, Choice, candidates, choose
from reportedly.extract.placing.witnesses import Witness, Witnesses, of_name, of_peoples
from reportedly.grammar.lexicon import values
from reportedly.model.ids import content_id
from reportedly.model.mention import NameMention, PlaceMention, Precision
from reportedly.model.span import Span
from reportedly.model.why import Why
from reportedly.vocabulary import table
from reportedly.vocabulary.gazetteer import Entry, EntryKind, area, key_of
from reportedly.vocabulary.places import country_codes, waters, worded

PRECISION: Mapping[EntryKind, Precision] = {
    "town": "town",
    "region": "region",
    "district": "region",
    "country": "country",
}
NEXT_NAME = re.compile(r", ([A-ZÀ-Ý]\w+(?: [A-ZÀ-Ý]\w+)?)")
SETTLEMENT = re.compile(r"(\w+) of $")
REACH = 60
STEM = 5  # letters that the name of a region shares with that of its town: Kursk, Kurskaya oblast'
LOCATIVE = frozenset(" ".join(table("names")["place"][part] for part in ("before", "reached", "sides")).split())


@dataclass(frozen=True, slots=True)
class Named:
    """One name that may be a place, and all its occurrences in the article."""

    name: str
    mentions: tuple[NameMention, ...]
    wanted: EntryKind | None


class Places:
    """Locates names by the countries and regions beside them, in the sentence and in the article, last by people."""

    name = "places.v1"
    requires: tuple[str, ...] = ("parses", "names")
    assigns = ("places",)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its places, in document order."""
        text = draft.capture.text
        named = list(_named(draft.names, text))
        adjectives = [w for parse in draft.parses for w in of_peoples(parse.text, parse.base)]
        first = _choices(text, named, _witnesses(named, {}) + adjectives)
        second = _choices(text, named, _witnesses(named, first) + adjectives)
        witnesses = Witnesses(text, _witnesses(named, second) + adjectives)
        found = [
            _mention(draft, mention, second.get(one.name), text, witnesses) for one in named for mention in one.mentions
        ]
        return replace(draft, places=tuple(sorted(found, key=lambda place: place.span)))


def _named(names: Sequence[NameMention], text: str) -> Iterator[Named]:
    groups: defaultdict[str, list[NameMention]] = defaultdict(list)
    for mention in names:
        if _may_be_place(mention, text):
            groups[mention.text if mention.kind is None else mention.name].append(mention)
    for name, mentions in groups.items():
        if not any(_stands_as_place(mention, text) for mention in mentions):
            continue
        wanted = next((kind for mention in mentions if (kind := _wanted(mention, text))), None)
        yield Named(name, tuple(mentions), wanted)


def _may_be_place(mention: NameMention, text: str) -> bool:
    if mention.text in country_codes() or key_of(mention.text) in waters():
        return True
    before = text[max(0, mention.span.start - REACH) : mention.span.start].rsplit(None, 1)
    if before and before[-1].lower() in worded("wording", "called"):
        return False
    if mention.kind == "place":
        return True
    if mention.kind is not None and not _reads_as_place(mention, text):
        return False
    if mention.kind is None and _measured_from(text, mention.span):
        return True
    return any(entry.kind != "district" for entry in candidates(mention.text))


def _stands_as_place(mention: NameMention, text: str) -> bool:
    """Whether it is called a place, or stands where places do; a word like "Commerce" or "Lincoln" may be a namesake.

    Countries, regions and towns that are known without their country may stand anywhere, for governments too.
    """
    if mention.kind == "place" or mention.text in country_codes() or key_of(mention.text) in waters():
        return True
    great = any(e.kind in {"country", "region"} or e.people >= KNOWN for e in candidates(mention.text))
    if great or NEXT_NAME.match(text, mention.span.end) or _measured_from(text, mention.span):
        return True
    before = text[max(0, mention.span.start - REACH) : mention.span.start].rsplit(None, 1)
    return bool(before) and before[-1].lower() in LOCATIVE


def _reads_as_place(mention: NameMention, text: str) -> bool:
    """Whether what looks like a person's name may be a place: where many live, or with an area after it."""
    if mention.kind != "person":
        return False
    if " " in mention.text:
        return any(entry.people >= KNOWN for entry in candidates(mention.text))
    following = NEXT_NAME.match(text, mention.span.end)
    return following is not None and any(
        entry.kind in {"country", "region"} for entry in candidates(following.group(1))
    )


def _wanted(mention: NameMention, text: str) -> EntryKind | None:
    following = text[mention.span.end : mention.span.end + REACH].split(None, 1)
    if following and following[0].strip(".,;").lower() in worded("kinds", "region"):
        return "region"
    return None


def _witnesses(named: Sequence[Named], chosen: Mapping[str, Choice]) -> list[Witness]:
    return [
        witness
        for one in named
        for mention in one.mentions
        for witness in of_name(one.name, mention.span, chosen.get(one.name))
    ]


def _choices(text: str, named: Sequence[Named], witnesses: Sequence[Witness]) -> dict[str, Choice]:
    found: dict[str, Choice] = {}
    heard = Witnesses(text, witnesses)
    for one in named:
        if key_of(one.name) in waters():
            continue
        evidence = heard.evidence([mention.span for mention in one.mentions])
        choice = choose(candidates(one.name), evidence, wanted=one.wanted)
        if choice is not None:
            found[one.name] = choice
    return found


def _mention(
    draft: Draft, mention: NameMention, choice: Choice | None, text: str, witnesses: Witnesses
) -> PlaceMention:
    plain = PlaceMention(
        id=content_id("place", draft.article.id, mention.span.start, mention.span.end),
        article=draft.article.id,
        statement=None,
        span=mention.span,
        text=mention.text,
        name=mention.name,
        relation=_relation(text, mention.span),
    )
    if water := waters().get(key_of(mention.text)):
        _, latitude, longitude = water
        why = (Why(Places.name, "a water or mountains"),)
        return replace(plain, latitude=latitude, longitude=longitude, precision="region", why=why)
    if choice is not None and (region := _region_named_after(choice.entry, mention, text)) is not None:
        return replace(_located(plain, region, choice.rule), gazetteer=f"geonames:{region.geonames}")
    if choice is not None:
        gazetteer = f"geonames:{choice.entry.geonames}" if choice.entry.geonames else None
        return replace(_located(plain, choice.entry, choice.rule), gazetteer=gazetteer)
    return _by_area(plain, text, witnesses)


def _region_named_after(town: Entry, mention: NameMention, text: str) -> Entry | None:
    """ "the Kursk region" is the region that has its name from the town."""
    if town.kind != "town" or not town.region or _wanted(mention, text) is None:
        return None
    region, stem = area(town.region), key_of(town.name)[:STEM]
    return region if region is not None and key_of(region.name).startswith(stem) else None


def _located(plain: PlaceMention, entry: Entry, rule: str) -> PlaceMention:
    return replace(
        plain,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=PRECISION[entry.kind],
        country=entry.country,
        region=entry.region or None,
        why=(Why(Places.name, rule),),
    )


def _by_area(plain: PlaceMention, text: str, witnesses: Witnesses) -> PlaceMention:
    """A village that no gazetteer has takes the region, else the country, that the text gives it."""
    before = SETTLEMENT.search(text[max(0, plain.span.start - REACH) : plain.span.start])
    evidence = witnesses.evidence([plain.span])
    is_settlement = before is not None and before.group(1).lower() in worded("wording", "settlement")
    is_settlement = is_settlement or _measured_from(text, plain.span)
    areas = sorted(evidence.beside, key=lambda code: (-len(code), code))
    if not areas or not (is_settlement or "." in areas[0]):
        return replace(plain, why=(Why(Places.name, "nothing vouches for a place of this name"),))
    held = area(areas[0])
    return plain if held is None else _located(plain, held, "the area that the text gives it")


def _measured_from(text: str, span: Span) -> bool:
    """ "55 km south of Orlivske": what is so far from a name is far from a place."""
    relation = _relation(text, span)
    return relation is not None and relation[0].isdigit()


def _relation(text: str, span: Span) -> str | None:
    """Words that set the event off the place: "55 km south of", "near"."""
    found = _relating().search(text[max(0, span.start - REACH) : span.start])
    return found.group().strip() if found else None


@cache
def _relating() -> re.Pattern[str]:
    words = table("places")["wording"]
    unit, side, off = ("|".join(words[kind]) for kind in ("units", "sides", "off"))
    spelled = "|".join((*values("numbers", "ones"), *values("numbers", "tens"), "an?", "half an?", "several"))
    amount = rf"(?:(?:about|some|around|nearly) )?(?:\d[\d.,]*[ -]?|(?:{spelled}) )"
    measure = rf"{amount}(?:{unit})(?: (?:to the )?[\w-]+)? (?:of|from|off)"
    return re.compile(rf"\b(?:{measure}|(?:{side})(?:ward)? of|{off}) (?:the )?$")
