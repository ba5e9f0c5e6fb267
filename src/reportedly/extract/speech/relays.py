"""Through whom words come: told X, in an interview with X, citing X, quoted by X, according to X."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.handed_on import HandedOn, Stretch
from reportedly.extract.speech.leaning import cited, quoted_in_front
from reportedly.extract.speech.lexicon import lexicon
from reportedly.extract.speech.media import ON_AIR, is_medium, is_occasion, may_carry, media, read_out, with_name
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.prepositions import own_clause
from reportedly.extract.speech.speakers import can_speak, is_paper
from reportedly.extract.speech.syntax import above_as, agent, children, overheard, phrase, subject
from reportedly.extract.words import Token
from reportedly.model.mention import NameKind
from reportedly.vocabulary import table


@dataclass(frozen=True, slots=True)
class Chain:
    """Where words come from: `deeper` is who the named source itself cites, `relays` who passes its words on.

    `relays` run from the one nearest the origin to the one nearest the article.
    """

    deeper: tuple[Stretch, ...] = ()
    relays: tuple[Stretch, ...] = ()


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(row["words"]) for name, row in table("relays").items()}


def chain_of(passage: Passage, finding: Finding, kinds: dict[int, NameKind | None]) -> Chain:
    """The chain around one finding; `kinds` tells the kind of name that a token belongs to."""
    if finding.rule == "given":
        return Chain()  # "the 38 million quoted by ministers": theirs, and nobody passes it on
    verb = passage.tokens[finding.head]
    hands = HandedOn(passage.tokens[verb.sent.start : verb.sent.end])
    deeper: list[Stretch] = cited(passage, verb, finding, hands) if finding.rule != "declines" else []
    relays: list[Stretch] = []
    if finding.source is not None:
        heads = [_source_head(passage, finding.source), *passage.tokens[slice(*finding.source)]]
        relays = [*_read_in(heads), *hands.carriers(finding.source)]
        relays += [link for paper in _papers(_between(passage, finding)) for link in hands.carriers(paper)]
        deeper = deeper or hands.behind(finding.source)
    if finding.cue:
        for act in _acts(verb):
            relays += _told(act, kinds) + _carried(act, kinds, _between(passage, finding)) + _reporter(passage, act)
        behind = _according(passage, finding)
        head = _source_head(passage, finding.source) if finding.source is not None else None
        if head is not None and (kinds.get(head.i) == "outlet" or is_medium(head)):
            deeper, behind = deeper or behind, []  # "The paper reported that …, according to two guests": on their word
        relays += behind + _quoting(verb) + _citing_above(verb) + _taking_up(verb)
        relays += quoted_in_front(passage, verb, finding)
        relays += [phrase(c) for c in children(verb.head, "nsubj")] if overheard(verb) is not None else []
        relays += _heard_by(verb) if finding.rule == "heard" or _has_learned(verb, finding) else []
        for link in (*media(passage, finding, kinds), *read_out(passage, finding)):
            relays += [link] if not any(_meet(link, other) for other in relays) else []
        relays = [link for relay in relays for link in (relay, *hands.carriers(relay))]
    known = {finding.source}
    inside = set(finding.content)  # "the nine guards cited by the ministry": the guards say nothing
    behind_it = tuple(s for s in deeper if s not in known and s[0] not in inside)
    held = finding.rule == "blame"  # "attributed the film to the broadcaster": that is blamed, and passes nothing on
    return Chain(behind_it, tuple(dict.fromkeys(s for s in relays if s not in known and not (held and s[0] in inside))))


def _meet(one: Stretch, other: Stretch) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _read_in(heads: Sequence[Token]) -> list[Stretch]:
    """Where the words of one of these were carried: "aired on Radio Lagune", "cited in the inquiry's minutes"."""
    found: list[Stretch] = []
    for clause in dict.fromkeys(c for head in heads for c in children(head, "acl", "relcl")):
        if clause.lower_ in _words()["quoted"]:
            where = [p for prep in children(clause, "prep") if prep.lower_ in ON_AIR for p in children(prep, "pobj")]
            found += [phrase(p) for p in where if is_medium(p) or _written(p)]
    return found


def _written(token: Token) -> bool:
    """Whether a noun is for something that is read: "cited in the assembly's minutes"."""
    return token.lemma_.lower() in _words()["written"]


def _source_head(passage: Passage, source: Stretch) -> Token:
    for token in passage.tokens[source[0] : source[1] + 1]:
        if not source[0] <= token.head.i <= source[1]:
            return token
    return passage.tokens[source[1]]


def _told(verb: Token, kinds: dict[int, NameKind | None]) -> list[Stretch]:
    if verb.lemma_.lower() not in _words()["told"]:
        return []
    hears = lexicon().verbs.get(verb.lemma_.lower())
    spoken_to = hears is None or hears.addressee  # who describes a ferry tells the ferry nothing
    people = [
        *(children(verb, "dobj", "dative") if spoken_to else children(verb, "dative")),
        *(p for c in _to(verb) for p in children(c, "pobj")),
    ]
    return [link for c in people for link in _tells(c, kinds)]


def _tells(told: Token, kinds: dict[int, NameKind | None]) -> list[Stretch]:
    """Whoever of these passes words on: a medium, the station of a programme, somebody "who told us"."""
    if is_occasion(told):
        return _occasion(told, kinds) or [
            phrase(p)
            for prep in children(told, "prep")
            if prep.lower_ in ON_AIR
            for p in children(prep, "pobj")
            if _outlet(p, kinds)
        ]
    if _outlet(told, kinds):
        return [with_name(phrase(told), kinds)]
    for clause in children(told, "relcl"):
        people = children(clause, "dobj", "dative") if clause.lemma_.lower() in _words()["told"] else []
        passed = (
            p.lower_ in ("us", "me") or p.lemma_.lower() in _words()["press"] or _outlet(p, kinds) for p in people
        )
        if any(passed):
            return [phrase(told), *(phrase(p) for p in people if _outlet(p, kinds))]
    return []


def _reporter(passage: Passage, verb: Token) -> list[Stretch]:
    """ "Our colleague Vera Lind was at the lock. Drivers told her": she is the outlet's own, and passes it on."""
    told = [c for c in children(verb, "dobj", "dative") if c.lower_ in ("her", "him")]
    if not told or verb.lemma_.lower() not in _words()["told"]:
        return []
    for token in reversed(passage.tokens[: verb.sent.start]):
        if token.dep_ == "nsubj" and token.tag_ != "PRP":
            own = any(t.lower_ == "our" and t.i <= token.i for t in token.subtree)
            staff = any(t.lemma_.lower() in _words()["newsroom"] for t in token.subtree)
            return [phrase(token)] if own and staff else []
    return []


