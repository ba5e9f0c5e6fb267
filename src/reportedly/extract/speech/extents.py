"""How far a statement's content reaches: over a quotation's clause, up to a semicolon, to the sentence's end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reportedly.extract.speech.boundaries import answers, before_and, cites, own_cue
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import lexicon
from reportedly.extract.speech.passage import MARKS, Passage
from reportedly.extract.speech.syntax import children, is_passive
from reportedly.extract.words import Token
from reportedly.vocabulary import table

ENDS = frozenset(".!?…●•▸■|")
FORWARD = frozenset({"clause", "head"})
PASSED_OVER = frozenset({"clause", "embedded", "according"})  # whose content may go on behind who says it
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
GOES_ON = frozenset({"IN", "VBG", "TO"})  # tags that a clause goes on with behind "…, he said, …"
ROWED = frozenset({"NUM", "DET", "NOUN", "PROPN", "ADJ"})
LEAST_ROW = 5  # tokens of the rest of a row, commas included: ", a tank and a boat,"
LONGEST_ASIDE = 8  # tokens of a reporting clause behind its verb
OCCASIONS = frozenset(table("speech")["occasions"]["words"])
ON_AIR = OCCASIONS & {"telephone", "phone", "broadcast", "recording"}
HOW_SAID = frozenset({"in", "at", "during", "to", "on", "by", "over"})
TRAILING = frozenset(table("speech")["trailing"]["words"])
SUMMING = frozenset(table("speech")["summing"]["words"])
QUOTED = frozenset(table("relays")["quoted"]["words"])
SPEAKING = frozenset(table("speech")["speaking"]["words"])
NOT_CONTENT = frozenset(table("speech")["outside"]["words"])


def reaching(passage: Passage, finding: Finding, heads: Collection[int]) -> Finding:
    """The finding with its content grown or cut to where it really ends; `heads` are the cues of all findings."""
    if finding.direct and finding.cue and finding.rule in ("quote-before", "quote-after"):
        finding = _mixed(passage, finding)
    if finding.direct or finding.rule in ("headline", "noun"):
        return finding
    finding = _with_its_subject(passage, _without_relay(passage, _within_semicolons(passage, finding)))
    if finding.cue and finding.last < finding.cue[0]:
        return _behind_aside(passage, _whole_list(passage, finding), heads)
    finding = _without_occasion(passage, finding)
    if finding.rule == "infinitive":
        return _with_second_deed(passage, finding, heads)
    return _to_the_end(passage, finding, heads) if finding.rule in FORWARD else finding


def _without_relay(passage: Passage, finding: Finding) -> Finding:
    """Without who passes it on: "The gate was open, the mayor stressed, as quoted by Radio Lagune"."""
    for i in finding.content[2:]:
        token = passage.tokens[i]
        led = token.lower_ == "as" and passage.tokens[i - 1].text == "," and passage.inside[i] < 0
        if led and i + 2 < len(passage.tokens) and passage.tokens[i + 1].lower_ in QUOTED:
            by = passage.tokens[i + 2].lower_ == "by"
            kept = passage.trim(j for j in finding.content if j < i)
            return replace(finding, content=tuple(kept)) if by and kept else finding
    return finding


def _mixed(passage: Passage, finding: Finding) -> Finding:
    """A quotation that is only a part of its clause: "said that the sea “had gone smooth”"."""
    if finding.rule == "quote-before":
        gap = [i for i in range(finding.cue[-1] + 1, finding.first) if not _in(finding.source, i)]
        words = [i for i in gap if passage.tokens[i].is_alpha]
        open_mark = _mark_before(passage, finding.first)
        if not words or (open_mark > 0 and passage.tokens[open_mark - 1].text in ",:"):
            return _with_front(passage, finding)
        start = _after_addressee(passage, finding, words)
        end = min(
            [_sentence_end(passage, finding.last), *_second_verbs(passage, finding), *_host_goes_on(passage, finding)]
        )
        tokens = passage.trim(range(start, end)) if start is not None else list(finding.content)
        whole = replace(finding, content=tuple(tokens), direct=False) if len(tokens) > len(finding.content) else finding
        closed = max(finding.cue[-1], finding.source[1] if finding.source else 0) + 1
        aside = closed < len(passage.tokens) and passage.tokens[closed].text == ","
        return _with_front(passage, whole) if aside else whole
    finding = _up_to_the_cue(passage, finding)
    start = _sentence_start(passage, finding.first)
    lead = [i for i in range(start, _mark_before(passage, finding.first)) if passage.tokens[i].is_alpha]
    if not lead or any(passage.inside[i] >= 0 for i in lead) or _in(finding.source, lead[0]):
        return finding
    return replace(finding, content=tuple(passage.trim([*range(start, finding.first), *finding.content])), direct=False)


def _up_to_the_cue(passage: Passage, finding: Finding) -> Finding:
    """With the rest of the sentence behind the marks: "A “handful” of firms have gone, said Anna Holt"."""
    end = min(finding.cue[0], finding.source[0] if finding.source else finding.cue[0])
    gap = [i for i in range(finding.last + 1, end) if passage.inside[i] < 0]
    words = [i for i in gap if passage.tokens[i].is_alpha]
    if len(words) < 2 or passage.tokens[end - 1].text != "," or passage.tokens[words[0] - 1].text == ",":
        return finding
    if any(passage.tokens[i].text in ENDS | {";", ":"} for i in gap) or passage.tokens[finding.last].text in ENDS | {
        ","
    }:
        return finding
    return replace(finding, content=tuple(passage.trim([*finding.content, *gap])), direct=False)


def _whole_list(passage: Passage, finding: Finding) -> Finding:
    """With the rest of a row before the reporting clause: "They lost 24 men, three tanks and a boat, the army said"."""
    end = min(finding.cue[0], finding.source[0] if finding.source else finding.cue[0])
    gap = [passage.tokens[i] for i in range(finding.last + 1, end)]
    if len(gap) < LEAST_ROW or gap[0].text != "," or gap[-1].text != ",":
        return finding
    whole = any(t.tag_ in TENSED or passage.quoted(t) or t.text in ENDS | {";", ":", "—", "–", "("} for t in gap)
    if whole or not any(t.lower_ in ("and", "or") for t in gap) or gap[1].pos_ not in ROWED:
        return finding
    return replace(finding, content=tuple(passage.trim([*finding.content, *(t.i for t in gap)])))


def _with_its_subject(passage: Passage, finding: Finding) -> Finding:
    """ "Said between 20 and 40 percent would sink": a clause that begins with its verb has its subject before it."""
    first = passage.tokens[finding.first]
    begins = finding.cue[-1] + 1 if finding.cue else finding.first
    if finding.rule != "clause" or first.tag_ not in TENSED or begins >= finding.first:
        return finding
    gap = passage.trim(range(begins, finding.first))
    if not gap or any(_in(finding.source, i) or passage.tokens[i].text == "," for i in gap):
        return finding
    if not any(passage.tokens[i].pos_ in ("NOUN", "PROPN", "PRON", "NUM") for i in gap):
        return finding
    how = finding.how
    if how is not None and how.addressee and not is_passive(passage.tokens[finding.head]):
        return finding
    return replace(finding, content=(*gap, *finding.content))


def _with_front(passage: Passage, finding: Finding) -> Finding:
    """ "There is no doctor here, she said, “unless you count the vet”": the sentence goes on in marks."""
    opens = min(finding.cue[0], finding.source[0] if finding.source else finding.cue[0])
    small = passage.tokens[finding.first].text[:1].islower()
    adds = passage.tokens[finding.head].tag_ == "VBG"  # "It turned back, a guard said, admitting “a lack of fuel”"
    if not small or adds or opens < 1 or passage.tokens[opens - 1].text != ",":
        return finding
    front = passage.trim(range(_sentence_start(passage, opens - 1), opens))
    if not any(passage.tokens[i].tag_ in TENSED for i in front) or any(passage.inside[i] >= 0 for i in front):
        return finding
    return replace(finding, content=(*front, *finding.content), direct=False)


def _host_goes_on(passage: Passage, finding: Finding) -> list[int]:
    """Where what the reporting clause hangs on goes on: "a man who calls himself “the Postman”, assures us …"."""
    verb = passage.tokens[finding.head]
    tokens, at = passage.tokens, finding.last + 1
    while at < len(tokens) and (passage.inside[at] == passage.inside[finding.last] or tokens[at].text in MARKS):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return []
    host = verb.dep_ == "relcl" and tokens[at + 1].tag_ in TENSED
    adds = tokens[at + 1].tag_ == "VBG" and lexicon().lemma(tokens[at + 1]) in lexicon().verbs
    return [at] if host or adds else []


def _second_verbs(passage: Passage, finding: Finding) -> list[int]:
    """Where a second verb of the speaker begins behind the quotation: "called it “rude” and demanded an answer"."""
    found = []
    for verb in passage.tokens[finding.head].children:
        if (
            verb.dep_ == "conj"
            and verb.i > finding.last
            and passage.tokens[verb.i - 1].pos_ in ("CCONJ", "ADV", "PUNCT")
        ):
            found.append(verb.i - 1)
    behind = passage.tokens[finding.last + 1 : _sentence_end(passage, finding.last)]
    found += [t.i for t in behind if t.lower_ in TRAILING and _behind_comma(passage, t.i)][:1]
    return [*found, *(before_and(passage, t.i) for t in behind if own_cue(passage, t, finding))]


def _behind_comma(passage: Passage, at: int) -> bool:
    """Whether a comma stands right before, by itself or inside a closing mark: “the finest,” though …"."""
    while at > 0 and passage.tokens[at - 1].text in MARKS:
        at -= 1
    return at > 0 and passage.tokens[at - 1].text == ","


