"""The word that a number stands with: what it counts, or what it measures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.extract import clauses
from reportedly.extract.counting.carried import NOMINAL, carrier, is_telling_verb
from reportedly.extract.counting.names_one import names_one
from reportedly.extract.counting.outcomes import ends_line, outcome_at
from reportedly.extract.counting.word_lists import listed, papers, speakers
from reportedly.extract.words import Doc, Phrase, Token
from reportedly.grammar.numbers import NumberMatch
from reportedly.vocabulary.predicates import family_of_adjective, family_of_noun, family_of_participle, family_of_verb

RUN = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBN", "VBG", "AFX", "POS", "FW"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
OLDEST = 110  # years of a person's age
LONGEST_RUN = 8
HYPHENS = frozenset("-‑–")
AMOUNT = 1000  # from here on a number without unit may be money


@dataclass(frozen=True, slots=True)
class Held:
    """A quantity in its sentence: its own tokens and the noun (or outcome: "14 dead") that it stands with, if any."""

    match: NumberMatch
    phrase: Phrase
    noun: Token | None
    outcome: Token | None = None
    carried: bool = False  # the noun stands elsewhere in the clause: "the toll rose to 41"
    in_kind: bool = False  # what an amount is of stands behind "in": "64 million in losses"

    @property
    def node(self) -> Token:
        """The word from which the sentence is climbed."""
        return self.noun if self.noun is not None else self.phrase.root


def hold(doc: Doc, match: NumberMatch) -> Held | None:
    """The quantity with its noun; None when its characters make no token of the parse, or name one of many things."""
    phrase = doc.char_span(*match.core)
    if phrase is None or (match.unit is None and names_one(phrase)):
        return None
    after = _first_after(doc, match.end)
    if match.unit is None and _is_age_of_named(phrase, match):
        return Held(replace(match, unit="year-old", group="age"), phrase, phrase.doc[phrase.start - 2])
    if match.unit is None and _is_age(phrase, match, after):
        match = replace(match, unit="year-old", group="age")
        return Held(match, phrase, phrase.root.head.head)
    if (kind := _in_kind(after, match)) is not None:
        return Held(match, phrase, kind, in_kind=True)
    if match.unit is not None:
        return Held(match, phrase, _measured(doc, match, phrase, after))
    if match.form in ("many", "fraction", "ratio") or (after is not None and after.lower_ == "of"):
        noun = _of(after)
        if noun is not None and noun.pos_ == "PRON":
            noun = _told_of(phrase) or noun
        if noun is None and match.form == "ratio":
            noun = _counted(phrase, after)
        if noun is not None or match.form in ("fraction", "ratio"):
            return Held(match, phrase, noun, _outcome(doc, phrase, noun, match.end))
    noun = _counted(phrase, after)
    outcome = _outcome(doc, phrase, noun, match.end)
    if noun is None and outcome is None and (told := carrier(phrase.root)) is not None:
        return Held(match, phrase, told, _outcome_of(told), carried=True)
    return Held(match, phrase, noun, outcome)


def _is_age(phrase: Phrase, match: NumberMatch, after: Token | None) -> bool:
    """ "a boy of nine", "a widow of about 70": how old one person is."""
    of = phrase.root.head
    if _is_bound(phrase, match, after):
        return True
    if phrase.root.dep_ != "pobj" or of.lower_ != "of" or (match.high or OLDEST + 1) > OLDEST or match.form != "number":
        return False
    person = of.head
    one = person.tag_ == "NN" and any(word.lower_ in {"a", "an", "one", "another"} for word in person.children)
    counts = after is not None and after.pos_ in NOMINAL
    return one and not counts and person.lemma_.lower() in listed("aged")


def _is_age_of_named(phrase: Phrase, match: NumberMatch) -> bool:
    """ "Ida Holt, 62, and her son", "Ida Holt (62)": how old the one is whose name stands right before."""
    doc, start, end = phrase.doc, phrase.start, phrase.end
    if start < 2 or not phrase.text.isdigit() or match.approximate or not 0 < (match.low or 0) <= OLDEST:
        return False
    ahead, behind = doc[start - 1].text, doc[end].text if end < len(doc) else ""
    if ahead == "(" and behind == ")":
        return start > 2 and doc[start - 2].tag_ == doc[start - 3].tag_ == "NNP"  # a full name: "Lund (12)" counts
    named = ahead == "," and doc[start - 2].tag_ == "NNP" and doc[start - 2].text[:1].isupper()
    return named and (behind in {"", ",", ".", ";", ")"} or behind.lower() == "and")


def _is_bound(phrase: Phrase, match: NumberMatch, after: Token | None) -> bool:
    """ "children under five", "four of them over 70": how old several persons are at most or at least."""
    bound = phrase.root.head
    if phrase.root.dep_ != "pobj" or bound.lower_ not in listed("aged", "bounds") or bound.i + 1 != phrase.start:
        return False
    counts = after is not None and after.pos_ in NOMINAL
    people = bound.nbor(-1) if bound.i > 0 else None
    if people is None or counts or match.form != "number" or (match.high or match.low or OLDEST + 1) > OLDEST:
        return False
    return people.lower_ in listed("aged", "several") or (
        people.tag_ == "NNS" and people.lemma_.lower() in listed("aged")
    )


def _in_kind(after: Token | None, match: NumberMatch) -> Token | None:
    """ "64 million in losses": what it is an amount of."""
    amount = match.group == "money" or (match.unit is None and (match.low or match.high or 0) >= AMOUNT)
    if not amount or after is None or after.lower_ != "in" or after.i + 1 >= len(after.doc):
        return None
    return after.nbor() if after.nbor().lower_ in listed("in_kind") else None


def _outcome_of(noun: Token) -> Token | None:
    """ "the number of people on board", "the missing"."""
    if noun.pos_ not in NOMINAL and (family_of_adjective(noun.lower_) or family_of_participle(noun.lower_)):
        return noun
    return outcome_at(noun.doc, noun.i + 1)


def _outcome(doc: Doc, phrase: Phrase, noun: Token | None, end: int) -> Token | None:
    """The outcome named right after the number or its noun: "14 dead", "44 persons missing", "nine aboard"."""
    if noun is not None and noun.pos_ not in NOMINAL and noun.pos_ != "PRON":
        return noun
    if noun is not None and noun.i >= phrase.start:
        return outcome_at(doc, noun.i + 1)
    after = _first_after(doc, end)
    return outcome_at(doc, after.i) if after is not None else None


def _first_after(doc: Doc, offset: int) -> Token | None:
    """The token at or after an offset of the block, past a hyphen that joins it to the number."""
    found = doc.char_span(offset, min(len(doc.text), offset + 1))
    place = found.start if found is not None else len(doc)
    while place < len(doc) and (doc[place].idx < offset or _joins(doc[place])):
        place += 1
    return doc[place] if place < len(doc) and not ends_line(doc[place]) else None


def _joins(token: Token) -> bool:
    glued = token.i > 0 and token.nbor(-1).tag_ == "HYPH" and token.lower_ in listed("glued")
    return glued or token.tag_ == "HYPH" or (token.is_space and not ends_line(token))


def _counted(phrase: Phrase, after: Token | None) -> Token | None:
    """The head of the noun phrase that follows: by syntax where it agrees with the words' order, else by that order."""
    run = _run(after)
    first = next((token for token in run if token.tag_ != "JJR"), None)
    if first is not None and phrase.text.lower() != "one" and (_is_verb_after(first, run) or _is_headline_verb(run)):
        return None
    head = phrase.root
    while head.dep_ in {"nummod", "quantmod", "compound", "amod", "nmod"} and head.head != head:
        head = head.head
        follows = head in run or (head.i > phrase.end - 1 and head.text[:1].isalnum() and not _apart(phrase, head))
        if head.pos_ in NOMINAL and follows and not _numeral(head) and not _goes_on(head, run):
            return _past_person_compound(_possessed(phrase, head), run)
    nouns = [token for token in run if token.tag_ in NOUN_TAGS]
    nouns = nouns or [token for token in run[-1:] if token.tag_ == "JJ"]
    return _past_person_compound(nouns[-1], run) if nouns else None


