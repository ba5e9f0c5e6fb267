from reportedly.extract.clauses import phrase
from reportedly.extract.copied import Copied
from reportedly.extract.parse import language
from reportedly.extract.words import Doc


def parsed(text: str) -> Doc:
    return Copied(language())(language()(text))


def test_a_head_that_is_punctuation_is_its_own_phrase() -> None:
    document = parsed("The lists «")
    mark = document[2]
    assert phrase(mark)[1] == mark


def test_a_phrase_sheds_the_marks_around_it() -> None:
    document = parsed("They raised the ‘ old wreck’ .")
    first, last = phrase(next(token for token in document if token.text == "wreck"))
    assert document[first.i : last.i + 1].text == "the ‘ old wreck"
