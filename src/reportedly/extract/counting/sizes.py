"""What a measure measures, by where it stands: "the 40-tonne crane", "nine metres deep", "took ten weeks"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from reportedly.extract import clauses
from reportedly.extract.counting.fronted import Fronted
from reportedly.extract.counting.word_lists import speakers
from reportedly.extract.naming.persons import Persons
from reportedly.extract.plainly import Plainly, is_many, party, subject_of
from reportedly.extract.words import Phrase, Token
from reportedly.model.measured import Measured
from reportedly.vocabulary import table

NOMINAL = frozenset({"NOUN", "PROPN"})
BEFORE = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod", "quantmod"})
IDLE = clauses.listed("articles", "words")
TOLD = 6  # words of what stands with a thing that are kept


@cache
def listed(part: str, kind: str = "words") -> frozenset[str]:
    """The words of `vocabulary/measures.toml`, [part], kind."""
    return frozenset(table("measures")[part][kind])


@cache
def group_of(unit: str | None) -> str | None:
    """The group of `vocabulary/units.toml` that a unit belongs to; None for a count."""
    if unit is None:
        return None
    amount = unit.partition(" per ")[0]
    for group, entry in table("units").items():
        if amount in entry.get("units", ()) or amount in entry.get("signs", {}).values():
            return str(group)
    return None


@cache
def unit_words() -> frozenset[str]:
    """What units are called: never what is measured."""
    entries = (entry.get("units", {}) for entry in table("units").values())
    return frozenset(word for units in entries for words in units.values() for word in words)


@dataclass(frozen=True, slots=True)
class Size:
    """What is measured, and the question that asks for it, if its words make a plain one."""

    measured: Measured
    asked: str | None


@dataclass(frozen=True, slots=True)
class Sizes:
    """Tells of one measure in its sentence what it measures."""

    plainly: Plainly
    persons: Persons
    phrase: Phrase
    group: str
    headline: bool

    def __call__(self) -> Size:
        """What it measures; only its verb and the group's own size where nothing tells."""
        if self.group == "age":
            return self._age()
        cases: tuple[Callable[[], Size | None], ...] = (
            self._shock, self._before_noun, self._adjective, self._after, self._away, self._substance, self._of,
            self._copula, self._behind,
        )  # fmt: skip
        found = next((size for case in cases if (size := case()) is not None), None)
        return found if found is not None else self._alone()

    @property
    def _root(self) -> Token:
        return self.phrase.root

    @property
    def _front(self) -> Fronted:
        return Fronted(self.plainly, self.phrase, self.headline)

    def _ask(self, part: str) -> list[str] | None:
        found: list[str] | None = table("measures")[part].get(self.group)
        return found

    def _age(self) -> Size:
        """ "the 29-year-old driver", "Ada Krall, who is 29 years old"."""
        noun = self._root
        while noun.pos_ not in NOMINAL or noun in self.phrase:
            if noun.head == noun or clauses.is_clause(noun.head):
                break
            if noun.dep_ == "pobj":  # "the death of a 12-year-old": of nobody whom a noun names
                return Size(Measured("age"), None)
            noun = noun.head
        if noun.pos_ not in NOMINAL or noun in self.phrase:
            verb = noun.head
            name = self.persons.subject(verb) if clauses.is_clause(verb) else None
            return Size(Measured("age", _name_words(name) if name else ()), f"how old was {name}?" if name else None)
        name = self.persons.who(noun)
        if name is not None:
            return Size(Measured("age", _name_words(name)), f"how old was {name}?")
        thing = _the(self._front.words(noun), noun)
        return Size(Measured("age", (noun.lemma_.lower(),), self._with(noun)), f"how old was {thing}?")

    def _shock(self) -> Size | None:
        """ "a quake of magnitude 6.1": how strong the quake was; nothing is asked of the magnitude."""
        if self.group != "strength":
            return None
        noun = next((noun for word in self._root.ancestors if (noun := self._shaking(word)) is not None), None)
        if noun is None:
            return Size(Measured("strength"), None)
        past = "were" if is_many(noun) else "was"
        asked = f"how strong {past} the {noun.text.lower()}?" if noun.pos_ == "NOUN" else None
        return Size(Measured("strength", (noun.lemma_.lower(),)), asked)

    def _shaking(self, word: Token) -> Token | None:
        """The noun that a word above the number is or has: no name of a unit, but whose it is."""
        noun = subject_of(word) if clauses.is_clause(word) else word
        if noun is not None and noun.lemma_.lower() in unit_words():
            noun = next((child for child in noun.children if child.dep_ == "poss"), None)
        if noun is None or noun.pos_ not in NOMINAL or noun in self.phrase or noun.lemma_.lower() in speakers():
            return None
        return noun

    def _before_noun(self) -> Size | None:
        noun, ask = self._root.head, self._ask("before_noun")
        if self._root.dep_ not in BEFORE or noun.pos_ not in NOMINAL or noun.i < self._root.i or noun in self.phrase:
            return None
        if noun.lower_ in listed("after") | listed("away"):
            return None
        thing = self._front.words(noun)
        size, how = ask if ask is not None else (self.group, None)
        past = "were" if is_many(noun) else "was"
        be = past if size == "duration" else "are" if is_many(noun) else "is"
        sure = how is not None and thing and not self.headline and noun.pos_ != "PROPN"
        return Size(self._of_thing(size, noun), f"{how} {be} {_the(thing, noun)}?" if sure else None)

    def _adjective(self) -> Size | None:
        """ "forty metres high": of the subject, or of the noun before it."""
        word = self._next()
        above = self._root.head
        for candidate in (above, word):
            entry = table("measures")["adjective"].get(candidate.lower_) if candidate is not None else None
            if candidate is None or entry is None or (candidate is word and above.i not in (word.i, word.head.i)):
                continue
            return self._of_adjective(candidate, *entry)
        return None

    def _of_adjective(self, word: Token, size: str, how: str) -> Size | None:
        noun = word.head if word.dep_ in {"amod", "acomp", "prep", "advmod"} else word
        if clauses.is_clause(noun):
            verb, subject = noun, subject_of(noun)
            if subject is None:
                return Size(Measured(size, (), (), verb.lemma_.lower()), None)
            asked = self._front.behind(how, word) if word.head == verb and word.dep_ in {"acomp", "advmod"} else None
            return Size(self._of_thing(size, subject, verb), asked)
        if noun.pos_ not in NOMINAL or noun in self.phrase:
            return Size(Measured(size), None)
        be = "are" if is_many(noun) else "is"
        return Size(self._of_thing(size, noun), f"{how} {be} {_the(self._front.words(noun), noun)}?")

    def _after(self) -> Size | None:
        """ "two days after the blast it sank": how long after it."""
        if self.group != "duration":
            return None
        word = next((w for w in (self._root.head, self._next()) if w is not None and w.lower_ in listed("after")), None)
        if word is None:
            return None
        since = next((t for t in word.children if t.dep_ == "pobj"), None)
        verb = word.head
        what = party(since, self.plainly.named) if since is not None else None
        asked = None
        if what is not None and clauses.is_clause(verb) and self._root.head == word:
            asked = self._front.behind(f"how long {word.lower_} {what}", word) if word.lower_ != "into" else None
        verb_lemma = verb.lemma_.lower() if clauses.is_clause(verb) else None
        about = _nouns(since) if since is not None else ()
        subject = subject_of(verb) if clauses.is_clause(verb) else None
        return Size(Measured("delay", _nouns(subject) if subject is not None else (), about, verb_lemma), asked)

    def _away(self) -> Size | None:
        """ "eleven miles off the cape": from what, and what lies or happened there."""
        if self.group != "length":
            return None
        word = next((w for w in (self._root.head, self._next()) if w is not None and w.lower_ in listed("away")), None)
        if word is None:
            return None
        first, last = clauses.phrase(word)
        own = {token.i for token in self.phrase}
        start = next((t for t in word.doc[first.i : last.i + 1] if t.i not in own and not t.is_punct), word)
        place = word.doc.text[start.idx : last.idx + len(last.text)]
        about = tuple(t.lemma_.lower() for t in word.subtree if t.pos_ in NOMINAL and t.i not in own)[:TOLD]
        above = word.head
        if clauses.is_clause(above) and self._root.head == word:
            subject = subject_of(above)
            thing = _nouns(subject) if subject is not None else ()
            plain = "\n" not in place and len(place) < TOLD * 10
            asked = self._front.behind(f"how far {place}", word) if plain else None
            return Size(Measured("distance", thing, about, above.lemma_.lower()), asked)
        if above.pos_ in NOMINAL and above not in self.phrase:
            be = "are" if is_many(above) else "is"
            thing_words = party(above, self.plainly.named) if above.i < first.i else None
            asked = f"how far {place} {be} {_the(thing_words, above)}?" if thing_words and len(place) < 60 else None
            return Size(Measured("distance", _nouns(above), about), None if self.headline else asked)
        return Size(Measured("distance", (), about), None)

    def _substance(self) -> Size | None:
        """ "120 tonnes of cement": how much cement."""
        of = next((t for t in self._root.children if t.lower_ in {"of", "in", "worth"} and t.i > self._root.i), None)
        noun = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
        if of is None or noun is None or noun.pos_ not in NOMINAL or (of.lower_ == "in" and self.group != "money"):
            return None
        if self.group == "length" and noun.lower_ in listed("water"):
            return Size(Measured("depth", (noun.lemma_.lower(),)), f"how deep is the {noun.lower_}?")
        name = self._front.words(noun)
        verb = self._root.head if clauses.is_clause(self._root.head) else None
        measured = self._of_thing("share" if self.group == "share" else "amount", noun, verb)
        how, many = f"how much {name}", False
        if self.group == "share":
            how, many = f"what percentage of {_the(name, noun)}", is_many(noun)
        elif is_many(noun) or self.group in {"duration", "length", "area"}:
            how, many = f"how many {_plural_unit(self._root)} of {name}", True
        gap = self._root
        asked = Fronted(self.plainly, self.phrase, self.headline)(how, many=many) if gap.dep_ != "pobj" else None
        return Size(measured, asked)

    def _of(self) -> Size | None:
        """ "a fine of 9 million crowns", "at a depth of 46 metres"."""
        if self._root.dep_ != "pobj" or self._root.head.lower_ not in {"of", "at"}:
            return None
        noun = self._root.head.head
        if noun.pos_ not in NOMINAL:
            return None
        if noun.lemma_.lower() in listed("kinds"):
            return self._of_kind(noun)
        past = "were" if is_many(noun) else "was"
        thing = (
            self._front.words(noun).rpartition(" of")[0] if self._root.head.lower_ == "of" else self._front.words(noun)
        )
        thing = thing or noun.text
        how = _how_great("of_noun", self.group)
        sure = not self.headline and noun.pos_ != "PROPN"
        return Size(self._of_thing("value", noun), f"{how} {past} {_the(thing, noun)}?" if sure else None)

    def _of_kind(self, kind: Token) -> Size:
        """What has the depth, the cost, the rate."""
        of = next((w for c in kind.children if c.lower_ == "of" for w in c.children if w.dep_ == "pobj"), None)
        verb = next((a for a in kind.ancestors if clauses.is_clause(a)), None)
        subject = subject_of(verb) if verb is not None else None
        thing = of if of is not None and of not in self.phrase else subject
        words = _nouns(thing) if thing is not None else ()
        size = kind.lemma_.lower()
        asked = None
        if verb is not None and thing is subject and kind.dep_ == "pobj" and kind.head.head == verb:
            asked = self._front.behind(f"at what {size}", kind.head)
        return Size(replace(self._of_thing(size, None, verb), thing=words), asked)

    def _copula(self) -> Size | None:
        """ "the fine was 9 million crowns"."""
        verb = self._root.head
        if self._root.dep_ not in {"attr", "acomp"} or verb.lemma_ != "be":
            return None
        subject = subject_of(verb)
        if subject is None or subject.dep_ == "expl":
            return None
        how = _how_great("is", self.group)
        return Size(self._of_thing("value", subject, verb), self._front.behind(how, self._root))

    def _behind(self) -> Size | None:
        """What the verb takes: "took ten weeks", "burned for 36 hours", "grew to 40 hectares"."""
        gap = self._root
        preposition = gap.head if gap.dep_ == "pobj" and gap.head.dep_ in {"prep", "agent"} else None
        gap = preposition if preposition is not None else gap
        verb = gap.head
        ask = self._ask("as_object")
        if not clauses.is_clause(verb) or ask is None or gap.dep_ in {"nsubj", "nsubjpass"}:
            return None
        size, how = table("measures")["with_verb"]["ask"].get(verb.lemma_.lower(), ask)
        if preposition is not None:
            size, how = self._with_preposition(preposition.lower_, size, how)
        elif self.group == "duration" and verb.lemma_ not in listed("goes_on", "verbs"):
            size = "duration" if gap.dep_ in {"dobj", "npadvmod"} and gap.i > verb.i else "time"
        subject = subject_of(verb)
        asked = self._front.behind(how, gap) if gap.i > verb.i and size != "time" else None
        return Size(self._of_thing(size, subject, verb), asked)

    def _with_preposition(self, word: str, size: str, how: str) -> tuple[str, str]:
        if self.group == "duration":
            if word in listed("during"):
                return "duration", "how long"
            return ("delay", "how soon") if word in listed("within") else ("time", f"{word} how long")
        if how.startswith("how far") or how == "how large":
            return size, how
        return size, how if word in {"at", "to", "for"} and self.group == "speed" else f"{word} {how}"

    def _alone(self) -> Size:
        verb = next((a for a in self._root.ancestors if clauses.is_clause(a)), None)
        noun = self._root.head if self._root.head.pos_ in NOMINAL and self._root.head not in self.phrase else None
        size = (self._ask("as_object") or [self.group])[0]
        subject = self._root.dep_ in {"nsubj", "nsubjpass"}
        asked = (
            self._front(table("measures")["as_object"].get(self.group, ["", "how much"])[1], many=False)
            if subject
            else None
        )
        if noun is not None:
            return Size(self._of_thing(size, noun), None)
        return Size(self._of_thing(size, None, verb), asked)

    def _of_thing(self, size: str, noun: Token | None, verb: Token | None = None) -> Measured:
        """What is measured; whoever only gives the figure is not, nor the figure itself."""
        tells = verb is not None and verb.lemma_.lower() in listed("tells", "verbs")
        doing = verb.lemma_.lower() if verb is not None and not tells else None
        gives = (
            verb is not None and (tells or (noun is not None and noun.i in self.persons.names)) and verb.lemma_ != "be"
        )
        if noun is not None and size == "duration" and doing is not None and noun.i in self.persons.names:
            return Measured(size, _name_words(self.persons.names[noun.i]), (), doing)  # how long somebody did it
        if noun is None or noun.pos_ == "PRON" or gives or noun in self.phrase:
            return Measured(size, (), (), doing)
        return Measured(size, _nouns(noun), self._with(noun), doing)

    def _with(self, noun: Token) -> tuple[str, ...]:
        """Words that tell which one it is."""
        own = {token.i for token in self.phrase}
        words = (t.lemma_.lower() for t in noun.subtree if t.pos_ in {*NOMINAL, "ADJ"} and t.i not in own and t != noun)
        return tuple(words)[:TOLD]

    def _next(self) -> Token | None:
        end = self.phrase.end
        return self.phrase.doc[end] if end < len(self.phrase.doc) else None


