"""What a release is made of, as CycloneDX 1.6: `python requirements/sbom.py > sbom.json`, the same bytes every time.

Every package that `run.txt` pins, with its hashes; licences as the installed packages state them.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PINNED = re.compile(
    r"^([A-Za-z0-9._-]+)==(\S+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)
VERSION = re.compile(r'^__version__ = "([^"]+)"', re.M)


def bill() -> dict[str, Any]:
    """The bill of materials."""
    source = (HERE.parent / "src" / "reportedly" / "__init__.py").read_text(encoding="utf8")
    found = VERSION.search(source)
    version = found[1] if found else "unknown"
    pins = (HERE / "run.txt").read_text(encoding="utf8")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component("reportedly", version, "application")},
        "components": [_pinned(*pin.groups()) for pin in PINNED.finditer(pins)],
    }


def _component(name: str, version: str, kind: str = "library") -> dict[str, Any]:
    purl = f"pkg:pypi/{name.lower()}@{version}"
    return {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl} | _licences(name)


def _pinned(name: str, version: str, hashes: str) -> dict[str, Any]:
    sums = re.findall(r"sha256:([0-9a-f]{64})", hashes)
    files = [
        {
            "type": "distribution",
            "url": f"https://pypi.org/project/{name}/{version}/#files",
            "hashes": [{"alg": "SHA-256", "content": content}],
        }
        for content in sorted(sums)
    ]
    return _component(name, version) | {"externalReferences": files}


def _licences(name: str) -> dict[str, Any]:
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return {}
    expression = said.get("License-Expression")
    if expression:
        return {"licenses": [{"expression": expression}]}
    named = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier", []) if line.startswith("License ::")]
    return {"licenses": [{"license": {"name": each}} for each in sorted(named)]} if named else {}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(), indent=1, ensure_ascii=False) + "\n")
