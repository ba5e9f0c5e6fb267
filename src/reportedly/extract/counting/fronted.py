"""A question of how many or how much, made of a figure's own clause: the phrase that it stands in goes to the front."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.extract import clauses
from reportedly.extract.plainly import LONGEST_PARTY, Plainly, asks, finite, flat, helpers_of, is_many, words_of
from reportedly.extract.words import Phrase, Token
from reportedly.model.plain import Piece
from reportedly.vocabulary import table

LONGEST = 110  # code points: a question that is read in one glance
SUBJECT = frozenset({"nsubj", "nsubjpass"})
BEHIND = frozenset({"dobj", "attr", "oprd", "npadvmod", "advmod", "acomp", "dep"})
CLOSING = frozenset({")", "]"})
ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "another", "all", "both"}
)


@dataclass(frozen=True, slots=True)
class Fronted:
    """Asks of the clause of a figure with the figure's phrase, `phrase`, gone to its front."""

    plainly: Plainly
    phrase: Phrase
    headline: bool

    def __call__(self, how: str, noun: Token | None = None, *, many: bool | None = None) -> str | None:
        """ "how many", miners → "How many miners were killed in the shaft?"; None where the clause is not plain.

        `noun` heads the phrase that the figure stands in; without one the figure stands for itself. `many` is whether
        what is asked for takes a plural verb (None: as the noun does).
        """
        if noun is not None and (asked := self._of_members(noun)) is not None:
            return asked
        top = noun if noun is not None else self.phrase.root
        words = how if noun is None else f"{how} {self.words(noun)}".strip()
        if self.headline or len(words) > LONGEST_PARTY:
            return None
        if top.dep_ in SUBJECT and clauses.is_clause(top.head):
            return self._of_subject(words, top, top.head, many=is_many(top) if many is None else many)
        if top.dep_ in BEHIND and clauses.is_clause(top.head):
            return self.behind(words, top)
        if top.dep_ == "pobj" and top.head.dep_ == "prep" and clauses.is_clause(top.head.head):
            if top.head.i >= self.phrase.start and top.i < top.head.head.i:  # "Between 30 and 40 people slept there"
                return self._of_subject(words, top, top.head.head, many=True)
            return self.behind(f"{top.head.lower_} {words}", top.head)
        return None

    def _of_members(self, noun: Token) -> str | None:
        """ "the 300-strong crew": "how many people were in the crew?"."""
        who = table("counted")["person_compound"]["asked"].get(self._glued.lower_) if self._glued is not None else None
        return f"how many {who} were in the {noun.text}?" if who is not None else None

    @property
    def _glued(self) -> Token | None:
        """The word that a hyphen joins to the number: "a 300-strong crew"."""
        doc, end = self.phrase.doc, self.phrase.end
        return doc[end + 1] if end + 1 < len(doc) and doc[end].tag_ == "HYPH" else None

    def behind(self, words: str, gap: Token) -> str | None:
        """The clause of a word behind the verb, asked for by `words` in its stead."""
        verb = gap.head
        plain = replace(self.plainly, gap=frozenset({gap.i}))(verb)
        if plain is None:
            return None
        return fitted(f"{words} {plain.opening}", plain.verb, plain.tail)

    def _of_subject(self, words: str, subject: Token, verb: Token, *, many: bool) -> str | None:
        tail = self.plainly.tail(verb)
        first = next(iter(helpers_of(verb)), verb)
        if tail is None or asks(verb) or first.tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
            return None
        if self.plainly.is_incomplete(verb, tail):
            return None
        return fitted(words, finite(verb, helpers_of(verb), subject, many=many), tail)

    def words(self, noun: Token) -> str:
        """The noun's phrase without the figure and its article: "two of the old miners" → "old miners"."""
        first, last = clauses.phrase(noun)
        last = noun.doc[min(last.i, _end_of_own(noun, last))]
        own = {token.i for token in self.phrase}
        ahead = noun.doc[first.i : noun.i]
        closed = max((t.i for t in ahead if t.text in CLOSING), default=-1)  # "a 20-inch (51-cm) hose"
        before = [t for t in ahead if t.i > closed and t.i not in own and not t.is_punct]
        while before and (before[0].lower_ in ARTICLES or before[0].pos_ in {"NUM", "PUNCT", "ADP", "ADV"}):
            before.pop(0)
        start = before[0] if before else noun
        text = noun.doc.text[start.idx : last.idx + len(last.text)]
        inside = any(start.i <= i <= last.i for i in own)
        return flat(_spoken([*before, noun]) if inside else text)


def _end_of_own(noun: Token, last: Token) -> int:
    """The last word of what a figure is of: of "a son and two daughters" the son, of "nurses and doctors" both."""
    others = [child for child in noun.children if child.dep_ == "conj" and child.i > noun.i]
    if not any(word.dep_ in {"det", "nummod", "poss"} for other in others for word in other.children):
        return last.i
    return min(
        (child.i - 1 for child in noun.children if child.dep_ in {"cc", "punct"} and child.i > noun.i), default=last.i
    )


def _spoken(words: list[Token]) -> str:
    return "".join(word.text if word.tag_ == "POS" else f" {word.text}" for word in words).lstrip()


def fitted(begun: str, verb: str, tail: tuple[Piece, ...]) -> str | None:
    """The words in order; what the clause can do without is left out where it would make the question too long."""
    needed = sum(len(piece.words) + 1 for piece in tail if piece.needed)
    room = LONGEST - len(begun) - len(verb) - needed
    said: list[str] = []
    for piece in tail:
        if piece.kind == "time":
            continue
        if not piece.needed:
            room -= len(piece.words) + 1
        if piece.needed or room >= 0:
            said.append(piece.words)
    words = " ".join(word for word in (begun, verb, *said) if word)
    vague = any(
        word in words_of("pronoun", "objects") - {"that", "so", "one", "this", "which", "what", "who"}
        for word in words.lower().split()
    )
    return None if vague or len(words) > LONGEST + 30 else f"{words.rstrip('.')}?"
