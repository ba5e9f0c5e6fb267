"""`python -m benchmarks.speech.unparsed`: how much of the story could go without a parse.

A sentence calls for one if it holds a cue word, a quotation, a figure or a name (a capital behind its first word). What
is left is counted in sentences, in paragraphs of which no sentence calls for it, and in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.events import Event, events
from benchmarks.results import write_section
from reportedly.clean import Cleaner
from reportedly.extract.draft import Draft
from reportedly.extract.parse import Parser
from reportedly.extract.speech.lexicon import lexicon
from reportedly.extract.speech.passage import Passage
from reportedly.extract.words import Phrase
from reportedly.model.capture import Capture
from reportedly.read import captures


def calls_for_a_parse(passage: Passage, sentence: Phrase) -> bool:
    """Whether a rule could make something of a sentence."""
    words = lexicon()
    cues = words.verbs.keys() | words.nouns.keys() | words.adjectives.keys() | words.adverbs | words.openers
    return any(
        word.like_num
        or passage.quoted(word)
        or not cues.isdisjoint((word.lower_, words.lemma(word)))
        or any(letter.isdigit() for letter in word.text)
        or (word.i > sentence.start and word.text[:1].isupper())
        for word in sentence
    )


def row(name: str, chosen: Sequence[Event]) -> str:
    """One line of the table."""
    clean, parse = Cleaner(), Parser()
    found = [capture for event in chosen for capture in captures([event.captures]) if isinstance(capture, Capture)]
    drafts = [Draft(capture, clean(capture)) for capture in found]
    passages = [Passage.of(part) for draft in drafts if draft.article.read for part in parse(draft).parses]
    called = [[calls_for_a_parse(p, s) for s in p.doc.sents] for p in passages]
    idle = sum(not any(here) for here in called)
    silent = sum(not one for here in called for one in here)
    words = sum(len(p.doc) for p in passages)
    spared = sum(len(p.doc) for p, here in zip(passages, called, strict=True) if not any(here))
    return f"| {name} | {silent / sum(map(len, called)):.3f} | {idle / len(passages):.3f} | {spared / words:.3f} |"


def main() -> None:
    """Count and write."""
    known = events()
    sets = [(kind, [event for event in known if event.kind == kind]) for kind in ("real", "corpus")]
    lines = ["| events | sentences | paragraphs | words of these paragraphs |", "|---|---|---|---|"]
    body = "\n".join([*lines, *(row(name, chosen) for name, chosen in sets if chosen)])
    body += "\n\nWhat calls for no parse is too little to be told apart beforehand: every block of the story is parsed."
    print(body)
    title = "Story that calls for no parse (no cue, quotation, figure or name)"
    write_section("unparsed", title, body, "python -m benchmarks.speech.unparsed")


if __name__ == "__main__":
    main()
