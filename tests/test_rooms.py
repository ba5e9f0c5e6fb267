"""The house has one direction: no room imports a later one."""

import ast
from pathlib import Path

import pytest

import reportedly

SOURCE = Path(reportedly.__file__).parent
ORDER = [
    "model",
    "vocabulary",
    "grammar",
    "read",
    "clean",
    "extract",
    "relate",
    "store",
    "export",
    "show",
    "run",
    "watch",
    "serve",
    "mcp",
    "cli",
]
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
MODULES = sorted(path for path in SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0].removesuffix(".py")


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {n for n in names if n.startswith("reportedly.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_room_imports_a_later_one(path: Path) -> None:
    room = room_of(path)
    if room not in ORDER:
        pytest.skip("the package's front, which may import every room")
    tree = ast.parse(path.read_text(encoding="utf8"))
    later = {n for n in imported(tree) if ORDER.index(n.split(".")[1]) > ORDER.index(room)}
    assert not later, f"{room} must not know {sorted(later)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_files_and_functions_stay_short(path: Path) -> None:
    source = path.read_text(encoding="utf8")
    assert source.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


def test_the_model_knows_only_the_standard_library() -> None:
    foreign = {"msgspec", "json", "sqlalchemy", "spacy", "sqlite3", "jinja2", "lxml", "click", "rich"}
    for path in (SOURCE / "model").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf8"))
        for node in ast.walk(tree):
            roots = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            roots += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not foreign & {r.split(".")[0] for r in roots}, path.name
