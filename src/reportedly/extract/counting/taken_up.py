"""A figure that leaves its noun out, or has only a word for numbers, takes up the question of one told before it."""

from __future__ import annotations

from dataclasses import replace

from reportedly.extract.clauses import SUBJECTS, doer, is_clause
from reportedly.extract.counting.echoed import is_bare
from reportedly.extract.counting.measured import Held
from reportedly.extract.counting.so_far import SoFar
from reportedly.extract.counting.word_lists import listed, of_heads, papers, people, speakers
from reportedly.extract.words import Token
from reportedly.grammar.conversion import convertible
from reportedly.model.mention import Figure
from reportedly.model.why import Why
from reportedly.vocabulary.predicates import family_of_adjective, family_of_participle

NEAR = 3  # sentences back in which the question can have been asked
FAR_MEASURED = 25  # the same of what is measured, of which there are fewer kinds in one place
FAR = 5  # times one number may be the other and still answer the same question


def taken_up(figure: Figure, held: Held, so_far: SoFar, sentence: int) -> Figure:
    """The figure with what it leaves out: from the one before it in the sentence, else from the sentences before."""
    if held.match.form in ("ratio", "fraction"):
        return figure
    if figure.quantity.unit is not None:
        return _measured_again(figure, held, so_far, sentence)
    if held.noun is not None and not names_numbers(figure, held) and not _all_of_them(held):
        return _of_estimates(figure, held, so_far, sentence)
    before = so_far.in_sentence(sentence)
    if before is not None and held.noun is None:
        return _in_sentence(figure, so_far.whole(before))
    return _going_on(figure, held, so_far, sentence)


def _of_estimates(figure: Figure, held: Held, so_far: SoFar, sentence: int) -> Figure:
    """ "They sent 900 men. Earlier estimates suggested a force of 600": estimates of what was told before them."""
    verb = next((token for token in held.phrase.root.ancestors if is_clause(token)), None)
    teller = doer(verb) if verb is not None and figure.predicate is None else None
    if verb is None or teller is None or teller.lemma_.lower() not in listed("number_noun", "alone"):
        return figure
    told = (one for one in so_far.before(sentence, 1) if one.predicate and one.quantity.unit == figure.quantity.unit)
    before = next((one for one in told if _alike(figure, one)), None)
    if before is None or held.noun is None or held.noun == teller:
        return figure
    why = (*figure.why, Why("figures.v1: estimates", before.text))
    return replace(figure, predicate=before.predicate, phase=before.phase, count=before.count, why=why)


def names_numbers(figure: Figure, held: Held) -> bool:
    """Whether its noun only says that it is a number: "a higher number, 14", "the ministry's figure is 12"."""
    noun = held.noun
    return noun is not None and figure.predicate is None and noun.lemma_.lower() in listed("number_noun", "alone")


def as_before(figure: Figure, before: Figure, rule: str) -> Figure:
    """The figure with all that the other one tells and it does not."""
    return replace(
        figure,
        quantity=replace(figure.quantity, unit=before.quantity.unit),
        counted=before.counted,
        counted_span=before.counted_span,
        holder=figure.holder or before.holder,
        predicate=figure.predicate or before.predicate,
        count=figure.count or before.count,
        why=(*figure.why, Why(f"figures.v1: {rule}", before.text)),
    )


def _in_sentence(figure: Figure, before: Figure) -> Figure:
    """ "It killed 50 men and wounded 47": the noun is that of the figure before it in the sentence."""
    if before.quantity.unit is not None:
        return figure
    if figure.counted is not None:
        return replace(figure, holder=figure.holder or before.holder)
    if figure.predicate not in (None, before.predicate) and _is_outcome(before.counted):
        return figure  # "12 dead, 40 went to hospital": the dead did not
    if figure.predicate in of_heads() and before.predicate not in of_heads() and not _are_people(before.counted):
        return figure  # "recalled in four countries, three dead": no country died
    return as_before(figure, before, "as before it")


def _are_people(counted: str | None) -> bool:
    return (counted or "").lower().rpartition(" ")[2] in people()


def _is_outcome(counted: str | None) -> bool:
    """Whether what is counted is told by what became of it: "12 dead"."""
    word = (counted or "").lower().rpartition(" ")[2]
    return (family_of_adjective(word) or family_of_participle(word)) is not None


def _going_on(figure: Figure, held: Held, so_far: SoFar, sentence: int) -> Figure:
    """ "The ministry spoke of 40 dead. The union says 57.": a bare number that somebody gives answers the last one."""
    if _is_given(figure, held):
        given = replace(figure, predicate=None, count=None, phase=None, why=())
    elif figure.predicate is None and (is_bare(figure) or names_numbers(figure, held)) and _only_tells(held):
        given = figure
    else:
        return figure
    alike = _asked(given, so_far, sentence, reckoned=_reckons(held))
    if not alike:
        return figure
    before = so_far.whole(min(alike, key=lambda one: _ratio(figure, one)))
    told = as_before(replace(given, counted=None), before, "goes on")
    return replace(told, phase=given.phase or before.phase)


