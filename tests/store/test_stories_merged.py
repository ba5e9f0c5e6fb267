"""Two stories that an article shows to be one: the build that learns of it notes it in the journal."""

from __future__ import annotations

from pathlib import Path

from reportedly.model.filters import ChangeFilter
from reportedly.run.build import build
from reportedly.store import open_record

MINE = (
    "Ardel colliery shaft floods",
    "Water broke into the Ardel colliery near Tovik and trapped miners in the lower shaft.",
    "Pumps were brought to the Ardel colliery near Tovik; the miners in the shaft knocked on the pipes.",
)
DAM = (
    "Reservoir wall gives way",
    "The Sennow reservoir lost its wall, and the lake behind it ran out.",
    "Engineers walked along the Sennow reservoir and its broken wall; the lake is empty.",
)
BOTH = (
    "One flood, not two",
    "The lake behind the wall of the Sennow reservoir ran into the Ardel colliery near Tovik: "
    "that is the water that trapped the miners in the lower shaft, engineers of the reservoir and the colliery said.",
)


def put(folder: Path, name: str, title: str, text: str) -> None:
    (folder / name).write_text(f"{title}\n\n{text}\n", encoding="utf8")


def test_a_merge_of_two_stories_goes_through_the_store_to_the_journal(tmp_path: Path) -> None:
    folder, path = tmp_path / "in", tmp_path / "record.db"
    folder.mkdir()
    for place, (title, *texts) in enumerate((MINE, DAM)):
        for number, text in enumerate(texts):
            put(folder, f"{place}{number}.txt", title, text)
    before = {story.id: story for story in build([folder], record=path, workers=1).record.stories}
    assert len(before) == 2
    put(folder, "9.txt", *BOTH)
    (after,) = build([folder], record=path, workers=1).record.stories
    with open_record(path) as store, store.pages() as pages:
        (noted,) = pages.journal.changes(ChangeFilter(kind=("merged",)))
        assert not list(pages.journal.changes(ChangeFilter(kind=("parted",))))
    assert len(after.articles) == 5
    assert after.id in before
    assert noted.point == after.id
    assert noted.what.count("(2 articles)") == len(before)
