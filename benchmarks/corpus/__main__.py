"""`python -m benchmarks.corpus FROM TO`: captures and gold of every event below FROM, into TO."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.corpus.gold import write_event


def main() -> int:
    """0 when every account holds to the format, else 1 with each fault on stderr."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("source", type=Path, help="folder of events: EVENT/event.json and EVENT/*.account")
    arguments.add_argument("target", type=Path, help="folder to write EVENT/captures/*.txt and EVENT/gold.json into")
    chosen = arguments.parse_args()
    folders = sorted(path.parent for path in chosen.source.glob("*/event.json"))
    faults = [
        f"{folder.name}: {fault}" for folder in folders for fault in write_event(folder, chosen.target / folder.name)
    ]
    print(f"{len(folders)} events written to {chosen.target}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
