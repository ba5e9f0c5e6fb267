"""Verb cues: said that, told X that, denied the claim, warned of, described X as Y, put the toll at."""

from __future__ import annotations

from dataclasses import replace

from reportedly.extract.reserves import checking_words, is_negated
from reportedly.extract.speech.astray import (
    and_that,
    behind_citing,
    behind_doer,
    finite,
    handed_on,
    hung,
    in_such_a_clause,
    set_apart,
)
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.frames import (
    WEEKDAYS,
    answer,
    antecedent,
    as_,
    blame,
    infinitive,
    level_given,
    object_,
    preposition,
    put,
    raise_,
    small,
)
from reportedly.extract.speech.lexicon import Cue, Lexicon
from reportedly.extract.speech.lost import inverted_subject, lost_subject, speaking_subject
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import agent, children, is_passive, overheard, phrase, subtree
from reportedly.extract.words import Doc, Token
from reportedly.vocabulary import table

AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
QUESTION_WORDS = frozenset(table("speech")["question_words"]["words"])
CHECKING = checking_words()  # negated they tell of verification, not of what somebody says
LEFT_OPEN = frozenset(table("speech")["left_open"]["words"])
POINTING = frozenset(table("speech")["pointing"]["words"])
NAMES = frozenset({"name", "call"})
LONGEST_ASIDE = 25  # tokens of a reporting clause set into what it reports


NEXT = 2  # tokens from the end of a noun's phrase to its clause, over a bracket or a comma


class Verbs:
    """Finds statements by their verb."""

    rules = (
        "declines",
        "clause",
        "embedded",
        "infinitive",
        "as",
        "small",
        "put",
        "blame",
        "raise",
        "object",
        "preposition",
    )

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def __call__(self, passage: Passage) -> list[Finding]:
        """All findings with a verb for a cue, in order."""
        found = []
        for token in passage.tokens:
            cue = self._words.verbs.get(self._words.lemma(token)) if token.pos_ in ("VERB", "AUX") else None
            if (
                cue is not None
                and not hyphenated(token)
                and not self._declined(token)
                and not _says_nothing(token, cue)
                and inverted_subject(passage, token, cue) is None
            ):
                finding = self._read(passage, token, cue)
                if finding is not None:
                    found.append(finding)
        return found

    def _declined(self, verb: Token) -> bool:
        """Whether the verb only completes another one: declined to say."""
        above = self._words.verbs.get(verb.head.lemma_.lower()) if verb.dep_ == "xcomp" else None
        return above is not None and above.declines

    def _read(self, passage: Passage, verb: Token, cue: Cue) -> Finding | None:
        passive = is_passive(verb)
        source = agent(verb) if passive else speaking_subject(passage, verb)
        rule, content = _passive(verb, cue) if passive else _active(passage, verb, cue, source)
        if not passive and "clause" in cue.takes and (told := behind_citing(passage, verb)):
            rule, content = "clause", told
        elif content and content[-1] < verb.i and in_such_a_clause(passage, verb):
            return None
        unchecked = verb.lemma_.lower() in CHECKING and is_negated(verb)
        if unchecked and not _has_not_confirmed(verb, source, passive):
            return None
        if not content or (passive and source is None and rule not in ("clause", "embedded")):
            return None
        if (
            rule in ("clause", "object")
            and (held := told_noun(verb)) is not None
            and held.lemma_.lower() in self._words.nouns
        ):
            return None  # "confirmed reports from the ministry that …": the ministry's word
        if rule == "object" and any(overheard(act) is not None for act in children(verb, "advcl", "ccomp", "xcomp")):
            return None  # "remembers the guard saying that …": what the guard said
        lost = lost_subject(passage, verb, content) if source is None and rule == "declines" else None
        if lost is None and not _sound(passage, verb, cue, source, rule, passive):
            return None
        parts = cue_tokens(verb)
        stretch = phrase(source, [verb.i]) if source is not None else lost
        if source is None and not passive and rule == "clause":
            stretch = lost_subject(passage, verb, content)
            content = [i for i in content if stretch is None or not stretch[0] <= i < verb.i]
        content = [i for i in content if i not in parts and not (stretch and stretch[0] <= i <= stretch[1])]
        content = passage.trim(content)
        if passive and content and source is not None and source.head.i == content[-1]:
            content = passage.trim(content[:-1])  # "dismissed as a joke by the owner"
        if not content:
            return None
        claimed = replace(cue, mode="says") if passive and cue.mode == "relays" else cue
        return Finding(rule, verb.i, parts, tuple(content), stretch, claimed)


def _has_not_confirmed(verb: Token, source: Token | None, passive: bool) -> bool:
    """ "The navy has not confirmed it" is the navy's; "Transmed could not verify it" is the paper's own check."""
    if any(c.lower_ in ("would", "refuse") for c in verb.children):
        return True
    named = source is not None and source.pos_ == "NOUN" and can_speak(source)
    return verb.lemma_.lower() == "confirm" and named and not passive


