"""How much memory a web archive of a gigabyte takes: `python -m benchmarks.warc_memory [--megabytes 1024]`.

The archive is made of the corpus, in a temporary folder that is deleted after: pages within menus and teasers, with
as much script and style as pages carry. It is read as a build reads it; the process must not grow with it.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.reading_speed import saved_pages
from benchmarks.results import write_section
from reportedly.model.capture import Capture
from reportedly.read import captures

SCRIPT = b"<script>" + b"var lock = {'gates': [1, 2, 3], 'water': 'high'};\n" * 4000 + b"</script>"  # as pages carry
MEGABYTE = 2**20
WARM = 64  # megabytes after which what is loaded once has been


def write_archive(place: Path, megabytes: int) -> int:
    """Write a web archive of that size; how many pages it holds."""
    pages = [page.replace(b"</body>", SCRIPT + b"</body>") for page in saved_pages()]
    with place.open("wb") as out:
        for number, body in enumerate(itertools.cycle(pages)):
            if out.tell() >= megabytes * MEGABYTE:
                return number
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(
                body
            )
            out.write(
                b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://brel.example/%d\r\n"
                b"WARC-Date: 2031-03-05T09:12:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                b"Content-Length: %d\r\n\r\n" % (number, len(head + body))
            )
            out.write(head + body + b"\r\n\r\n")
    return 0


def peaks(place: Path) -> Iterator[tuple[int, float]]:
    """After each page, how many were read and the most megabytes the process has held so far."""
    read = (one for one in captures([place]) if isinstance(one, Capture))
    for number, _ in enumerate(read, start=1):
        yield number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure, print and write the section."""
    wish = argparse.ArgumentParser(description=__doc__)
    wish.add_argument("--megabytes", type=int, default=1024)
    size = wish.parse_args().megabytes
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "pages.warc"
        pages = write_archive(place, size)
        begun, early, last, number = time.process_time(), 0.0, 0.0, 0
        for number, last in peaks(place):
            if number == pages * WARM // size:
                early = last
        spent = time.process_time() - begun
    rows = [
        (f"pages in an archive of {size} MB", str(pages)),
        ("captures read", str(number)),
        (f"most memory after {WARM} MB of it", f"{early:.0f} MB"),
        ("most memory after all of it", f"{last:.0f} MB"),
        ("read per CPU second", f"{size / spent:.0f} MB"),
    ]
    table = "\n".join(["| measure | value |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])
    print(table)
    write_section("warc-memory", "Memory while a large web archive is read", table, "python -m benchmarks.warc_memory")


if __name__ == "__main__":
    main()
