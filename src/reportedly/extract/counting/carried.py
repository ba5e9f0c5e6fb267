"""What a bare number is said of where its noun stands elsewhere in the clause: "The toll rose to 41"."""

from __future__ import annotations

from reportedly.extract import clauses
from reportedly.extract.counting.word_lists import listed, speakers
from reportedly.extract.words import Token
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import family_of_adjective

NOMINAL = frozenset({"NOUN", "PROPN"})
NEAR = 4  # tokens between a noun and the number after it: "a force of between 10,000 and …"


def carrier(token: Token) -> Token | None:
    """What a bare number is said of: "the toll rose to 41", "they put the number of people aboard at 189"."""
    if token.i > 0 and token.nbor(-1).lemma_.lower() in listed("before_number"):
        return token.nbor(-1)
    below = token
    if _opens_of(token) or _is_told_by_itself(token):
        return None
    if (told := _numbered(token)) is not None:
        return told
    for above in token.ancestors:
        if above.tag_ == "VBN" and (ones := _of_which(above)) is not None:
            return ones
        if clauses.is_clause(above):
            return _said_of(above, below) if above.lemma_ in listed("carriers", "verbs") else None
        if above.pos_ in NOMINAL and above.i < token.i and _is_number_noun(above):
            return _of_number(above)
        if above.pos_ in NOMINAL and not (above.lemma_ in listed("partitive") or above.like_num):
            return above if _leads_to(above, token) else None
        below = above
    return None


def _is_told_by_itself(number: Token) -> bool:
    """ "the 49 who died", "12 reached the shore": nothing else tells what it counts."""
    after = number.nbor() if number.i + 1 < len(number.doc) else None
    if after is not None and after.tag_ == "WP":
        return True
    return number.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in number.head.children)


def _of_which(participle: Token) -> Token | None:
    """ "the number of packs recalled at 120,000": the packs, of which the participle tells which."""
    noun = participle.nbor(-1) if participle.i > participle.sent.start else None
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    return noun if _is_number_noun(noun.head.head) else None


def _numbered(token: Token) -> Token | None:
    """ "The dead now number 24": the parser takes the verb for a noun, so the subject is looked for by its words."""
    verb = token.nbor(-1) if token.i > token.sent.start else None
    if verb is None or verb.lower_ not in ("number", "numbered") or verb.i == token.sent.start:
        return None
    for word in reversed(list(token.doc[token.sent.start : verb.i])):
        if family_of_adjective(word.lower_) or word.tag_ == "NNS":
            return word
    return None


def is_telling_verb(noun: Token) -> bool:
    """ "The co-operative reckons over 500": no noun, whatever the parser says."""
    return noun.lower_ in {f"{verb}s" for verb in listed("reckons", "verbs")} and noun.lower_ not in listed("claims")


def _opens_of(number: Token) -> bool:
    """ "Of the 31, nine …": the whole that the sentence takes a part of; its noun was said before."""
    return number.dep_ == "pobj" and number.head.lower_ == "of" and number.head.is_sent_start is True


def _leads_to(noun: Token, number: Token) -> bool:
    """ "a force of 900", "a crew between 10 and 12"; in "the Eritreans 873" the noun is whose they are."""
    between = noun.doc[noun.i + 1 : number.i]
    if is_telling_verb(noun) or any(token.text == ":" for token in between):
        return False
    return 0 < len(between) <= NEAR and any(token.tag_ == "IN" for token in between)


def _said_of(verb: Token, below: Token) -> Token | None:
    reckons = verb.lemma_ in listed("reckoners", "verbs")
    for party in (clauses.undergoer(verb), None if reckons else clauses.doer(verb)):
        if party is None or party == below or party.i == below.i or party.like_num or _is_owner(party, verb):
            continue
        if party.pos_ in NOMINAL or party.tag_ in {"JJ", "VBN"}:
            return _of_number(party) if _is_number_noun(party) else party
    return None


def _is_owner(party: Token, verb: Token) -> bool:
    """Whether it is whose number it is, not what is counted: "41 is the airport's", "the company stands by 1,180"."""
    if party.tag_ == "NNP" or any(child.dep_ == "case" for child in party.children):
        return True
    lemma = party.lemma_.lower()
    if verb.lemma_ in listed("reckoners", "verbs") and lemma in speakers():
        return True  # "Researchers estimated from 92,000", though the parser takes them for what is estimated
    return verb.lemma_ in listed("keepers", "verbs") and lemma in table("sources")["body"]["words"]


def _is_number_noun(noun: Token) -> bool:
    return noun.lemma_.lower() in listed("number_noun") or noun.lower_ in listed("number_noun")


def _of_number(noun: Token) -> Token:
    """ "the number of people": the people; the noun itself where nothing follows."""
    for of in noun.children:
        if of.lower_ == "of":
            for found in of.children:
                if found.dep_ == "pobj" and not found.like_num:
                    return found
    for child in (c for c in noun.children if c.i < noun.i):
        beside = child.dep_ == "compound" and child.i == noun.i - 1 and child.lemma_.lower() not in listed("tellers")
        if beside or family_of_adjective(child.lower_):
            return child  # "the casualty figure is 40", "the dead now number 40"
    return noun
