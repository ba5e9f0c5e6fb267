"""What the learnt reader looks at: each token with its neighbours, the cue above it, and what the rules made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.sights import Sights, features
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.words import Token
from reportedly.model.mention import NameKind

STEPS = 12  # words climbed to find the cue that a token hangs on
REACH = 3  # tokens on each side that are looked at: the words of all but the last
END = "E"  # the tag of what lies outside the paragraph
CARRYING = "vnp"  # classes of cues that have content: verbs, nouns, prepositions


class Looks:
    """The looks of a paragraph's tokens: what is seen of single tokens is noted once, the rest where it is wanted."""

    def __init__(
        self, words: Lexicon, passage: Passage, found: Sequence[Finding], kinds: Mapping[int, NameKind | None]
    ) -> None:
        self._tokens = passage.tokens
        self._size = len(self._tokens)
        self._kinds = kinds
        self._words = words
        self.cues = [cue_class(words, t) for t in self._tokens]
        self._rules, self.ruled = self._by_rule(found)
        nothing = [None] * REACH
        self._quoted = (*nothing, *("q" if number >= 0 else "" for number in passage.inside), *nothing)
        self._around = {
            "t": (*[END] * REACH, *(t.tag_ for t in self._tokens), *[END] * REACH),
            "c": (*nothing, *self.cues, *nothing),
            "w": (*nothing, *(t.lower_ for t in self._tokens), *nothing),
            "r": (*nothing, *self._rules, *nothing),
        }

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
        return features(self.sights(start, end))

    def sights(self, start: int, end: int) -> Sights:
        """What all looks see of the tokens of one sentence."""
        return {
            **self._own(start, end),
            **self._hung(start, end),
            **self._beside(start, end),
            **{look: [seen] * (end - start) for look, seen in self._summary(start, end).items()},
            "at": [str(min(i, 4)) for i in range(end - start)],
        }

    def _own(self, start: int, end: int) -> Sights:
        """What a token is, and what the rules made of it."""
        own = {look: seen[start + REACH : end + REACH] for look, seen in self._around.items()}
        ruled = ["r" if said else "" for said in own["r"]]
        return {
            **own,
            "l": [token.lemma_.lower() for token in self._tokens[start:end]],
            "rt": _joined(own["r"], own["t"]),
            "q": _joined(self._quoted[start + REACH : end + REACH], ruled),
            "k": [self._kinds.get(i) or "" for i in range(start, end)],
        }

    def _hung(self, start: int, end: int) -> Sights:
        """On what a token hangs: its head, and the cue above it."""
        tokens = self._tokens[start:end]
        above = [self._above(token) for token in tokens]
        ruled = ["r" if said else "" for said in self._rules[start:end]]
        return {
            "d": [token.dep_ + token.head.tag_ for token in tokens],
            "h": [token.head.lemma_.lower() + ("L" if token.i < token.head.i else "R") for token in tokens],
            "s": [f"{can_speak(token)}{token.dep_}" for token in tokens],
            "u": [up for up, _ in above],
            "ul": [lemma + up for up, lemma in above],
            "ur": [up + said for (up, _), said in zip(above, ruled, strict=True)],
        }

    def _beside(self, start: int, end: int) -> Sights:
        """What stands before and behind a token."""
        seen: dict[str, Sequence[str | None]] = {}
        for step in (n for n in range(-REACH, REACH + 1) if n):
            for look in self._around if abs(step) < REACH else ("t", "c"):
                seen[f"{step}{look}"] = self._around[look][start + step + REACH : end + step + REACH]
        here = slice(start + REACH, end + REACH)
        for step in (-1, 1):
            there = slice(here.start + step, here.stop + step)
            tags = [None if tag == END else tag for tag in self._around["t"][there]]
            seen[f"{step}tt"] = _joined(self._around["t"][here], tags)
            seen[f"{step}q"] = _joined(self._quoted[here], self._quoted[there], ".")
        return seen

    def _summary(self, start: int, end: int) -> dict[str, str]:
        """What the sentence holds."""
        cues = "".join(sorted({cue[0] for cue in self.cues[start:end] if cue}))
        quoted = "q" if any(self._quoted[start + REACH : end + REACH]) else ""
        ruled = "r" if any(self.ruled[start:end]) else ""
        number = "d" if any(t.like_num for t in self._tokens[start:end]) else ""
        return {"has": f"{cues}{quoted}{ruled}", "num": f"{ruled}{number}"}

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


def _joined(one: Sequence[str | None], other: Sequence[str | None], by: str = "") -> list[str | None]:
    """What two looks see together; nothing where one of them sees nothing."""
    pairs = zip(one, other, strict=True)
    return [None if mine is None or theirs is None else f"{mine}{by}{theirs}" for mine, theirs in pairs]


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
