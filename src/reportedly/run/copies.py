"""Copies sought on a cluster: articles of one story, joined on the shingles of their sketches.

The same pairs as `relate.copying.copies.candidates` finds on one machine: a bucket with more than `CROWD` articles of a
story, or one that an outlet fills again and again, is a template's and joins nothing, so that no join is the square of
it. A story is itself a window of days: its articles were joined by them.
"""

from __future__ import annotations

from reportedly.relate.copying.copies import COMMON, CROWD, TEMPLATE_DAYS, TEMPLATE_OFTEN
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
    mine, theirs = (news.select(*BUCKET, col("article").alias(name)) for name in PAIR)
    shared = mine.join(theirs, on=list(BUCKET)).where(col("one") < col("other"))
    common = shared.groupby("story", *PAIR).agg(col("shingle").count()).where(col("shingle") >= COMMON)
    return common.groupby("story").agg(*(col(name).list_agg() for name in PAIR))


def _templates(printed: Frame) -> Frame:
    """The buckets of templates."""
    col = daft().col
    crowds = printed.groupby(*BUCKET).agg(col("article").count()).where(col("article") > CROWD)
    dated = printed.where(col("outlet").not_null() & col("day").not_null()).groupby(*BUCKET, "outlet")
    days = dated.agg(col("day").count_distinct(), col("day").min().alias("first"), col("day").max().alias("last"))
    often = days.where((col("day") > TEMPLATE_OFTEN) & (col("last") - col("first") > TEMPLATE_DAYS))
    return crowds.select(*BUCKET).concat(often.select(*BUCKET)).distinct()
