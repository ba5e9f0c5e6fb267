"""One bar for what two sentences of one matter share, wherever sentences are joined or parted."""

from reportedly.relate.claims.context import one_matter

SHUT = frozenset({"harbour", "office", "shut", "north", "gate"})


def test_a_fifth_of_the_shorter_sentence_is_one_matter() -> None:
    assert one_matter(SHUT, frozenset({"gate", "crowd", "morning", "fish", "market"}))
    assert not one_matter(SHUT, frozenset({"crowd", "morning", "fish", "market"}))
    assert not one_matter(SHUT | {"pilot"}, frozenset({"gate", "crowd", "morning", "fish", "market", "lamp"}))


def test_a_rule_may_ask_for_more_words_and_a_sentence_without_any_is_parted_from_none() -> None:
    other = frozenset({"gate", "north", "crowd"})
    assert one_matter(SHUT, other, 2)
    assert not one_matter(SHUT, other, 3)
    assert one_matter(SHUT, frozenset(), 3)
