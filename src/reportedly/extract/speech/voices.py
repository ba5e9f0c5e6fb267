"""Who a source is: "he", "the spokesman", "the ministry" resolved to the article's names, or left as described."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from reportedly.extract.speech.descriptions import MEN, WOMEN, head_of, is_anonymous, plainly, sex_of, titles
from reportedly.extract.speech.passage import MARKS, Passage
from reportedly.extract.words import Token
from reportedly.model.mention import NameKind, NameMention
from reportedly.model.span import Span
from reportedly.vocabulary import listed, table
from reportedly.vocabulary.outlets import known_outlet

_words = partial(listed, "sources")

THINGS, MANY = "thing", "many"
PRONOUNS = {
    "he": MEN, "his": MEN, "him": MEN, "himself": MEN, "she": WOMEN, "her": WOMEN, "herself": WOMEN,
    "it": THINGS, "its": THINGS, "they": MANY, "their": MANY, "them": MANY,
}  # fmt: skip
OWN = frozenset(table("speech")["own"]["words"])
LONG_AGO = 400  # code points back that "the paper" may point
ASIDE = 8  # tokens behind a description in which its bearer is named
REACH = 3  # paragraphs back that a pronoun may point


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: its name (None when not resolved), the words that describe it, whether it is kept anonymous."""

    name: str | None
    span: Span | None
    described: str | None = None
    anonymous: bool = False
    kind: NameKind | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    voice: Voice
    passage: int
    plural: bool
    sex: str | None
    roles: frozenset[str]
    head: str = ""
    title: bool = False


