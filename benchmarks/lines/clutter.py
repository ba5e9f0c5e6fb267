"""Pages as they are copied from the web, made of accounts of the corpus and of clutter in our own words."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.model.article import BlockKind

Row = tuple[BlockKind, str]
SLOT = re.compile(r"\{(\w+)\}")
CLUTTER = tomllib.loads((Path(__file__).parent / "clutter.toml").read_text(encoding="utf8"))


@dataclass(frozen=True, slots=True)
class Stock:
    """Titles, first sentences and paragraphs of other accounts, which make teasers."""

    heads: Sequence[str]
    leads: Sequence[str]
    paragraphs: Sequence[str]


class Clutterer:
    """Strews clutter around and into a story. `chance` makes it repeatable."""

    def __init__(self, stock: Stock, chance: random.Random) -> None:
        self._chance = chance
        names = {name: words.split("|") for name, words in CLUTTER["names"].items()}
        menu = CLUTTER["menu"]["words"].split("|")
        pick = chance.choice
        self._fill: dict[str, Callable[[], str]] = {
            "head": lambda: pick(stock.heads),
            "lead": lambda: pick(stock.leads),
            "paragraph": lambda: pick(stock.paragraphs),
            "name": lambda: f"{pick(names['given'])} {pick(names['family'])}",
            "word": lambda: pick(menu),
            "n": lambda: str(chance.randint(1, 59)),
            "n2": lambda: str(chance.randint(10, 59)),
            "year": lambda: str(chance.randint(2008, 2035)),
            "date": self._date,
            "time": lambda: f"{chance.randint(0, 23)}:{chance.randint(10, 59)}" + pick(["", " am", " GMT", "pm EST"]),
            "handle": lambda: pick(names["family"]).lower() + str(chance.randint(1, 99)),
            "handle2": lambda: pick(names["family"]).lower(),
            "she": lambda: pick(["she", "he"]),
            "She": lambda: pick(["She", "He"]),
            "her": lambda: pick(["her", "his"]),
            "credit": lambda: self.line(pick(CLUTTER["credits"]["forms"])),
        }
        for name in ("place", "outlet", "weekday", "capfact"):
            self._fill[name] = lambda name=name: pick(names[name])  # type: ignore[misc]
        self._months = names["month"]

    def line(self, form: str) -> str:
        """A form with its slots filled."""
        return SLOT.sub(lambda slot: self._fill[slot[1]](), form)

    def page(self, story: Sequence[Row], richness: float) -> list[Row]:
        """The story with clutter; `richness` from 0 (some) to 1 (a whole page with its menus)."""
        chance = self._chance
        above = self._menu(int(150 * richness**2 * chance.random()))
        above += self._some("before", ("navigation", "header"), chance.randint(0, 3))
        below = self._below(richness)
        return [*above, *self._within(story), *below, *self._menu(int(80 * richness**2 * chance.random()))]

    def _menu(self, most: int) -> list[Row]:
        words = CLUTTER["menu"]["words"].split("|")
        return [("navigation", self._chance.choice(words)) for _ in range(most)]

    def _some(self, part: str, kinds: Sequence[BlockKind], count: int) -> list[Row]:
        return [
            (kind, self.line(self._chance.choice(CLUTTER[part][kind]))) for kind in self._chance.choices(kinds, k=count)
        ]

    def _below(self, richness: float) -> list[Row]:
        chance = self._chance
        rows = self._some("after", ("credit", "biography", "header"), chance.randint(0, 2))
        parts: list[list[Row]] = []
        for kind, most in (("related", 24), ("comment", 10), ("ad", 5), ("navigation", 12)):
            if chance.random() < 0.3 + 0.5 * richness:
                parts.append(self._some("after", (kind,), chance.randint(1, 1 + int(most * richness))))  # type: ignore[arg-type]
        chance.shuffle(parts)
        return [*rows, *(row for part in parts for row in part)]

    def _within(self, story: Sequence[Row]) -> list[Row]:
        rows: list[Row] = []
        for number, row in enumerate(story):
            rows.append(row)
            if row[0] == "title" and number < 4:
                rows += self._under_title()
            elif row[0] == "body" and self._chance.random() < 0.16:
                rows += self._between()
        return rows

    def _under_title(self) -> list[Row]:
        chance = self._chance
        rows = self._some("before", ("byline", "header"), chance.randint(0, 3))
        if chance.random() < 0.4:
            rows += [
                ("navigation", self.line(chance.choice(CLUTTER["before"]["share"])))
                for _ in range(chance.randint(1, 4))
            ]
        if chance.random() < 0.5:
            rows += self._caption()
        return rows

    def _between(self) -> list[Row]:
        chance = self._chance
        which = chance.random()
        if which < 0.35:
            return self._caption()
        if which < 0.7:
            return [
                ("ad", self.line(chance.choice(CLUTTER["within"]["ad"]))) for _ in range(chance.choice([1, 1, 2, 5]))
            ]
        if which < 0.9:
            return self._some("within", ("related",), chance.choice([1, 1, 2, 4]))
        return [
            ("navigation", self.line(chance.choice(CLUTTER["within"]["video"]))) for _ in range(chance.randint(1, 3))
        ]

    def _caption(self) -> list[Row]:
        row: Row = ("caption", self.line(self._chance.choice(CLUTTER["within"]["caption"])))
        return [row] * (2 if self._chance.random() < 0.1 else 1)

    def _date(self) -> str:
        chance = self._chance
        day, month, year = chance.randint(1, 28), chance.choice(self._months), chance.randint(2008, 2035)
        return chance.choice([f"{day} {month} {year}", f"{month} {day}, {year}", f"{year}-{day % 12 + 1:02}-{day:02}"])
