"""What the learnt reader looks at: each token with its neighbours, the cue above it, and what the rules made of it.

A token is seen as `Sight`s, a few things seen together: what they come to is weighed once for all tokens that are seen
alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.sights import Sight, features
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.words import Token
from reportedly.model.mention import NameKind

STEPS = 12  # words climbed to find the cue that a token hangs on
CARRYING = "vnp"  # classes of cues that have content: verbs, nouns, prepositions


class Looks:
    """The features of a paragraph's tokens, as words; the columns are made once, the rows where they are wanted."""

    def __init__(
        self, words: Lexicon, passage: Passage, found: Sequence[Finding], kinds: Mapping[int, NameKind | None]
    ) -> None:
        self._tokens = passage.tokens
        self._size = len(self._tokens)
        self._quoted = ["q" if number >= 0 else "" for number in passage.inside]
        self._lower = [t.lower_ for t in self._tokens]
        self._tags = [t.tag_ for t in self._tokens]
        self.cues = [cue_class(words, t) for t in self._tokens]
        self._kinds = kinds
        self._rules, self.ruled = self._by_rule(found)
        self._words = words

    def _by_rule(self, found: Sequence[Finding]) -> tuple[list[str], list[bool]]:
        """What the rules say of each token (content, cue, source), and whether they spoke of it at all."""
        says = [""] * self._size
        for finding in sorted(found, key=lambda f: -len(f.content)):
            for i in finding.content:
                says[i] = finding.rule
        for finding in found:
            for i in finding.cue:
                says[i] += "C"
            for i in range(finding.source[0], finding.source[1] + 1) if finding.source else ():
                says[i] += "S"
        return says, [bool(said) for said in says]

    def rows(self, start: int, end: int) -> list[list[str]]:
        """The features of the tokens of one sentence, by their names."""
        return [features(sights) for sights in self.sights(start, end)]

    def sights(self, start: int, end: int) -> list[tuple[Sight, ...]]:
        """The sights of the tokens of one sentence, as many of each."""
        summary = self._summary(start, end)
        return [(*self._own(i), *self._beside(i), summary, (_at, min(i - start, 4))) for i in range(start, end)]

    def _summary(self, start: int, end: int) -> Sight:
        cues = "".join(sorted({cue[0] for cue in self.cues[start:end] if cue}))
        quoted = "q" if any(self._quoted[start:end]) else ""
        ruled = "r" if any(self.ruled[start:end]) else ""
        number = "d" if any(t.like_num for t in self._tokens[start:end]) else ""
        return _sentence, cues, quoted, ruled, number

    def _own(self, i: int) -> tuple[Sight, ...]:
        token = self._tokens[i]
        tag, head, said = self._tags[i], token.head, self._rules[i]
        ruled = "r" if said else ""
        return (
            (_word, self._lower[i], token.lemma_, tag, self.cues[i], said),
            (_hangs, token.dep_, head.tag_, head.lemma_, "L" if i < head.i else "R", can_speak(token)),
            (_under, *self._above(token), ruled),
            (_kind, self._quoted[i], ruled, self._kinds.get(i) or ""),
        )

    def _beside(self, i: int) -> Iterator[Sight]:
        for step in (-3, -2, -1, 1, 2, 3):
            j = i + step
            if not 0 <= j < self._size:
                yield _end, step
            elif step in (-3, 3):
                yield _far, step, self._tags[j], self.cues[j]
            else:
                yield _near, step, self._tags[j], self.cues[j], self._lower[j], self._rules[j]
        for step in (-1, 1):
            j = i + step
            if 0 <= j < self._size:
                yield _pair, step, self._tags[i], self._tags[j], self._quoted[i], self._quoted[j]
            else:
                yield _NOTHING

    def _above(self, token: Token) -> tuple[str, str]:
        """By what relation, on which side and under which kind of cue a token hangs; and that cue."""
        here = token
        for _ in range(STEPS):
            above = here.head
            if above.i == here.i:
                break
            cue = self.cues[above.i]
            if cue and cue[0] in CARRYING:
                side = "L" if token.i < above.i else "R"
                return f"{here.dep_}{side}{cue[0]}", self._words.lemma(above)
            here = above
        return "", ""


def _word(lower: str, lemma: str, tag: str, cue: str, said: str) -> Iterable[str]:
    return f"w={lower}", f"l={lemma.lower()}", f"t={tag}", f"c={cue}", f"r={said}", f"rt={said}{tag}"


def _hangs(dep: str, head: str, lemma: str, side: str, speaks: bool) -> Iterable[str]:  # a sight
    return f"d={dep}{head}", f"h={lemma.lower()}{side}", f"s={speaks}{dep}"


def _under(up: str, lemma: str, ruled: str) -> Iterable[str]:
    return f"u={up}", f"ul={lemma}{up}", f"ur={up}{ruled}"


def _kind(quoted: str, ruled: str, kind: str) -> Iterable[str]:
    return f"q={quoted}{ruled}", f"k={kind}"


def _end(step: int) -> Iterable[str]:
    return (f"{step}E",)


def _far(step: int, tag: str, cue: str) -> Iterable[str]:
    return f"{step}t={tag}", f"{step}c={cue}"


def _near(step: int, tag: str, cue: str, lower: str, said: str) -> Iterable[str]:
    return f"{step}t={tag}", f"{step}c={cue}", f"{step}w={lower}", f"{step}r={said}"


def _pair(step: int, mine: str, theirs: str, quoted: str, other: str) -> Iterable[str]:
    return f"{step}tt={mine}{theirs}", f"{step}q={quoted}.{other}"


def _sentence(cues: str, quoted: str, ruled: str, number: str) -> Iterable[str]:
    return f"has={cues}{quoted}{ruled}", f"num={ruled}{number}"


def _at(place: int) -> Iterable[str]:
    return (f"at={place}",)


def _nothing() -> Iterable[str]:
    return ()


_NOTHING: Sight = (_nothing,)


def cue_class(words: Lexicon, token: Token) -> str:
    """What kind of cue word a token can be: v(erb), n(oun), p(reposition), a(dverb), j for an adjective, or nothing."""
    lemma = words.lemma(token)
    if token.pos_ in ("VERB", "AUX", "NOUN", "PROPN"):
        cue = words.verbs.get(lemma)
        if cue is not None and (token.pos_ != "NOUN" or lemma not in words.nouns):
            return (
                "v"
                + "w" * cue.weak
                + "".join(frame[0] for frame in ("quote", "clause", "object") if frame in cue.takes)
            )
        if token.pos_ == "NOUN" and lemma in words.nouns:
            return "n"
    if token.lower_ in words.openers:
        return "p"
    if token.lower_ in words.adverbs:
        return "a"
    return "j" if token.lower_ in words.adjectives else ""
