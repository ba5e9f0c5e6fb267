"""The page of the word lists is as the lists are, and says what each is for."""

from docs.word_lists import PAGE, names, vocabulary_page


def test_the_page_is_as_the_lists_have_it() -> None:
    assert PAGE.read_text(encoding="utf8") == vocabulary_page(), "write it anew: python docs/word_lists.py"


def test_every_word_list_says_what_it_is_for() -> None:
    page = vocabulary_page()
    for name in names():
        section = page.split(f"## {name}.toml\n", 1)[1].split("\n## ", 1)[0]
        assert len(section.split("\n", 1)[0]) > 20, f"{name}.toml begins with no comment on what it is for"