def _to(verb: Token) -> list[Token]:
    """To whom, where the parser hung it on the verb or on what is said: "confirmed its receipt to Radio Lagune"."""
    things = children(verb, "dobj", "prep", "dative")
    return [c for at in (verb, *things) for c in children(at, "prep", "dative") if c.lower_ == "to"]


def _outlet(token: Token, kinds: dict[int, NameKind | None]) -> bool:
    """Whether the person told is a medium: an outlet's name, a medium's word, or one of the outlet's own people."""
    if any(t.lower_ == "our" for t in token.subtree) and any(
        t.lemma_.lower() in _words()["newsroom"] for t in token.subtree
    ):
        return True
    if token.i in kinds:
        return kinds[token.i] in ("outlet", "organisation", None) or is_medium(token)
    return is_medium(token)


def _carried(verb: Token, kinds: dict[int, NameKind | None], before: Sequence[Token]) -> list[Stretch]:
    """ "in an interview with X", "on X", "in a statement carried by X", "to X by telephone"."""
    found = []
    told = [c for person in children(verb, "dobj", "dative") for c in children(person, "prep") if c.lower_ == "on"]
    for prep in dict.fromkeys([*before, *children(verb, "prep", "agent"), *told, *_astray(verb)]):
        for thing in children(prep, "pobj"):
            if is_occasion(thing):
                found += _occasion(thing, kinds)
            elif prep.lower_ in ("on", "in", "via", "to", "through") and (
                kinds.get(thing.i) == "outlet" or is_medium(thing)
            ):
                found.append(phrase(thing))
    return found


def _between(passage: Passage, finding: Finding) -> list[Token]:
    """ "The minister, in a message read on state radio, said": the occasion between a speaker and the verb."""
    if finding.source is None or not finding.cue:
        return []
    act = passage.tokens[finding.head]
    while act.dep_ == "conj" and act.head.i > finding.source[1]:
        act = act.head  # "thanked the crew, and denied": the occasion stands before the first of several verbs
    first, last = finding.source
    between = [t for t in passage.tokens[first + 1 : min(finding.cue[0], act.i)] if t.lower_ in ON_AIR]
    apart = [t for t in between if t.i > last or passage.tokens[t.i - 1].text == ","]
    return [t for t in apart if t.dep_ == "prep" and not passage.quoted(t)]


def _papers(prepositions: Sequence[Token]) -> list[Stretch]:
    """The letters, drafts and interviews behind these: "in a draft described to me by a clerk"."""
    things = (thing for prep in prepositions for thing in children(prep, "pobj"))
    return [phrase(thing) for thing in things if is_occasion(thing) or is_paper(thing)]


def _astray(verb: Token) -> list[Token]:
    """ "denied any suggestion of overloading in a statement": the occasion, where the parser hung it on the object."""
    things = children(verb, "dobj", "prep")
    within = (t for thing in things for t in thing.subtree if t.dep_ == "prep" and t.lower_ == "in")
    return [t for t in within if any(is_occasion(p) for p in children(t, "pobj"))]


