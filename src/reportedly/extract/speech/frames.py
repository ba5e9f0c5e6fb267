"""What a verb of saying takes: an object, "X as Y", "X at 14", an infinitive, a prepositional object."""

from __future__ import annotations

from collections.abc import Collection

from reportedly.extract.clauses import RELATIVE
from reportedly.extract.speech.lexicon import Cue
from reportedly.extract.speech.speakers import can_speak, is_paper
from reportedly.extract.speech.syntax import SUBJECTS, children, subtree
from reportedly.extract.words import Token
from reportedly.vocabulary import table

POINTERS = frozenset(table("speech")["pointers"]["words"])
ANSWERED = frozenset(table("speech")["answered"]["words"])
NO_CONTENT = frozenset(table("speech")["no_content"]["words"])
UNREAL = frozenset(table("speech")["unreal"]["words"])
REASONS = frozenset(table("speech")["reasons"]["words"])
BEHIND_OBJECT = frozenset(table("speech")["behind_object"]["words"])
OWN = frozenset(table("speech")["own"]["words"])
SHALL = frozenset(table("speech")["shall"]["words"])
DONE = frozenset(table("speech")["done"]["words"])
ANSWERING = frozenset({"npadvmod", "intj", "oprd", "acomp", "attr", "dobj", "dep", "nsubj"})
POINTING = frozenset(table("stances")["pointing"]["words"])
ANSWERING_MODES = frozenset({"denies", "doubts", "confirms"})
WEEKDAYS = frozenset(table("dates")["weekday"]["names"])
BEHIND_PREPOSITION = frozenset(table("speech")["behind_preposition"]["words"])


def antecedent(verb: Token, cue: Cue) -> list[int]:
    """ "The 40 per cent that the governor gave", "…, a claim that the union denies": what the clause hangs on."""
    thing = verb.head
    if verb.dep_ != "relcl" or "object" not in cue.takes or children(verb, "ccomp", "xcomp", "prep"):
        return []
    named = [c for c in children(verb, "dobj") if c.lower_ not in RELATIVE]
    own = [c for c in children(verb, "nsubj") if c.lower_ not in RELATIVE]
    content = subtree(thing, [c for c in children(thing, "relcl", "acl") if c.i > thing.i])
    answered = thing.dep_ == "appos" and thing.lower_ in POINTING and cue.mode in ANSWERING_MODES
    if named or not own or thing.i > verb.i or not (answered or any(verb.doc[i].like_num for i in content)):
        return []
    return content


def infinitive(verb: Token, cue: Cue, _: Token | None) -> list[int]:
    """Claims to have sunk the boat; told the crew to wait."""
    if "to" not in cue.takes:
        return []
    found = [c for c in children(verb, "xcomp", "ccomp", "advcl") if any(a.lower_ == "to" for a in children(c, "aux"))]
    if cue.addressee and found:
        people = children(verb, "dobj") + [s for c in found for s in children(c, "nsubj")]
        if not people or all(p.lower_ in OWN for p in people):
            return []  # "asked us not to use his name": the paper's own doing
        return [i for c in [*people, *found] for i in subtree(c)]
    return [i for c in found for i in subtree(c)]


def as_(verb: Token, cue: Cue, _: Token | None) -> list[int]:
    """Described the landing as rough."""
    if "as" not in cue.takes:
        return []
    parts = [c for c in children(verb, "prep", "advcl") if c.left_edge.lower_ == "as" and c.i > verb.i]
    parts = parts or [c for t in children(verb, "dobj") for c in children(t, "prep") if c.lower_ == "as"]
    bare = verb.tag_ == "VBN" and not children(verb, "dobj", "nsubj") and verb.dep_ != "relcl"
    if bare and any(c.i == verb.i + 1 for c in parts):
        return []  # "the driver – later identified as Ada Krall – left": said of the subject, by nobody who is named
    return [i for c in [*_things(verb), *parts] for i in subtree(c)] if parts else []


def _things(verb: Token) -> list[Token]:
    """The objects, but for the what, which and them that only point at something."""
    return [c for c in children(verb, "dobj") if c.lower_ not in POINTERS]


def small(verb: Token, cue: Cue, _: Token | None) -> list[int]:
    """Called the strike a disgrace."""
    if "small" not in cue.takes:
        return []
    things = children(verb, "dobj")
    parts = [c for c in children(verb, "oprd", "ccomp", "xcomp") if c.tag_ != "VB"]  # "called a cab to go home"
    parts = parts or [c for c in children(verb, "npadvmod") if things and c.left_edge.i == things[-1].right_edge.i + 1]
    parts = parts or [c for c in children(verb, "advmod") if things and _describes(verb, things[-1], c)]
    if not parts:
        return []
    return [i for c in [*_things(verb), *parts] for i in subtree(c)]


