"""Takes the pictures of the pages anew: the ferry's report and its reading room, in Debian's Chromium.

`python docs/take_pictures.py` writes `docs/pictures/*.png`. Where there is no Chromium it says so and leaves the
pictures as they are (exit code 0): they are for show, no test stands on them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import reportedly
from reportedly.model.record import Record
from reportedly.serve.run import door, serve
from reportedly.show.report import report

HOUSE = Path(__file__).parent.parent
CAPTURES = HOUSE / "examples" / "ferry" / "captures"
PICTURES = HOUSE / "docs" / "pictures"
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-device-scale-factor=1",
)  # fmt: skip
DARK = "--blink-settings=preferredColorScheme=0"
PATIENCE = 120  # seconds for one picture


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: which part of the report (or, with a slash, which page of the app), its size in px, and if dark."""

    name: str
    part: str
    wide: int
    high: int
    dark: bool = False


SHOTS = (
    Shot("report.png", "", 1280, 1100),
    Shot("report-dark.png", "", 1280, 1100, dark=True),
    Shot("figures.png", "figures", 1280, 1000),
    Shot("reader.png", "reader", 1280, 1000),
    Shot("app.png", "/", 1280, 1000),
    Shot("app-question.png", "/points/{point}", 1280, 1100),
    Shot("app-origins.png", "/origins", 1280, 1000),
    Shot("app-places.png", "/places", 1280, 900),
)


def main() -> int:
    """Take every picture; 0 also where there is no browser."""
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    if browser is None:
        sys.stderr.write(f"no pictures taken: none of {', '.join(NAMES)} is installed\n")
        return 0
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        record = reportedly.build([CAPTURES], record=folder / "ferry.db")
        whole = report(record)
        with _served(folder / "ferry.db") as address:
            for shot in SHOTS:
                page = _address(shot, record, address) or _written(
                    folder / f"{shot.name}.html", _part(whole, shot.part)
                )
                command = [*_command(browser, page, folder / "profile", shot)]
                subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603
                sys.stdout.write(f"{(PICTURES / shot.name).relative_to(HOUSE)}\n")
    return 0


@contextmanager
def _served(record: Path) -> Iterator[str]:
    """The address of a server of the record; it ends with the program."""
    at, ready = door("127.0.0.1", 0), threading.Event()
    threading.Thread(target=serve, args=(record, at, ready.set), daemon=True).start()
    ready.wait(PATIENCE)
    yield at.address.rstrip("/")


def _address(shot: Shot, record: Record, address: str) -> str | None:
    """Where the app shows it; None for a part of the report."""
    if not shot.part.startswith("/"):
        return None
    most = max((point for point in record.points if point.kind == "figure"), key=lambda point: len(point.answers))
    return address + shot.part.format(point=most.id)


def _written(page: Path, text: str) -> str:
    page.write_text(text, encoding="utf8")
    return page.as_uri()


def _part(page: str, part: str) -> str:
    """The page with one section alone: a headless browser takes pictures of the top only."""
    if not part:
        return page
    hidden = f"header,main>section:not(#{part}){{display:none}}main>section{{border:0!important}}"
    return page.replace("http-equiv", "data-was", 1).replace("</style>", hidden + "</style>", 1)


def _command(browser: str, page: str, profile: Path, shot: Shot) -> Iterator[str]:
    yield browser
    yield from QUIET
    yield f"--user-data-dir={profile}"
    if shot.dark:
        yield DARK
    if shot.part.startswith("/"):
        yield "--virtual-time-budget=8000"  # the picture of origins and the map are drawn by scripts
    yield f"--window-size={shot.wide},{shot.high}"
    yield f"--screenshot={PICTURES / shot.name}"
    yield page


if __name__ == "__main__":
    sys.exit(main())