def _after_addressee(passage: Passage, finding: Finding, words: list[int]) -> int | None:
    """The first token of the clause between cue and quotation, behind "that" or the person told."""
    for i in words:
        if passage.tokens[i].lower_ == "that" and passage.tokens[i].dep_ == "mark":
            return i + 1
    how, first = finding.how, passage.tokens[words[0]]
    adjoins = len(words) > 1 and words[-1] >= _mark_before(passage, finding.first) - 1
    if how is not None and first.lower_ in how.takes and adjoins:
        return words[1]  # "warned of shortages “within days”"
    if how is not None and how.addressee:
        for i in words:
            token = passage.tokens[i]
            if token.dep_ in ("nsubj", "nsubjpass", "expl") and token.head.i != finding.head:
                return token.left_edge.i
        return None
    if first.pos_ in ("ADV", "ADP") and first.head.i == finding.head:
        rest = [i for i in words if i > first.right_edge.i]
        return rest[0] if rest else None
    return words[0]


def _within_semicolons(passage: Passage, finding: Finding) -> Finding:
    reach = range(min(finding.first, finding.head), max(finding.last, finding.head) + 1)
    marks = (";", ":") if finding.last < finding.head else (";",)  # "Health: 340 were treated, according to …"
    cuts = [i for i in reach if passage.tokens[i].text in marks and passage.inside[i] < 0]
    if not cuts or not finding.cue:
        return finding
    low = max([i for i in cuts if i < finding.head], default=-1)
    high = min([i for i in cuts if i > finding.head], default=len(passage.tokens))
    kept = passage.trim(i for i in finding.content if low < i < high)
    return replace(finding, content=tuple(kept)) if len(kept) > 1 else finding


