"""THE digest: which numbers and which code decided a result.

Found by walking the package's imports from the schedule and the outcomes, never by a list of folders. Words,
documentation and page code are not in it: modules are read without comments and docstrings, declarations
without sources and grades. Compiled code, studies and the page's cache are all named by it.
"""

from __future__ import annotations

import ast
import hashlib
import json
import tomllib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

ROOTS = ("sim.model.city_model", "sim.model.schedule", "sim.outcomes.measurement")
WORDS = ("sim.locale",)
"""Rooms that hold nothing but words."""
WORD_KEYS = frozenset({"source", "strength", "contrary", "group", "comment"})
"""What a declaration says about a number without changing it."""
ARITHMETIC = ("numba", "numpy")
"""Libraries whose version decides last digits and machine code."""

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def digest() -> str:
    """Return the digest (16 hexadecimal digits) of everything that decides what a run gives."""
    total = hashlib.blake2b(digest_size=8)
    for library in ARITHMETIC:
        total.update(f"{library} {version(library)}".encode())
    modules = _reached(ROOTS)
    for name in sorted(modules):
        total.update(name.encode() + modules[name].code)
    for path in sorted({table for module in modules.values() for table in module.path.parent.glob("*.toml")}):
        total.update(path.name.encode() + _numbers_of(path))
    return total.hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the digest of one Python file as `digest` reads it: without comments and docstrings."""
    return hashlib.blake2b(_read(path).code, digest_size=8).hexdigest()


def sources() -> dict[str, Path]:
    """Return the modules that take part in the digest, by name."""
    return {name: module.path for name, module in _reached(ROOTS).items()}


class _Module(NamedTuple):
    """One file: what it imports from this package (names that are no modules among them), and its code."""

    path: Path
    imports: tuple[str, ...]
    code: bytes


def _reached(roots: tuple[str, ...]) -> dict[str, _Module]:
    found: dict[str, _Module] = {}
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        path = _file_of(name)
        if path is None or name in found or name == _PACKAGE.name or name.startswith(WORDS):
            continue
        found[name] = module = _read(path)
        waiting += [name.rpartition(".")[0], *module.imports]
    return found


def _file_of(module: str) -> Path | None:
    base = _PACKAGE.parent.joinpath(*module.split("."))
    candidates = (base.with_suffix(".py"), base / "__init__.py")
    return next((path for path in candidates if path.is_file()), None)


def _read(path: Path) -> _Module:
    tree = ast.parse(path.read_bytes())
    imports: list[str] = []
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module)):
                imports += [module, *(f"{module}.{alias.name}" for alias in node.names)]
            case ast.Import():
                imports += [alias.name for alias in node.names]
            case ast.Module() | ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                node.body = [statement for statement in node.body if not _is_words(statement)]
            case _:
                pass
    ours = tuple(name for name in imports if name.split(".")[0] == _PACKAGE.name)
    return _Module(path, ours, ast.dump(tree).encode())


def _is_words(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _numbers_of(path: Path) -> bytes:
    return json.dumps(
        _without_words(tomllib.loads(path.read_text(encoding="utf-8"))), sort_keys=True
    ).encode()


def _without_words(table: Any) -> Any:
    if isinstance(table, dict):
        return {key: _without_words(value) for key, value in table.items() if key not in WORD_KEYS}
    return [_without_words(value) for value in table] if isinstance(table, list) else table
