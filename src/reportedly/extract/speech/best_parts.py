"""The best sequences of parts for several sentences: Viterbi's algorithm, step by step over all of them at once.

Every part may follow every other, so that few can be left out before the search (as `clean/best_path.py` does for lines
of a page); the sentences of an article are some dozen short rows of numbers, and one step of all is one call of numpy.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]


def best_parts(sentences: Sequence[Scores], steps: Scores) -> list[list[int]]:
    """For each sentence the part of each token, for the highest sum of scores and of steps; of equal ones the first.

    A sentence has a row for each token and a column for each part; `steps` is what each step from a part (row) to the
    next (column) is worth.
    """
    if not sentences:
        return []
    longest_first = sorted(range(len(sentences)), key=lambda number: -len(sentences[number]))
    sizes = [len(sentences[number]) for number in longest_first]
    grid = np.zeros((sizes[0], len(sizes), len(steps)))  # by place, sentence, part
    for column, number in enumerate(longest_first):
        grid[: sizes[column], column] = sentences[number]
    going_on = (np.array(sizes)[:, None] > np.arange(sizes[0])).sum(axis=0).tolist()
    onto, worth, came = steps.astype(np.float64), grid[0], np.zeros(grid.shape, np.intp)
    for place in range(1, len(grid)):
        alive = going_on[place]
        ways = worth[:alive, :, None] + onto
        ways.argmax(axis=1, out=came[place, :alive])
        np.add(ways.max(axis=1), grid[place, :alive], out=worth[:alive])
    back, last = came.tolist(), worth.argmax(axis=1).tolist()
    paths: list[list[int]] = [[]] * len(sizes)
    for column, number in enumerate(longest_first):
        paths[number] = path = [last[column]]
        for place in range(sizes[column] - 1, 0, -1):
            path.append(back[place][column][path[-1]])
        path.reverse()
    return paths