def _possessed(phrase: Phrase, noun: Token) -> Token:
    """ "three sheriff's deputies": the deputies; "the three patients' families": the patients."""
    many = phrase.text.lower() != "one" and noun.tag_ in {"NN", "NNP"}
    return noun.head if many and noun.dep_ == "poss" and noun.head.tag_ in {"NNS", "NNPS"} else noun


def _is_headline_verb(run: list[Token]) -> bool:
    """ "Five die as a wall falls": no noun, whatever the parser says."""
    word = run[0].lower_ if len(run) == 1 and run[0].tag_ == "NN" else ""
    return family_of_verb(word) is not None and not (family_of_noun(word) or family_of_adjective(word))


def _apart(phrase: Phrase, noun: Token) -> bool:
    """ "45,000 (university researchers)": an open bracket or a colon between them; "Forty (40) seats" has none.

    Another number behind a comma has the noun: "30, two-thirds of them civilians".
    """
    between = [token.text for token in phrase.doc[phrase.end : noun.i]]
    if any(token.tag_ in {"PRP$", "DT"} for token in phrase.doc[phrase.end : noun.i]):
        return True  # "the 200,000 her party claimed"
    if between[:1] == [","] and any(_numeral(token) for token in phrase.doc[phrase.end : noun.i]):
        return True
    return between.count("(") > between.count(")") or any(text in "[:;●•" for text in between)


