"""Takes the pictures of the README anew: the report of the ferry example, in Debian's Chromium.

`python docs/take_pictures.py` writes `docs/pictures/*.png`. Where there is no Chromium it says so and leaves the
pictures as they are (exit code 0): they are for show, no test stands on them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import reportedly
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
    """One picture: which part of the report, how wide and high in px, and whether dark."""

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
)


def main() -> int:
    """Take every picture; 0 also where there is no browser."""
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    if browser is None:
        sys.stderr.write(f"no pictures taken: none of {', '.join(NAMES)} is installed\n")
        return 0
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        whole = report(reportedly.build([CAPTURES]))
        for shot in SHOTS:
            page = Path(folder) / f"{shot.name}.html"
            page.write_text(_part(whole, shot.part), encoding="utf8")
            subprocess.run([*_command(browser, page, shot)], check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603
            sys.stdout.write(f"{(PICTURES / shot.name).relative_to(HOUSE)}\n")
    return 0


def _part(page: str, part: str) -> str:
    """The page with one section alone: a headless browser takes pictures of the top only."""
    if not part:
        return page
    hidden = f"header,main>section:not(#{part}){{display:none}}main>section{{border:0!important}}"
    return page.replace("http-equiv", "data-was", 1).replace("</style>", hidden + "</style>", 1)


def _command(browser: str, page: Path, shot: Shot) -> Iterator[str]:
    yield browser
    yield from QUIET
    yield f"--user-data-dir={page.parent / 'profile'}"
    if shot.dark:
        yield DARK
    yield f"--window-size={shot.wide},{shot.high}"
    yield f"--screenshot={PICTURES / shot.name}"
    yield page.as_uri()


if __name__ == "__main__":
    sys.exit(main())
