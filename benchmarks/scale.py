"""What each stage costs per article, and how that grows: `python -m benchmarks.scale [READ] [RELATED ...]`.

READ accounts of our corpus are read anew and measured stage by stage. Their readings are then multiplied (renamed, each
round in a month of its own) to RELATED articles, which are related and stored: what grows faster than the number of
articles shows there.
"""

from __future__ import annotations

import datetime as dt
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from benchmarks.corpus.gold import write_event
from benchmarks.results import write_section
from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.reading import Reading
from reportedly.read import captures
from reportedly.run.build import related
from reportedly.run.pipeline import fingerprint
from reportedly.store import new_record, packed

CORPUS = Path(__file__).parents[1] / "corpus"
MONTH = dt.timedelta(days=30)
T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What work gives, and the seconds of computing that it took."""
    begun = time.process_time()
    return work(), time.process_time() - begun


def megabytes() -> int:
    """The most memory that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def accounts(folder: Path, count: int) -> list[Capture]:
    """Captures of the corpus, every so many of them, so that all events have their part."""
    for event in sorted(path.parent for path in CORPUS.glob("*/event.json")):
        write_event(event, folder / event.name)
    found = [item for item in captures(sorted(folder.glob("*/captures"))) if isinstance(item, Capture)]
    return found[:: max(1, len(found) // count)][:count]


def multiplied(readings: Sequence[Reading], count: int) -> Iterator[Reading]:
    """As many readings, in rounds of other names and later months."""
    for number in range(count):
        turn, reading = divmod(number, len(readings))
        yield renamed(readings[reading], turn) if turn else readings[reading]


def renamed(reading: Reading, turn: int) -> Reading:
    """The same reading as another article's."""
    capture = replace(reading.capture, id=f"{reading.capture.id}-{turn}", path=f"{turn}/{reading.capture.path}")
    article = shifted(replace(reading.article, id=f"{reading.article.id}-{turn}", capture=capture.id), turn)
    lists = {
        name: tuple(replace(part, article=article.id) for part in getattr(reading, name))
        for name in ("statements", "figures", "moments", "places", "names", "happenings", "exhibits")
    }
    return replace(reading, capture=capture, article=article, **lists)


def shifted(article: Article, turn: int) -> Article:
    """The article, published so many months later."""
    published = article.published
    if published is None or published.when.earliest is None or published.when.latest is None:
        return article
    days = [day + turn * MONTH for day in (published.when.earliest, published.when.latest)]
    later = replace(published.when, edtf="/".join(day.isoformat() for day in days), earliest=days[0], latest=days[1])
    return replace(article, published=replace(published, when=later))


def measure(folder: Path, count: int, related_counts: Sequence[int]) -> str:
    """Both tables."""
    found, reading_seconds = timed(lambda: accounts(folder / "corpus", count))
    cleaner, extractor = Cleaner(), Extractor()
    extractor(found[0], cleaner(found[0]))
    articles, clean_seconds = timed(lambda: [cleaner(capture) for capture in found])
    readings, extract_seconds = timed(lambda: [extractor(*pair) for pair in zip(found, articles, strict=True)])
    memory = megabytes()
    blobs, pack_seconds = timed(lambda: [packed(reading) for reading in readings])
    lines = ["| stage | CPU ms an article | bytes an article |", "|---|---|---|"]
    text = sum(len(capture.text.encode()) for capture in found) / len(found)
    for stage, seconds, size in (
        ("read (all of the corpus, converted)", reading_seconds, text),
        ("clean", clean_seconds, 0.0),
        ("extract", extract_seconds, 0.0),
        ("pack a reading", pack_seconds, sum(map(len, blobs)) / len(blobs)),
    ):
        lines.append(f"| {stage} | {1000 * seconds / len(found):.1f} | {size:,.0f} |" if size else "")
        if not size:
            lines[-1] = f"| {stage} | {1000 * seconds / len(found):.1f} | |"
    lines += [f"\nOne worker with all that it needs, after {len(found)} articles: {memory} MB.", ""]
    lines += [
        "| articles | relate and store, CPU ms an article | file, bytes an article | memory, MB |",
        "|---|---|---|---|",
    ]
    for size in related_counts:
        path = folder / f"{size}.db"
        seconds = stored(path, list(multiplied(readings, size)))
        lines.append(f"| {size} | {1000 * seconds / size:.1f} | {path.stat().st_size / size:,.0f} | {megabytes()} |")
    return "\n".join(lines)


def stored(path: Path, readings: Sequence[Reading]) -> float:
    """Keep readings and relate them into a file; seconds of computing for the relating and writing."""
    with new_record(path) as store:
        store.keep(((reading.capture, packed(reading)) for reading in readings), fingerprint())
        ids = [reading.capture.id for reading in readings]
        return timed(lambda: store.integrate(ids, set(), (), related))[1]


def main() -> None:
    """Measure, print, and write the section of RESULTS.md."""
    count, *sizes = [int(given) for given in sys.argv[1:]] or [100, 100, 200, 400]
    with tempfile.TemporaryDirectory() as folder:
        body = measure(Path(folder), count, sizes)
    print(body)
    command = f"python -m benchmarks.scale {count} {' '.join(map(str, sizes))}"
    write_section("scale", "What an article costs", body, command)


if __name__ == "__main__":
    main()
