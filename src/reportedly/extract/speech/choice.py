"""Which findings of a paragraph stand: one a cue, one a content, widened to whole quotations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.extract.speech.extents import reaching
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.passage import MARKS, Passage
from reportedly.vocabulary import table

ALIKE = 0.7  # of the longer extent: two findings that share so much are one
PASSED = 0.6  # of what stands before "according to": so much in another statement's content makes X its relay
NOBODY = frozenset(table("speech")["nobody"]["words"])
NEARLY = frozenset(table("speech")["nobody"]["nearly"])
HIS_OWN = 0.5  # of what somebody says, when it is what he says of his own mind
PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
HEADINGS = frozenset(table("speech")["questions_of_the_page"]["words"])
OWN_ACTS = frozenset(table("speech")["own_acts"]["words"])
ASKING = frozenset({"ask", "request", "insist"})
OWN_NAME = frozenset({"name", "names", "identity", "identities"})
OUTSIDE = 3  # tokens of a clause outside marks that make a quotation part of it
ORDER = """
    quote-after quote-before heard known phrase as-put clause embedded declines silence according tail aside head colon
    infinitive as small put raise blame object as-made preposition adjective noun holds owned given headline
    says-colon continued reportedly hearsay turn floating bracketed within
"""
RANK = {rule: rank for rank, rule in enumerate(ORDER.split())}  # of two that are one, the earlier stands


def chosen(passage: Passage, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stand, in order of their content: of two that are one, the one by the surer rule."""
    known = [f for f in findings if f.content and not of_nobody(passage, f)]  # mangled text leaves some nothing to say
    heads = {f.head for f in known if f.cue}
    whole = [reaching(passage, f, heads) for f in known]
    whole = [f if f.direct else _before_teller(passage, _widened(passage, f), known) for f in whole]
    kept: list[Finding] = []
    for finding in sorted(whole, key=lambda f: (RANK[f.rule], f.head)):
        if _cue_quoted(passage, finding) or _passed_on(finding, kept) or _of_a_phrase(finding, kept):
            continue
        rival = next((k for k in kept if _same(k, finding)), None)
        if rival is None:
            kept.append(finding)
        elif _fuller(passage, finding, rival):
            kept[kept.index(rival)] = finding
    kept = [f for f in kept if not any(_of_himself(passage, f, other) or _twice(f, other) for other in kept)]
    imagined = {i for f in kept if f.how is not None and f.how.mode == "imagines" for i in f.content}
    return in_order(f for f in kept if not f.cue or f.head not in imagined)


def _before_teller(passage: Passage, finding: Finding, others: Iterable[Finding]) -> Finding:
    """Without who reports all of it behind a comma: "The army called it “plainly wrong”, the mayor said"."""
    for other in others:
        ahead = other.cue and other.first <= finding.head < other.cue[0] and finding.head in other.content
        if not ahead or other.cue[0] not in finding.content or finding.head == other.head:
            continue
        begins = min(other.cue[0], other.source[0] if other.source else other.cue[0])
        kept = passage.trim(i for i in finding.content if i < begins)
        if finding.head < begins and len(kept) > 1 and passage.tokens[begins - 1].text in MARKS | {","}:
            return replace(finding, content=tuple(kept))
    return finding


def _of_himself(passage: Passage, finding: Finding, outer: Finding) -> bool:
    """ "She said she remembers that …": the speaker's own mind, and nearly all of what she said."""
    if not finding.cue or not outer.cue or finding.source is None or outer.source is None or finding is outer:
        return False
    if finding.how is not None and finding.how.mode == "imagines":
        return False
    first, last = finding.source
    alone = first == last and passage.tokens[first].lower_ in PRONOUNS
    inside = finding.head in outer.content and first in outer.content and finding.head != outer.head
    return alone and inside and len(set(finding.content) & set(outer.content)) >= HIS_OWN * len(outer.content)


def _twice(finding: Finding, other: Finding) -> bool:
    """Whether a noun only names what its verb reports: "voiced concern that …", "alleged in a report that …"."""
    if finding.rule == "head" and finding.content == other.content and other.head < finding.head:
        return True  # "told her sister, who told reporters, that …": told once
    same = finding.rule == "noun" and other.rule in ("clause", "phrase") and finding.content == other.content
    return same and finding.source in (None, other.source)


