"""Videos, photos, documents and posts: who put them out, what they are said to show, who verified which aspect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial

from reportedly.extract.draft import Draft, Parse
from reportedly.extract.reserves import Reserve, reserves
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import agent, children, phrase, subject
from reportedly.extract.words import Phrase, Token
from reportedly.model.exhibit import Aspect, Exhibit, ExhibitKind, Verification, Verified
from reportedly.model.ids import content_id
from reportedly.model.mention import NameMention
from reportedly.model.span import Span
from reportedly.vocabulary import listed, table

_words = partial(listed, "exhibits")

REACH = 3  # paragraphs after its last mention in which "the video" is still that video
DEFINITE = frozenset(table("speech")["definite"]["words"])
POINTING = frozenset(table("speech")["points_at_exhibit"]["words"])
FILMING = frozenset(table("speech")["filming"]["words"])


@dataclass(slots=True)
class _Seen:
    """An exhibit while it is read: its mentions so far and what is known of it."""

    kind: ExhibitKind
    span: Span
    paragraph: int
    mentions: list[Span] = field(default_factory=list)
    publisher: str | None = None
    place: str | None = None
    time: str | None = None
    checks: list[Verification] = field(default_factory=list)


@cache
def _kinds() -> dict[str, ExhibitKind]:
    return {word: kind for kind, words in table("exhibits")["kind"].items() for word in words}


class Exhibits:
    """Finds exhibits, joins their mentions, and binds statements and verifications to them."""

    name = "exhibits.v1"
    requires = ("parses", "statements", "names")
    assigns = ("exhibits",)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its exhibits, in document order."""
        seen: list[_Seen] = []
        for number, parse in enumerate(draft.parses):
            for sentence in parse.doc.sents:
                here = [_met(draft, parse, token, number, seen) for token in sentence if _is_exhibit(token)]
                _verify(draft, parse, sentence, here, seen, number)
        return replace(draft, exhibits=tuple(_exhibit(draft, one) for one in seen))


