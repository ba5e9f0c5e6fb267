"""How common words are in news: counted in the corpus, written to vocabulary/background.toml.

    python -m benchmarks.background

A word that stands in fewer than `EVENTS` events is left out: it tells of its event.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from reportedly.relate.gathering.profiles import words

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "reportedly" / "vocabulary" / "background.toml"
EVENTS = 4
TAG = re.compile(r"\{[^{}|]+\||\}")
HEAD = """# In how many of {texts} accounts of the corpus a word stands, for words of at least {least} events: what is
# common in any news tells nothing of which story an account belongs to. Made by benchmarks/background.py.

texts = {texts}

[count]
"""


def main() -> None:
    """Count and write."""
    texts: Counter[str] = Counter()
    events: defaultdict[str, set[str]] = defaultdict(set)
    paths = sorted((ROOT / "corpus").glob("*/*.account"))
    for path in paths:
        marked = path.read_text(encoding="utf8").split("\n---\n")[1]
        for word in set(words(TAG.sub("", marked))):
            texts[word] += 1
            events[word].add(path.parent.name)
    by_count: defaultdict[int, list[str]] = defaultdict(list)
    for word, seen in events.items():
        if len(seen) >= EVENTS:
            by_count[texts[word]].append(word)
    lines = [f'{count} = "{" ".join(sorted(kept))}"' for count, kept in sorted(by_count.items(), reverse=True)]
    TARGET.write_text(HEAD.format(texts=len(paths), least=EVENTS) + "\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
