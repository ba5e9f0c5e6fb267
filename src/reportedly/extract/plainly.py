"""A clause put plainly, so that it can be asked about: "The ferry had sunk" → "had the ferry", "sunk"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.extract import clauses
from reportedly.extract.words import Token
from reportedly.grammar.one_line import ENDS, one_line
from reportedly.model.plain import Piece, PieceKind, Plain
from reportedly.vocabulary import table

LONGEST_PARTY = 70  # code points: a longer one is no longer read as one thing
LONGEST_CLAUSE = 90  # of a clause that the verb needs ("announced that …")
HELPERS = frozenset({"aux", "auxpass"})
NEEDED = frozenset({"dobj", "attr", "acomp", "oprd", "dative", "prt"})
TOLD_OF_SUBJECT = frozenset({"attr", "acomp", "oprd"})
OPEN = frozenset({"WP", "WP$", "WDT"})
PHRASES = frozenset({"prep", "npadvmod", "advmod", "agent", "tmod"})
CAPITAL_TAGS = frozenset({"NNP", "NNPS"})


@cache
def words_of(part: str, kind: str = "words") -> frozenset[str]:
    """The words of `vocabulary/plain.toml`, [part], kind."""
    return frozenset(table("plain")[part][kind])


@dataclass(frozen=True, slots=True)
class Plainly:
    """Puts clauses of one block plainly; tokens that say when, where and whom are `dated`, `placed`, `named`."""

    dated: frozenset[int]
    placed: frozenset[int]
    named: frozenset[int] = frozenset()
    gap: frozenset[int] = frozenset()  # heads of phrases that are asked for: left out

    def __call__(self, verb: Token) -> Plain | None:
        """The clause of a verb; None where it makes no plain sentence."""
        if verb.dep_ == "xcomp" and clauses.is_clause(verb.head):
            return self(verb.head)
        subject, helpers = subject_of(verb), helpers_of(verb)
        if subject is None or subject.i in self.dated or asks(verb):  # "Monday, which was heard": the parser's mistake
            return None
        if _disagrees(verb, helpers, subject) or _breaks_off(subject, verb):
            return None
        named = party(subject, self.named)
        formed = _formed(verb, helpers, subject)
        tail = self.tail(verb)
        if named is None or formed is None or tail is None or self.is_incomplete(verb, tail):
            return None
        helper, behind = formed
        verb_words = " ".join([*behind, *(child.text for child in verb.children if child.dep_ == "prt")])
        return Plain(f"{helper} {named}", verb_words, finite(verb, helpers, subject, many=False), tail)

    def tail(self, verb: Token) -> tuple[Piece, ...] | None:
        """What stands behind the verb; None where something that it needs cannot be said plainly."""
        pieces: list[Piece] = []
        early: list[Piece] = []
        for child in verb.children:
            for piece in self._pieces(child, verb):
                if piece is None:
                    return None
                (early if child.i < verb.i else pieces).append(piece)
        relative = _relative_object(verb)
        if relative is not None:
            named = party(relative, self.named)
            if named is None:
                return None
            pieces.insert(0, Piece("object", named, needed=True))
        return None if _misread(verb) else (*pieces, *early)

    def _pieces(self, child: Token, verb: Token) -> Iterator[Piece | None]:
        if child.i in self.gap:
            return
        if child.i < verb.i:
            if child.dep_ in PHRASES and (kind := self._kind(child)) in {"time", "place"}:
                named = party(child, self.named, whole=False)
                yield None if named is None else Piece(kind, named)
        elif child.dep_ == "xcomp" and clauses.is_clause(child):
            yield from self._infinitive(child)
        elif child.dep_ == "ccomp":
            yield _content(child, self.named)
        elif child.dep_ in NEEDED and child.dep_ != "prt":
            named = party(child, self.named, whole=False)
            bare = child.lower_ in words_of("pronoun", "objects")
            yield None if named is None or bare else Piece("object", named, needed=True)
        elif child.dep_ in PHRASES and child.lower_ not in words_of("loose"):
            kind = self._kind(child)
            named = party(child, self.named, whole=False)
            dangling = any(w.lower_ in words_of("pronoun", "objects") for w in child.subtree)
            if named is not None and not dangling:
                yield Piece(kind, named)

    def _infinitive(self, verb: Token) -> Iterator[Piece | None]:
        """ "to cap the well": the verb, then what stands behind it."""
        before = [c for c in verb.children if c.i < verb.i and c.dep_ in {*HELPERS, "neg"}]
        if any(c.i < verb.i and c.dep_ in clauses.SUBJECTS for c in verb.children):
            yield None
            return
        own = " ".join(t.text for t in (*before, verb, *(c for c in verb.children if c.dep_ == "prt")))
        yield Piece("rest", own, needed=True)
        inner = self.tail(verb)
        yield from inner if inner is not None else (None,)

    def is_incomplete(self, verb: Token, tail: tuple[Piece, ...]) -> bool:
        """Whether the verb says nothing as it stands: no object, and what is said stands before it or nowhere."""
        if any(child.dep_ in {"ccomp", "parataxis"} and child.i < verb.i for child in verb.children):
            return True
        if any(child.i in self.gap for child in verb.children):
            return False
        if verb.lemma_.lower() == "be":
            return not any(p.needed or _tells_where(p) for p in tail)
        lacks = verb.lemma_.lower() in words_of("incomplete", "verbs") and not clauses.is_passive(verb)
        return lacks and not any(p.needed or p.kind == "place" for p in tail)

    def _kind(self, phrase: Token) -> PieceKind:
        held = {token.i for token in phrase.subtree}
        if held & self.dated and not held & self.placed:
            return "time"
        return "place" if phrase.i in self.placed else "time" if held & self.dated else "rest"


def _tells_where(piece: Piece) -> bool:
    first, _, rest = piece.words.partition(" ")
    return piece.kind == "place" or bool(rest and first in words_of("where", "prepositions"))


def subject_of(verb: Token) -> Token | None:
    """Who or what the verb is said of, found in the clause or in the one that it goes on with."""
    own = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if own is not None:
        return verb.head if own.lower_ in clauses.RELATIVE and verb.dep_ == "relcl" else own
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.pos_ in {"NOUN", "PROPN"}:
        return verb.head
    return subject_of(verb.head) if verb.dep_ == "conj" and clauses.is_clause(verb.head) else None


def helpers_of(verb: Token) -> list[Token]:
    """The helping verbs of a clause, in order: its own, or the ones it shares ("was shot and killed")."""
    own = [child for child in verb.children if child.dep_ in HELPERS and child.i < verb.i]
    if own or verb.dep_ != "conj" or verb.tag_ not in {"VBN", "VBG", "VB"}:
        return own
    return helpers_of(verb.head) if clauses.is_clause(verb.head) and verb.head.tag_ == verb.tag_ else []


def _formed(verb: Token, helpers: list[Token], subject: Token) -> tuple[str, list[str]] | None:
    """The helping verb that begins the question, and what stands behind the subject."""
    if helpers:
        first, *others = helpers
        if first.lower_ == "to" or first.tag_ in {"TO", "VB", "VBG", "VBN"}:
            return None
        return _full(first), [*(token.lower_ for token in others), verb.text.lower()]
    if verb.lemma_.lower() == "be":
        return (_full(verb), []) if verb.tag_ in {"VBD", "VBZ", "VBP"} else None
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return "were" if is_many(subject) else "was", [verb.text.lower()]
    helper = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_)
    return None if helper is None else (helper, [verb.lemma_.lower()])


def finite(verb: Token, helpers: list[Token], subject: Token, *, many: bool) -> str:
    """The verb as it follows "who", or "how many" of them: "was closed", "sank"."""
    forms = table("plain")["third"]["many" if many else "one"]
    if helpers:
        first, *others = helpers
        words = [forms.get(_full(first), _full(first)), *(t.lower_ for t in others), verb.text.lower()]
    elif verb.lemma_.lower() == "be":
        words = [forms.get(_full(verb), _full(verb))]
    elif verb.tag_ == "VBN" and verb.dep_ == "acl":
        words = ["were" if many else "was", verb.text.lower()]
    elif verb.tag_ in {"VBP", "VBZ"}:
        words = [verb.lemma_.lower() if many else third_person(verb.lemma_.lower())]
    else:
        words = [verb.text.lower()]
    words[1 if helpers or verb.lemma_.lower() == "be" else 0 : 0] = _denied(verb)
    return " ".join([*words, *(child.text for child in verb.children if child.dep_ == "prt")])


def _denied(verb: Token) -> list[str]:
    """The word that denies a verb, in full: "did n't" asks who did not."""
    return ["never" if child.lower_ == "never" else "not" for child in verb.children if child.dep_ == "neg"][:1]


def third_person(lemma: str) -> str:
    """ "carry" → "carries"."""
    if lemma == "have":
        return "has"
    if lemma.endswith("y") and lemma[-2:-1] not in set("aeiou"):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "ch", "sh", "o")) else f"{lemma}s"


def is_many(noun: Token) -> bool:
    """Whether a noun, or a pair of them, is more than one."""
    return noun.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in noun.children)


def _full(helper: Token) -> str:
    if helper.lower_ in {"'s", "’s"}:
        return "is" if helper.lemma_ == "be" else "has"
    word = helper.lower_
    return str(table("plain")["short"]["forms"].get(word, word))


def party(head: Token, names: frozenset[int], *, whole: bool = True) -> str | None:
    """A phrase in a question's words; None for one that names nobody, or is too long to be read.

    `names`: indices of tokens that keep their capital wherever they stand. `whole`: it has to name a party, as a
    subject does.
    """
    first, last = clauses.phrase(head)
    names_nobody = head.lower_ in words_of("pronoun", "subjects") and (first.i == last.i or head.pos_ != "NUM")
    if whole and names_nobody and head.dep_ != "expl":
        return None
    text = flat(lowered(first, names, head.doc.text[first.idx : last.idx + len(last.text)]))
    spaced = f"{text} "
    if not text or len(text) > LONGEST_PARTY or any(mark in spaced for mark in words_of("whole", "marks")):
        return None
    if whole and head.doc[first.i].lower_ in words_of("possessive", "speaker"):
        return None
    if whole and ", " in text and not any(child.dep_ == "conj" for child in head.children):
        return None
    return _unpointed(text) if whole else text


def _unpointed(text: str) -> str:
    """ "this bridge" → "the bridge", "no siren" → "any siren"."""
    start, _, rest = text.partition(" ")
    if rest and start in words_of("pronoun", "pointing"):
        return f"the {rest}"
    instead = table("plain")["negation"]["instead"].get(start)
    return f"{instead} {rest}".strip() if instead else text


def _misread(verb: Token) -> bool:
    """Whether two things stand behind a verb in the place of one: two told of its subject, or an object too."""
    behind = [child.dep_ for child in verb.children if child.i > verb.i]
    told = sum(dep in TOLD_OF_SUBJECT for dep in behind)
    return told > 1 or ("acomp" in behind and "dobj" in behind)


def _disagrees(verb: Token, helpers: list[Token], subject: Token) -> bool:
    """Whether one is said of many, or many of one: then subject and verb were not read aright."""
    first = helpers[0] if helpers else verb
    if subject.tag_ not in {"NN", "NNS"} or subject.lower_ in words_of("several") or first.tag_ == "MD":
        return False
    if first.tag_ == "VBZ" or first.lower_ in {"was", "has", "is"}:
        return is_many(subject)
    plural = first.tag_ == "VBP" or first.lower_ in {"were", "are", "have"}
    return plural and not is_many(subject)


def _breaks_off(subject: Token, verb: Token) -> bool:
    """Whether the line breaks between a subject and its verb: "LUND, Skane — The gate was locked"."""
    dashes = words_of("whole", "dashes")
    between = [t for t in verb.doc.tokens[min(subject.i, verb.i) : max(subject.i, verb.i)] if t.text in dashes]
    return len(between) % 2 == 1 and between[0].text != "-"


def lowered(first: Token, names: frozenset[int], text: str) -> str:
    """Text that began a sentence as it stands within one."""
    kept = not first.text[:1].isupper() or (first.i in names and first.pos_ != "DET") or _is_name(first)
    return text if kept else text[:1].lower() + text[1:]


def _is_name(first: Token) -> bool:
    """Whether a word keeps its capital within a sentence: a name, or an adjective made of one ("Danish")."""
    if first.tag_ in CAPITAL_TAGS or first.text == "I" or first.text[1:] != first.text[1:].lower():
        return True
    if first.tag_ != "JJ":
        return False
    following = first.i + 1 < len(first.doc) and first.nbor().text[:1].isupper()
    return following or first.text.endswith(tuple(table("plain")["peoples"]["endings"])) or first.text in peoples()


@cache
def peoples() -> frozenset[str]:
    """Adjectives made of names of countries."""
    return frozenset(word for entry in table("countries").values() for word in entry.get("people", ()))


def flat(words: str) -> str:
    """Words on one line, without what dangles at their end."""
    kept = one_line(words)
    while kept.rpartition(" ")[2].lower() in words_of("dangling"):
        kept = kept.rpartition(" ")[0].strip(ENDS)
    return kept


def _content(verb: Token, names: frozenset[int]) -> Piece | None:
    """A clause that the verb needs: "that the gate was locked"."""
    tokens = sorted(clauses.own_tokens(verb), key=lambda token: token.i)
    first, last = tokens[0], tokens[-1]
    text = flat(lowered(first, names, verb.doc.text[first.idx : last.idx + len(last.text)]))
    if any(token.lower_ in words_of("pronoun", "objects") - {"that"} for token in tokens if token.dep_ != "mark"):
        return None
    if len(text) > LONGEST_CLAUSE or any(mark in text for mark in words_of("whole", "marks")):
        return None
    marked = first.dep_ in {"mark", "advmod"} or first.tag_ in {"WRB", "WP", "WDT"} or not _is_finite(verb)
    return Piece("rest", text if marked else f"that {text}", needed=True)


def _is_finite(verb: Token) -> bool:
    """Whether a clause is a sentence of its own: "that the gate was locked", not "troops marching"."""
    return any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in (verb, *helpers_of(verb)))


def _relative_object(verb: Token) -> Token | None:
    """ "the gate that the warden locked": the gate."""
    if verb.dep_ != "relcl":
        return None
    behind = any(child.dep_ == "dobj" and child.lower_ in clauses.RELATIVE for child in verb.children)
    return verb.head if behind else None


def asks(verb: Token) -> bool:
    """Whether its sentence is a question already, or it leaves something open: "what the port offers"."""
    if verb.sent.text.rstrip(" \n\"'”’)").endswith("?"):
        return True
    before = [child for child in verb.children if child.i < verb.i and child.dep_ in NEEDED]
    return verb.dep_ != "relcl" and any(child.left_edge.tag_ in OPEN for child in before)
