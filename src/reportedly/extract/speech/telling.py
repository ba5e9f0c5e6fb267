"""Findings to statements: who the sources are and through whom they reach us."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.extract.draft import Draft
from reportedly.extract.speech.credits import credited
from reportedly.extract.speech.direct import introduced_by, is_introduced, segment, speaker_before
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.relays import Chain, chain_of
from reportedly.extract.speech.voice import OWN, PRONOUNS, Voice
from reportedly.extract.speech.voices import Voices
from reportedly.model.ids import content_id
from reportedly.model.mention import NameKind
from reportedly.model.span import Span
from reportedly.model.statement import Certainty, Link, Manner, Mode, Role, Statement
from reportedly.model.why import Why

LABELLED = frozenset({"turn", "says-colon"})  # rules of statements without a cue in which others are told
LABEL = re.compile(
    r"(?P<wire>WIRE \(|VIA |FROM )?(?P<who>[^\W\d_][\w.’' -]{2,40}?)\)?"
    r"(?P<note> \((?:subscribers?|paywall|in [A-Z][a-z]+)[^)]*\))?:\s"
)
REACH = 2  # paragraphs, the first included, in which a speaker's words still come through whom they came before


class Teller:
    """Turns the findings of one article, paragraph by paragraph, into statements."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._passage = 0
        self._above: Passage | None = None
        self._carried: dict[str, tuple[int, list[Voice]]] = {}  # who carried a speaker's words, and where it was said
        page = draft.article
        self._credits = credited(draft.capture.text, page.blocks)
        author = page.byline[0] if len(page.byline) == 1 else None
        self._voices = Voices(draft.capture.text, draft.names, author, page.outlet.name if page.outlet else None)

    def __call__(self, passage: Passage, findings: Sequence[Finding]) -> list[Statement]:
        """The statements of one paragraph, in order."""
        self._voices.next_passage(title=passage.parse.block.kind == "title")
        self._passage += 1
        kinds = name_kinds(self._draft, passage)
        chains = {f.head: chain_of(passage, f, kinds) for f in findings}
        links = [self._chain(passage, f, chains) for f in findings]
        links = [_as_speaker(passage, findings, links, number) for number in range(len(findings))]
        whole = [_nested(findings, links, number) for number in range(len(findings))]
        self._above = passage
        return [
            self._statement(
                passage, finding, (*chain, *self._label(passage, finding, chain), *self._wire(passage, chain))
            )
            for finding, chain in zip(findings, whole, strict=True)
        ]

    def settled(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements of the whole article, in which a title's "minister" is the one whom the story names."""
        meant = self._voices.named_later()
        return [replace(s, attribution=tuple(_named(link, meant) for link in s.attribution)) for s in statements]

    def _chain(self, passage: Passage, finding: Finding, chains: dict[int, Chain]) -> tuple[Link, ...]:
        mode = finding.how.mode if finding.how else "says"
        chain = chains[finding.head]
        if finding.beside in chains and not chain.relays:
            chain = replace(chain, relays=chains[finding.beside].relays)
        own = self._origin(passage, finding)
        deeper = [self._voices.relay(passage, s) for s in chain.deeper]
        relays = [self._voices.relay(passage, s) for s in chain.relays]
        relays = self._still(own, relays) if not deeper else relays
        if deeper:
            voices = list({v.name if v else None: v for v in (*deeper, own, *relays)}.values())
            links = [_link(v, "via" if n else "origin", "relays" if n else mode) for n, v in enumerate(voices)]
        else:
            named = {v.name: v for v in reversed(relays) if own is None or v.name != own.name}
            links = [
                _link(own, "origin", mode, finding),
                *(_link(v, "via", "relays") for v in reversed(named.values())),
            ]
        return tuple(links)

    def _still(self, own: Voice | None, relays: list[Voice]) -> list[Voice]:
        """The relays of a speaker; where none is named, those that carried the speaker's words just before."""
        if own is None or own.name is None:
            return relays
        if relays:
            self._carried[own.name] = (self._passage, relays)
            return relays
        at, before = self._carried.get(own.name, (-REACH, []))
        if self._passage - at >= REACH:
            return []
        self._carried[own.name] = (self._passage, before)
        return [replace(voice, span=None) for voice in before]

    def _label(self, passage: Passage, finding: Finding, links: Sequence[Link]) -> list[Link]:
        """The outlet whose name and a colon begin the paragraph, as in a review of the press, as a relay."""
        start = passage.parse.block.span.start
        label = LABEL.match(passage.parse.text)
        if label is None or passage.tokens[finding.first].idx < label.end():
            return []
        where = Span(start + label.start("who"), start + label.end("who"))
        sure = label["wire"] or label["note"]  # "WIRE (Lund News):", "Northern Lantern (subscribers):"
        named = [m for m in self._draft.names if m.span == where and (m.kind == "outlet" or sure)]
        return [Link(m.name, m.span, "via", "relays") for m in named if m.name not in {link.name for link in links}]

    def _wire(self, passage: Passage, links: Sequence[Link]) -> list[Link]:
        """The houses that the paragraph is credited to, else the agency of the article, as the nearest relays."""
        page = self._draft.article
        known = {link.name for link in links} | {page.outlet.name if page.outlet else None}
        credits = self._credits.get(passage.parse.block.span, ())
        if credits:
            return [Link(c.name, c.span, "via", "relays") for c in credits if c.name not in known]
        if page.wire is None or page.wire in known:
            return []
        return [Link(page.wire, None, "via", "relays")]

    def _origin(self, passage: Passage, finding: Finding) -> Voice | None:
        if finding.source is not None:
            first, last = finding.source
            if finding.rule == "within" and passage.tokens[first].lower_ in PRONOUNS:  # whom "they" are in a quotation
                return Voice(None, passage.stretch(first, last), passage.tokens[first].text)  # its speaker alone knows
            stretch = max(first, passage.lead) if last >= passage.lead else first, last
            return self._voices.of(passage, stretch, finding.content)
        if finding.rule == "turn":
            return self._introduced(passage)
        return self._floating(passage, finding) if finding.rule == "floating" else None

    def _floating(self, passage: Passage, finding: Finding) -> Voice | None:
        """Whose a quotation without a cue is: whom a colon or the sentence before it tells, else who spoke last."""
        above = self._above
        if above is not None and not any(t.is_alpha for t in passage.tokens[: finding.first]):
            end = len(above.tokens) - 1
            while end > 0 and above.tokens[end].is_space:
                end -= 1
            if above.tokens[end].text == ":":  # "The chairman wrote on his channel:", and the words below it
                by = introduced_by(above, end)
                return self._voices.of(above, by) if by is not None else None
        before = speaker_before(passage, finding.first)
        if before is not None:
            return self._voices.of(passage, before)
        if is_introduced(passage, finding.first):
            return self._voices.named_in(passage, *segment(passage, finding.first))
        latest = self._voices.latest()
        return replace(latest, span=None) if latest is not None else None

    def _introduced(self, passage: Passage) -> Voice | None:
        """Who is interviewed: the person whom the story names first before this paragraph."""
        page = self._draft
        before = [parse for parse in page.parses if parse.base < passage.parse.base]
        for mention in page.names:
            inside = any(p.base <= mention.span.start < p.base + len(p.text) for p in before)
            if inside and mention.kind == "person" and mention.name not in page.article.byline:
                return Voice(mention.name, mention.span, None, False, "person")
        return None

    def _statement(self, passage: Passage, finding: Finding, links: tuple[Link, ...]) -> Statement:
        spans = passage.spans(finding.content)
        cue = passage.stretch(finding.cue[0], finding.cue[-1]) if finding.cue else None
        words = " ".join(passage.tokens[i].text for i in finding.cue)
        return Statement(
            id=content_id("statement", self._draft.article.id, *spans, cue, finding.rule),
            article=self._draft.article.id,
            content=spans,
            cue=cue,
            manner=_manner(passage, finding),
            attribution=links,
            certainty=_certainty(finding),
            why=(Why(f"{finding.rule}.v1", words),),
        )


def name_kinds(draft: Draft, passage: Passage) -> dict[int, NameKind | None]:
    """The kind of the name that each token of a paragraph belongs to."""
    base, length = passage.parse.base, len(passage.parse.text)
    first = bisect_left(draft.names, base, key=lambda m: m.span.start)
    spots: dict[int, NameKind | None] = {}
    at = 0
    for mention in draft.names[first:]:
        if mention.span.start >= base + length:
            break
        while at < len(passage.tokens) and base + passage.tokens[at].idx < mention.span.start:
            at += 1
        held = at
        while held < len(passage.tokens) and base + passage.tokens[held].idx < mention.span.end:
            spots[passage.tokens[held].i] = mention.kind
            held += 1
    return spots


def _link(voice: Voice | None, role: Role, mode: Mode, finding: Finding | None = None) -> Link:
    distance = finding is not None and finding.how is not None and finding.how.certainty == "hedged"
    certainty: Certainty = "hedged" if distance else "asserted"
    if voice is None:
        return Link(None, None, role, mode, certainty=certainty)
    return Link(voice.name, voice.span, role, mode, voice.anonymous, certainty, voice.described)


def _named(link: Link, meant: Mapping[Span, Voice]) -> Link:
    voice = meant.get(link.span) if link.span is not None else None
    return link if voice is None else replace(link, name=voice.name, described=link.name)


def _nested(findings: Sequence[Finding], links: Sequence[tuple[Link, ...]], number: int) -> tuple[Link, ...]:
    """The chain of a statement and, where it stands inside another's content, of that one as its relays."""
    own = findings[number]
    names = {link.name for link in links[number]}
    around = [
        other
        for other, finding in enumerate(findings)
        if other != number and finding.first <= own.head <= finding.last and finding.first <= own.first
        and own.last <= finding.last and finding.head != own.head and own.cue
        and (finding.cue or finding.rule in LABELLED or finding.direct)
    ]  # fmt: skip
    around.sort(key=lambda o: findings[o].last - findings[o].first)
    outer = [
        replace(link, role="via", mode="relays")
        for other in around
        for link in links[other]
        if link.name is not None and link.name not in names
    ]
    return (*links[number], *outer)


def _as_speaker(
    passage: Passage, findings: Sequence[Finding], links: Sequence[tuple[Link, ...]], number: int
) -> tuple[Link, ...]:
    """The chain, in which "I" without marks is who says the sentence: "I'd guess that it sank, the pilot said"."""
    own = findings[number]
    if own.source is None or passage.tokens[own.source[0]].lower_ not in OWN or own.source[0] != own.source[1]:
        return links[number]
    for finding, outer in zip(findings, links, strict=True):
        around = finding.first <= own.head <= finding.last and finding.head != own.head
        told = finding.source is not None or finding.rule == "turn"
        if around and told and outer[0].name is not None:
            first = links[number][0]
            return (replace(outer[0], mode=first.mode, certainty=first.certainty), *outer[1:])
    return links[number]


def _certainty(finding: Finding) -> Certainty:
    if finding.how is None:
        return "asserted"
    return "denied" if finding.how.mode == "denies" else finding.how.certainty


def _manner(passage: Passage, finding: Finding) -> Manner:
    if finding.direct:
        return "direct"
    inside = sum(passage.inside[i] >= 0 for i in finding.content)
    return "indirect" if not inside else "direct" if inside == len(finding.content) else "mixed"
