"""How stages are executed; the stages know nothing of it."""

from reportedly.run.building import Built, NothingReadError, build
from reportedly.run.pipeline import fingerprint, pipeline

__all__ = ["Built", "NothingReadError", "build", "fingerprint", "pipeline"]
