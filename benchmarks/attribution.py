"""`python -m benchmarks.attribution`: statements against annotated news, and how fast they are found.

    python -m benchmarks.attribution ARTICLES.jsonl.gz [--sample 100] [--write]

ARTICLES is JSON lines with `doc_id`, `text` and `attributions` (each with `source`, `cue` and `content` as lists of
[start, end]), the form of the PolNeAR corpus, which states no licence: it may score and never teach, so it does not
ship. Spans are compared as sets of words. An attribution is found when its content's words overlap by half or more
(intersection over union), right when the source's words do too (one inside the other, or Dice of one half or more;
nobody for nobody). `speech` counts only gold whose cue is a word of saying, and predictions that have such a cue or
none, less those that match other gold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.results import write_section
from reportedly.extract.attributions import Attributions
from reportedly.extract.draft import Draft
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.model.article import Article, Block
from reportedly.model.capture import Capture, capture_id
from reportedly.model.span import Span

WORD = re.compile(r"[^\W_]+")
SAYING = re.compile(
    r"""^(?: sa(?:y|ys|id|ying) | t(?:ell|ells|old|elling) | ask(?:s|ed|ing)? | accord(?:ing)?
    | wr(?:ite|ites|ote|iting) | written | repl(?:y|ies|ied|ying) | den(?:y|ies|ied|ying) | :
    | (?:add|report|announc|claim|argu|insist|acknowledg|admit|assert|alleg|confirm|declar|explain|suggest|warn|tweet
        |respond|answer|remark|conclud|predict|estimat|contend|maintain|stress|emphasi[sz]|testif|reveal|disclos|recall
        |conced|indicat|complain|continu|speculat|reiterat|repeat|assur|inform|remind|caution|hint|affirm|quot|cit
        |recount|boast|quip|jok|vow|pledg|stat|not|observ|post|releas|publish|describ)
      (?:s|es|e|ed|ing|d|ies|ied|ying|ted|ting)? )$""",
    re.VERBOSE,
)
HALF = 0.5

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Row:
    """One attribution as sets of word numbers; `saying` when its cue is a word of saying."""

    content: Words
    source: Words
    saying: bool
    uncued: bool


@dataclass(slots=True)
class Tally:
    """Counts over articles: predictions, gold, found, right."""

    said: int = 0
    wanted: int = 0
    found: int = 0
    right: int = 0

    def line(self) -> str:
        """Precision, recall and F1 of found and of right."""
        return (
            f"found {_scores(self.found, self.said, self.wanted)} · right {_scores(self.right, self.said, self.wanted)}"
        )


def _scores(hits: int, said: int, wanted: int) -> str:
    precision, recall = hits / max(1, said), hits / max(1, wanted)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f}"


def words_in(starts: Sequence[int], ends: Sequence[int], spans: Sequence[Sequence[int]]) -> Words:
    """Numbers of the words that some span touches."""
    out: set[int] = set()
    for start, end in spans:
        at = max(0, bisect_right(starts, start) - 1)
        while at < len(starts) and starts[at] < end:
            if ends[at] > start:
                out.add(at)
            at += 1
    return frozenset(out)


def rows(text: str, attributions: Sequence[dict[str, Any]]) -> list[Row]:
    """Attributions as sets of words."""
    places = [m.span() for m in WORD.finditer(text)]
    starts, ends = [s for s, _ in places], [e for _, e in places]
    out = []
    for one in attributions:
        cue = [w for s, e in one["cue"] for w in re.findall(r"[a-z]+|:", text[s:e].lower())]
        content, source = words_in(starts, ends, one["content"]), words_in(starts, ends, one["source"])
        if content:
            out.append(Row(content, source, any(SAYING.match(w) for w in cue), not one["cue"]))
    return out


def pairs(said: Sequence[Row], wanted: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Predictions and gold of overlapping content one to one, most alike first."""
    alike = sorted(
        ((len(p.content & g.content) / len(p.content | g.content), i, j) for i, p in enumerate(said)
         for j, g in enumerate(wanted) if p.content & g.content),
        key=lambda a: (-a[0], a[1], a[2]),
    )  # fmt: skip
    used: tuple[set[int], set[int]] = (set(), set())
    for share, i, j in alike:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            if share >= HALF:
                yield i, j


def same_source(said: Words, wanted: Words) -> bool:
    """Whether two sources are the same, as sets of words."""
    if not wanted or not said & wanted:
        return not wanted and not said
    return said <= wanted or wanted <= said or 2 * len(said & wanted) >= HALF * (len(said) + len(wanted))


def score(said: Sequence[Row], wanted: Sequence[Row], every: Tally, speech: Tally) -> None:
    """Add one article to the tallies."""
    met = dict(pairs(said, wanted))
    every.said += len(said)
    every.wanted += len(wanted)
    speech.wanted += sum(g.saying for g in wanted)
    speech.said += sum(wanted[met[i]].saying if i in met else p.saying or p.uncued for i, p in enumerate(said))
    for i, j in met.items():
        right = same_source(said[i].source, wanted[j].source)
        for tally in (every, speech) if wanted[j].saying else (every,):
            tally.found += 1
            tally.right += right


def draft_of(name: str, text: str) -> Draft:
    """An article whose every line is a paragraph."""
    capture = Capture(capture_id(text.encode("utf8"), name, None), name, None, "text/plain", text)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("body", Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))))
        at += len(line) + 1
    page = Article(f"article:{name}", capture.id, "en", True, None, (), None, None, None, None, None, tuple(blocks))
    return Draft(capture, page)


def attributions(draft: Draft) -> list[dict[str, Any]]:
    """A draft's statements in the benchmark's form; pieces with one cue are one attribution there."""
    out: dict[object, dict[str, Any]] = {}
    for statement in draft.statements:
        cue = statement.cue
        first = statement.attribution[0].span
        row = out.setdefault(
            cue or statement.id,
            {
                "cue": [[cue.start, cue.end]] if cue else [],
                "source": [[first.start, first.end]] if first else [],
                "content": [],
            },
        )
        row["content"] += [[span.start, span.end] for span in statement.content]
    return list(out.values())


def main() -> None:
    """Read, find, compare, print; with --write put the figures into RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sample", type=int, default=100, help="how many articles, evenly spread (0: all)")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with gzip.open(options.articles, "rt", encoding="utf8") as lines:
        articles = [json.loads(line) for line in lines]
    step = max(1, len(articles) // options.sample) if options.sample else 1
    every, speech, parsing, finding = Tally(), Tally(), 0.0, 0.0
    parse, names, attribute = Parser(), Names(), Attributions()
    chosen = articles[::step][: options.sample or None]
    for article in chosen:
        begun = time.process_time()
        draft = parse(draft_of(article["doc_id"], article["text"]))
        parsed = time.process_time()
        draft = attribute(names(draft))
        parsing, finding = parsing + parsed - begun, finding + time.process_time() - parsed
        score(rows(article["text"], attributions(draft)), rows(article["text"], article["attributions"]), every, speech)
    speed = f"parse {len(chosen) / parsing:.1f} a CPU-second, names and statements {finding / parsing:.2f} × the parse"
    report = f"all: {every.line()}\n\nspeech: {speech.line()}\n\n{len(chosen)} articles; {speed}"
    print(report)
    if options.write:
        command = f"python -m benchmarks.attribution ARTICLES --sample {options.sample}"
        write_section("attribution", "Statements in annotated US news (PolNeAR, development half)", report, command)


if __name__ == "__main__":
    main()
