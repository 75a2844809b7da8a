"""A class of cities of one's own, by name: "module:Class"."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from sim.engine.provenance import digest_of_program, files_of_program
from sim.files.errors import InputError, brief
from sim.model.city_model import CityModel
from sim.runs.spec import STANDARD_MODEL


def load_model(path: str) -> type[CityModel]:
    """Return the class of cities at ``path``, "module:Class"; importing it declares what it brings along.

    Modules of the working directory are found too. Raises InputError if there is no such class.
    """
    if path == STANDARD_MODEL:
        return CityModel
    if not isinstance(path, str):  # as a file may have it
        raise InputError(f"model = {brief(path)} must be text, module:Class")
    if os.getcwd() not in sys.path:
        sys.path.append(os.getcwd())  # workers are given the same path
    module, _, name = path.partition(":")
    try:
        found: Any = getattr(import_module(module), name)
    except InputError:
        raise
    except Exception as error:  # whatever somebody's module raises
        said = f"{type(error).__name__}: {error}"
        raise InputError(f"model {path!r} cannot be imported ({said}); give it as module:Class") from None
    if not (isinstance(found, type) and issubclass(found, CityModel)):
        raise InputError(f"model {path!r} is not a kind of CityModel")
    return found


def source_digest(model: str) -> str:
    """Return the digest of the source of the class ``model``, of what it imports beside it, and its declarations.

    Raises InputError for a model without a source file.
    """
    return digest_of_program(*_program(model))


def source_files(model: str) -> dict[Path, str]:
    """Return the files that `source_digest` is of, each with its place below the folder it is imported from."""
    return files_of_program(*_program(model))


def _program(model: str) -> tuple[str, Path, list[Path]]:
    loaded = load_model(model)
    module = model.partition(":")[0]
    file = getattr(sys.modules[module], "__file__", None)
    if file is None or not Path(file).is_file():
        raise InputError(
            f"model {model!r}: its source cannot be found, so its results could not be told apart"
        )
    return module, Path(file), [one.declaration for one in loaded.schedule if one.declaration is not None]