def _to_the_end(passage: Passage, finding: Finding, heads: Collection[int]) -> Finding:
    """Over what the parser cut off: the rest of the sentence, where nothing new begins in it."""
    if finding.first < finding.head:
        return finding
    end = _sentence_end(passage, finding.last)
    gap = range(finding.last + 1, end)
    rest = passage.trim(gap)
    if not rest or any(i in heads for i in gap) or any(passage.tokens[i].text in ";:—–" for i in gap):
        return finding
    first = passage.tokens[rest[0]]
    if (first.lower_ in TRAILING or cites(first)) and passage.tokens[rest[0] - 1].text == ",":
        return finding
    if _on_occasion(first) or (first.lower_ in NOT_CONTENT and not _same_clause(passage, finding, first.i)):
        return finding
    if any(c.dep_ == "conj" and c.i in gap for c in passage.tokens[finding.head].children):
        return finding
    if any(own_cue(passage, passage.tokens[i], finding) or answers(passage.tokens[i], gap[0]) for i in gap):
        return finding
    return replace(finding, content=tuple(passage.trim([*finding.content, *gap])))


def _with_second_deed(passage: Passage, finding: Finding, heads: Collection[int]) -> Finding:
    """ "claims to have killed 50, and wounded 47": a participle after "and" goes on with "to have"."""
    tokens, at = passage.tokens, finding.last + 1
    opens = [tokens[i].lower_ for i in finding.content[:2]]
    while at < len(tokens) and tokens[at].text in (",", "and"):
        at += 1
    if opens != ["to", "have"] or at >= len(tokens) or tokens[at - 1].text != "and" or at in heads:
        return finding
    verb = tokens[at]
    own = any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.children)
    if verb.tag_ not in ("VBN", "VBD") or own or passage.inside[at] != passage.inside[finding.last]:
        return finding
    rest = range(finding.last + 1, min(verb.right_edge.i + 1, _sentence_end(passage, at)))
    return replace(finding, content=tuple(passage.trim([*finding.content, *rest])))


def _on_occasion(prep: Token) -> bool:
    """ "in a statement", "at a news conference", "to reporters": how it was said, not what."""
    if prep.pos_ != "ADP" or prep.lower_ not in HOW_SAID:
        return False
    occasions = ON_AIR if prep.lower_ == "on" else OCCASIONS  # "rested on one interview"
    return any(p.dep_ == "pobj" and p.lemma_.lower() in occasions for p in prep.children)


