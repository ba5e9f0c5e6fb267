"""The sources of an article so far, and which of them "he", "the spokesman", "the same source" point back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportedly.extract.speech.descriptions import MEN, WOMEN, head_of, sex_of
from reportedly.extract.speech.voice import MANY, PRONOUNS, REACH, THINGS, Voice
from reportedly.extract.words import Token
from reportedly.model.span import Span
from reportedly.vocabulary import listed

_words = partial(listed, "sources")

SEXES = {word: sex for word, sex in PRONOUNS.items() if sex in (MEN, WOMEN)}


@dataclass(frozen=True, slots=True)
class Known:
    """A source that spoke: in which paragraph, whether several, man or woman, by which words for a role."""

    voice: Voice
    passage: int
    plural: bool
    sex: str | None
    roles: frozenset[str]
    head: str = ""
    title: bool = False


class Remembered:
    """The sources of one article in the order in which they spoke."""

    def __init__(self) -> None:
        self._known: list[Known] = []
        self._sexes: dict[str, str] = {}  # of those whom a title or a pronoun has told to be a man, or a woman
        self._passage = 0
        self._title = False

    def next_passage(self, title: bool) -> None:
        """Another paragraph begins."""
        self._passage += 1
        self._title = title

    def kept(self) -> list[Known]:
        """The sources so far, to be put back after somebody whom no later "he" may mean."""
        return list(self._known)

    def put_back(self, known: list[Known]) -> None:
        """Forget whoever came since."""
        self._known = known

    def add(self, voice: Voice, tokens: Sequence[Token]) -> Voice:
        """The voice, which is now the one that spoke last."""
        if voice.name is not None:
            head = head_of(tokens)
            near = [t for t in tokens if t == head or (t.head == head and t.dep_ in ("compound", "appos", "nmod"))]
            plural = head.tag_ in ("NNS", "NNPS") or any(t.dep_ == "conj" and t.head == head for t in tokens)
            roles = frozenset(t.lemma_.lower() for t in near if t.pos_ in ("NOUN", "PROPN"))
            plural = plural and not any(t.dep_ == "appos" for t in near)
            head_word = head.lemma_.lower()
            sex = sex_of(tokens) or SEXES.get(head.lower_) or self._sexes.get(voice.name)
            if sex is not None:
                self._sexes.setdefault(voice.name, sex)
            self._known.append(Known(voice, self._passage, plural, sex, roles, head_word, self._title))
        return voice

    def latest(self) -> Voice | None:
        """The source that spoke last, this paragraph or the one before."""
        if self._known and self._known[-1].passage >= self._passage - 1:
            return self._known[-1].voice
        return None

    def here(self) -> list[Known]:
        """The sources of this paragraph."""
        return [k for k in self._known if k.passage == self._passage]

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

    def back(self, pronoun: str, span: Span, words: str, reach: int = REACH) -> Voice:
        """The last source that a pronoun fits; one without a name where there is none."""
        for known in reversed(self._known):
            if known.passage < self._passage - reach:
                break
            told = self._sexes.get(known.voice.name or "")
            if told is not None and pronoun in (MEN, WOMEN) and told != pronoun:
                continue  # "His secretary remembers it otherwise. She says …": nobody who was a "he" before
            if _fits(known, pronoun) or (pronoun == MANY and known is self._known[-1] and self._unsexed(known)):
                return Voice(known.voice.name, span, words, known.voice.anonymous, known.voice.kind)
        return Voice(None, span, words)

    def of_sex(self, sex: str) -> bool:
        """Whether the source that spoke last, this paragraph or the one before, is told to be a man, or a woman."""
        last = self._known[-1] if self._known else None
        return last is not None and last.sex == sex and last.passage >= self._passage - 1

    def _unsexed(self, known: Known) -> bool:
        """ "A witness, who feared for a job, said … they said": one of whom the text tells no more."""
        person = known.head in _words("person") and known.voice.kind is None and known.sex is None
        return person and known.passage == self._passage

    def bearer(self, lemma: str) -> Voice | None:
        """The last source introduced by this word for a role: alone, or not long before."""
        bearers = [k for k in self._known if lemma in k.roles and k.voice.kind is not None]
        names = {k.voice.name for k in bearers}
        if len(names) == 1 or (bearers and bearers[-1].passage >= self._passage - 1):
            return bearers[-1].voice
        return None

    def again(self, tokens: Sequence[Token]) -> Voice | None:
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
        lemma = head.lemma_.lower()  # "a third person, a former aide, said": the aide
        alike = [k for k in near if lemma in (k.head, *k.roles) and k.plural == (head.tag_ == "NNS")]
        fuller = [k.voice for k in alike if len((k.voice.name or "").split()) > 1]
        return fuller[-1] if fuller else None

    def one_of(self, words: str) -> str | None:
        """ "One of them" by who they are: "one of two aid workers", of whom the paragraph or the one before told."""
        if words.lower() not in _words("one_of_them"):
            return None
        near = [k for k in self._known if k.passage >= self._passage - 1 and k.plural and k.voice.kind is None]
        several = next((k.voice.name for k in reversed(near) if len((k.voice.name or "").split()) > 1), None)
        return f"{words.split(maxsplit=1)[0].lower()} of {several}" if several is not None else None


def _fits(known: Known, pronoun: str) -> bool:
    kind = known.voice.kind
    if pronoun == MANY:
        several = kind is None and known.head in _words("body") | {"family", "couple", "crowd"}
        return known.plural or several or kind in ("organisation", "group", "outlet", "unit")
    if known.plural:
        return False
    if pronoun == THINGS:
        return kind in ("organisation", "outlet", "place", "unit") or bool(
            known.roles & _words("body") and kind != "person"
        )
    return (
        kind in ("person", None)
        and known.sex in (None, pronoun)
        and not (kind is None and known.roles & (_words("body") | _words("document")))
    )