def _describes(verb: Token, thing: Token, word: Token) -> bool:
    """ "Called the attack cowardly": the parser takes the adjective for an adverb of the verb."""
    behind = word.i == thing.right_edge.i + 1 and word.lower_.endswith("ly") and verb.lemma_ == "call"
    return behind and (word.i + 1 >= len(word.doc) or word.doc[word.i + 1].is_punct)


def put(verb: Token, cue: Cue, _: Token | None) -> list[int]:
    """Put the toll at nine."""
    if not cue.takes & {"put", "put_as"}:
        return []
    marks = ("at", "between") if "put" in cue.takes else ("as",)
    things = children(verb, "dobj")
    level = [c for c in children(verb, "prep") if c.lower_ in marks]
    level = level or [p for t in things for p in children(t, "prep") if p.lower_ in marks]
    if "at" in marks and not level:
        return _put_deeper(verb, things)
    if not things or not level or not any(t.like_num or t.pos_ == "NUM" for c in level for t in c.subtree):
        return []
    second = [c for c in children(verb, "conj") if c.pos_ not in ("VERB", "AUX") and _put_at(c, marks)]
    parts = [i for c in [*[x for x in things if x.lower_ not in POINTERS], *level, *second] for i in subtree(c)]
    return list(range(min(parts), max(parts) + 1)) if second or len(level) > 1 else parts


def _put_at(thing: Token, marks: Collection[str]) -> bool:
    """Whether a second thing is put somewhere too: "the dead at 12 and that of the injured at 31"."""
    return any(t.lower_ in marks and any(n.like_num for n in t.subtree) for t in thing.subtree)


def _put_deeper(verb: Token, things: list[Token]) -> list[int]:
    """ "Put the distance walked by his men at 22 miles": the parser hangs the level on the thing's own clause."""
    for host in things or [c for c in children(verb, "ccomp") if c.left_edge.i == verb.i + 1]:
        for prep in [*host.subtree, *(t for c in children(verb, "advcl", "dative") if c.i > host.i for t in c.subtree)]:
            amount = [p for p in children(prep, "pobj") if any(t.like_num for t in p.subtree)]
            if prep.lower_ == "at" and prep.i > host.left_edge.i and amount:
                return list(range(host.left_edge.i, prep.right_edge.i + 1))
    return []


def raise_(verb: Token, cue: Cue, _: Token | None) -> list[int]:
    """Raised the toll to 57."""
    if "raise" not in cue.takes:
        return []
    things = children(verb, "dobj")
    level = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"]
    level = level or [p for t in things for p in children(t, "prep") if p.lower_ == "to"]
    level += [c for c in children(verb, "prep") if c.lower_ == "from" and level]
    if not things or not level or not any(t.like_num for c in level for t in c.subtree):
        return []
    return [i for c in [*things, *level] for i in subtree(c)]


def blame(verb: Token, cue: Cue, _: Token | None) -> list[int]:
    """Blamed the crash on a worn rail."""
    if "blame" not in cue.takes:
        return []
    things, reasons = children(verb, "dobj"), _preps(verb, REASONS)
    if verb.tag_ == "VBG" and cue.lemma == "attribute" and any(c.lower_ in ANSWERED for c in things):
        return []  # "…, attributing this to a guard": whose word the rest is
    if not things or not (reasons or any(children(t, "prep") for t in things)):
        return []
    return [i for c in [*_things(verb), *reasons] for i in subtree(c)]


def object_(verb: Token, cue: Cue, _: Token | None) -> list[int]:
    """Denied the report; announced a strike; counted 31 dead."""
    if cue.mode == "relays" and any(can_speak(c) or c.tag_ == "PRP" for c in children(verb, "dobj")):
        return []
    if "out" in cue.takes and not any(c.lower_ == "out" for c in children(verb, "prt")):
        return []
    whole = cue.takes & {"object", "out"}
    if not whole and (cue.weak or "clause" not in cue.takes):
        return []
    answers = ANSWERED if cue.mode in ANSWERING_MODES else frozenset()
    things = [c for c in children(verb, "dobj") if c.lower_ not in NO_CONTENT - answers and c.i > verb.i]
    things = things or [c for c in children(verb, "ccomp") if c.i > verb.i and c.left_edge.lower_ == "what"]
    if not things and (told := answer(verb, cue)):
        return [i for c in told for i in subtree(c)]
    bare = cue.number or not whole
    if not things or only_might(verb) or (bare and (children(verb, "prt") or not any(map(counts, things)))):
        return []
    if "quote" in cue.takes and any(t.text == "," for t in verb.doc[verb.i + 1 : things[0].left_edge.i]):
        return []  # "23 died, officials said, twice the first figure": the sentence goes on
    state = [c for c in children(verb, "acomp") if c.i == things[-1].right_edge.i + 1]  # "concedes two dead"
    more = _preps(verb, BEHIND_OBJECT, things[-1].i) if things[-1].lower_ not in ANSWERED else []
    return [i for c in [*things, *state, *more] for i in subtree(c)]


