from benchmarks.attribution import Row, Tally, rows, same_source, score


def row(content: set[int], source: set[int], saying: bool = True) -> Row:
    return Row(frozenset(content), frozenset(source), saying, not saying)


def test_half_of_the_words_make_a_find_and_the_source_makes_it_right() -> None:
    every, speech = Tally(), Tally()
    score([row({1, 2, 3}, {7}), row({9}, set())], [row({1, 2, 3, 4}, {6, 7}), row({20}, {21})], every, speech)
    assert (every.said, every.wanted, every.found, every.right) == (2, 2, 1, 1)


def test_nobody_is_right_only_for_nobody() -> None:
    assert same_source(frozenset(), frozenset())
    assert not same_source(frozenset({1}), frozenset())
    assert not same_source(frozenset(), frozenset({1}))
    assert not same_source(frozenset({1, 2, 3, 4}), frozenset({4, 5, 6, 7}))


def test_speech_counts_what_has_a_word_of_saying() -> None:
    text = "Ada said it rained. Ada hopes it stops."
    said, hoped = (
        {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 18]]},
        {"source": [[20, 23]], "cue": [[24, 29]], "content": [[30, 38]]},
    )
    assert [r.saying for r in rows(text, [said, hoped])] == [True, False]