def _without_occasion(passage: Passage, finding: Finding) -> Finding:
    """Without "in a statement on Friday" at the end of what was said."""
    if not finding.cue or finding.first < finding.head:
        return finding
    for at, i in enumerate(finding.content):
        token = passage.tokens[i]
        if at < 1 or passage.inside[i] >= 0 or not _on_occasion(token) or token.head.lemma_ == "be":
            continue
        behind = [j for j in finding.content[at:] if j > token.right_edge.i]
        if any(passage.tokens[j].tag_ in TENSED or passage.tokens[j].text == "," for j in behind):
            continue
        kept = passage.trim(finding.content[:at])
        return replace(finding, content=tuple(kept)) if kept else finding
    return finding


def _behind_aside(passage: Passage, finding: Finding, heads: Collection[int]) -> Finding:
    """With what goes on behind the reporting clause: "The quay is shut, the mayor said, because of the storm"."""
    if finding.rule not in PASSED_OVER or all(passage.inside[i] >= 0 for i in finding.content):
        return finding
    at = max(finding.cue[-1], finding.source[1] if finding.source else 0) + 1
    while at < len(passage.tokens) and passage.tokens[at].text != "," and at <= finding.cue[-1] + LONGEST_ASIDE:
        if passage.tokens[at].text in ENDS | {";", ":"} or passage.tokens[at].is_space:
            return finding
        at += 1
    if at + 1 >= len(passage.tokens) or passage.tokens[at].text != ",":
        return finding
    first = passage.tokens[at + 1]
    gap = range(at + 1, _sentence_end(passage, at))
    led_on = first.tag_ in GOES_ON and first.lower_ not in NOT_CONTENT | TRAILING
    second = first.tag_ == "CC" and _second_deed(passage, finding, gap)
    if not (led_on or second) or any(i in heads for i in gap):
        return finding
    if sums_up(passage, first) or cites(first) or (first.tag_ == "VBG" and _of_the_speaker(first)):
        return finding
    if any(passage.tokens[i].text in ";:—–" for i in gap) or any(passage.inside[i] >= 0 for i in gap):
        return finding
    rest = passage.trim(gap)
    return replace(finding, content=(*finding.content, *rest)) if rest else finding


def _second_deed(passage: Passage, finding: Finding, gap: range) -> bool:
    """Whether a verb without a subject of its own goes on with the content's: "…, the mayor said, and will reopen"."""
    return any(
        verb.dep_ == "conj"
        and finding.first <= verb.head.i <= finding.last
        and not children(verb, "nsubj", "nsubjpass")
        for verb in (passage.tokens[i] for i in gap if passage.tokens[i].pos_ in ("VERB", "AUX"))
    )


def sums_up(passage: Passage, first: Token) -> bool:
    """Whether the article draws its own sum behind a report: "…, he said, bringing the dead to nine", "in what …"."""
    second = passage.tokens[first.i + 1] if first.i + 1 < len(passage.tokens) else first
    return first.lower_ in SUMMING or (first.lower_ == "in" and second.lower_ == "what")


def _of_the_speaker(participle: Token) -> bool:
    """Whether a participle behind whose word it is tells what the speaker did: "…, he said, citing a log"."""
    return lexicon().lemma(participle) in lexicon().verbs or participle.lower_ in SPEAKING


def _same_clause(passage: Passage, finding: Finding, at: int) -> bool:
    head = passage.tokens[at].head
    return finding.first <= head.i <= finding.last


def _mark_before(passage: Passage, first: int) -> int:
    number = passage.inside[first]
    return passage.ranges[number][0] if number >= 0 else first


def _in(stretch: tuple[int, int] | None, i: int) -> bool:
    return stretch is not None and stretch[0] <= i <= stretch[1]


def _sentence_start(passage: Passage, at: int) -> int:
    while at > passage.lead and not (passage.tokens[at - 1].text in ENDS | {";"} and passage.inside[at - 1] < 0):
        if at < len(passage.tokens) and passage.inside[at - 1] >= 0 and passage.tokens[at].is_sent_start:
            break
        at -= 1
    return at


def _sentence_end(passage: Passage, at: int) -> int:
    at += 1
    while at < len(passage.tokens) and not (passage.tokens[at].text in ENDS | {";"} and passage.inside[at] < 0):
        opens = passage.tokens[at].is_sent_start or passage.tokens[at].text[:1].isupper()
        closed = passage.inside[at - 1] >= 0 and passage.inside[at] != passage.inside[at - 1]
        if opens and closed and passage.tokens[at - 2].text in ENDS:
            break
        at += 1
    return at
