"""What the pages show is what happens: every console and Python block is run, its output compared."""

from pathlib import Path

import pytest
from docs.sessions import HOUSE, Step, console_steps, fits, folder_with_examples, pages, python_steps, rewrite, told

PAGE = """# A page
```console
$ echo one \\
    two
one two

$ true
```
Then:
```python
>>> total = 1 + 1
>>> for n in range(2):
...     print(total + n)
2
...
```
"""


@pytest.mark.parametrize("page", pages(), ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_page_shows_what_happens(page: Path) -> None:
    with folder_with_examples() as folder:
        for step, printed in told(page.read_text(encoding="utf8"), folder):
            assert fits(step, printed), f"{step.source}{printed}\nand not\n{step.output}"


def test_steps_are_found_with_their_outputs() -> None:
    assert [(step.command, step.output) for step in console_steps("$ echo one \\\n    two\none two\n\n$ true\n")] == [
        ("echo one two", "one two\n\n"),
        ("true", ""),
    ]
    assert [step.output for step in python_steps(">>> a = 1\n>>> a\n1\n")] == ["", "1\n"]
    with pytest.raises(ValueError, match="begins with"):
        console_steps("echo one\n")


def test_a_page_that_is_right_stays_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE)
    assert rewrite(page) == 0
    assert page.read_text() == PAGE


def test_a_wrong_output_is_seen_and_mended(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE.replace("one two\n\n", "one three\n\n").replace("\n2\n...", "\n7"))
    assert rewrite(page) == 2
    assert page.read_text() == PAGE.replace("\n2\n...", "\n2\n3")


@pytest.mark.parametrize(("output", "right"), [("one ...\n", True), ("one  two\n", True), ("one\n", False)])
def test_dots_and_white_space_are_forgiven(output: str, right: bool) -> None:
    assert fits(Step("", "", output), "one two\n") is right
