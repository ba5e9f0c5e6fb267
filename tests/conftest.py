"""What tests of several rooms stand on."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from reportedly.model.record import Record

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