def counts(thing: Token) -> bool:
    """Whether there is a number in a phrase; "the fourth" is none."""
    return any(t.tag_ == "CD" for t in thing.subtree)


def only_might(verb: Token) -> bool:
    """ "The one laboratory that could confirm it", "may deny it", "has yet to refute a line": it is not said."""
    above = verb.head if verb.dep_ in ("xcomp", "advcl") else verb
    if children(verb, "neg") or children(above, "neg") or (above.i != verb.i and above.lemma_.lower() in DONE):
        return False
    modals = {c.lower_ for c in children(verb, "aux")}
    return bool(modals & UNREAL) or ("to" in modals and verb.dep_ not in ("ROOT", "conj"))


def _to_do(act: Token) -> bool:
    """ "Called on the two sides to stop": what somebody is to do."""
    return act.tag_ in ("VB", "VBN") and any(a.lower_ == "to" for a in children(act, "aux"))


def _deed_called_for(verb: Token) -> list[int]:
    """ "Called for the flags to be lowered": the deed with its doer."""
    for act in children(verb, "advcl", "ccomp", "xcomp"):
        mark = next((c for c in children(act, "mark") if c.lower_ == "for" and c.i == verb.i + 1), None)
        if mark is not None and _to_do(act):
            return [i for i in subtree(act) if i > mark.i]
    return []


def _only_asked(verb: Token) -> bool:
    """ "Asked to comment on the leak", "is expected to speak of peace": what somebody shall say is not said."""
    above = verb.head
    return verb.tag_ == "VB" and verb.dep_ == "xcomp" and above.tag_ == "VBN" and above.lemma_.lower() in SHALL


def answer(verb: Token, cue: Cue) -> list[Token]:
    """ "The office says no", "the letter says 31 March", "could not say when": the word behind, and nothing but it."""
    if not cue.takes >= {"clause", "quote"} or cue.addressee:
        return []
    for child in verb.children:
        if child.i < verb.i or child.left_edge.i != verb.i + 1:
            continue
        if _is_told(child) and child.dep_ in ANSWERING and (child.dep_ not in SUBJECTS or _has_subject(verb)):
            return [child]
        if child.tag_ == "WRB" and child.dep_ == "advmod" and children(verb, "neg"):
            return [child]
    return []


def _is_told(child: Token) -> bool:
    named = child.pos_ == "PROPN" and child.lower_ not in WEEKDAYS
    return child.dep_ == "intj" or named or counts(child)


def _has_subject(verb: Token) -> bool:
    """Whether a subject stands before the verb, so that a second one behind it is none."""
    return any(c.i < verb.i for c in children(verb, *SUBJECTS))


def level_given(verb: Token) -> list[int]:
    """ "A crowd estimated by the police at 9,000": the figure behind "at"."""
    levels = [p for c in children(verb, "prep") if c.lower_ == "at" for p in children(c, "pobj")]
    return [i for p in levels[:1] if counts(p) for i in subtree(p)]


def preposition(verb: Token, cue: Cue, source: Token | None) -> list[int]:
    """Warned of floods; spoke of forty wounded."""
    words = cue.takes & {"of", "for", "on", "about", "against", "with", "at", "in", "to_noun"}
    if not words:
        return []
    if _only_asked(verb) or (cue.lemma == "ask" and children(verb, "dobj", "dative")):
        return []  # "asked the clerk for a map" is a deed; "asked for calm" is said
    names = {"to" if w == "to_noun" else w for w in words}
    found = [c for c in children(verb, "prep", "prt") if c.lower_ in names and c.i > verb.i]
    if not found and "for" in names and (deed := _deed_called_for(verb)):
        return [] if source is not None and is_paper(source) else deed  # what a plan calls for is planned
    if cue.addressee and not found:
        found = _told_of(verb, names)
    if not found:
        return []
    more = _preps(verb, BEHIND_PREPOSITION, found[0].i)
    if found[0].lower_ in ("on", "for"):
        more += [c for c in children(verb, "xcomp", "advcl", "ccomp") if c.i > found[0].i and _to_do(c)]
    return [i for c in [found[0], *more] for i in subtree(c) if i != found[0].i]


def _told_of(verb: Token, names: set[str]) -> list[Token]:
    """ "Told the inquiry of a smell of gas": the parser hangs the preposition on whoever is told."""
    people = [c for c in children(verb, "dobj") if can_speak(c) and c.i > verb.i]
    found = [prep for who in people for prep in children(who, "prep") if prep.lower_ in names]
    return [p for p in found if not any(can_speak(thing) for thing in children(p, "pobj"))]


def _preps(verb: Token, words: frozenset[str], after: int = -1) -> list[Token]:
    return [c for c in children(verb, "prep") if c.lower_ in words and c.i > max(verb.i, after)]
