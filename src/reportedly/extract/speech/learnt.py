"""Statements that no rule knows, read by weights learnt from the corpus where a cue word was left over."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from reportedly.extract.clauses import SUBJECTS
from reportedly.extract.speech.best_parts import best_parts
from reportedly.extract.speech.direct import is_name_of_work
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.lexicon import Cue, Lexicon
from reportedly.extract.speech.looks import CARRYING, Looks
from reportedly.extract.speech.passage import Passage
from reportedly.extract.speech.sights import Weighed
from reportedly.extract.speech.speakers import can_speak
from reportedly.extract.speech.syntax import agent, is_passive, phrase, subject
from reportedly.extract.words import Token
from reportedly.model.mention import NameKind

PARTS = ("O", "B", "I", "K", "S")  # outside; content, its first token and the rest; cue; source
CONTENT, CUE, SOURCE = ("B", "I"), ("K",), ("S",)
SURE = 0.5  # how likely content and cue must be for a statement that no rule found: chosen on events held out
GAP = 3  # tokens of cue, source and marks between two pieces of one content are no gap; of anything else, this many
NEAR = 14  # tokens between a content and its cue or source
STORED = "speech_weights.tsv.gz"
Scores = npt.NDArray[np.float32]
# with what the rules found in it, and the kinds of the names that its tokens belong to
Paragraph = tuple[Passage, Sequence[Finding], Mapping[int, NameKind | None]]


@dataclass(frozen=True, slots=True)
class Weights:
    """What sights of a token say for each part (columns of `PARTS`), and each part for the next."""

    weighed: Weighed
    steps: Scores


@cache
def weights() -> Weights:
    """The weights that ship with the package, read once a process."""
    stored = files("reportedly.vocabulary").joinpath(STORED).read_bytes()
    lines = [line.split("\t") for line in gzip.decompress(stored).decode("utf8").splitlines() if line[:1] != "#"]
    return weights_of({name: list(map(float, values.split())) for name, values in lines})


def weights_of(table: dict[str, list[float]]) -> Weights:
    """Weights from a table: "step B" and its like are the steps from a part, all others features."""
    steps = np.array([table[f"step {part}"] for part in PARTS], np.float32)
    names = [name for name in table if not name.startswith("step ")]
    rows = np.array([table[name] for name in names], np.float32)
    return Weights(Weighed(names, rows), steps)


def chances(scores: Scores, steps: Scores) -> Scores:
    """How likely each part is for each token (forward and backward sums, each brought to a sum of one)."""
    here = np.exp(np.array(scores, np.float64) - scores.max(axis=1, keepdims=True))
    step = np.exp(np.array(steps, np.float64) - steps.max())
    ahead, behind = np.empty_like(here), np.ones_like(here)
    ahead[0] = here[0] / here[0].sum()
    for n in range(1, len(here)):
        reached = ahead[n - 1].dot(step) * here[n]
        np.divide(reached, np.add.reduce(reached), out=ahead[n])
    for n in range(len(here) - 2, -1, -1):
        left = step.dot(here[n + 1] * behind[n + 1])
        np.divide(left, np.add.reduce(left), out=behind[n])
    total = ahead * behind
    return np.asarray(total / total.sum(axis=1, keepdims=True), dtype=np.float32)


class Learnt:
    """Adds to what the rules found; it changes none of it."""

    rules = ("learnt",)

    def __init__(self, words: Lexicon, known: Weights | None = None) -> None:
        self._words = words
        self._weights = known if known is not None else weights()

    def __call__(self, paragraphs: Sequence[Paragraph]) -> list[list[Finding]]:
        """The statements that the rules left out, of each paragraph in order."""
        looks = [Looks(self._words, *paragraph) for paragraph in paragraphs]
        left = [
            (number, start, end)
            for number, ((passage, *_), sight) in enumerate(zip(paragraphs, looks, strict=True))
            for start, end in left_over(passage, sight)
        ]
        scores = [self._weights.weighed.scores(looks[number].sights(start, end)) for number, start, end in left]
        paths = best_parts(scores, self._weights.steps)
        new: list[list[Finding]] = [[] for _ in paragraphs]
        for (number, start, _), rows, path in zip(left, scores, paths, strict=True):
            passage, found, _ = paragraphs[number]
            more = self._read(passage, start, rows, [PARTS[part] for part in path])
            new[number] += (finding for finding in more if _is_new(passage, finding, found))
        return new

    def _read(self, passage: Passage, start: int, scores: Scores, path: Sequence[str]) -> Iterator[Finding]:
        contents = [[start + i for i in run] for run in _contents(path, passage.tokens[start : start + len(path)])]
        if not contents:
            return
        cues = [[start + i for i in run] for run in _runs(path, "K")]
        sources = [[start + i for i in run] for run in _runs(path, "S")]
        found = [self._finding(passage, content, cues, sources) for content in contents] if cues else []
        whole = [finding for finding in found if finding is not None]
        sure = chances(scores, self._weights.steps) if whole else scores
        yield from (finding for finding in whole if _certain(finding, sure, start))

    def _finding(
        self, passage: Passage, content: list[int], cues: list[list[int]], sources: list[list[int]]
    ) -> Finding | None:
        cue = min((c for c in cues if _apart(c, content) <= NEAR), key=lambda c: _apart(c, content), default=None)
        if cue is None:
            return None
        verb = next((passage.tokens[i] for i in reversed(cue) if passage.tokens[i].pos_ in ("VERB", "AUX")), None)
        head = verb if verb is not None else passage.tokens[cue[0]]
        source = _by_syntax(verb, [*cue, *content]) if verb is not None else None
        near = [s for s in sources if _apart(s, content) <= NEAR or _apart(s, cue) <= NEAR // 2]
        if source is None and near:
            best = min(near, key=lambda s: min(_apart(s, content), _apart(s, cue)))
            source = (best[0], best[-1])
        kept = passage.trim(i for i in content if i not in cue)
        if source is None or not kept or any(c.dep_ == "neg" for c in head.children):
            return None  # what somebody does not say is no statement of theirs
        if not _tells(passage, kept):
            return None
        return Finding("learnt", head.i, tuple(cue), tuple(kept), source, self._how(head))

    def _how(self, head: Token) -> Cue | None:
        known = self._words.nouns if head.pos_ == "NOUN" else self._words.verbs
        return known.get(self._words.lemma(head))


def _is_new(passage: Passage, finding: Finding, found: Sequence[Finding]) -> bool:
    """Whether a statement has no word of those that the rules found, and is no name of a work."""
    if any(other.first <= finding.last and finding.first <= other.last for other in found):
        return False
    return not is_name_of_work(passage, finding.first, finding.last)


def left_over(passage: Passage, looks: Looks) -> Iterator[tuple[int, int]]:
    """The sentences with a cue word, outside marks, of which no rule made anything."""
    for sentence in passage.doc.sents:
        start, end = max(sentence.start, passage.lead), sentence.end
        if any(_is_read(looks.cues[i]) and not looks.ruled[i] and passage.inside[i] < 0 for i in range(start, end)):
            yield start, end


def _is_read(cue: str) -> bool:
    """Whether a class of cue may head a statement of its own: weak verbs, adverbs and adjectives seldom do."""
    return cue[:1] in CARRYING and cue[:1] != "" and cue[:2] != "vw"


def _certain(finding: Finding, sure: Scores, start: int) -> bool:
    content = [float(sure[i - start, 1] + sure[i - start, 2]) for i in finding.content]
    cue = max(float(sure[i - start, 3]) for i in finding.cue)
    return min(sum(content) / len(content), cue) >= SURE


def _by_syntax(verb: Token, avoid: list[int]) -> tuple[int, int] | None:
    """The subject, or the doer, of a cue verb, if it can speak and is no part of what is said."""
    who = agent(verb) if is_passive(verb) else subject(verb)
    return phrase(who, avoid) if who is not None and who.i not in avoid and can_speak(who) else None


def _tells(passage: Passage, content: Sequence[int]) -> bool:
    """Whether words can be what somebody says: they hold a number, somebody's own words, or a deed with its doer.

    A bare noun behind a verb is more often what was done ("found the leak") than what was said.
    """
    tokens = [passage.tokens[i] for i in content]
    return any(token.pos_ == "NUM" or token.dep_ in SUBJECTS or passage.quoted(token) for token in tokens)


def _contents(path: Sequence[str], tokens: Sequence[Token]) -> list[list[int]]:
    """Runs of content; a cue or source set into one does not end it."""
    out: list[list[int]] = []
    gap = 0
    for i, part in enumerate(path):
        if part == "B" or (part == "I" and (not out or gap > GAP)):
            out.append([i])
            gap = 0
        elif part == "I":
            out[-1].append(i)
            gap = 0
        elif part == "O" and not (tokens[i].is_punct or tokens[i].is_space):
            gap += 1
    return out


def _runs(path: Sequence[str], part: str) -> list[list[int]]:
    out: list[list[int]] = []
    for i, here in enumerate(path):
        if here != part:
            continue
        if out and out[-1][-1] == i - 1:
            out[-1].append(i)
        else:
            out.append([i])
    return out


def _apart(one: Sequence[int], other: Sequence[int]) -> int:
    """Tokens between two stretches; 0 where they overlap."""
    return max(0, other[0] - one[-1], one[0] - other[-1])