def told_noun(verb: Token) -> Token | None:
    """The object right before the verb's clause, with its own source: "confirm reports from the ministry that …"."""
    for noun in children(verb, "dobj"):
        hung = [*children(verb, "ccomp"), *children(noun, "acl", "ccomp")]
        clause = next((c for c in hung if c.i > noun.i), None)
        sourced = any(child.lower_ in ("from", "by") and child.i > noun.i for child in noun.children)
        if clause is not None and sourced and clause.left_edge.lower_ == "that":
            return noun if clause.head.i == noun.i or clause.left_edge.i - noun.right_edge.i <= NEXT else None
    return None


def _says_nothing(verb: Token, cue: Cue) -> bool:
    """Whether a verb only names, or tells a question that nobody is said to have put: "asked whether …, he left"."""
    if verb.dep_ == "acl" and cue.lemma in NAMES and agent(verb) is None:
        return True  # "a man named Holt" names him
    if verb.lower_ == "writing" and verb.dep_ == "pcomp" and verb.head.lower_ == "in":
        return True  # "was warned in writing"
    if cue.weak and any(c.lower_ in ("will", "’ll", "'ll") for c in verb.children):
        return True  # "the town will decide whether to lease the land"
    if cue.weak and verb.tag_ in ("VBG", "VB") and not children(verb, "nsubj"):
        return True  # "allowing the tank to overflow", "hoping to fool him into thinking that …"
    return cue.lemma == "ask" and verb.tag_ in ("VBN", "VBG", "VB") and not children(verb, "nsubj")


def _beyond_semicolon(passage: Passage, verb: Token, content: list[int]) -> bool:
    """Whether a mark outside quotations parts the verb from all of its content: the parser joined two sentences.

    Before the verb a colon parts them as a semicolon does: "I was wrong: the mayor says six".
    """
    ahead = content[-1] < verb.i
    between = range(content[-1], verb.i) if ahead else range(verb.i, content[0])
    parting = (";", ":") if ahead else (";",)
    return any(passage.tokens[i].text in parting and passage.inside[i] < 0 for i in between)


def hyphenated(token: Token) -> bool:
    """Whether the token is a part of a compound like state-run."""
    doc = token.doc
    return any(0 <= i < len(doc) and doc[i].text in "-‑" for i in (token.i - 1, token.i + 1))


def cue_tokens(verb: Token) -> tuple[int, ...]:
    """The verb with its auxiliaries, negation and particle."""
    near = [c.i for c in verb.children if c.dep_ in AUXILIARIES and abs(c.i - verb.i) < 4]
    return tuple(sorted([*near, verb.i]))


def _sound(passage: Passage, verb: Token, cue: Cue, source: Token | None, rule: str, passive: bool) -> bool:
    """Whether the subject can say things, where the verb alone does not prove that something is said."""
    unsaid = cue.weak or (rule == "object" and cue.mode == "says")
    if unsaid and children(verb, "neg") and verb.lemma_.lower() not in LEFT_OPEN:
        return False
    if source is not None and cue.lemma in POINTING and not can_speak(source):
        return False  # "the extent of the damage suggests that …": the article's own reasoning
    if rule in ("clause", "embedded") and not cue.weak:
        return True
    if source is None:
        return rule in ("clause", "embedded") and not cue.weak
    return can_speak(source)


def _active(passage: Passage, verb: Token, cue: Cue, source: Token | None) -> tuple[str, list[int]]:
    if cue.declines:
        refused = [i for thing in children(verb, "dobj") if thing.i > verb.i for i in subtree(thing)]
        return "declines", _topic(verb) or (refused if "object" in cue.takes else [])
    for rule in (_clause, _embedded, infinitive, as_, small, put, raise_, blame, object_, preposition):
        content = rule(verb, cue, source)
        if content and not _beyond_semicolon(passage, verb, content):
            return rule.__name__.strip("_"), content
    return "object", antecedent(verb, cue)


def _tells_when(prep: Token) -> bool:
    return any(p.lower_ in WEEKDAYS for p in children(prep, "pobj"))


def _topic(verb: Token) -> list[int]:
    """What somebody declines to speak about; the bare "to comment" where nothing is named."""
    for act in children(verb, "xcomp"):
        inner = children(act, "ccomp", "xcomp", "dobj", "prep")
        inner = [c for c in inner if c.i > act.i]
        if inner and inner[0].dep_ != "prep":
            return [i for c in inner for i in subtree(c)]
        about = [c for c in inner if c.lower_ in ("on", "about") and not _tells_when(c)]
        return [i for c in about for i in subtree(c)] or subtree(act)
    return []


