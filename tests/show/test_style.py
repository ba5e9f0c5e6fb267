"""The style sheet: colours that can be read, in light and in dark; nothing fetched."""

import re
from importlib import resources

import pytest

STYLE = (resources.files("reportedly.show") / "style.css").read_text(encoding="utf8")
LIGHT, DARK = re.findall(r":root\{(.*?)\}", STYLE, re.DOTALL)[:2]
WORDS = ["ink", "soft", "dim", "o1", "o2", "o3", "o4", "o5", "o6", "o7", "o-own"]
LEAST = 4.5  # WCAG 2.2, text of any size
WASH = 0.17


def colours(rule: str) -> dict[str, tuple[float, ...]]:
    named = re.findall(r"--([\w-]+):#([0-9a-f]{6})", rule)
    return {name: tuple(int(value[k : k + 2], 16) / 255 for k in (0, 2, 4)) for name, value in named}


def luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read_on_paper(theme: str, word: str) -> None:
    found = colours(theme)
    assert contrast(found[word], found["paper"]) >= LEAST


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("slot", WORDS[3:])
def test_words_can_be_read_on_a_wash(theme: str, slot: str) -> None:
    found = colours(theme)
    wash = tuple(WASH * s + (1 - WASH) * p for s, p in zip(found[slot], found["paper"], strict=True))
    assert contrast(found["ink"], wash) >= LEAST


def test_the_style_fetches_nothing() -> None:
    assert not re.findall(r"url\(|@import|@font-face|expression\(", STYLE)


def test_motion_is_only_for_those_who_want_it() -> None:
    before, _, after = STYLE.partition("@media(prefers-reduced-motion:no-preference)")
    assert after
    assert not re.search(r"scroll-behavior|transition|animation", before)