class Voices:
    """The sources of one article in the order in which they appear; later ones may point back to earlier ones.

    `author` is whom "I" means outside quotations, `house` whom "we" does; where one is unknown, the other.
    """

    def __init__(self, text: str, names: Sequence[NameMention], author: str | None, house: str | None) -> None:
        self._text = text
        self._author, self._house = author, house
        self._names = names
        self._starts = [n.span.start for n in names]
        self._known: list[_Known] = []
        self._passage = 0
        self._title = False

    def next_passage(self, title: bool = False) -> None:
        """Another paragraph begins."""
        self._passage += 1
        self._title = title

    def named_later(self) -> dict[Span, Voice]:
        """Whom a title's bare "minister" means: the first person whom the story below introduces by that word."""
        found: dict[Span, Voice] = {}
        for at, known in enumerate(self._known):
            if not known.title or known.plural or known.voice.kind is not None or known.voice.span is None:
                continue
            bearers = [
                k.voice for k in self._known[at + 1 :]
                if not k.title and k.voice.kind == "person" and known.head in k.roles
            ]  # fmt: skip
            if bearers:
                found[known.voice.span] = bearers[0]
        return found

    def relay(self, passage: Passage, stretch: tuple[int, int]) -> Voice:
        """The voice that passes words on: nobody whom a later "he" may mean."""
        known = list(self._known)
        voice = self.of(passage, stretch)
        self._known = known
        return voice

    def of(self, passage: Passage, stretch: tuple[int, int]) -> Voice:
        """The voice behind a source phrase (first and last token)."""
        while stretch[0] < stretch[1] and passage.tokens[stretch[0]].text in MARKS:
            stretch = stretch[0] + 1, stretch[1]  # “He went home,” he said: the mark is no part of who says it
        tokens = passage.tokens[stretch[0] : stretch[1] + 1]
        span = passage.stretch(*stretch)
        words = span.of(self._text)
        pronoun = PRONOUNS.get(words.lower().strip())
        if pronoun is not None:
            meant = (
                self._subject(passage, stretch[0], pronoun, span)
                or self._newly_named(passage, stretch[0], pronoun, span)
                or self._back(pronoun, span, words)
            )
            return self._remember(meant, tokens)
        if tokens[0].lower_ in ("this", "our") and tokens[-1].lemma_.lower() in table("relays")["medium"]["words"]:
            return Voice(self._house, span, words)
        if words.lower() in OWN:
            alone = words.lower() in ("i", "me", "my")
            own = (self._author or self._house) if alone else (self._house or self._author)
            return Voice(own, span)
        mention = self._mention(tokens, passage) or self._called(passage, stretch[1])
        if mention is not None:
            described = words if words != mention.text else None
            return self._remember(
                Voice(_house(mention), span, described, is_anonymous(words, named=True), mention.kind), tokens
            )
        named = self._medium(tokens, span)
        if named is not None:
            return Voice(_house(named), span, words, False, named.kind)
        known = self._role(tokens) or self._again(tokens)
        if known is not None:
            return self._remember(Voice(known.name, span, words, known.anonymous, known.kind), tokens)
        if words.lower() in _words("nobody"):
            return Voice(None, span, words)
        owned = self._owned(passage, stretch, words) or self._spokes(tokens) or self._one_of(words) or plainly(words)
        return self._remember(Voice(owned, span, words, is_anonymous(words, named=False)), tokens)

    def named_in(self, passage: Passage, first: int, last: int) -> Voice | None:
        """The one person who is named in a stretch; None for nobody and for several."""
        span = passage.stretch(first, last)
        persons = {m.name: m for m in self._within(span) if m.kind == "person" and not self._owns(m.span)}
        if len(persons) != 1:
            return None
        (mention,) = persons.values()
        return self._remember(
            Voice(mention.name, mention.span, None, False, "person"), passage.tokens[first : last + 1]
        )

    def latest(self) -> Voice | None:
        """The source that spoke last, this paragraph or the one before."""
        if self._known and self._known[-1].passage >= self._passage - 1:
            return self._known[-1].voice
        return None

    def _remember(self, voice: Voice, tokens: Sequence[Token]) -> Voice:
        if voice.name is not None:
            head = head_of(tokens)
            near = [t for t in tokens if t == head or (t.head == head and t.dep_ in ("compound", "appos", "nmod"))]
            plural = head.tag_ in ("NNS", "NNPS") or any(t.dep_ == "conj" and t.head == head for t in tokens)
            roles = frozenset(t.lemma_.lower() for t in near if t.pos_ in ("NOUN", "PROPN"))
            plural = plural and not any(t.dep_ == "appos" for t in near)
            head_word = head.lemma_.lower()
            self._known.append(_Known(voice, self._passage, plural, sex_of(tokens), roles, head_word, self._title))
        return voice

    def _mention(self, tokens: Sequence[Token], passage: Passage) -> NameMention | None:
        """The name that the phrase's head, or its apposition, is; a name inside a possessive or "of" phrase is not."""
        found = self._within(passage.stretch(tokens[0].i, tokens[-1].i))
        if not found:
            return None
        base = passage.parse.base
        head = head_of(tokens)
        near = next((t.i for t in tokens if t.i > head.i and t.dep_ in ("prep", "agent")), tokens[-1].i)
        titled = next((b for a, b in pairwise(tokens) if titles(a, b) and a.i <= near), None)
        if titled is not None:
            named = next((m for m in found if m.span.start <= base + titled.idx < m.span.end), None)
            if named is not None and not self._owns(named.span):
                return named
        spots = {base + head.idx} | {base + t.idx for t in tokens if t.dep_ == "appos"}
        meant = [
            m for m in found
            if any(m.span.start <= at < m.span.end for at in spots) and not self._owns(m.span)
        ]  # fmt: skip
        if meant:
            office = (
                meant[0].kind is None
            )  # "the Warden of the Locks, Ada Krall": a title in capitals, then who bears it
            return next((m for m in meant if m.kind == "person"), meant[0]) if office else meant[0]
        outlets = [m for m in found if m.kind == "outlet" and not self._owns(m.span)]
        if len(outlets) == 1 and head.lemma_.lower() in _words("body"):
            return outlets[0]
        people = [m for m in found if m.kind == "person" and not self._owns(m.span)]
        if len(people) == 1 and head.lemma_.lower() in _words("person"):
            return people[0]
        return None

    def _called(self, passage: Passage, last: int) -> NameMention | None:
        """The name that stands behind a description: "a cheerful man named Olle Brandt"."""
        behind = passage.tokens[last + 1 : last + ASIDE]
        at = next((t.i for t in behind if t.lower_ in ("named", "called") and t.tag_ == "VBN"), None)
        named = passage.tokens[at : at + 2] if at is not None else ()
        if len(named) < 2 or any(
            t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.is_upper for t in behind if t.i < named[0].i
        ):
            return None
        start = passage.stretch(named[1].i, named[1].i).start
        at = bisect_left(self._starts, start)
        return self._names[at] if at < len(self._names) and self._starts[at] == start else None

    def _owns(self, span: Span) -> bool:
        return self._text[span.end : span.end + 2] in ("'s", "’s") or self._text[span.end : span.end + 2] in (
            "s'",
            "s’",
        )

    def _within(self, span: Span) -> list[NameMention]:
        at = bisect_left(self._starts, span.start)
        found = []
        while at < len(self._names) and self._names[at].span.start < span.end:
            if self._names[at].span.end <= span.end:
                found.append(self._names[at])
            at += 1
        return found

    def _subject(self, passage: Passage, before: int, pronoun: str, span: Span) -> Voice | None:
        """The person who is the subject of an earlier clause of this paragraph, unless somebody spoke in between."""
        if pronoun not in (MEN, WOMEN):
            return None
        base = passage.parse.base
        spoken = max(
            (k.voice.span.start for k in self._known if k.passage == self._passage and k.voice.span), default=-1
        )
        for token in reversed(passage.tokens[:before]):
            if base + token.idx <= spoken:
                return None
            if token.dep_ not in ("nsubj", "nsubjpass") or token.pos_ != "PROPN" or passage.quoted(token):
                continue
            found = [
                m
                for m in self._within(passage.stretch(token.left_edge.i, token.i))
                if m.span.start <= base + token.idx < m.span.end
            ]
            if (
                found
                and found[0].kind == "person"
                and sex_of(passage.tokens[token.left_edge.i : token.i + 1]) in (None, pronoun)
            ):
                return Voice(found[0].name, span, span.of(self._text), False, "person")
        return None

    def _owned(self, passage: Passage, stretch: tuple[int, int], words: str) -> str | None:
        """ "His lawyer" by whose he is: "Ada Krall's lawyer"; None where that is not known, or nobody owns it."""
        first = passage.tokens[stretch[0]]
        pronoun = PRONOUNS.get(first.lower_)
        if pronoun is None or pronoun == MANY or stretch[0] == stretch[1]:
            return None
        span = passage.stretch(stretch[0], stretch[0])
        owner = (
            self._subject(passage, stretch[0], pronoun, span)
            or self._newly_named(passage, stretch[0], pronoun, span)
            or self._thing_named(passage, stretch[0], pronoun, span)
            or self._back(pronoun, span, first.text, 0 if pronoun == THINGS else REACH)
        )
        if owner.name is not None and owner.name.partition(" ")[0].lower() in PRONOUNS:
            return None
        return f"{owner.name}'s {plainly(words[len(first.text) :])}" if owner.name is not None else None

    def _newly_named(self, passage: Passage, before: int, pronoun: str, span: Span) -> Voice | None:
        """The one person whom this paragraph has named so far, where nobody in it has spoken yet."""
        if pronoun not in (MEN, WOMEN) or any(k.passage == self._passage and k.voice.span for k in self._known):
            return None
        base = passage.parse.base
        persons = [m for m in self._within(Span(base, span.start)) if m.kind == "person" and not self._owns(m.span)]
        if len({m.name for m in persons}) != 1:
            return None
        first = next((t.i for t in passage.tokens[:before] if base + t.idx >= persons[0].span.start), before)
        if passage.quoted(passage.tokens[first]) or any(
            PRONOUNS.get(t.lower_) == pronoun for t in passage.tokens[:first]
        ):
            return None  # "In May he met Ada Krall": somebody whom the text named before
        known = sex_of(passage.tokens[max(0, first - 1) : before])
        named = persons[0].name if known in (None, pronoun) else None
        return Voice(named, span, span.of(self._text), False, "person") if named is not None else None

    def _spokes(self, tokens: Sequence[Token]) -> str | None:
        """ "A spokeswoman" by whose she is: that of the body which alone has spoken so far in this paragraph."""
        bare = len(tokens) == 2 and tokens[0].lower_ in ("a", "its") and tokens[1].lower_ in _words("spokespeople")
        here = [k.voice for k in self._known if k.passage == self._passage] if bare else []
        names = {voice.name for voice in here}
        if len(names) != 1 or here[-1].kind == "person" or not self._is_body(here[-1]):
            return None
        return f"{here[-1].name}'s {tokens[1].text}"

    def _one_of(self, words: str) -> str | None:
        """ "One of them" by who they are: "one of two aid workers", of whom the paragraph or the one before told."""
        if words.lower() not in _words("one_of_them"):
            return None
        near = [k for k in self._known if k.passage >= self._passage - 1 and k.plural and k.voice.kind is None]
        several = next((k.voice.name for k in reversed(near) if len((k.voice.name or "").split()) > 1), None)
        return f"{words.split(maxsplit=1)[0].lower()} of {several}" if several is not None else None

    def _is_body(self, voice: Voice) -> bool:
        if voice.kind is not None:
            return voice.kind in ("organisation", "outlet", "group", "place")
        return (voice.name or "").split(" ")[-1].lower() in _words("body")

    def _thing_named(self, passage: Passage, before: int, pronoun: str, span: Span) -> Voice | None:
        """The one body or country that the sentence before this one names: whose "its ministry" is."""
        here = passage.tokens[before].sent.start
        if pronoun != THINGS or before != here or here == 0:
            return None
        last = passage.tokens[here - 1].sent
        told = self._within(passage.stretch(last.start, here - 1))
        if any(m.kind not in ("organisation", "group", "place") for m in told) or len({m.name for m in told}) != 1:
            return None
        return Voice(told[0].name, span, span.of(self._text), False, told[0].kind)

    def _back(self, pronoun: str, span: Span, words: str, reach: int = REACH) -> Voice:
        for known in reversed(self._known):
            if known.passage < self._passage - reach:
                break
            if _fits(known, pronoun):
                return Voice(known.voice.name, span, words, known.voice.anonymous, known.voice.kind)
        return Voice(None, span, words)

    def _medium(self, tokens: Sequence[Token], span: Span) -> NameMention | None:
        """Which medium "the paper" is: the outlet that was named last, not long before."""
        alone = (
            len(tokens) == 2 and tokens[0].lower_ == "the" and tokens[1].lower_ in table("relays")["medium"]["words"]
        )
        before = self._names[: bisect_left(self._starts, span.start)] if alone else ()
        last = next((n for n in reversed(before) if n.kind == "outlet"), None)
        return last if last is not None and span.start - last.span.end <= LONG_AGO else None

    def _role(self, tokens: Sequence[Token]) -> Voice | None:
        """Whom "the spokesman" means: the last source that was introduced by that word."""
        words = [t for t in tokens if t.is_alpha]
        if not 1 <= len(words) <= 3 or words[0].lower_ not in ("the", "that", "this"):
            return None
        head = head_of(tokens)
        lemma = head.lemma_.lower()
        if head.tag_ != "NN" or not lemma:
            return None
        bearers = [k for k in self._known if lemma in k.roles and k.voice.kind is not None]
        names = {k.voice.name for k in bearers}
        if len(names) == 1 or (bearers and bearers[-1].passage >= self._passage - 1):
            return bearers[-1].voice
        return self._body([t.lower_ for t in words[1:-1]], lemma)

    def _again(self, tokens: Sequence[Token]) -> Voice | None:
        """Whom "the same source", "both teams" or "the diplomat" means: an unnamed source told of shortly before."""
        words = [t for t in tokens if t.is_alpha]
        if not 2 <= len(words) <= 4 or words[0].lower_ not in _words("again"):
            return None
        head = words[-1]
        if len(words) == 4 and words[1].lower_ != "same":
            return None
        near = [k for k in self._known if k.passage >= self._passage - REACH and k.voice.name is not None]
        same = words[1].lower_ == "same" and len(words) > 2
        if same and head.lemma_.lower() == "source" and len(words) == 3 and near:
            return near[-1].voice
        if len(words) == 3 and not same and words[1].pos_ != "NUM":
            return None
        kind = [t.lower_ for t in words[2:-1]]  # "the same credit officers"
        near = [k for k in near if all(word in (k.voice.name or "").lower().split() for word in kind)]
        alike = [k for k in near if k.head == head.lemma_.lower() and k.plural == (head.tag_ == "NNS")]
        fuller = [k.voice for k in alike if len((k.voice.name or "").split()) > 1]
        return fuller[-1] if fuller else None

    def _body(self, kind: Sequence[str], lemma: str) -> Voice | None:
        """Which "ministry", "coast agency": the only body of the article whose name holds these words."""
        if lemma not in _words("body"):
            return None
        told = {*kind, lemma}
        fitting = {n.name: n for n in self._names if n.kind != "person" and told <= set(n.name.lower().split())}
        if len(fitting) != 1:
            return None
        (mention,) = fitting.values()
        return Voice(mention.name, mention.span, None, False, mention.kind)


def _house(mention: NameMention) -> str:
    """The name of a voice; a known outlet's is the one that its pages have too, however it is spelt here."""
    known = known_outlet(mention.name) if mention.kind in ("outlet", "organisation") else None
    return known.name if known is not None else mention.name


def _fits(known: _Known, pronoun: str) -> bool:
    kind = known.voice.kind
    if pronoun == MANY:
        return known.plural or kind in ("organisation", "group", "outlet", "unit")
    if known.plural:
        return False
    if pronoun == THINGS:
        return kind in ("organisation", "outlet", "place", "unit") or bool(
            known.roles & _words("body") and kind != "person"
        )
    return (
        kind in ("person", None)
        and known.sex in (None, pronoun)
        and not (kind is None and known.roles & _words("body"))
    )
