"""Copies sought on a cluster: articles of one story, joined on the shingles of their sketches.

The same pairs as `relate.copying.copies.candidates` finds on one machine: what an outlet fills again and again is a
template's and joins nothing, and of more than `CROWD` articles of a story that share a shingle each is held against the
first of them alone, so that no join is the square of it. A story is itself a window of days: its articles were joined
by them.
"""

from __future__ import annotations

from reportedly.relate.copying.copies import COMMON, CROWD, PRINTED, TEMPLATE_DAYS, TEMPLATE_OFTEN
from reportedly.run.frames import Frame, daft

BUCKET = ("story", "shingle")
PAIR = ("one", "other")


def alike(stories: Frame) -> Frame:
    """For each story that has any, its pairs of articles: `one` and `other`, two lists.

    A row of `stories` tells a story's articles by lists: of `article`, `outlet`, `day` and `shingle` (a list itself).
    """
    col = daft().col
    articles = stories.select("story", "article", "outlet", "day", "shingle").explode(
        "article", "outlet", "day", "shingle"
    )
    printed = articles.explode("shingle").where(col("shingle").not_null())
    news = printed.join(_templates(printed), on=list(BUCKET), how="anti")
    crowds = _crowds(news)
    usual = news.join(crowds, on=list(BUCKET), how="anti")
    mine, theirs = (usual.select(*BUCKET, col("article").alias(name)) for name in PAIR)
    pairs = mine.join(theirs, on=list(BUCKET)).where(col("one") < col("other"))
    firsts = news.select(*BUCKET, col("article").alias("other")).join(crowds, on=list(BUCKET))
    firsts = firsts.where(col("one") < col("other"))
    shared = _counted(pairs, 1, 0).concat(_counted(firsts, 0, 1)).groupby("story", *PAIR)
    sums = shared.agg(col("common").sum(), col("crowded").sum())
    printed_alike = (col("crowded") > 0) & (col("common") + col("crowded") >= PRINTED)
    near = sums.where((col("common") >= COMMON) | printed_alike)
    return near.groupby("story").agg(*(col(name).list_agg() for name in PAIR))


def _counted(pairs: Frame, common: int, crowded: int) -> Frame:
    """How many shingles pairs share, each counted as a usual one or as a crowd's."""
    col = daft().col
    many = pairs.groupby("story", *PAIR).agg(col("shingle").count().cast(daft().DataType.int64()).alias("many"))
    return many.select("story", *PAIR, (col("many") * common).alias("common"), (col("many") * crowded).alias("crowded"))


def _crowds(news: Frame) -> Frame:
    """The buckets of crowds, each with the first of its articles as `one`."""
    col = daft().col
    held = news.groupby(*BUCKET).agg(col("article").count().alias("many"), col("article").min().alias("one"))
    return held.where(col("many") > CROWD).select(*BUCKET, "one")


def _templates(printed: Frame) -> Frame:
    """The buckets of templates."""
    col = daft().col
    dated = printed.where(col("outlet").not_null() & col("day").not_null()).groupby(*BUCKET, "outlet")
    days = dated.agg(col("day").count_distinct(), col("day").min().alias("first"), col("day").max().alias("last"))
    often = days.where((col("day") > TEMPLATE_OFTEN) & (col("last") - col("first") > TEMPLATE_DAYS))
    return often.select(*BUCKET).distinct()
