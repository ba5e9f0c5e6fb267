"""What an office is of, where its bearer's name follows at once: "Mayor of Lund Bo Dahl"."""

from __future__ import annotations

from reportedly.extract.naming.capitals import Run
from reportedly.extract.naming.kinds import countries, listed
from reportedly.vocabulary.gazetteer import bearers, key_of

OF = frozenset({"of", "for"})
FULL = 2  # words of a name that is told for the first time


def office_of(run: Run) -> int:
    """How many words, from the "of" on with which `run` begins, say what the office before it is of.

    0 where they are no matter of state, no place and no body, or leave no full name behind them.
    """
    if not run or run[0].lower not in OF:
        return 0
    first = 1 + (len(run) > 1 and run[1].lower == "the")
    ends = range(len(run) - FULL, first, -1)
    return next((end for end in ends if run[end].capital and _is_charge(run[first:end])), 0)


def is_matter(run: Run) -> bool:
    """Whether words name what a member of a government has charge of: "Foreign Affairs", "Health and Sports"."""
    return all(word.lower in listed("of", "matters") or word.lower == "and" for word in run)


def _is_charge(run: Run) -> bool:
    place = " ".join(word.text for word in run)
    return is_matter(run) or place in countries() or bool(bearers(key_of(place))) or run[-1].lower in _bodies()


def _bodies() -> frozenset[str]:
    return listed("organisation", "heads") | listed("unit", "heads")