def of_nobody(passage: Passage, finding: Finding) -> bool:
    """Whether the source is nobody in particular, the author who tells what he did, or the page that heads a part."""
    if finding.rule in ("headline", "says-colon") and passage.tokens[finding.first].lower_ in HEADINGS:
        return True
    if finding.cue and not finding.direct and (_to_the_reader(passage, finding) or _name_kept_back(passage, finding)):
        return True
    if finding.source is None or finding.direct:
        return False
    start, end = finding.source
    words = [token.lower_ for token in passage.tokens[start : end + 1] if token.lower_ not in NEARLY]
    if not words or words[0] in NOBODY or " ".join(words[:2]) in NOBODY:
        return True
    if words[0] == "no" and passage.tokens[start].dep_ == "det":
        return True  # "No group has claimed the attack"
    first = words[0]
    alone = start == end and bool(finding.cue)
    return alone and first in ("i", "we") and passage.tokens[finding.head].lemma_.lower() in OWN_ACTS


def _to_the_reader(passage: Passage, finding: Finding) -> bool:
    """ "Note that the count takes in the crew", "it is worth noting that …": the article's own voice."""
    verb = passage.tokens[finding.head]
    alone = verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    return (alone and finding.source is None) or (verb.tag_ == "VBG" and verb.head.lower_ == "worth")


def _name_kept_back(passage: Passage, finding: Finding) -> bool:
    """ "A cook who asked that her name be withheld": what a source asks of the paper is no news."""
    first = passage.tokens[finding.first]
    asks = finding.how is not None and finding.how.lemma in ASKING
    return asks and first.dep_ == "poss" and first.tag_ == "PRP$" and first.head.lower_ in OWN_NAME


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by their content, the longer first."""
    return sorted(findings, key=lambda f: (f.first, -f.last, f.head, f.rule))


def _widened(passage: Passage, finding: Finding) -> Finding:
    touched = {passage.inside[i] for i in finding.content} - {-1}
    tokens = set(finding.content)
    for number in touched:
        start, end = passage.ranges[number]
        if not any(start <= i < end for i in finding.cue):
            tokens.update(range(start, end))
    content = passage.trim(tokens - set(finding.cue))
    inner = set(content) - {i for i in content if passage.tokens[i].text in MARKS}
    if inner and all(passage.inside[i] in touched for i in inner) and len(touched) == 1:
        content = passage.trim(inner)
    return replace(finding, content=tuple(content)) if content else finding


def _cue_quoted(passage: Passage, finding: Finding) -> bool:
    return bool(finding.cue) and passage.inside[finding.head] >= 0 and not finding.direct


def _passed_on(finding: Finding, kept: Iterable[Finding]) -> bool:
    """Whether "according to X" only tells who passed on a statement that has its own cue."""
    if finding.rule != "according":
        return False
    inside = [k for k in kept if k.cue and k.head in finding.content and k.rule != "noun"]
    return any(len(_whole(k) & set(finding.content)) >= PASSED * len(finding.content) for k in inside)


def _of_a_phrase(finding: Finding, kept: Iterable[Finding]) -> bool:
    """ "Stood by his account that …": "by his account" is a part of the cue there, and tells of nothing beside it."""
    return finding.rule == "according" and any(k.rule == "phrase" and finding.head in k.cue for k in kept)


def _whole(finding: Finding) -> set[int]:
    """All of a report whose cue stands behind what is said: its cue and source, too."""
    if finding.last > finding.cue[0]:
        return set(finding.content)
    source = range(finding.source[0], finding.source[1] + 1) if finding.source is not None else range(0)
    return {*finding.content, *finding.cue, *source}


def _same(one: Finding, other: Finding) -> bool:
    if one.cue and one.head == other.head and one.rule != "continued" and other.rule != "continued":
        return True
    shared = min(one.last, other.last) - max(one.first, other.first) + 1
    longer = max(one.last, other.last) - min(one.first, other.first) + 1
    if shared < ALIKE * longer:
        return False
    return one.direct or other.direct or "hearsay" in (one.rule, other.rule) or not (one.cue and other.cue)


def _fuller(passage: Passage, finding: Finding, rival: Finding) -> bool:
    """Whether a clause around a quotation says more than the quotation alone: a mixed statement."""
    if not rival.direct or finding.direct or finding.head != rival.head:
        return False
    outside = [i for i in finding.content if passage.inside[i] < 0 and passage.tokens[i].is_alpha]
    return len(outside) >= OUTSIDE and bool(set(rival.content) & set(finding.content))