def _goes_on(head: Token, run: list[Token]) -> bool:
    """Whether syntax stopped inside the phrase: at "non" of "non-members", at a verb taken for a noun."""
    if head.i + 1 < len(head.doc) and head.nbor().text in HYPHENS:
        return True
    return bool(run) and head not in run


def _run(first: Token | None) -> list[Token]:
    """Adjectives and nouns that follow a number without a break, as far as its noun phrase can reach."""
    run: list[Token] = []
    token = first
    while token is not None and len(run) < LONGEST_RUN and _runs_on(token, run):
        if run and run[-1].tag_ in NOUN_TAGS and token.tag_ in {"VBN", "VBG"}:
            break
        run.append(token)
        token = token.nbor() if token.i + 1 < len(token.doc) else None
    return _up_to_noun(run)


def _runs_on(token: Token, run: list[Token]) -> bool:
    """Whether a token may stand inside a noun phrase before its noun; a past tense only between two adjectives."""
    if token.tag_ in RUN or token.text in HYPHENS:
        return token.text in HYPHENS or token.text[-1:].isalnum() or token.tag_ == "POS"
    within = token.tag_ == "VBD" and run and run[-1].tag_ == "JJ" and token.i + 1 < len(token.doc)
    return bool(within) and token.nbor().tag_ == "JJ"


def _up_to_noun(run: list[Token]) -> list[Token]:
    """Without what follows its noun: a plural before a last singular is the noun ("20,000 men desert")."""
    if len(run) == 1 and run[0].tag_ == "JJ" and run[0].text[:1].isupper() and not run[0].is_sent_start:
        return run  # "the 3,000 Vietnamese"
    while run and run[-1].tag_ not in NOUN_TAGS:
        if len(run) == 2 and run[0].tag_ == "JJ" and run[0].text[:1].isupper():
            return run[:1]
        run.pop()
    plural = [place for place, token in enumerate(run) if token.tag_ in {"NNS", "NNPS"}]
    if plural and run[-1].tag_ == "NN" and run[plural[-1] + 1].tag_ != "HYPH":
        return run[: plural[-1] + 1]
    return run


