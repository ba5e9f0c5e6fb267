"""What each stage costs an article, and what many take: `python -m benchmarks.scale [READ] [RELATED ...] [--page]`.

READ accounts of our corpus are read anew and measured stage by stage. Their readings are then multiplied (renamed, each
round in a month of its own) to RELATED articles, which are related story by story and stored: what grows faster than
the number of articles shows there. The figures go into `scale.json`, the tables of RESULTS.md and of docs/scale.md are
made of them; `--page` makes the latter anew without measuring.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import resource
import tempfile
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec

from benchmarks import scale_page
from benchmarks.corpus.gold import write_event
from benchmarks.results import write_section
from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.reading import Reading
from reportedly.read import captures
from reportedly.relate.judged import NOBODY
from reportedly.relate.telling import Telling
from reportedly.run.pipeline import fingerprint, pipeline
from reportedly.store import new_record, packed
from reportedly.store.by_story import Sorted
from reportedly.store.by_story import write as put
from reportedly.store.in_turn import InTurn
from reportedly.store.named import Cast

CORPUS = Path(__file__).parents[1] / "corpus"
MONTH = dt.timedelta(days=30)
MEASURED = Path(__file__).with_name("scale.json")
T = TypeVar("T")


class Stage(msgspec.Struct, frozen=True):
    """What a stage takes for an article: milliseconds of computing, and bytes that it leaves (None: in memory only)."""

    name: str
    milliseconds: float
    bytes: float | None = None


class Related(msgspec.Struct, frozen=True):
    """So many articles, related and stored: milliseconds of computing and bytes of the file, each an article."""

    articles: int
    milliseconds: float
    bytes: float


class Measured(msgspec.Struct, frozen=True):
    """What was measured: `worker` is megabytes of a process that reads, `held` the bytes an article that the process
    which joins stories and names has in memory."""

    command: str
    articles: int
    text: float
    stages: tuple[Stage, ...]
    related: tuple[Related, ...]
    worker: int
    held: float


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


def measure(folder: Path, count: int, sizes: Sequence[int], command: str) -> Measured:
    """All figures."""
    found = accounts(folder / "corpus", count)
    cleaner, extractor = Cleaner(), Extractor()
    extractor(found[0], cleaner(found[0]))  # what is loaded once is not counted
    articles, clean = timed(lambda: [cleaner(capture) for capture in found])
    readings, extract = timed(lambda: [extractor(*pair) for pair in zip(found, articles, strict=True)])
    worker = megabytes()
    blobs, pack = timed(lambda: [packed(reading) for reading in readings])
    captures, squeeze = timed(lambda: [zlib.compress(msgspec.json.encode(capture), 1) for capture in found])
    each = 1000 / len(found)
    return Measured(
        command=command,
        articles=len(found),
        text=sum(len(capture.text.encode()) for capture in found) / len(found),
        stages=(
            Stage("clean", clean * each),
            Stage("extract", extract * each),
            Stage("pack capture and reading", (pack + squeeze) * each, sum(map(len, [*blobs, *captures])) / len(found)),
        ),
        related=tuple(stored(folder / f"{size}.db", list(multiplied(readings, size))) for size in sizes),
        worker=worker,
        held=held(folder, readings),
    )


def stored(path: Path, readings: Sequence[Reading]) -> Related:
    """Keep readings and relate them into a file, story by story; what the relating and writing took."""
    ids = keep(path, readings)
    with new_record(path) as store:
        made, seconds = timed(lambda: store.by_story(ids, set(), (), pipeline()))
    if made is None:
        raise AssertionError("so few are related in one piece: give more")
    return Related(len(readings), 1000 * seconds / len(readings), path.stat().st_size / len(readings))


def keep(path: Path, readings: Sequence[Reading]) -> list[str]:
    """Keep readings in a record; ids of their captures."""
    with new_record(path) as store:
        store.keep(((reading.capture, packed(reading)) for reading in readings), fingerprint())
    return sorted(reading.capture.id for reading in readings)


class Weighed(InTurn):
    """Tells no story: `bytes` is what was in memory when the first one would have been told."""

    def tellings(self, held: Sorted, cast: Callable[[str], Cast]) -> Iterator[Telling]:
        """Nothing, once all is there that telling asks for."""
        gc.collect()
        self.bytes = tracemalloc.get_traced_memory()[0]
        return iter(())


def held(folder: Path, readings: Sequence[Reading]) -> float:
    """Bytes an article that relating story by story has in memory: what is free again when it is done."""
    path = folder / "held.db"
    ids = keep(path, readings)
    with new_record(path) as store, store._engine.connect() as connection:
        tracemalloc.start(1)
        with connection.begin() as undone:
            teller = Weighed(connection, ids, NOBODY)
            put(connection, teller, (), (), ())
            gc.collect()
            freed = teller.bytes - tracemalloc.get_traced_memory()[0]
            undone.rollback()
        tracemalloc.stop()
    return freed / len(ids)


def results(told: Measured) -> str:
    """The tables of RESULTS.md."""
    lines = ["| stage | CPU ms an article | bytes an article |", "|---|---|---|"]
    lines += [
        f"| {s.name} | {s.milliseconds:.1f} | {'' if s.bytes is None else f'{s.bytes:,.0f}'} |" for s in told.stages
    ]
    lines += [
        "",
        f"{told.articles} articles of {told.text:,.0f} bytes of text. One worker with all that it needs: {told.worker} "
        f"MB. The process that joins stories and names holds {told.held / 1000:.1f} kB an article.",
        "",
        "| articles | relate and store, CPU ms an article | file, bytes an article |",
        "|---|---|---|",
    ]
    lines += [f"| {r.articles} | {r.milliseconds:.1f} | {r.bytes:,.0f} |" for r in told.related]
    return "\n".join(lines)


def main() -> None:
    """Measure, print, write the section of RESULTS.md and the page's tables."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    arguments.add_argument("read", type=int, nargs="?", default=100)
    arguments.add_argument("related", type=int, nargs="*", default=[200, 400])
    arguments.add_argument("--page", action="store_true", help="make the page's tables of the figures that there are")
    arguments.add_argument("--memory", action="store_true", help="measure anew only what joining has in memory")
    given = arguments.parse_args()
    if given.memory:
        keep_measured(msgspec.structs.replace(measured(), held=held_anew(given.read)))
    elif not given.page:
        command = f"python -m benchmarks.scale {given.read} {' '.join(map(str, given.related))}"
        with tempfile.TemporaryDirectory() as folder:
            told = measure(Path(folder), given.read, given.related, command)
        keep_measured(told)
    scale_page.write(scale_page.tables(measured()))


def held_anew(count: int) -> float:
    """What relating has in memory, of as many articles read now."""
    cleaner, extractor = Cleaner(), Extractor()
    with tempfile.TemporaryDirectory() as folder:
        found = accounts(Path(folder) / "corpus", count)
        return held(Path(folder), [extractor(capture, cleaner(capture)) for capture in found])


def keep_measured(told: Measured) -> None:
    """Print the figures and write them to RESULTS.md and to where the page takes them from."""
    MEASURED.write_bytes(msgspec.json.format(msgspec.json.encode(told)) + b"\n")
    print(results(told))
    write_section("scale", "What an article costs", results(told), told.command)


def measured() -> Measured:
    """The figures of the last measurement."""
    return msgspec.json.decode(MEASURED.read_bytes(), type=Measured)


if __name__ == "__main__":
    main()