def _occasion(thing: Token, kinds: dict[int, NameKind | None]) -> list[Stretch]:
    """With whom an interview was, who carried a statement, where a message was read out."""
    found = [
        phrase(p)
        for w in children(thing, "prep")
        if w.lower_ in ("with", "to", "for", "on")
        for p in children(w, "pobj")
        if _outlet(p, kinds)
    ]
    behind = [t for t in thing.doc[thing.i + 1 : thing.i + 2] if t.dep_ == "acl" and t.head.i != thing.i]
    for clause in [*children(thing, "acl"), *behind]:
        by = agent(clause)
        if clause.lower_ in _words()["quoted"] and by is not None:
            found.append(phrase(by))
        elif clause.lower_ in _words()["aired"]:
            found += [
                phrase(p)
                for prep in children(clause, "prep", "agent", "dative")
                if prep.lower_ in {*ON_AIR, "by", "to"}
                for p in [_of(c) for c in children(prep, "pobj")]
                if may_carry(p)
            ]
    return found


def _of(thing: Token) -> Token:
    """The station behind its programme: "on the one o'clock news on Radio Lagune"."""
    station = [p for prep in children(thing, "prep") if prep.lower_ in ON_AIR for p in children(prep, "pobj")]
    return station[0] if station else thing


def _acts(verb: Token) -> list[Token]:
    """The verb, and the one that a participle hangs on: "praised the crew in the Post, saying"."""
    hangs = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj", "xcomp")
    return [verb, verb.head] if hangs else [verb]


def _citing_above(verb: Token) -> list[Stretch]:
    """ "The source cites the channel of the Forces, which claims": the channel, then the source."""
    if verb.dep_ != "relcl":
        return []
    here, steps = verb.head, []
    while here.dep_ in ("pobj", "prep", "poss") and here.head.i != here.i:
        here = here.head
        if here.dep_ == "dobj":
            steps.append(phrase(here))
    if here.dep_ != "dobj" or here.head.lemma_.lower() not in _words()["cite_verbs"]:
        return []
    return [*steps, *(phrase(c) for c in children(here.head, "nsubj"))]


def _taking_up(cue: Token) -> list[Stretch]:
    """ "The ministry repeated the navy's claim that": the ministry, where it is no saying of its own."""
    above = cue.head
    if cue.dep_ != "dobj" or above.lemma_.lower() not in _words()["cite_verbs"] or children(above, "neg"):
        return []
    return [phrase(c) for c in children(above, "nsubj") if can_speak(c)]


def _quoting(verb: Token) -> list[Stretch]:
    """ "The agency quoted him as saying", "he was quoted as saying by the agency": the agency."""
    quotes = above_as(verb)
    if quotes is None:
        return []
    if children(quotes, "dobj"):
        return [phrase(c) for c in children(quotes, "nsubj")]
    if quotes.lower_ not in _words()["quoted"]:
        return []
    behind = [p for by in children(verb, "prep") if by.lower_ == "by" for p in children(by, "pobj")]
    return [phrase(by) for by in (agent(quotes), *behind) if by is not None]


def _has_learned(verb: Token, finding: Finding) -> bool:
    """ "As the agency was told by two guards, …": the agency passes it on."""
    return finding.rule == "as-made" and bool(children(verb, "nsubj", "nsubjpass"))


def _heard_by(verb: Token) -> list[Stretch]:
    """ "The paper has it from a clerk": the paper, not who tells the story."""
    who = subject(verb)
    return [phrase(who, [verb.i])] if who is not None and who.lower_ not in ("i", "we") else []


def _according(passage: Passage, finding: Finding) -> list[Stretch]:
    """ "…, Gerasimov said, according to Tass", "…, per Tass": Tass passes it on."""
    if finding.rule == "according":
        return []
    end = passage.tokens[finding.head].sent.end
    told = max(finding.cue[-1], finding.last, finding.source[1] if finding.source else 0)
    tail = next((i for i in reversed(finding.content) if passage.inside[i] >= 0), finding.last)
    places = sorted({*range(finding.cue[-1] + 1, finding.cue[-1] + 12), *range(tail + 1, told + 4)})
    for i in places:
        if i >= end:
            break
        token = passage.tokens[i]
        if passage.quoted(token) or (i in finding.content and i <= tail):
            continue
        if token.lower_ == "per" and passage.tokens[i - 1].text == ",":
            return [phrase(p) for p in children(token, "pobj") if can_speak(p)]
        if token.lower_ == "according":
            if (own_clause(passage, token) or 0) > finding.head:
                return []  # another's word on a clause of its own
            for to in children(token, "prep"):
                return [phrase(p) for p in children(to, "pobj")]
        if token.lower_ == "as" and i + 1 < end and passage.tokens[i + 1].lower_ in _words()["quoted"]:
            by = agent(passage.tokens[i + 1])
            return [phrase(by)] if by is not None else []
    return []