def _is_exhibit(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in _kinds() and token.dep_ != "compound"


def _met(draft: Draft, parse: Parse, token: Token, number: int, seen: list[_Seen]) -> _Seen:
    """The exhibit that a mention means: a known one of its kind after "the" or "this", else a new one."""
    kind = _kinds()[token.lemma_.lower()]
    first, last = phrase(token)
    span = Span(parse.span(parse.doc[first]).start, parse.span(parse.doc[last]).end)
    known = [one for one in reversed(seen) if one.kind == kind and number - one.paragraph <= REACH]
    if known and any(c.lower_ in DEFINITE for c in token.children if c.dep_ in ("det", "poss")):
        exhibit = known[0]
        exhibit.paragraph = number
    else:
        exhibit = _Seen(kind, span, number)
        seen.append(exhibit)
    exhibit.mentions.append(span)
    exhibit.publisher = exhibit.publisher or _publisher(draft, parse, token)
    _shown(draft, parse, token, exhibit)
    return exhibit


def _publisher(draft: Draft, parse: Parse, token: Token) -> str | None:
    """Who put it out: the subject of "posted a video", the agent of "released by", the owner of "X's video"."""
    candidates: list[Token] = []
    if token.dep_ == "dobj" and token.head.lemma_.lower() in _words("publish"):
        candidates += children(token.head, "nsubj")
    for act in children(token, "acl"):
        doer = agent(act)
        if act.lemma_.lower() in _words("publish") and doer is not None:
            candidates.append(doer)
    candidates += [c for c in children(token, "poss") if c.pos_ == "PROPN"]
    for one in candidates:
        if can_speak(one) and one.pos_ != "PRON":
            return _named(draft.names, parse, one)
    return None


def _named(names: Sequence[NameMention], parse: Parse, head: Token) -> str:
    at = parse.span(head)
    found = next((n for n in names if n.span.contains(at)), None)
    if found is not None:
        return found.name
    first, last = phrase(head)
    return parse.doc[first : last + 1].text.removeprefix("the ").removeprefix("The ")


def _shown(draft: Draft, parse: Parse, token: Token, exhibit: _Seen) -> None:
    """Place and time that its own clause gives: "the clip shows a bridge in Velm", "a film shot on 3 May"."""
    verbs = [token.head] if token.dep_ in ("nsubj", "nsubjpass") else []
    verbs += children(token, "acl", "relcl")
    for verb in verbs:
        if verb.lemma_.lower() not in _words("depict"):
            continue
        start, end = parse.span(verb).end, parse.span(verb.right_edge).end
        places = [p for p in draft.places if start <= p.span.start and p.span.end <= end]
        times = [m for m in draft.moments if start <= m.span.start and m.span.end <= end and m.when]
        exhibit.place = exhibit.place or (places[0].name if places else None)
        if times and times[0].when is not None and verb.lemma_.lower() in FILMING:
            exhibit.time = exhibit.time or times[0].when.edtf


def _verify(draft: Draft, parse: Parse, sentence: Phrase, here: list[_Seen], seen: list[_Seen], number: int) -> None:
    """Verifications in a sentence go to the exhibit it names, or by "it" to the last one of the paragraph."""
    target = here[-1] if here else next((s for s in reversed(seen) if s.paragraph == number), None)
    if target is None:
        return
    points = bool(here) or any(t.lower_ in POINTING for t in sentence)
    found = [
        _verification(draft, parse, r)
        for r in reserves(parse)
        if sentence.start <= r.at < sentence.end and r.kind == "verification" and r.rule != "silence"
    ]
    if points:
        target.checks += found
        target.checks += _left_open(draft, parse, sentence)
    if here and not found:
        target.checks += _challenges(draft, parse, sentence)


def _verification(draft: Draft, parse: Parse, reserve: Reserve) -> Verification:
    verb = parse.doc[reserve.at]
    status: Verified = "could-not" if reserve.failed else "partly" if _in_part(verb) else "verified"
    return Verification(_checker(draft, parse, verb), status, _aspect(verb), reserve.span, draft.article.id)


def _in_part(verb: Token) -> bool:
    """Whether only a part was checked: "partly verified", "has verified parts of the film"."""
    things = [t for c in children(verb, "dobj", "nsubjpass", "advmod", "prep") for t in (c, *c.children)]
    return any(t.lower_ in _words("part") for t in things)


def _left_open(draft: Draft, parse: Parse, sentence: Phrase) -> Iterator[Verification]:
    """Whoever speaks of an exhibit and leaves its place or time untold: "did not specify where it was filmed"."""
    for token in sentence:
        if token.lemma_.lower() not in _words("specify") or not any(c.dep_ == "neg" for c in token.children):
            continue
        asked = {t.lower_ for c in children(token, "dobj", "ccomp", "prep") for t in c.subtree}
        by = _checker(draft, parse, token)
        for aspect in ("place", "time"):
            if asked & _words(aspect):
                span = Span(parse.span(token).start, parse.span(token.right_edge).end)
                yield Verification(by, "could-not", aspect, span, draft.article.id)


def _checker(draft: Draft, parse: Parse, verb: Token) -> str | None:
    above = verb.head if verb.dep_ in ("xcomp", "acl") else verb
    doer = agent(verb) or next(iter(children(verb, "nsubj") or children(above, "nsubj")), None)
    doer = doer or (subject(verb) if verb.dep_ == "conj" else None)
    if doer is None or not can_speak(doer) or doer.pos_ == "PRON":
        return None
    if doer.pos_ == "NOUN" and doer.lemma_.lower() in _kinds():
        return None  # "the letter could not be verified"; the Harbour Post can check
    return _named(draft.names, parse, doer)


def _aspect(verb: Token) -> Aspect:
    words = {verb.lemma_.lower()} | {t.lower_ for t in verb.subtree} | {verb.doc[max(0, verb.i - 2)].lower_ + "-locate"}
    if words & _words("place"):
        return "place"
    if words & _words("time"):
        return "time"
    return "authenticity" if words & _words("authenticity") else "content"


def _challenges(draft: Draft, parse: Parse, sentence: Phrase) -> Iterator[Verification]:
    for token in sentence:
        if token.lower_ in _words("challenge") and token.dep_ in ("acomp", "attr", "oprd", "pobj", "ccomp"):
            verb = token.head
            speaker = next(
                (c for c in children(verb, "nsubj") if can_speak(c) and c.lemma_.lower() not in _kinds()), None
            )
            by = _named(draft.names, parse, speaker) if speaker is not None and speaker.pos_ != "PRON" else None
            yield Verification(by, "challenged", "authenticity", parse.span(token), draft.article.id)


def _exhibit(draft: Draft, one: _Seen) -> Exhibit:
    about = [s.id for s in draft.statements if any(piece.overlaps(m) for piece in s.content for m in one.mentions)]
    checks = tuple(sorted(set(one.checks), key=lambda c: (c.span, c.status, c.aspect, c.by or "")))
    return Exhibit(
        id=content_id("exhibit", draft.article.id, one.kind, one.span),
        kind=one.kind,
        span=one.span,
        article=draft.article.id,
        publisher=one.publisher,
        place=one.place,
        time=one.time,
        statements=tuple(about),
        verifications=checks,
    )