def _passive(verb: Token, cue: Cue) -> tuple[str, list[int]]:
    content = _clause(verb, cue, None)
    if content and cue.addressee:
        return "clause", content
    if cue.addressee and verb.dep_ in ("parataxis", "ccomp") and (host := _embedded(verb, cue, verb)):
        return "embedded", host
    theme = children(verb, "nsubjpass", "csubjpass")
    if len(theme) == 1 and theme[0].lower_ == "it" and not cue.weak:
        return "clause", content  # "It was stressed at the meeting that …"
    if cue.addressee and (told := behind_doer(verb)):
        return "clause", told
    if cue.mode == "relays":
        return "object", (_figure_cited(verb) if verb.dep_ == "acl" and not theme else [])
    if not theme and verb.dep_ == "acl" and _a_thing(verb.head) and "object" in cue.takes:
        return "object", level_given(verb) or subtree(verb.head, [verb])
    if not theme or (cue.addressee and "object" not in cue.takes):
        return "", []  # "the agency was told by a guard": whom he told is not what he told
    if (
        len(theme) == 1
        and theme[0].tag_ == "PRP"
        and "object" in cue.takes
        and cue.mode == "says"
        and not rest_of(verb)
    ):
        return "", []  # "He was supported by the minister"
    rest = rest_of(verb)
    if cue.takes & {"object", "as", "small", "put", "blame"} or ("clause" in cue.takes and not cue.weak):
        return "object", [i for t in theme for i in subtree(t)] + rest
    return "", []


def rest_of(verb: Token) -> list[int]:
    """What completes a passive behind it: "as a joke", "at 40"."""
    return [i for c in verb.children if c.i > verb.i and (_completes(c) or _is_to_do(c)) for i in subtree(c)]


def _is_to_do(act: Token) -> bool:
    """ "Is reported by the Post to have resigned": the deed goes with whose it is."""
    return act.dep_ == "xcomp" and any(c.lower_ == "to" for c in children(act, "aux"))


def _figure_cited(verb: Token) -> list[int]:
    """ "The nine wounded cited by the ministry": a figure that somebody cites is that one's claim."""
    counted = [c for c in verb.head.children if c.dep_ == "nummod" and c.i < verb.i]
    return subtree(verb.head, [verb]) if counted and _a_thing(verb.head) else []


def _a_thing(head: Token) -> bool:
    """A noun or number, or the dead and missing of whom there is a number."""
    return head.pos_ in ("NOUN", "PROPN", "NUM") or (head.pos_ == "ADJ" and bool(children(head, "nummod")))


def _completes(child: Token) -> bool:
    if child.lower_ == "on" and any(t.pos_ == "PROPN" or t.like_num for t in child.subtree):
        return False  # "was claimed on 20 February"
    return child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ in ("as", "at", "for", "on", "of"))


def _clause(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    if not cue.takes & {"clause", "quote"}:
        return []
    found = [c for c in verb.children if c.dep_ == "ccomp" and c.i != verb.i]
    found = [c for c in found if c.i > verb.i or set_apart(verb, c)]
    found = [c for c in found if not cue.weak or c.i < verb.i or finite(c)]
    if any(c.i > verb.i for c in found):
        found = [c for c in found if c.i > verb.i]
    elif answer(verb, cue):
        return []  # "the navy says 1,350, the blogger says nine": each its own
    if not found and "clause" in cue.takes:
        found = [c for c in children(verb, "xcomp") if c.i > verb.i and (finite(c) or _asks(c) or _deed(c, cue))]
        found += [
            p
            for c in children(verb, "prep", "dobj")
            for p in children(c, "pcomp", "acl")
            if p.left_edge.lower_ in QUESTION_WORDS and finite(p) and c.lower_ != "in"
        ]
        found = found or hung(verb, cue) or handed_on(verb)
    content = [i for c in found for i in subtree(c) if verb.doc[i].lower_ != "that" or i != c.left_edge.i or i < verb.i]
    return [*content, *and_that(verb, found)]


def _asks(clause: Token) -> bool:
    """ "whether to close the road", "how to pay"."""
    return clause.left_edge.lower_ in ("whether", "how", "what", "where", "when")


def _deed(clause: Token, cue: Cue) -> bool:
    """ "Admitted hiding the report", "recalled having heard two shots"."""
    return "ing" in cue.takes and (clause.tag_ == "VBG" or any(c.lower_ == "having" for c in children(clause, "aux")))


def _embedded(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    """ "The bridge, he said, was shut": the reporting clause hangs on what it reports."""
    if not cue.takes & {"clause", "quote"} or source is None:
        return []
    if verb.dep_ not in ("parataxis", "ccomp", "dep", "intj") or verb.head == verb:
        return []
    told = children(verb, "dobj") if not cue.addressee else []
    if told or children(verb, "ccomp", "xcomp") or preposition(verb, cue, source) or answer(verb, cue):
        return []
    host = verb.head
    own = subtree(verb)
    if (verb.dep_ == "ccomp" and children(verb, "mark")) or len(own) > LONGEST_ASIDE:
        return []
    if not any(
        _comma(verb.doc, at) for at in (own[0] - 1, own[0], own[-1] + 1, own[-1]) if verb.i > host.i or at >= own[-1]
    ):
        return []
    if any(verb.doc[i].text == ";" for i in range(min(own[0], host.i), max(own[-1], host.i) + 1)):
        return []
    return subtree(host, [verb])


def _comma(doc: Doc, at: int) -> bool:
    return 0 <= at < len(doc) and doc[at].text in ",—–"
