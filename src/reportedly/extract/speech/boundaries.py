"""Where one statement stops and the next begins: participles and verbs that the parser hung into another's content."""

from __future__ import annotations

from dataclasses import replace

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_be_cited, can_speak
from reportedly.extract.speech.syntax import children
from reportedly.extract.words import Token
from reportedly.vocabulary import table

TRAILING = frozenset(table("speech")["trailing"]["words"])
CITING = frozenset(table("relays")["citing"]["words"])
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
POINTING = frozenset(table("stances")["pointing"]["words"]) | {"information"}
OUTER = frozenset(
    {"clause", "embedded", "tail", "head", "object", "infinitive", "blame", "as", "small", "preposition", "put"}
)


def bounded(passage: Passage, findings: list[Finding]) -> list[Finding]:
    """The findings with content cut where another cue of the same speaker begins, or a clause of the article's own."""
    out = list(findings)
    for at, finding in enumerate(out):
        outer = _outer(passage, finding, out)
        if outer is not None:
            number = out.index(outer)
            cut = _start(passage, finding)
            kept = passage.trim(i for i in outer.content if i < cut)
            if len(kept) > 1:
                out[number] = replace(outer, content=tuple(kept))
                out[at] = replace(finding, source=outer.source, beside=outer.head)
    return [_shortened(passage, f) for f in out]


def _outer(passage: Passage, finding: Finding, others: list[Finding]) -> Finding | None:
    """The statement inside whose content a cue stands that belongs to the same speaker."""
    if not finding.cue or finding.how is None or passage.inside[finding.head] >= 0:
        return None
    verb = passage.tokens[finding.head]
    for other in others:
        if other is finding or other.rule not in OUTER or not other.cue or other.source is None:
            continue
        inside = other.head < finding.head and other.first <= finding.head <= other.last
        if inside and (_participle(passage, verb, finding) or _joined(passage, verb, other)):
            return other
    return None


def _participle(passage: Passage, verb: Token, finding: Finding) -> bool:
    before = _start(passage, finding) - 1
    return verb.tag_ == "VBG" and not finding.direct and before > 0 and passage.tokens[before].text in ",—–"


def _joined(passage: Passage, verb: Token, outer: Finding) -> bool:
    """ "said that A and denied B": one tense, no subject of its own."""
    main = passage.tokens[outer.head]
    if verb.dep_ != "conj" or _tense(verb) != _tense(main) or _tense(verb) not in ("VBD", "VBZ", "VBP"):
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    at = verb.i - 1
    while at > 0 and (passage.tokens[at].pos_ in ("ADV", "AUX", "PART")):
        at -= 1
    return passage.tokens[at].lower_ in ("and", "but", ",")


def _tense(verb: Token) -> str:
    """The tag of a verb, or of the "did" before it."""
    helper = next((c for c in verb.children if c.dep_ == "aux" and c.lemma_ == "do"), None)
    return helper.tag_ if helper is not None and verb.tag_ == "VB" else verb.tag_


def own_cue(passage: Passage, token: Token, finding: Finding) -> bool:
    """ "repeated that no shot was fired and suggested lightning": a second cue of the one who speaks."""
    known = lexicon().verbs.get(lexicon().lemma(token)) if token.pos_ == "VERB" else None
    mute = any(
        c.dep_ in ("nsubjpass", "auxpass") or (c.dep_ == "nsubj" and not can_speak(c)) for c in token.head.children
    )
    return (
        known is not None and mute and bool(finding.cue) and finding.source is not None
        and passage.inside[token.i] < 0 and _joined(passage, token, finding)
    )  # fmt: skip


def before_and(passage: Passage, at: int) -> int:
    """Where a second verb begins, its "and" and adverbs included."""
    while at > 0 and passage.tokens[at - 1].pos_ in ("ADV", "CCONJ", "AUX", "PART"):
        at -= 1
    return at


def _start(passage: Passage, finding: Finding) -> int:
    at = finding.cue[0]
    while at > 0 and passage.tokens[at - 1].pos_ in ("ADV", "CCONJ") and passage.tokens[at - 1].i > 0:
        at -= 1
    return at


