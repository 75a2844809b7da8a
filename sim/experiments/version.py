"""Which program made a result: the model's version, and the digest of every file its results come from."""

from __future__ import annotations

import ast
import hashlib
from functools import cache
from pathlib import Path

from sim.compile import source_digest
from sim.model import MODEL_VERSION

STANDARD_MODEL = "sim.model:CityModel"
_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def code_version(model: str = STANDARD_MODEL) -> str:
    """Return the version of the class of cities ``model``, as loaded when it is first asked for.

    Besides the declared version it holds a digest of the sources that `sim.model` imports, comments included:
    a study refuses to go on under a program that might give other numbers.
    """
    digest = hashlib.blake2b(source_digest().encode(), digest_size=8)
    for path in sorted(_imported(_PACKAGE / "model.py")):
        digest.update(path.name.encode() + path.read_bytes())
    own = "" if model == STANDARD_MODEL else f"+{model}"
    return f"{MODEL_VERSION}+{digest.hexdigest()}{own}"


def _imported(start: Path) -> set[Path]:
    """Return ``start`` and every file of this package that it imports, directly or not."""
    found: set[Path] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sim"):
                waiting += _files(str(node.module), *(name.name for name in node.names))
    return found


def _files(module: str, *names: str) -> list[Path]:
    """Return the file of ``module``, and those of the ``names`` taken from it that are modules themselves."""
    base = _PACKAGE.parent.joinpath(*module.split("."))
    candidates = [base.with_suffix(".py"), base / "__init__.py", *(base / f"{name}.py" for name in names)]
    return [path for path in candidates if path.is_file() and path != _PACKAGE / "__init__.py"]
