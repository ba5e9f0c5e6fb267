"""Who a source is: "he", "the spokesman", "the ministry" resolved to the article's names, or left as described."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from reportedly.extract.speech.descriptions import MEN, WOMEN, head_of, is_anonymous, plainly, sex_of
from reportedly.extract.speech.named import Named
from reportedly.extract.speech.passage import MARKS, Passage
from reportedly.extract.speech.remembered import Remembered
from reportedly.extract.speech.syntax import children, phrase
from reportedly.extract.speech.voice import MANY, OWN, PRONOUNS, REACH, THINGS, Voice
from reportedly.extract.words import Token
from reportedly.model.mention import NameMention
from reportedly.model.span import Span
from reportedly.vocabulary import listed, table
from reportedly.vocabulary.outlets import known_outlet

_words = partial(listed, "sources")

BODIES = ("organisation", "group", "outlet", None)  # kinds of names that an "it" may mean


class Voices:
    """The sources of one article in the order in which they appear; later ones may point back to earlier ones.

    `author` is whom "I" means outside quotations, `house` whom "we" does; where one is unknown, the other.
    """

    def __init__(self, text: str, names: Sequence[NameMention], author: str | None, house: str | None) -> None:
        self._text = text
        self._author, self._house = author, house
        self._names = Named(text, names)
        self._known = Remembered()

    def next_passage(self, title: bool = False) -> None:
        """Another paragraph begins."""
        self._known.next_passage(title)

    def named_later(self) -> dict[Span, Voice]:
        """Whom a title's bare "minister" means: the first person whom the story below introduces by that word."""
        return self._known.named_later()

    def latest(self) -> Voice | None:
        """The source that spoke last, this paragraph or the one before."""
        return self._known.latest()

    def relay(self, passage: Passage, stretch: tuple[int, int]) -> Voice:
        """The voice that passes words on: nobody whom a later "he" may mean."""
        known = self._known.kept()
        voice = self.of(passage, stretch)
        self._known.put_back(known)
        return voice

    def of(self, passage: Passage, stretch: tuple[int, int], said: Collection[int] = ()) -> Voice:
        """The voice behind a source phrase (first and last token); nobody named in what is `said` is meant by "he"."""
        while stretch[0] < stretch[1] and passage.tokens[stretch[0]].text in MARKS:
            stretch = stretch[0] + 1, stretch[1]  # “He went home,” he said: the mark is no part of who says it
        tokens = passage.tokens[stretch[0] : stretch[1] + 1]
        span = passage.stretch(*stretch)
        words = span.of(self._text)
        pronoun = PRONOUNS.get(words.lower().strip())
        if pronoun is not None:
            meant = (
                self._body_said(passage, stretch[0], pronoun, span, said)
                or self._above(passage, tokens[0], pronoun, said)
                or self._told_before(passage, tokens[0], pronoun)
                or self._subject(passage, stretch[0], pronoun, span, said)
                or self._newly_named(passage, min([stretch[0], *said]), pronoun, span)
                or self._known.back(pronoun, span, words)
            )
            return self._known.add(meant, tokens)
        if tokens[0].lower_ in ("this", "our") and tokens[-1].lemma_.lower() in table("relays")["medium"]["words"]:
            return Voice(self._house, span, words)
        if words.lower() in OWN:
            alone = words.lower() in ("i", "me", "my")
            own = (self._author or self._house) if alone else (self._house or self._author)
            return Voice(own, span)
        mention = self._names.of_phrase(tokens, passage) or self._names.called(passage, stretch[1])
        if mention is not None:
            described = words if words != mention.text else None
            return self._known.add(
                Voice(_house(mention), span, described, is_anonymous(words, named=True), mention.kind), tokens
            )
        named = self._names.medium(tokens, span)
        if named is not None:
            return Voice(_house(named), span, words, False, named.kind)
        known = self._role(tokens) or self._known.again(tokens)
        if known is not None:
            return self._known.add(Voice(known.name, span, words, known.anonymous, known.kind), tokens)
        if words.lower() in _words("nobody"):
            return Voice(None, span, words)
        whose = self._owned(passage, stretch, words) or self._spokes(passage, tokens) or self._known.one_of(words)
        return self._known.add(Voice(whose or plainly(words), span, words, is_anonymous(words, named=False)), tokens)

    def named_in(self, passage: Passage, first: int, last: int) -> Voice | None:
        """The one person who is named in a stretch; None for nobody and for several."""
        span = passage.stretch(first, last)
        persons = {m.name: m for m in self._names.within(span) if m.kind == "person" and not self._names.owns(m.span)}
        if len(persons) != 1:
            return None
        (mention,) = persons.values()
        return self._known.add(
            Voice(mention.name, mention.span, None, False, "person"), passage.tokens[first : last + 1]
        )

    def _body_said(
        self, passage: Passage, before: int, pronoun: str, span: Span, said: Collection[int]
    ) -> Voice | None:
        """Of a body that speaks of itself, its name: "Norvik Foods expects a loss, it said"."""
        if pronoun != THINGS or not said or max(said) > before:
            return None
        for token in (passage.tokens[i] for i in sorted(said)):
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.i in said and token.head.dep_ in ("ccomp", "ROOT"):
                at = passage.parse.base + token.idx
                named = self._names.within(passage.stretch(token.left_edge.i, token.i))
                body = next((m for m in named if m.span.start <= at < m.span.end and m.kind in BODIES), None)
                return Voice(_house(body), span, span.of(self._text), False, body.kind) if body is not None else None
        return None

    def _above(self, passage: Passage, word: Token, pronoun: str, said: Collection[int]) -> Voice | None:
        """The noun that is the subject of the clause above: "whether the minister lied when he swore that …"."""
        here = word.head
        while here.head.i != here.i:
            here = here.head
            who = [c for c in children(here, "nsubj", "nsubjpass") if c.i < word.i]
            if not who:
                continue
            noun = who[-1]
            if noun.i in said:
                return None  # "The pilot, he recalls, is from here"
            return self._person(passage, noun, pronoun) if pronoun != THINGS else None
        return None

    def _person(self, passage: Passage, noun: Token, pronoun: str) -> Voice | None:
        """Whom a common noun for somebody who may be meant by a pronoun stands for."""
        stretch = phrase(noun)
        fits = noun.pos_ == "NOUN" and (noun.tag_ == "NNS") == (pronoun == MANY)
        person = noun.lemma_.lower() in _words("person") and not passage.quoted(noun)
        sex = sex_of(passage.tokens[stretch[0] : stretch[1] + 1])
        return self.of(passage, stretch) if fits and person and sex in (None, pronoun) else None

    def _told_before(self, passage: Passage, word: Token, pronoun: str) -> Voice | None:
        """Who owns nothing but a role, and is told of in the sentence before: "His secretary doubts it. She says …"."""
        here = word.sent.start
        if word.i != here or here == 0 or pronoun not in (MEN, WOMEN):
            return None
        root = next((t for t in passage.tokens[:here][::-1] if t.dep_ == "ROOT"), None)
        who = [c for c in children(root, "nsubj") if c.i < root.i] if root is not None else []
        owned = bool(who) and any(c.dep_ == "poss" for c in who[-1].children)
        return self._person(passage, who[-1], pronoun) if owned else None

    def _subject(
        self, passage: Passage, before: int, pronoun: str, span: Span, said: Collection[int] = ()
    ) -> Voice | None:
        """The person who is the subject of an earlier clause of this paragraph, unless somebody spoke in between."""
        if pronoun not in (MEN, WOMEN):
            return None
        base = passage.parse.base
        spoken = max((k.voice.span.start for k in self._known.here() if k.voice.span), default=-1)
        for token in reversed(passage.tokens[:before]):
            if base + token.idx <= spoken:
                return None
            if token.dep_ not in ("nsubj", "nsubjpass") or token.pos_ != "PROPN" or passage.quoted(token):
                continue
            if token.i in said:
                continue  # "Capt. Roy remains in hospital, he said"
            found = [
                m
                for m in self._names.within(passage.stretch(token.left_edge.i, token.i))
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
            or self._known.back(pronoun, span, first.text, 0 if pronoun == THINGS else REACH)
        )
        if owner.name is not None and owner.name.partition(" ")[0].lower() in PRONOUNS:
            return None
        return f"{owner.name}'s {plainly(words[len(first.text) :])}" if owner.name is not None else None

    def _newly_named(self, passage: Passage, before: int, pronoun: str, span: Span) -> Voice | None:
        """The one person whom this paragraph has named so far, where nobody in it has spoken yet."""
        if pronoun not in (MEN, WOMEN) or any(k.voice.span for k in self._known.here()):
            return None
        base = passage.parse.base
        until = base + passage.tokens[before].idx
        persons = [
            m for m in self._names.within(Span(base, until)) if m.kind == "person" and not self._names.owns(m.span)
        ]
        if len({m.name for m in persons}) != 1:
            return None
        first = next((t.i for t in passage.tokens[:before] if base + t.idx >= persons[0].span.start), before)
        if passage.quoted(passage.tokens[first]) or any(
            PRONOUNS.get(t.lower_) == pronoun for t in passage.tokens[:first]
        ):
            return None  # "In May he met Ada Krall": somebody whom the text named before
        known = sex_of(passage.tokens[max(0, first - 1) : before])
        if known is None and passage.tokens[first].dep_ == "pobj" and self._known.of_sex(pronoun):
            return None  # "Ms Krall spoke. Under questions by Jon Abt, she said …"
        named = persons[0].name if known in (None, pronoun) else None
        return Voice(named, span, span.of(self._text), False, "person") if named is not None else None

    def _spokes(self, passage: Passage, tokens: Sequence[Token]) -> str | None:
        """ "A spokeswoman" by whose she is: that of the body which alone has spoken here, or was told of."""
        if len(tokens) != 2 or tokens[0].lower_ not in ("a", "its") or tokens[1].lower_ not in _words("spokespeople"):
            return None
        here = [k.voice for k in self._known.here()]
        if not here:
            body = _body_before(passage, tokens[0])
            return f"{body}'s {tokens[1].text}" if body is not None else None
        if len({voice.name for voice in here}) != 1 or here[-1].kind == "person" or not self._is_body(here[-1]):
            return None
        return f"{here[-1].name}'s {tokens[1].text}"

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
        told = self._names.within(passage.stretch(last.start, here - 1))
        if any(m.kind not in ("organisation", "group", "place") for m in told) or len({m.name for m in told}) != 1:
            return None
        return Voice(told[0].name, span, span.of(self._text), False, told[0].kind)

    def _role(self, tokens: Sequence[Token]) -> Voice | None:
        """Whom "the spokesman" means: the last source that was introduced by that word."""
        words = [t for t in tokens if t.is_alpha]
        if not 1 <= len(words) <= 3 or words[0].lower_ not in ("the", "that", "this"):
            return None
        head = head_of(tokens)
        lemma = head.lemma_.lower()
        if head.tag_ != "NN" or not lemma:
            return None
        return self._known.bearer(lemma) or self._body([t.lower_ for t in words[1:-1]], lemma)

    def _body(self, kind: Sequence[str], lemma: str) -> Voice | None:
        """Which "ministry", "coast agency": the only body of the article whose name holds these words."""
        mention = self._names.body(frozenset({*kind, lemma})) if lemma in _words("body") else None
        return Voice(mention.name, mention.span, None, False, mention.kind) if mention is not None else None


def _body_before(passage: Passage, at: Token) -> str | None:
    """The one body that the sentence before this one tells of: "We asked the ministry. A spokesman said …"."""
    here = at.sent.start
    before = passage.tokens[here - 1].sent if here > 0 else None
    told = [] if before is None else passage.tokens[before.start : here]
    bodies = [
        t for t in told
        if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in _words("body") and t.dep_ not in ("compound", "poss")
    ]  # fmt: skip
    if len(bodies) != 1:
        return None
    first, last = phrase(bodies[0])
    end = passage.tokens[last]
    return plainly(passage.parse.text[passage.tokens[first].idx : end.idx + len(end.text)])


def _house(mention: NameMention) -> str:
    """The name of a voice; a known outlet's is the one that its pages have too, however it is spelt here."""
    known = known_outlet(mention.name) if mention.kind in ("outlet", "organisation") else None
    return known.name if known is not None else mention.name