def _shortened(passage: Passage, finding: Finding) -> Finding:
    """Without a trailing "…, while the other side denied it": a new thought of the article's own."""
    if finding.rule == "embedded":
        return _before_another(passage, finding)
    if finding.direct or finding.rule not in OUTER or finding.first < finding.head:
        return finding
    finding = _before_answer(passage, _behind_citing(passage, finding))
    for i in finding.content[2:]:
        token = passage.tokens[i]
        if own_cue(passage, token, finding):
            kept = passage.trim(j for j in finding.content if j < before_and(passage, i))
            return replace(finding, content=tuple(kept)) if len(kept) > 1 else finding
        trails = token.lower_ in TRAILING or cites(token)
        if trails and passage.tokens[i - 1].text == "," and passage.inside[i] < 0:
            kept = passage.trim(j for j in finding.content if j < i)
            if finding.rule == "clause" and not any(passage.tokens[j].tag_ in TENSED for j in kept):
                continue  # "said that the tale, while good, rested on one man": the clause has not had its verb
            return replace(finding, content=tuple(kept)) if len(kept) > 1 else finding
    return finding


def _before_answer(passage: Passage, finding: Finding) -> Finding:
    """Without what another answers or tells beside it: "…, a claim the union rejects", "…, and a guard said that …"."""
    for i in finding.content[2:]:
        if passage.tokens[i].text != "," or passage.inside[i] >= 0:
            continue
        rest = [passage.tokens[j] for j in finding.content if j > i]
        if any(answers(t, i) or _tells_beside(passage, t, i, finding) for t in rest):
            kept = passage.trim(j for j in finding.content if j < i)
            return replace(finding, content=tuple(kept)) if kept else finding
    return finding


def _before_another(passage: Passage, finding: Finding) -> Finding:
    """Without what another reports behind the speaker: "The toll was 40, she said, but rescuers put it at 50"."""
    for i in finding.content:
        verb = passage.tokens[i]
        known = lexicon().verbs.get(lexicon().lemma(verb)) if verb.dep_ == "conj" and i > finding.head else None
        if known is None or known.weak or passage.inside[i] >= 0:
            continue
        who = [c for c in children(verb, "nsubj") if c.tag_ != "PRP" and can_speak(c)]
        if who and who[0].left_edge.i > finding.head:
            start = before_and(passage, who[0].left_edge.i)
            kept = passage.trim(j for j in finding.content if j < start)
            return replace(finding, content=tuple(kept)) if len(kept) > 1 else finding
    return finding


def answers(verb: Token, comma: int) -> bool:
    """Whether a relative clause right behind a comma, or of a noun there, denies, doubts or confirms what is said."""
    relative = verb.dep_ == "relcl" or any(c.tag_ == "WDT" and c.i == comma + 1 for c in verb.children)
    known = lexicon().verbs.get(lexicon().lemma(verb)) if relative else None
    if known is None or known.mode not in ("denies", "doubts", "confirms"):
        return False
    return verb.left_edge.i == comma + 1 or (verb.head.i > comma and verb.head.left_edge.i == comma + 1)


def _tells_beside(passage: Passage, verb: Token, comma: int, finding: Finding) -> bool:
    """Whether a clause behind ", and" is a report of somebody else's, in the tense of this one."""
    known = lexicon().verbs.get(lexicon().lemma(verb)) if verb.dep_ == "conj" else None
    if known is None or known.weak or "clause" not in known.takes or verb.tag_ != passage.tokens[finding.head].tag_:
        return False
    who = [c for c in verb.children if c.dep_ == "nsubj"]
    told = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    joined = passage.tokens[comma + 1].dep_ == "cc" if comma + 1 < len(passage.tokens) else False
    return bool(who) and told and joined and who[0].left_edge.i == comma + 2 and who[0].pos_ in ("NOUN", "PROPN")


def cites(token: Token) -> bool:
    """Whether somebody is cited here: "…, citing two guards" tells whose word it is, "…, citing fog" does not."""
    if token.lower_ == "attributing":  # "…, attributing this to a guard"
        return any(c.lower_ in POINTING for c in children(token, "dobj"))
    return token.lower_ in CITING and token.tag_ == "VBG" and any(can_be_cited(c) for c in children(token, "dobj"))


def _behind_citing(passage: Passage, finding: Finding) -> Finding:
    """Without whom the source leans on before what it says: "says, citing a guard, that the gate was shut"."""
    if passage.tokens[finding.first].lower_ not in CITING:
        return finding
    commas = [i for i in finding.content if passage.tokens[i].text == ","]
    that = next((i + 1 for i in commas if i + 1 in finding.content and passage.tokens[i + 1].lower_ == "that"), None)
    kept = passage.trim(i for i in finding.content if that is not None and i > that)
    return replace(finding, content=tuple(kept)) if len(kept) > 1 else finding
