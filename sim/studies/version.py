"""Which program made a result: the model's version, the one digest, and the source of one's own model."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from sim.engine.provenance import digest, digest_of_file
from sim.files.errors import InputError
from sim.model.city_model import MODEL_VERSION

STANDARD_MODEL = "sim.model.city_model:CityModel"


@cache
def code_version(model: str = STANDARD_MODEL) -> str:
    """Return the version of the class of cities ``model`` ("module:Class").

    It holds the digest of `sim.engine.provenance`, and for a model of one's own that of its module's source:
    a study refuses to go on under a program that might give other numbers. Raises InputError for a model
    without a source file.
    """
    version = f"{MODEL_VERSION}+{digest()}"
    return version if model == STANDARD_MODEL else f"{version}+{model}@{_source_digest(model)}"


def _source_digest(model: str) -> str:
    module = model.partition(":")[0]
    try:
        spec = find_spec(module)
    except ImportError:
        spec = None
    if spec is None or spec.origin is None or not Path(spec.origin).is_file():
        raise InputError(
            f"model {model!r}: its source cannot be found, so its results could not be told apart"
        )
    return digest_of_file(Path(spec.origin))
