"""THE digest: which numbers and which code decided a result.

Found by walking the package's imports from the schedule and the outcomes, never by a list of folders. Words,
documentation and page code are not in it: modules are read without comments and docstrings, declarations
without sources and grades. Compiled code, studies and the page's cache are all named by it.
"""

from __future__ import annotations

import ast
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from sim.files.atomic import replace_file
from sim.files.resources import cache_folder

ROOTS = ("sim.model.city_model", "sim.model.schedule", "sim.outcomes.measurement")
WORDS = ("sim.locale",)
"""Rooms that hold nothing but words."""
WORD_KEYS = frozenset({"source", "strength", "contrary", "group", "comment", "en", "fr"})
"""What a declaration says about a number without changing it."""
ARITHMETIC = ("numba", "numpy")
"""Libraries whose version decides last digits and machine code."""

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def digest() -> str:
    """Return the digest (16 hexadecimal digits) of everything that decides what a run gives.

    Walking the imports takes as long as importing Numba, so what `keep_digest` kept is taken for as long as no byte of
    the package, nor a library's version, is another.
    """
    kept = _kept(_place(), _every_byte())
    return kept if kept is not None else _walked()


def keep_digest() -> None:
    """Keep the digest for later starts; nothing happens where its folder is only read from."""
    path, found, known = _place(), digest(), _every_byte()
    if _kept(path, known) != found:
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, f"{found} {_seal(found, known)}".encode())


def _place() -> Path:
    name = hashlib.blake2b(bytes(_PACKAGE), digest_size=8).hexdigest()
    return cache_folder() / "digests" / f"{name}.digest"


@cache
def _every_byte() -> bytes:
    """Return the digest of all that `digest` could depend on: every source and declaration, the libraries, Python.

    Read once: what is kept after minutes of compiling must be sealed by the bytes that were walked.
    """
    total = hashlib.blake2b(
        repr([version(library) for library in ARITHMETIC]).encode() + sys.version.encode()
    )
    for path in sorted(one for ending in ("py", "toml") for one in _PACKAGE.rglob(f"*.{ending}")):
        total.update(bytes(path.relative_to(_PACKAGE)) + b"\0" + path.read_bytes())
    return total.digest()


def _kept(path: Path, known: bytes) -> str | None:
    """Return the digest in ``path``; None where there is none, or one of other bytes than ``known``, or damage."""
    try:
        found, _, seal = path.read_text(encoding="ascii").partition(" ")
    except (OSError, ValueError):
        return None
    return found if seal == _seal(found, known) else None


def _seal(found: str, known: bytes) -> str:
    return hashlib.blake2b(known + found.encode(), digest_size=16).hexdigest()


def _walked() -> str:
    total = hashlib.blake2b(digest_size=8)
    for library in ARITHMETIC:
        total.update(f"{library} {version(library)}".encode())
    modules = _reached(ROOTS)
    for name in sorted(modules):
        total.update(name.encode() + modules[name].code)
    for path in sorted({table for module in modules.values() for table in module.path.parent.glob("*.toml")}):
        total.update(path.name.encode() + _numbers_of(path))
    return total.hexdigest()


def digest_of_program(module: str, file: Path, tables: Iterable[Path] = ()) -> str:
    """Return the digest of a program of one's own that builds on this package.

    Its ``module``, of source ``file``, and the modules it imports from beside it are read as `digest` reads
    the package's; with them the ``tables`` (TOML) and those that the modules name or have beside them under
    their own name. Libraries that are installed are not in it, nor is this package, which `digest` covers.
    """
    total = hashlib.blake2b(digest_size=8)
    modules = _beside(module, file)
    for name in sorted(modules):
        total.update(name.encode() + modules[name].code)
    for path in _tables(modules, tables):
        total.update(path.name.encode() + _numbers_of(path))
    return total.hexdigest()


