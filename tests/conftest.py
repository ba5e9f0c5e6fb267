"""What tests of several rooms stand on."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from reportedly.model.record import Record

if TYPE_CHECKING:
    from private_server import PrivateServer

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # cores are shared
settings.load_profile("house")

FERRY = Path(__file__).parent.parent / "examples" / "ferry" / "captures"


@pytest.fixture(scope="session")
def ferry_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the record of the ferry captures; tests only read it."""
    from reportedly.run.build import build  # noqa: PLC0415 - tests of the lower rooms need not wait for it

    path = tmp_path_factory.mktemp("ferry") / "ferry.db"
    build([FERRY], record=path)
    return path


@pytest.fixture(scope="session")
def ferry(ferry_file: Path) -> Record:
    """The record of the ferry captures."""
    import reportedly  # noqa: PLC0415 - likewise

    return reportedly.open(ferry_file)


@pytest.fixture(scope="session")
def postgres() -> "Iterator[PrivateServer]":
    """A PostgreSQL server of our own; the test is skipped where there can be none."""
    private_server = pytest.importorskip("private_server")
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'reportedly[postgres]'")
    if reason := private_server.missing():
        pytest.skip(reason)
    with private_server.PrivateServer() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str | Path]:
    """What gives the name of a record that is not there yet, in each kind of store."""
    if request.param == "sqlite":
        numbers = count()
        return lambda: tmp_path / f"record{next(numbers)}.db"
    server: PrivateServer = request.getfixturevalue("postgres")
    return server.new