def _nouns(noun: Token) -> tuple[str, ...]:
    """The noun, and the one that it only carries ("a barrel of oil": the oil)."""
    carried = [w.lemma_.lower() for c in noun.children if c.lower_ == "of" for w in c.children if w.dep_ == "pobj"]
    words = (noun.lemma_.lower(), *carried)
    return tuple(word for word in words if word not in listed("kinds") | unit_words()) if noun.pos_ != "PRON" else ()


def _name_words(name: str) -> tuple[str, ...]:
    return ("=", *(word.lower() for word in name.split()))


def _the(words: str | None, noun: Token) -> str:
    """ "old bridge" → "the old bridge"; a name, and what somebody owns, stand without."""
    if not words:
        return ""
    owned = any(child.dep_ == "poss" for child in noun.children)
    first = words.split()[0].lower()
    one_of_many = any(child.lower_ in IDLE for child in noun.children)  # "a 28-year-old Frenchman"
    bare = owned or first in IDLE or (noun.pos_ == "PROPN" and words[:1].isupper() and not one_of_many)
    return words if bare else f"the {words}"


def _how_great(part: str, group: str) -> str:
    return str(table("measures")[part].get(group, "how large"))


def _plural_unit(unit: Token) -> str:
    text = unit.text.lower()
    return text if text.endswith("s") or text in listed("unchanged") else f"{text}s"