def files_of_program(module: str, file: Path, tables: Iterable[Path] = ()) -> dict[Path, str]:
    """Return the files that `digest_of_program` reads, each with its place below the folder it is imported from."""
    modules = _beside(module, file)
    root = file.resolve().parents[module.count(".") + (file.name == "__init__.py")]
    paths = [*(one.path.resolve() for one in modules.values()), *_tables(modules, tables)]
    return {path: path.relative_to(root).as_posix() for path in paths if path.is_relative_to(root)}


def _tables(modules: Mapping[str, _Module], tables: Iterable[Path]) -> list[Path]:
    found = {path.resolve() for path in tables}
    return sorted(found | {path.resolve() for one in modules.values() for path in _tables_of(one)})


def sources() -> dict[str, Path]:
    """Return the modules that take part in the digest, by name."""
    return {name: module.path for name, module in _reached(ROOTS).items()}


class _Module(NamedTuple):
    """One file: what it imports (names that are no modules among them), the text in its code, and its code."""

    path: Path
    imports: tuple[str, ...]
    texts: tuple[str, ...]
    code: bytes


def _reached(roots: tuple[str, ...]) -> dict[str, _Module]:
    found: dict[str, _Module] = {}
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        path = _file_of(name, _PACKAGE.parent)
        if path is None or name in found or name == _PACKAGE.name or name.startswith(WORDS):
            continue
        found[name] = module = _read(path, name)
        ours = (one for one in module.imports if one.split(".")[0] == _PACKAGE.name)
        waiting += [name.rpartition(".")[0], *ours]
    return found


def _beside(module: str, file: Path) -> dict[str, _Module]:
    """Return ``module`` and what it imports from the folder it is found in, by name; not this package."""
    depth = module.count(".") + (file.name == "__init__.py")
    root = file.resolve().parents[depth]
    installed = bool({"site-packages", "dist-packages"} & set(root.parts))
    found: dict[str, _Module] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        top = name.split(".")[0]
        path = None if top == _PACKAGE.name else _file_of(name, root)
        if path is None or name in found or (installed and top != module.split(".")[0]):
            continue
        found[name] = one = _read(path, name)
        waiting += [name.rpartition(".")[0], *one.imports]
    return found


def _tables_of(module: _Module) -> list[Path]:
    """Return the TOML files that ``module`` names, or that bear its name, in its folder."""
    named = [
        module.path.with_suffix(".toml").name,
        *(text for text in module.texts if text.endswith(".toml")),
    ]
    return [path for name in named if (path := module.path.parent / name).is_file()]


def _file_of(module: str, root: Path) -> Path | None:
    if not module:
        return None
    base = root.joinpath(*module.split("."))
    candidates = (base.with_suffix(".py"), base / "__init__.py")
    return next((path for path in candidates if path.is_file()), None)


def _read(path: Path, name: str) -> _Module:
    """Return the file of the module called ``name``."""
    tree = ast.parse(path.read_bytes())
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    imports: list[str] = []
    texts: list[str] = []
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom():
                module = _absolute(node, package)
                imports += [module, *(f"{module}.{alias.name}" for alias in node.names)]
            case ast.Import():
                imports += [alias.name for alias in node.names]
            case ast.Constant(value=str(text)):
                texts.append(text)
            case ast.Module() | ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                node.body = [statement for statement in node.body if not _is_words(statement)]
            case ast.JoinedStr():  # Python 3.12 ends widths with an empty text
                node.values = [one for one in node.values if getattr(one, "value", None) != ""]
            case _:
                pass
    return _Module(path, tuple(imports), tuple(texts), _written(tree).encode())


def _written(node: object) -> str:
    """Return a syntax tree as text that every Python gives: fields that hold nothing, which some lack, are left out."""
    if isinstance(node, ast.AST):
        held = [(name, value) for name, value in ast.iter_fields(node) if value is not None and value != []]
        return f"{type(node).__name__}({','.join(f'{name}={_written(value)}' for name, value in held)})"
    return f"[{','.join(map(_written, node))}]" if isinstance(node, list) else repr(node)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    """Return the full name of the module that a module of ``package`` imports from."""
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    return ".".join([*parts[: len(parts) - node.level + 1], *filter(None, [node.module])])


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
