from docs.statements import PAGE, page


def test_the_page_of_rules_is_what_the_tables_say() -> None:
    assert PAGE.read_text(encoding="utf8") == page(), "run `python docs/statements.py`"
