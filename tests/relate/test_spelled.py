"""A credited agency's initials become its name where the record has one that fits."""

from tests.relate.newsroom import account

from reportedly.relate.naming.spelled import spelled_out

CREDITED = account("a.txt", "The mayor counts [9] boats", wire="HW", said_by="Ada Brook", via=("HW",))


def chains(*others: str) -> list[str | None]:
    rows = [CREDITED, *(account(f"{name}.txt", "Rain fell on [3] roofs", outlet=name) for name in others)]
    spelled = next(r for r in spelled_out(rows) if r.capture.path == "a.txt")
    return [spelled.article.wire, *(link.name for link in spelled.statements[0].attribution)]


def test_initials_take_the_name_that_another_account_has() -> None:
    assert chains("Harbour Wire") == ["Harbour Wire", "Ada Brook", "Harbour Wire"]


def test_two_names_that_fit_leave_the_initials() -> None:
    assert chains("Harbour Wire", "Highland Wire") == ["HW", "Ada Brook", "HW"]


def test_no_name_leaves_the_initials() -> None:
    assert chains("Lagoon Post") == ["HW", "Ada Brook", "HW"]


def test_initials_of_whom_somebody_told_take_the_name_too() -> None:
    told = account("b.txt", "The mayor counts [9] boats", said_by="Ada Brook", via=("HW",))
    (one, _) = spelled_out([told, account("c.txt", "Rain fell on [3] roofs", outlet="Harbour Wire")])
    assert [link.name for link in one.statements[0].attribution] == ["Ada Brook", "Harbour Wire"]
