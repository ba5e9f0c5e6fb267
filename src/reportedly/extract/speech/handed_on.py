"""Who has whose words from whom in a sentence: "X, quoted by Y, which cited Z", "Y, whose report Z took up"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

from reportedly.extract.speech.passage import MARKS
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.words import Token
from reportedly.vocabulary import listed

_words = partial(listed, "relays")

Stretch = tuple[int, int]
Edge = tuple[Stretch, Stretch]  # who passes words on, and from whom they come
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
INSIDE = NOMINAL | {"ADJ", "DET", "NUM"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DEPTH = 4  # hands that words may go through in one sentence


class HandedOn:
    """The hands that words go through in one sentence, read by its words: parses of such chains are seldom right."""

    def __init__(self, sentence: Sequence[Token]) -> None:
        self._tokens = sentence
        self._edges: tuple[Edge, ...] = ()
        if not _signs().isdisjoint(t.lower_ for t in sentence):
            self._edges = tuple(edge for at in range(len(sentence)) for edge in self._read(at))

    def behind(self, source: Stretch) -> list[Stretch]:
        """Whom a source has it from, the deepest first."""
        return self._follow(source, 0, [source])[::-1]

    def carriers(self, source: Stretch) -> list[Stretch]:
        """Who passed on what a source says, the nearest to it first: "X, quoted by Y, which cited Z" gives Z, Y."""
        found: list[Stretch] = []
        for relay in self._takers(source):
            found = [*found, *self._follow(relay, 0, [source, relay, *found])[::-1], relay]
        return found

    def _takers(self, source: Stretch) -> list[Stretch]:
        """Who took the words from a source, and who from those: "seen by X and quoted in part by Y" gives both."""
        found = [source]
        for here in found:  # it grows under way
            for taker in (one for one, other in self._edges if _meet(other, here)):
                if len(found) <= DEPTH and not any(_meet(taker, old) for old in found):
                    found.append(taker)
        return found[1:]

    def _follow(self, source: Stretch, end: int, known: Sequence[Stretch]) -> list[Stretch]:
        """The far ends of the edges that lead on from a source, one after the other, those known left out."""
        found: list[Stretch] = []
        here = source
        while len(found) < DEPTH:
            following = [edge[1 - end] for edge in self._edges if _meet(edge[end], here)]
            fresh = [s for s in following if not any(_meet(s, old) for old in (*found, *known))]
            if not fresh:
                break
            here = fresh[0]
            found.append(here)
        return found

    def _read(self, at: int) -> Iterator[Edge]:
        word = self._tokens[at].lower_
        if word in _words("relative") or word in _words("self"):
            yield from self._leans(at)
        elif word == "whose":
            yield from self._taken_up(at)
        elif word in _words("quoted") and self._tokens[at].tag_ in ("VBN", "VBD"):
            yield from self._quoted(at)
        elif word in _words("asked_out") and self._tokens[at].tag_ in ("VBN", "VBD"):
            yield from self._quoted(at, speaking=True)

    def _leans(self, at: int) -> Iterator[Edge]:
        """ "Z, which in turn cited Y": Z has it from Y."""
        verbs = range(at + 1, min(self._filled(at + 1) + 1, len(self._tokens)))
        after = next((begun for verb in verbs if (begun := self._behind_verb(verb)) is not None), None)
        relay = self._before(at)
        origin = self._after(after) if after is not None else None
        if relay and origin:
            yield relay, origin

    def _behind_verb(self, at: int) -> int | None:
        """Where the source named by a verb of citing begins; None where there is no such verb."""
        lemma = self._tokens[at].lemma_.lower()
        following = at + 1
        rest = [t.lower_ for t in self._tokens[following : following + 2]]
        if lemma in _words("cite_verbs"):
            return following + (rest[:1] != [] and rest[0] in _words("on"))
        if lemma in _words("have_it") and rest == ["it", "from"]:
            return following + 2
        return None

    def _taken_up(self, at: int) -> Iterator[Edge]:
        """ "Y, whose report was picked up by Z", "Y, whose report Z took up": Z has it from Y."""
        origin = self._before(at)
        verb = next((i for i in range(at + 1, min(len(self._tokens), at + 12)) if self._carries(i)), None)
        if origin is None or verb is None:
            return
        by = next((i for i in range(verb + 1, min(len(self._tokens), verb + 3)) if self._is_by(i)), None)
        relay = self._after(by + 1) if by is not None else self._who(at + 2, verb)
        if relay:
            yield relay, origin

    def _who(self, start: int, verb: int) -> Stretch | None:
        """The noun phrase between a thing taken up and the verb: "whose report the daily took up"."""
        begun = next((i for i in range(start, verb) if self._tokens[i].pos_ in ("DET", "PROPN")), None)
        return self._before(verb, begun) if begun is not None else None

    def _carries(self, at: int) -> bool:
        token = self._tokens[at]
        return token.lower_ in _words("quoted") or (
            token.tag_ in ("VBD", "VBZ", "VBP") and token.lemma_.lower() in _words("carry_verbs")
        )

    def _is_by(self, at: int) -> bool:
        return self._tokens[at].lower_ == "by"

    def _quoted(self, at: int, speaking: bool = False) -> Iterator[Edge]:
        """ "X, quoted in turn by Y", "Quoted by Y, X": Y has it from X; `speaking` where Y must be able to speak."""
        by = self._behind_means(self._filled(self._behind_us(at + 1)))
        if by >= len(self._tokens) or not self._is_by(by):
            return
        relay = self._after(by + 1)
        if relay is None or (speaking and not can_speak(self._tokens[relay[1] - self._tokens[0].i])):
            return
        origin = self._shared(at) or (self._subject(relay) if self._opens(at) else self._before(at))
        if origin is not None and self._tokens[origin[0] - self._tokens[0].i].lower_ != "whose":
            yield relay, origin

    def _opens(self, at: int) -> bool:
        """Whether the sentence begins here."""
        return not any(t.is_alpha for t in self._tokens[:at])

    def _subject(self, relay: Stretch) -> Stretch | None:
        """Who is quoted by a relay with which the sentence begins: the noun phrase behind its comma."""
        comma = relay[1] - self._tokens[0].i + 1
        if comma >= len(self._tokens) or self._tokens[comma].text != ",":
            return None
        return self._after(comma + 1)

    def _shared(self, at: int) -> Stretch | None:
        """Of whom a second participle tells: "shown to me by a clerk and quoted in part by the weekly"."""
        if at < 1 or self._tokens[at - 1].lower_ != "and":
            return None
        first = next((i for i in range(at - 2, max(-1, at - 14), -1) if self._is_carried(i)), None)
        return self._before(first) if first is not None else None

    def _is_carried(self, at: int) -> bool:
        return self._tokens[at].lower_ in _words("quoted") and self._tokens[at].tag_ in ("VBN", "VBD")

    def _behind_us(self, at: int) -> int:
        """Behind whom it was shown to: "described to me by a clerk", "leaked to this paper by two people"."""
        at = self._filled(at)
        if at >= len(self._tokens) or self._tokens[at].lower_ not in ("to", "with", "from"):
            return at
        return next((i for i in range(at + 1, min(at + 4, len(self._tokens))) if self._is_by(i)), at)

    def _behind_means(self, at: int) -> int:
        """Of two "by" the second, where the first only tells the means: "reached by telephone by the weekly"."""
        doer = at + 2
        means = doer < len(self._tokens) and self._is_by(at) and self._tokens[at + 1].pos_ == "NOUN"
        return doer if means and self._is_by(doer) else at

    def _filled(self, at: int) -> int:
        """The first place from here that is no filler: "itself", "in turn", "has since"."""
        while at < len(self._tokens) and (self._tokens[at].lower_ in _words("filler") or self._tokens[at].tag_ == "RB"):
            at += 1
        return at

    def _after(self, at: int) -> Stretch | None:
        """The noun phrase that begins here."""
        while at < len(self._tokens) and self._tokens[at].text in MARKS:
            at += 1
        end = at
        while end < len(self._tokens) and not self._closes(end, end > at):
            end += 1
        kept = self._tokens[at:end]
        while kept and kept[-1].pos_ not in NOMINAL | {"NUM"}:
            kept = kept[:-1]
        return (kept[0].i, kept[-1].i) if any(t.pos_ in NOMINAL for t in kept) else None

    def _closes(self, at: int, begun: bool) -> bool:
        token = self._tokens[at]
        if token.is_punct and token.text not in ("-", ".", "’", "'"):
            return True
        if token.lower_ in _words("closing") or token.tag_ in FINITE:
            return True
        return begun and token.tag_ in ("VBG", "VBN") and self._tokens[at - 1].pos_ in NOMINAL

    def _before(self, at: int, least: int = 0) -> Stretch | None:
        """The noun phrase that ends before this place, a comma or bracket between; it begins at `least` or later."""
        end = at - 1
        while end >= 0 and (self._tokens[end].text in (",", "(", "–", "—") or self._tokens[end].text in MARKS
                            or self._tokens[end].lower_ in _words("filler")):  # fmt: skip
            end -= 1
        start = end
        while start >= least and self._within(start):
            start -= 1
        kept = self._tokens[start + 1 : end + 1]
        while kept and kept[0].pos_ not in INSIDE:
            kept = kept[1:]
        return (kept[0].i, kept[-1].i) if any(t.pos_ in NOMINAL for t in kept) else None

    def _within(self, at: int) -> bool:
        token = self._tokens[at]
        return token.pos_ in INSIDE or token.lower_ == "of" or token.tag_ in ("POS", "HYPH") or token.text in MARKS


def _meet(one: Stretch, other: Stretch) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


@cache
def _signs() -> frozenset[str]:
    return _words("relative") | _words("self") | _words("quoted") | _words("asked_out") | {"whose"}
