"""Rows by a matrix give what they give alone."""

import numpy as np
from threadpoolctl import threadpool_info

from reportedly.extract.parse import language
from reportedly.extract.products import on_one_thread, product

PARAGRAPHS = [
    "Nobody knows.",
    "The mayor of Ostwick said on Friday that the bridge, which had stood for ninety years, was closed for good.",
    "Stay",
    "Eleven people were treated at the clinic, a nurse told the paper; two of them had been on the quay.",
    "“We were never asked,” she added, “and nobody will tell us who paid for it.”",
]


def test_a_row_gives_the_same_to_the_last_bit_alone_and_among_others() -> None:
    chance = np.random.default_rng(1)
    rows, matrix = chance.standard_normal((40, 96), np.float32), chance.standard_normal((96, 74), np.float32)
    alone = np.concatenate([product(row[None], matrix) for row in rows])
    assert np.array_equal(alone, np.concatenate([product(rows[n : n + 2], matrix) for n in range(0, 40, 2)]))
    assert np.allclose(alone, rows @ matrix, atol=1e-4)


def test_a_paragraph_is_parsed_the_same_whatever_is_parsed_beside_it() -> None:
    def read(texts: list[str]) -> list[list[list[int]]]:
        return [doc.to_array(["HEAD", "DEP", "TAG", "SENT_START"]).tolist() for doc in language().pipe(texts)]

    alone = [read([text])[0] for text in PARAGRAPHS]
    assert read(PARAGRAPHS) == alone
    assert read(PARAGRAPHS[::-1] * 20) == alone[::-1] * 20


def test_products_are_on_one_thread_only_meanwhile() -> None:
    def threads() -> list[int]:
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    before = threads()
    with on_one_thread():
        assert set(threads()) <= {1}
    assert threads() == before
