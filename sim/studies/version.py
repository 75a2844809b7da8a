"""Which program made a result: the model's version, the one digest, and the source of one's own model."""

from __future__ import annotations

from functools import cache

from sim.engine.provenance import digest
from sim.model.city_model import MODEL_VERSION
from sim.runs.own_model import source_digest
from sim.runs.spec import STANDARD_MODEL


@cache
def code_version(model: str = STANDARD_MODEL) -> str:
    """Return the version of the class of cities ``model`` ("module:Class").

    It holds the digest of `sim.engine.provenance`, and for a model of one's own that of its source, the modules
    beside it that it imports and its declarations: a study refuses to go on under a program that might give
    other numbers. Raises InputError for a model without a source file.
    """
    version = f"{MODEL_VERSION}+{digest()}"
    return version if model == STANDARD_MODEL else f"{version}+{model}@{source_digest(model)}"