def _all_of_them(held: Held) -> bool:
    """ "There were eleven of them": as many as there were of those told of before."""
    verb = held.phrase.root.head
    them = held.noun is not None and held.noun.pos_ == "PRON"
    return them and verb.lemma_ == "be" and any(child.dep_ == "expl" for child in verb.children)


def _is_given(figure: Figure, held: Held) -> bool:
    """ "The hospital admits 412", "Weir holds out for 14", "the union's seven": a number, and whose it is."""
    if figure.counted is not None or held.outcome is not None:
        return False
    number = held.phrase.root
    if _is_theirs(number):
        return True
    verb = number.head.head if number.dep_ == "pobj" and number.head.dep_ == "prep" else number.head
    teller = doer(verb) if is_clause(verb) and number.i > verb.i else None
    if teller is not None and teller.lower_ in listed("carriers", "pronouns") and number.dep_ in {"dobj", "pobj"}:
        return verb.lemma_ in listed("carriers", "verbs")
    return teller is not None and verb.lemma_ in listed("tells", "verbs") and _gives(teller)


def _is_theirs(number: Token) -> bool:
    """ "the union's seven", "the ministry's 20 is wrong": a number by whose it is."""
    return any(child.dep_ == "poss" and child.pos_ in {"NOUN", "PROPN"} for child in number.children)


def _gives(party: Token) -> bool:
    """Whether it is somebody who tells, or a paper, by its noun; or a name."""
    return party.pos_ == "PROPN" or party.lemma_.lower() in speakers() | papers()


def _measured_again(figure: Figure, held: Held, so_far: SoFar, sentence: int) -> Figure:
    """ "It lost 40 tonnes of oil. Divers put it at 600 tonnes.": a measure without noun is of the same thing."""
    if names_numbers(figure, held):
        figure = replace(figure, counted=None, counted_span=None, holder=None)
    if figure.counted is not None or figure.predicate is not None or not _only_tells(held):
        return figure
    for before in so_far.before(sentence, NEAR):
        told = before.counted is not None or before.predicate is not None
        near = _ratio(figure, before) <= FAR_MEASURED
        if told and near and convertible(before.quantity.unit, figure.quantity.unit):
            unit = figure.quantity.unit
            found = as_before(figure, so_far.whole(before), "measured again")
            return replace(found, quantity=replace(found.quantity, unit=unit))
    return figure


def _reckons(held: Held) -> bool:
    """Whether somebody reckons or insists: only so may a bare number leave out a unit too ("They put it at 500")."""
    verb = next((token for token in held.phrase.root.ancestors if is_clause(token)), None)
    return _is_theirs(held.phrase.root) or (verb is not None and verb.lemma_ in listed("reckons", "verbs"))


def _asked(figure: Figure, so_far: SoFar, sentence: int, *, reckoned: bool) -> list[Figure]:
    """Figures of like size in the nearest sentence ahead that tells what it counts, or, if reckoned, measures."""
    for back in range(1, NEAR + 1):
        told = (one for one in so_far.before(sentence, back) if not is_bare(one))
        found = [one for one in told if one.quantity.unit is None or reckoned]
        if found:
            return [one for one in found if _alike(figure, one)]
    return []


def _only_tells(held: Held) -> bool:
    """Whether nothing in the number's sentence says what happened: a verb of saying or of reckoning, or none at all."""
    number = held.phrase.root
    if number.dep_ in SUBJECTS and held.noun is None and not _says_whose(number.head):
        return False  # "Six live", "Four tell another story"
    above = [token for token in held.phrase.root.ancestors if is_clause(token)]
    return all(verb.lemma_ in listed("tells", "verbs") for verb in above[:1])


def _says_whose(verb: Token) -> bool:
    """ "Forty-one is the airport's": the verb only tells whose number it is."""
    told = (child for child in verb.children if child.dep_ == "attr")
    return verb.lemma_ == "be" and any(below.dep_ == "case" for attribute in told for below in attribute.children)


def _alike(figure: Figure, before: Figure) -> bool:
    """Whether two numbers may be answers to one question by their size."""
    return _ratio(figure, before) <= FAR


def _ratio(figure: Figure, before: Figure) -> float:
    """How many times the smaller the greater is; infinite beside nothing."""
    one, other = sorted((_middle(figure), _middle(before)))
    return other / one if one > 0 else float("inf")


def _middle(figure: Figure) -> float:
    ends = [end for end in (figure.quantity.low, figure.quantity.high) if end is not None]
    return sum(ends) / len(ends)
