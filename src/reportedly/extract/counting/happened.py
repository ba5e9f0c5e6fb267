"""What happened to those a figure counts: its predicate family, from the words it stands with up to its verb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportedly.extract import clauses
from reportedly.extract.counting.measured import Held
from reportedly.extract.counting.word_lists import listed
from reportedly.extract.happening.events import Event
from reportedly.extract.words import Token
from reportedly.model.mention import Phase
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import (
    family_of_adjective,
    family_of_event,
    family_of_noun,
    family_of_participle,
    family_of_verb,
)


@dataclass(frozen=True, slots=True)
class Happened:
    """The family, the event that phase is read from (None: a state), and the rule and word that decided."""

    family: str
    event: Event | None
    rule: str
    word: str


def happened(held: Held, events: Mapping[int, Event]) -> Happened | None:
    """The predicate of a figure; None when no word around it says what happened."""
    found = _of_whole(held) if _is_whole(held) else _of_words_around(held, events)
    if found is not None and (held.match.group == "money" or held.in_kind):
        found = replace(found, family=table("counted")["of_money"]["families"].get(found.family, found.family))
    return found if found is not None and (held.in_kind or _fits(found.family, held)) else None


def _of_words_around(held: Held, events: Mapping[int, Event]) -> Happened | None:
    return (
        _size(held)
        or _event_counted(held)
        or (_above(held, events) if _is_part(held) else None)
        or _outcome(held)
        or _clause_below(held, held.node, events)
        or _clause_on_unit(held, events)
        or _strong_noun(held)
        or _above(held, events)
        or _weak_noun(held)
        or _in_place(held)
    )


def _is_whole(held: Held) -> bool:
    """ "Two of the four missing men were found": what is told of the two is not told of the four."""
    number, noun = held.phrase.root, held.noun
    if noun is None or number.head != noun or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    return noun.head.head.like_num and noun.head.head.i < number.i


def _is_part(held: Held) -> bool:
    """ "Seven of the kidnapped men were freed": what words of the whole tell is not what happened to the part."""
    noun = held.noun
    return noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head == held.phrase.root


def _of_whole(held: Held) -> Happened | None:
    return _event_counted(held) or _described(held) or _strong_noun(held) or _weak_noun(held)


def _size(held: Held) -> Happened | None:
    """ "46 metres deep", "nine metres across", "in 46 metres of water"."""
    if held.match.unit is None:
        return None
    words = table("counted")["after_measure"]
    place = held.match.end
    following = [token for token in held.phrase.doc[held.phrase.end : held.phrase.end + 4] if token.idx >= place]
    for token in following[:2]:
        family = words["words"].get(token.lower_)
        if family is not None and _fits(family, held):
            return Happened(family, None, "size", token.text)
        if token.lower_ == "of" and held.noun is not None and held.noun.lower_ in words["water"]:
            return Happened("deep", None, "size", held.noun.text) if held.match.group == "length" else None
        if token.tag_ != "HYPH":
            break
    return None


def _outcome(held: Held) -> Happened | None:
    """ "14 dead", "11 missing workers", "the 40 injured"."""
    if held.outcome is not None:
        family = _family_of_outcome(held.outcome)
        if family:
            return Happened(family, None, "outcome", held.outcome.text)
    if (described := _described(held)) is not None or held.noun is None:
        return described
    word = held.noun.lower_
    family = family_of_participle(word) or family_of_adjective(word) if held.noun.i == held.phrase.end else None
    return Happened(family, None, "outcome", held.noun.text) if family else None  # "nearly 900 hurt"


def _described(held: Held) -> Happened | None:
    """ "11 missing workers", "65 suspected patients"; what is published of a figure tells nothing of those counted."""
    noun = held.noun
    if noun is None or noun.lemma_.lower() in listed("number_noun", "alone"):
        return None
    for child in noun.children:
        if child.dep_ == "amod" and child.i < noun.i:
            family = family_of_participle(child.lower_) or family_of_adjective(child.lower_)
            if child.lower_ in listed("only_suspected") and noun.lemma_.lower() in listed("only_suspected", "nouns"):
                family = table("counted")["only_suspected"]["family"]
            if family:
                return Happened(family, None, "outcome", child.text)
    return None


def _family_of_outcome(word: Token) -> str | None:
    if word.i > 0 and (pair := family_of_adjective(f"{word.nbor(-1).lower_} {word.lower_}")):
        return pair
    found = family_of_adjective(word.lower_) or family_of_participle(word.lower_) or family_of_verb(word.lemma_)
    if found is not None and word.lemma_ in listed("sought", "verbs"):
        found = table("counted")["sought"]["families"].get(found, found)
    return table("counted")["negated"]["families"].get(found, found) if clauses.is_negated(word) else found


def _clause_below(held: Held, node: Token, events: Mapping[int, Event]) -> Happened | None:
    """ "nine people who drowned", "31 fans crushed at the gate", "the crew that the firm is thought to have sent"."""
    for child in node.children:
        if child.dep_ not in {"relcl", "acl"} or child.i < node.i:
            continue
        for verb in (child, *(below for below in child.children if below.dep_ in {"xcomp", "ccomp"})):
            event = events.get(verb.i)
            if event is None or event.family is None or not _fits(event.family, held) or _only_carries(verb, event):
                continue
            if node.lemma_.lower() in listed("number_noun", "alone") and event.family in listed(
                "says_only", "families"
            ):
                continue  # "the final figure, published in May": of the figure, not of those counted
            return Happened(event.family, event, "relative clause", verb.text)
    return None


def _clause_on_unit(held: Held, events: Mapping[int, Event]) -> Happened | None:
    """ "40 tonnes of oil leaked into the bay": syntax hangs the clause on the tonnes."""
    unit = held.phrase.root.head
    if held.match.unit is None or unit == held.node or not unit.text[:1].isalpha():
        return None
    return _clause_below(held, unit, events)


def _only_carries(verb: Token, event: Event) -> bool:
    """ "the toll, which had stood at 12, …": the verb says how many, not what happened."""
    return verb.lemma_ in listed("carriers", "verbs") and event.family in listed("says_only", "families")


def _fits(family: str, held: Held) -> bool:
    """Whether the family can be told of such a figure: what costs is money, never men; what is long, metres."""
    group = table("counted")["sized"]["groups"].get(family)
    if group is not None:
        return bool(held.match.group == group)
    return held.match.group == "money" or family not in listed("money_only", "families")


def _event_counted(held: Held) -> Happened | None:
    """ "forty deaths spread by rumour", "three arrests made": what is counted is what happened, whatever follows."""
    family = family_of_event(held.noun.lemma_.lower()) if held.noun is not None else None
    if (
        held.noun is None
        or held.match.unit is not None
        or family is None
        or family not in listed("done_to", "families")
    ):
        return None
    return Happened(family, None, "event noun", held.noun.text)


def _in_place(held: Held) -> Happened | None:
    """ "12,000 soldiers in the valley", "900 troops at the border": they are in place there."""
    noun = held.noun
    if noun is None or noun.lemma_.lower() not in table("sets")["noun"]["soldier"]["words"].split():
        return None
    for child in noun.children:
        place = next((word for word in child.children if word.dep_ == "pobj"), None)
        if place is None or child.dep_ != "prep" or child.i < noun.i or child.lower_ not in listed("in_place"):
            continue
        if place.pos_ == "PROPN" or place.lemma_.lower() in listed("in_place", "places"):
            return Happened("deployed", None, "in place", child.text)
    return None


def _strong_noun(held: Held) -> Happened | None:
    """The counted noun is itself what happened or what it left: "40 deaths", "400 casualties"."""
    if held.noun is None:
        return None
    family = _family_of_phrase(held.noun)
    if family is None or family in listed("persons_only", "families"):
        return None
    return Happened(family, None, "event noun", held.noun.text)


def _weak_noun(held: Held) -> Happened | None:
    if held.noun is None:
        return None
    family = _family_of_phrase(held.noun)
    return Happened(family, None, "noun", held.noun.text) if family else None


def _family_of_phrase(noun: Token) -> str | None:
    """The family of a noun, by the pair with the word before it first: "death toll"."""
    lemma = noun.lemma_.lower()
    if noun.i > 0 and (found := family_of_noun(f"{noun.nbor(-1).lower_} {lemma}")):
        return found
    if (event := family_of_event(lemma)) is not None:
        return event
    if noun.tag_ == "NN" and any(child.tag_ == "PRP$" for child in noun.children):
        return None  # "two shots pierced his body": what happened to bodies did not
    return family_of_noun(lemma) or family_of_noun(noun.lower_)


def _above(held: Held, events: Mapping[int, Event]) -> Happened | None:
    """Climbs from the figure to the verb of its clause; the first word with a family decides."""
    below = held.node
    for above in held.node.ancestors:
        if clauses.is_clause(above):
            found = _of_verb(above, below, events, held)
            if found is not None and not _fits(found.family, held):
                found = None
            if found is not None or not _passes(above, below):
                return found
        elif (family := _governing(above, held)) is not None:
            return Happened(family, events.get(above.i), "governing noun", above.text)
        elif below.dep_ in {"compound", "amod", "nummod"} and (found := _clause_below(held, above, events)) is not None:
            return found
        below = above
    return None


def _governing(above: Token, held: Held) -> str | None:
    if above.pos_ not in {"NOUN", "PROPN"} or above.dep_ == "compound":
        return None
    together = (
        family_of_noun(f"{above.lemma_.lower()} of {held.noun.lemma_.lower()}") if held.noun is not None else None
    )
    family = together or _family_of_phrase(above) or _of_its_parts(above)
    return family if family and (above.i < held.phrase.start or above == held.noun) else None


def _of_its_parts(noun: Token) -> str | None:
    """ "deployment figures", "arrest numbers": a noun for numbers says of what by the noun before it."""
    if noun.lemma_.lower() not in listed("number_noun"):
        return None
    parts = (child for child in noun.children if child.dep_ == "compound")
    return next((family for part in parts if (family := family_of_event(part.lemma_.lower()))), None)


def _of_verb(verb: Token, below: Token, events: Mapping[int, Event], held: Held) -> Happened | None:
    event = events.get(verb.i)
    carries = verb.lemma_ in listed("carriers", "verbs")
    if carries and below.dep_ not in {"nsubj", "nsubjpass"}:
        subject = clauses.undergoer(verb) if clauses.is_passive(verb) else clauses.doer(verb)
        for party in (subject, clauses.undergoer(verb)):
            family = _family_of_phrase(party) if party is not None and party != below else None
            if party is not None and family is not None and family not in listed("says_only", "families"):
                return Happened(family, None, "subject", party.text)
    if below.dep_ == "nsubjpass" and clauses.is_negated(verb) and verb.lemma_ in listed("negated", "verbs"):
        return Happened("missing", event, "verb", verb.text)
    if (event is None or event.family is None) and below.dep_ in {"nsubj", "nsubjpass"}:
        return _of_its_infinitive(verb, events) or _among(verb) or _of_next(verb, events)
    if (
        held.noun is None
        and held.match.unit is None
        and below.dep_ == "dobj"
        and verb.lemma_ in listed("reckons", "verbs")
    ):
        return None  # "I suspect five"
    if event is None or event.family is None or _is_doer(verb, below, event.family):
        return None
    if event.family in listed("says_only", "families"):
        return None
    family = event.family
    if carries and held.match.unit is None and family in listed("carriers", "families"):
        return None
    if _is_sought(verb, below):
        family = table("counted")["sought"]["families"].get(family, family)
    if clauses.is_negated(verb):
        family = table("counted")["negated"]["families"].get(family, family)
    return Happened(family, event, "verb", verb.text)


def _is_sought(verb: Token, below: Token) -> bool:
    """ "crews are searching for 40 people", "two are being looked for"; forty houses are searched."""
    if below.dep_ == "nsubjpass":
        return verb.lemma_ in listed("sought", "verbs") or any(
            child.lower_ == "for" and not list(child.children) for child in verb.children
        )
    return below.lower_ == "for" or (below.dep_ == "dobj" and verb.lemma_ in listed("sought", "verbs"))


def _of_its_infinitive(verb: Token, events: Mapping[int, Event]) -> Happened | None:
    """ "forty are feared to have drowned", "900 are preparing to leave": what the infinitive tells of them."""
    leads = verb.lemma_ in clauses.listed("planned", "verbs") | clauses.listed("begun", "verbs")
    if any(child.dep_ == "dobj" for child in verb.children):
        leads = False  # "one man urged them to go home": they go, not he
    if not (clauses.is_passive(verb) or leads) or clauses.is_negated(verb):
        return None
    for below in verb.children:
        event = events.get(below.i)
        own = any(child.dep_ in clauses.SUBJECTS for child in below.children)
        if below.dep_ == "xcomp" and not own and event is not None and event.family:
            return Happened(event.family, event, "infinitive", below.text)
    return None


def _of_next(verb: Token, events: Mapping[int, Event]) -> Happened | None:
    """ "38 soldiers have been disarmed and detained": what the next verb tells of the same subject."""
    for below in verb.children:
        event = events.get(below.i)
        if below.dep_ != "conj" or event is None or event.family is None or clauses.is_negated(below):
            continue
        if any(child.dep_ in clauses.SUBJECTS for child in below.children):
            return None
        if event.family not in listed("says_only", "families") and clauses.is_passive(below) == clauses.is_passive(
            verb
        ):
            return Happened(event.family, event, "next verb", below.text)
    return None


def _among(verb: Token) -> Happened | None:
    """ "three nurses are among the sick": what is said of those among whom they are."""
    for prep in (child for child in verb.subtree if child.lower_ == "among"):
        for token in prep.children:
            family = family_of_adjective(token.lower_) or family_of_participle(token.lower_) or _family_of_phrase(token)
            those = [below for below in token.children if token.lower_ == "those" and below.dep_ in {"acl", "relcl"}]
            family = family or next((one for below in those if (one := family_of_participle(below.lower_))), None)
            if token.dep_ == "pobj" and family in listed("done_to", "families"):
                return Happened(family, None, "among", token.text)
    return None


def _is_doer(verb: Token, below: Token, family: str) -> bool:
    """Whether the figure counts those who did it to others, where the family counts those it is done to."""
    if verb.lemma_ in listed("sufferers", "verbs"):
        return False
    if family not in listed("done_to", "families") or below.dep_ != "nsubj" or clauses.is_passive(verb):
        return False
    return any(child.dep_ in {"dobj", "ccomp"} for child in verb.children)


def _passes(verb: Token, below: Token) -> bool:
    """Whether the search may go on past a verb without family: it only helps another, or is one of several."""
    if verb.dep_ in {"xcomp", "conj", "pcomp"}:
        return True
    if verb.dep_ in {"acl", "advcl"} and verb.lemma_ in listed("carriers", "verbs"):
        return True  # "three squads, totalling 40 men, were sent"
    own = verb.dep_ == "advcl" and below.dep_ == "dobj"  # "they advanced, taking two hills": the hills did not advance
    return verb.lemma_ in clauses.listed("light", "verbs") and verb.dep_ in {"relcl", "acl", "advcl"} and not own


def phase_of(found: Happened | None, *, headline: bool) -> Phase | None:
    """The phase of what happened, where its verb or noun tells."""
    return found.event.phase(headline=headline) if found is not None and found.event is not None else None
