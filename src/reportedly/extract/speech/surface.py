"""Reporting clauses known by their place where the parse lost them: "…, officials said.", "Officials said …"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue, Lexicon, lexicon
from reportedly.extract.speech.lost import closing_subject, inverted_subject
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.speakers import can_speak, is_paper
from reportedly.extract.speech.syntax import phrase, subject
from reportedly.extract.speech.verbs import cue_tokens, hyphenated
from reportedly.extract.words import Token
from reportedly.vocabulary import table

ENDS = frozenset(".!?…;●•▸■|")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
PLURALS = frozenset(table("speech")["plurals"]["words"])
CLIMBED = frozenset({"pobj", "prep", "agent", "acl", "compound", "appos", "dobj"})
LONGEST_TAIL = 9  # tokens behind the verb of a closing reporting clause: "told the agency by telephone on Friday"
LONGEST_SUBJECT = 25
REACH = 20  # tokens from the verb to its "that", over whoever is told and what is told of them


class Surface:
    """Finds what syntax missed, for verbs of saying that have no content yet."""

    rules = ("tail", "aside", "head")

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def __call__(self, passage: Passage, known: Collection[int]) -> list[Finding]:
        """Findings for reporting verbs whose token number is not among the known ones."""
        found = []
        for token in passage.tokens:
            noun = self._as_a_noun(passage, token)
            if noun is not None:
                found.append(noun)
                continue
            cue = self._cue(passage, token, known)
            if cue is not None:
                finding = self._read(passage, token, cue)
                if finding is not None:
                    found.append(finding)
        return found

    def _as_a_noun(self, passage: Passage, token: Token) -> Finding | None:
        """ "The bishop talks of 2,000", "Norrmark contests the survey": the parser takes the verb for a noun."""
        cue = self._words.verbs.get(self._words.lemma(token)) if token.tag_ == "NNS" and token.is_lower else None
        if cue is None or cue.weak or token.i < 1 or token.i + 2 >= len(passage.tokens) or passage.quoted(token):
            return None
        who, behind = passage.tokens[token.i - 1], passage.tokens[token.i + 1]
        if who.tag_ not in ("NN", "NNP") or not can_speak(who) or any(c.dep_ == "det" for c in behind.children):
            return None
        end = next((i for i in range(token.i, token.sent.end) if passage.tokens[i].text in ENDS), token.sent.end)
        by_word = behind.lower_ in cue.takes and any(t.like_num for t in passage.tokens[token.i : end])
        if not by_word and not ("object" in cue.takes and (behind.pos_ in ("DET", "PRON") or behind.like_num)):
            return None
        content = passage.trim(range(token.i + 1 + by_word, end))
        first = min(_noun_start(token), who.i)
        return Finding("head", token.i, (token.i,), tuple(content), (first, who.i), cue) if content else None

    def _cue(self, passage: Passage, token: Token, known: Collection[int]) -> Cue | None:
        cue = self._words.verbs.get(self._words.lemma(token))
        if cue is not None and inverted_subject(passage, token, cue) is not None:
            return cue
        if cue is None or "clause" not in cue.takes or token.i in known or passage.quoted(token) or hyphenated(token):
            return None
        if token.tag_ not in TENSED and not _mistaken(passage, token):
            return None
        return cue

    def _read(self, passage: Passage, verb: Token, cue: Cue) -> Finding | None:
        behind = inverted_subject(passage, verb, cue)
        if behind is not None:
            start, _ = _sentence(passage, verb)
            said = passage.trim(range(start, verb.i - 1))
            return Finding("tail", verb.i, (verb.i,), tuple(said), phrase(behind), cue) if said else None
        who = _teller(passage, verb) if verb.tag_ in TENSED else _owner(passage, verb)
        if who is None or passage.quoted(who) or not can_speak(who) or abs(who.i - verb.i) > LONGEST_SUBJECT:
            return self._closing(passage, verb, cue)
        stretch = (
            phrase(who, [verb.i])
            if verb.tag_ in TENSED
            else (_behind_comma(passage, min(_noun_start(verb), who.i), verb), verb.i - 1)
        )
        start, end = _sentence(passage, verb)
        first, last = min(stretch[0], verb.i), max(stretch[1], verb.i)
        before = passage.trim(range(start, first))
        after = passage.trim(range(last + 1, _relayed(passage, last + 1, end)))
        opens = _behind_so(passage, first)
        if opens < first:
            first, before = opens, passage.trim(range(start, opens))
        comma = first > start and passage.tokens[first - 1].text in ",—–" and not _subordinate(passage, first, verb)
        short = len(after) <= LONGEST_TAIL and not _clausal(passage, after)
        if comma and short and (_clausal(passage, before) or _a_fragment(passage, before, after, who.i > verb.i)):
            return Finding("tail", verb.i, cue_tokens(verb), tuple(before), stretch, cue)
        if comma and not cue.weak and _closes(passage, last + 1) and _clausal(passage, after) and who.i > start + 1:
            return Finding("aside", verb.i, cue_tokens(verb), (*before, *after), stretch, cue)
        rest = _clause(passage, verb, end)
        if (not cue.weak or is_paper(who)) and who.i < verb.i and rest:
            return Finding("head", verb.i, cue_tokens(verb), tuple(rest), stretch, cue)
        return self._closing(passage, verb, cue)

    def _closing(self, passage: Passage, verb: Token, cue: Cue) -> Finding | None:
        """ "…, the spy agency told lawmakers": the speaker is what stands between the last comma and the verb."""
        start, end = _sentence(passage, verb)
        after = passage.trim(range(verb.i + 1, end))
        if cue.weak or verb.tag_ not in TENSED:
            return None
        if len(after) > LONGEST_TAIL or _clausal(passage, after):
            return None
        stretch = closing_subject(passage, verb)
        before = passage.trim(range(start, stretch[0])) if stretch is not None else []
        if stretch is None or stretch[0] <= start or not _clausal(passage, before):
            return None
        if _subordinate(passage, stretch[0], verb):
            return None
        return Finding("tail", verb.i, cue_tokens(verb), tuple(before), stretch, cue)


def _relayed(passage: Passage, start: int, end: int) -> int:
    """Where a reporting clause ends: before ", according to two lawmakers who were there"."""
    for i in range(start, end - 1):
        if passage.tokens[i].text == "," and passage.tokens[i + 1].lower_ in ("according", "as"):
            return i
    return end


def _behind_so(passage: Passage, first: int) -> int:
    """Where "so the warden claims", "or so the council says" begins, given where its source does."""
    for word in ("so", "or"):
        if first > 0 and passage.tokens[first - 1].lower_ == word:
            first -= 1
        elif word == "so":
            break
    return first


def _teller(passage: Passage, verb: Token) -> Token | None:
    """The subject; of "19, says the mayor" the one behind the verb, not what stands before the comma."""
    who = subject(verb)
    if who is not None and (who.pos_ == "NUM" or passage.tokens[verb.i - 1].text == ","):
        behind = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i and c.pos_ != "NUM" and can_speak(c)]
        return behind[0] if behind else who
    return who


def _subordinate(passage: Passage, first: int, verb: Token) -> bool:
    """Whether a clause only hangs on what stands before it: "…, who asked us", "…, a figure the firm disputes"."""
    denied = lexicon().verbs[lexicon().lemma(verb)].mode == "denies"
    return denied or verb.dep_ == "relcl" or passage.tokens[first].tag_ in ("WP", "WDT", "WRB", "IN")


def _a_fragment(passage: Passage, before: Sequence[int], after: Sequence[int], inverted: bool) -> bool:
    """ "Sixty dead, says the mayor", "Closed by March, they say.": what is said has no verb that stands in a tense."""
    if (
        not before
        or passage.tokens[before[0]].pos_ in ("ADV", "CCONJ", "SCONJ")
        or passage.quoted(passage.tokens[before[0]])
    ):
        return False
    return inverted or not after


def _sentence(passage: Passage, verb: Token) -> tuple[int, int]:
    start, end = verb.i, verb.i + 1
    while start > 0 and not (passage.tokens[start - 1].text in ENDS and not passage.quoted(passage.tokens[start - 1])):
        start -= 1
    while end < len(passage.tokens) and not (
        passage.tokens[end].text in ENDS and not passage.quoted(passage.tokens[end])
    ):
        end += 1
    return start, end


def _mistaken(passage: Passage, token: Token) -> bool:
    """Whether a word tagged as a noun may be a verb: "The firm hopes it will last", "…, records show."."""
    if token.tag_ not in ("NNS", "NN", "NNP", "NNPS") or token.i == 0 or not token.is_lower:
        return False
    before = passage.tokens[token.i - 1]
    agrees = any(token.lower_.endswith("s") != _is_plural(t) for t in (before, _noun_above(token)))
    if before.pos_ not in ("PROPN", "NOUN") or not agrees:
        return False
    start, end = _sentence(passage, token)
    first = _noun_start(token)
    if token.i + 1 < end and passage.tokens[token.i + 1].tag_ in FINITE:
        return False  # "Court documents show the gate was shut": documents is the noun
    if (token.i + 1 == end or passage.tokens[token.i + 1].text == ",") and first > start:
        return passage.tokens[first - 1].text == "," and first < token.i
    return not _clausal(passage, range(start, token.i)) and _clausal(passage, range(token.i + 1, end))


def _noun_start(token: Token) -> int:
    """Where the noun phrase begins that the parser made of a subject and its verb."""
    nouns = [c for c in token.children if c.i < token.i and c.dep_ in ("compound", "det", "poss", "amod", "nummod")]
    first = min([token.i, *(c.left_edge.i for c in nouns)])
    here = token.head
    while here.i < first and here.dep_ in ("prep", "pobj", "dobj", "nsubj", "ROOT", "appos", "conj", "dep"):
        if here.pos_ in ("NOUN", "PROPN"):
            return min(here.i, here.left_edge.i)
        if here.head.i == here.i or here.pos_ in ("VERB", "AUX"):
            break
        here = here.head
    return first


def _behind_comma(passage: Passage, first: int, verb: Token) -> int:
    """Where the source of an aside begins: "the man, the police allege, …"."""
    commas = [i for i in range(first, verb.i) if passage.tokens[i].text == ","]
    aside = verb.i + 1 < len(passage.tokens) and passage.tokens[verb.i + 1].text == ","
    return commas[-1] + 1 if commas and aside else first


def _owner(passage: Passage, verb: Token) -> Token:
    """Who speaks where the verb was taken for a noun: the noun that heads all that stands before it."""
    above, before = _noun_above(verb), passage.tokens[verb.i - 1]
    return above if _behind_comma(passage, above.i, verb) <= above.i < verb.i and can_speak(above) else before


def _is_plural(noun: Token) -> bool:
    return noun.tag_.endswith("S") or noun.lower_ in PLURALS


def _noun_above(token: Token) -> Token:
    """The noun that heads the phrase which a word closes: "organisers" of "organisers of the march claim"."""
    own = next((c for c in token.children if c.dep_ == "nsubj" and c.i < token.i), None)
    if own is not None:
        return own
    here = token
    while here.head.i < here.i and here.dep_ in CLIMBED and (here.pos_ != "VERB" or here.dep_ == "acl"):
        here = here.head
    return here


def _clausal(passage: Passage, tokens: Sequence[int]) -> bool:
    return any(passage.tokens[i].tag_ in FINITE for i in tokens)


def _closes(passage: Passage, at: int) -> bool:
    return at < len(passage.tokens) and passage.tokens[at].text in ",—–"


def _clause(passage: Passage, verb: Token, end: int) -> list[int]:
    """What follows the verb, from its "that" or from the next word, if it is a clause."""
    at = verb.i + 1
    for i in range(at, min(end, at + REACH)):
        opens = passage.tokens[i].dep_ == "mark" or (
            passage.tokens[i].tag_ == "IN" and passage.tokens[i - 1].text == ","
        )
        if passage.tokens[i].lower_ in ("that", "whether") and opens:
            at = i
            break
    rest = passage.trim(range(at, end))
    if not rest or passage.tokens[rest[0]].pos_ in ("ADP", "CCONJ", "PUNCT", "PART", "ADV"):
        return []
    return rest if at > verb.i + 1 or _begins_a_clause(passage, rest) else []


def _begins_a_clause(passage: Passage, rest: Sequence[int]) -> bool:
    """Whether a verb in a tense comes before any comma or relative: not "a fever in May, when nine died"."""
    for i in rest[passage.tokens[rest[0]].lower_ == "that" :]:
        token = passage.tokens[i]
        if token.text == "," or token.tag_ in ("WP", "WDT", "WRB"):
            return False
        if token.tag_ in FINITE:
            return True
    return False
