"""How stages are executed; the stages know nothing of it."""

from reportedly.run.build import Built, build
from reportedly.run.pipeline import fingerprint, pipeline

__all__ = ["Built", "build", "fingerprint", "pipeline"]