def _past_person_compound(noun: Token, run: list[Token]) -> Token:
    """ "the 300-strong crew": the crew."""
    if noun.lower_ not in listed("person_compound") or noun.i == 0 or noun.nbor(-1).tag_ != "HYPH":
        return noun
    later = [token for token in run if token.i > noun.i and token.tag_ in NOUN_TAGS]
    return later[-1] if later else noun


def _is_verb_after(word: Token, run: list[Token]) -> bool:
    """ "35 more lie under the fan", "1.9 million need help": a plain verb that the parser took for a noun."""
    if word.tag_ != "NN" or word.lower_ not in listed("after_many", "verbs"):
        return False
    return not any(token.tag_ in {"NNS", "NNPS"} for token in run)


def _numeral(token: Token) -> bool:
    return token.pos_ == "NUM" or token.like_num


def _of(after: Token | None) -> Token | None:
    """ "dozens of sheep", "four of the guests": the noun after of."""
    if after is None or after.lower_ != "of":
        return None
    found = next((child for child in after.children if child.dep_ in {"pobj", "pcomp"}), None)
    if found is None:
        run = _run(_past_determiner(after))
        return run[-1] if run else None
    if found.lemma_.lower() in speakers() | papers() and after.i > 0 and _opens_with_the(after):
        return None  # "the six of the first bulletins": theirs, not of them
    outcome = family_of_adjective(found.lower_) or family_of_participle(found.lower_)
    return found if found.pos_ in NOMINAL or found.pos_ == "PRON" or outcome else None


def _opens_with_the(of: Token) -> bool:
    """ "the six of …"; in "six of the …" there is no article ahead."""
    place = of.i - 1
    while place > 0 and of.doc[place].like_num:
        place -= 1
    return of.doc[place].lower_ == "the"


def _told_of(phrase: Phrase) -> Token | None:
    """ "Nine died, three of whom were children": the children."""
    verb = phrase.root.head
    if phrase.root.dep_ not in {"nsubj", "nsubjpass"} or verb.lemma_ != "be":
        return None
    return next((c for c in verb.children if c.dep_ == "attr" and c.tag_ in {"NN", "NNS"} and c.i > verb.i), None)


def _past_determiner(of: Token) -> Token | None:
    place = of.i + 1
    while place < len(of.doc) and of.doc[place].tag_ in {"DT", "PRP$", "CD"}:
        place += 1
    return of.doc[place] if place < len(of.doc) else None


def _measured(doc: Doc, match: NumberMatch, phrase: Phrase, after: Token | None) -> Token | None:
    """What a measure is of: "tonnes of cement", "the 40-tonne crane", "a speed of 90 km/h", "the crane weighs …"."""
    found = _of(after)
    if found is not None:
        return found
    run = _run(after)
    glued = "-" in doc.text[match.core[1] : match.end] or match.group == "money"
    if run and (glued or phrase.root.dep_ in {"nummod", "compound", "amod", "npadvmod"} or len(run) == 1):
        head = run[-1]
        if glued or any(token in run for token in phrase.root.ancestors):
            return head
    return _measured_above(phrase.root)


def _measured_above(token: Token) -> Token | None:
    """The noun that governs the measure, else the subject of its clause."""
    for above in token.ancestors:
        if clauses.is_clause(above):
            reckoned = above.lemma_ in listed("reckoners", "verbs")  # "The court put the aid at 52 million": the aid
            subject = clauses.undergoer(above) if reckoned or clauses.is_passive(above) else clauses.doer(above)
            told = reckoned or clauses.is_passive(above) or above.lemma_ in listed("measuring", "verbs")
            other = subject is not None and subject.i < token.i and subject.pos_ in NOMINAL
            return subject if told and other else None
        if above.pos_ in NOMINAL and above.i < token.i:
            return None if is_telling_verb(above) else above
    return None
