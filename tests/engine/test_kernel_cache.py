"""Compiled kernels are kept, found again from anywhere, believed only when whole, and made anew otherwise."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from numba.core.registry import cpu_target

from sim.engine import arithmetic, kernel_cache, tie_slots
from sim.engine.compile import kernel
from sim.engine.kernel_cache import MOST_VERSIONS, cache_folder, keep_this_version, keeps, kept_kernels
from sim.files.resources import PACKAGE
from tests.thorough import THOROUGH

CALLS: dict[Any, tuple[float, ...]] = {
    arithmetic.clip: (2.0, 0.0, 1.0),
    arithmetic.unit: (-3.0,),
    arithmetic.logistic: (0.0,),
    tie_slots.one_of: (0.5, 4),
}
EXPECTED = [1.0, 0.0, 0.5, 2]
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "one byte short": lambda data: data[:-1],
    "longer": lambda data: data + b"\0",
    "zeros": lambda data: bytes(len(data)),
    "a bit of the checksum": lambda data: flip(data, 3),
    "a bit at the start": lambda data: flip(data, kernel_cache.CHECKSUM_BYTES),
    "a bit in the middle": lambda data: flip(data, len(data) // 2),
    "the last bit": lambda data: flip(data, len(data) - 1),
}
START = """
from sim.engine import arithmetic, kernel_cache, tie_slots
used = (arithmetic.clip, arithmetic.unit, arithmetic.logistic, tie_slots.one_of)
values = [arithmetic.clip(2.0, 0.0, 1.0), arithmetic.unit(-3.0), arithmetic.logistic(0.0), tie_slots.one_of(0.5, 4)]
print(*map(float, values))
print(sum(sum(one.stats.cache_misses.values()) for one in used))
print(kernel_cache.__file__)
"""


def flip(data: bytes, where: int) -> bytes:
    return data[:where] + bytes([data[where] ^ 1]) + data[where + 1 :]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, of which nothing was said yet."""
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kernel_cache._say_damaged.cache_clear()
    kernel_cache._say_unkept.cache_clear()
    return tmp_path / "cache"


def start() -> tuple[list[float], int]:
    """Return what the kernels give as if the program had just started, and how many had to be compiled."""
    fresh = [kernel(known.py_func) for known in CALLS]
    given = [one(*arguments) for one, arguments in zip(fresh, CALLS.values(), strict=True)]
    return given, sum(sum(one.stats.cache_misses.values()) for one in fresh)


def program(root: Path, cache: Path, words: str = START, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(root), "XDG_CACHE_HOME": str(cache)}
    environment.pop("NUMBA_CACHE_DIR", None)
    return subprocess.Popen(
        [sys.executable, "-c", words, *arguments],
        env=environment,
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def outcome(process: subprocess.Popen[str]) -> tuple[list[str], str]:
    out, errors = process.communicate()
    assert process.returncode == 0, errors
    return out.splitlines(), errors


def test_the_second_start_compiles_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start() == (EXPECTED, len(CALLS))
    assert start() == (EXPECTED, 0)
    assert len(kept_kernels()) >= len(CALLS)
    assert capsys.readouterr().err == ""


def test_a_kept_kernel_of_the_package_is_loaded_without_numba_s_library(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start()

    def refresh() -> None:
        raise AssertionError("the whole of Numba's library is imported")

    monkeypatch.setattr(cpu_target.target_context, "refresh", refresh)
    assert start() == (EXPECTED, 0)


def test_whatever_is_damaged_is_compiled_anew_and_said_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start()
    whole = {path: path.read_bytes() for path in kept_kernels()}
    wrong = []
    for place, (path, data) in enumerate(whole.items()):
        for number, (name, damage) in enumerate(DAMAGES.items()):
            if not THOROUGH and number % len(whole) != place:
                continue  # every kind of one kernel or other
            path.write_bytes(damage(data))
            kernel_cache._say_damaged.cache_clear()
            given, _ = start()
            said = capsys.readouterr().err
            again, compiled = start()
            if not (given == again == EXPECTED and compiled == 0 and said.count("\n") == 1):
                wrong.append((path.name, name, given, compiled, said))
            path.write_bytes(data)
    assert whole
    assert wrong == []


def test_one_kernels_file_in_the_place_of_anothers_is_damage(folder: Path) -> None:
    start()
    files = kept_kernels()
    for path in files[1:]:
        shutil.copyfile(files[0], path)
    assert start()[0] == EXPECTED


def test_damage_is_found_before_anything_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So that the first start's announcement is made again where most is lost."""
    start()
    files = kept_kernels()
    for path in files:
        path.write_bytes(path.read_bytes()[:-1])
    assert kept_kernels() == []
    assert list(cache_folder().iterdir()) == []
    assert capsys.readouterr().err == f"Compiled code in {cache_folder()} is damaged; it is compiled anew.\n"


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[list[str], str]]]:
    """A cache that two programs filled at once, and what each of them said."""
    cache = tmp_path_factory.mktemp("together") / "cache"
    programs = [program(PACKAGE.parent, cache) for _ in range(2)]
    return cache, [outcome(one) for one in programs]


@pytest.fixture
def filled(together: tuple[Path, list[tuple[list[str], str]]], tmp_path: Path) -> tuple[Path, str]:
    """A copy of a filled cache, and what the kernels give that filled it."""
    cache, ((given, _), _) = together
    return Path(shutil.copytree(cache, tmp_path / "cache")), given[0]


def test_a_program_heals_what_it_finds_damaged(filled: tuple[Path, str]) -> None:
    cache, first = filled
    for number, path in enumerate(sorted(cache.rglob("*.kernel"))):
        damage = [*DAMAGES.values()][number % len(DAMAGES)]
        path.write_bytes(damage(path.read_bytes()))
    second, said = outcome(program(PACKAGE.parent, cache))
    third, silent = outcome(program(PACKAGE.parent, cache))
    assert first == second[0] == third[0]
    assert (said.count("\n"), "damaged; it is compiled anew" in said) == (1, True)
    assert (third[1], silent) == ("0", "")


def test_a_folder_that_cannot_be_written_to_is_said_once_and_all_works(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write_text("a file where the folder should be")  # permissions do not hold the superuser back
    assert not keeps()
    assert start() == (EXPECTED, len(CALLS))
    said = capsys.readouterr().err
    assert said.startswith(f"Nothing can be kept in {cache_folder()} (")
    assert said.count("\n") == 1


def test_an_account_without_a_home_folder_works(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", nowhere)
    assert start()[0] == EXPECTED
    assert capsys.readouterr().err.startswith("Nothing can be kept in")


def test_a_disk_that_refuses_leaves_nothing_half_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert start()[0] == EXPECTED
    assert list(cache_folder().iterdir()) == []
    assert "(No space left on device)" in capsys.readouterr().err


def test_programs_that_compile_at_once_do_not_harm_each_other_and_a_copied_checkout_need_not_compile(
    together: tuple[Path, list[tuple[list[str], str]]], filled: tuple[Path, str], tmp_path: Path
) -> None:
    (cache, given), copy = together, tmp_path / "elsewhere"
    assert {lines[0] for lines, _ in given} == {filled[1]}
    assert [errors for _, errors in given] == [""] * 2
    assert str(len(CALLS)) in {lines[1] for lines, _ in given}
    assert {path.suffix for path in cache.rglob("*") if path.is_file()} == {".kernel"}
    shutil.copytree(PACKAGE, copy / "sim", ignore=shutil.ignore_patterns("__pycache__"))
    for path in copy.rglob("*.py"):
        os.utime(path, (0, 0))
    there, said = outcome(program(copy, filled[0]))
    assert there[2].startswith(str(copy))
    assert (there[:2], said) == ([filled[1], "0"], "")


OUTSIDE = {
    "rate.py": "RATE = 2.0\n",
    "helper.py": "from sim.engine.compile import kernel\n\n@kernel\ndef half(x):\n    return x / 2\n",
    "other.py": "from sim.engine.compile import kernel\n\n@kernel\ndef plus(x):\n    return x + 1\n",
    "outside.py": (
        "from sim.engine.compile import kernel\nfrom rate import RATE\nfrom helper import half\nimport other\n\n"
        "@kernel\ndef rule(x):\n    return RATE * half(x) + other.plus(x)\n\n"
        "print(rule(4.0), sum(rule.stats.cache_misses.values()))\n"
    ),
}


CHANGES = {  # file: old words, new words, what the rule then gives for 4
    "rate.py": ("2.0", "3.0", 11.0),
    "helper.py": ("x / 2", "x / 4", 7.0),
    "other.py": ("x + 1", "x + 2", 10.0),
    "outside.py": ("RATE *", "-RATE *", 1.0),
}


IN_EACH = """
import importlib, sys
for folder in sys.argv[1:]:
    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    import outside
    sys.path.remove(folder)
    for name in ("outside", "helper", "other", "rate"):
        del sys.modules[name]
"""
"""What imports the rule anew from each folder it is named."""


def test_a_kernel_from_outside_follows_all_that_it_is_made_of(tmp_path: Path) -> None:
    """Its file, the kernels it calls by name or through their module, and the numbers that it imports."""

    def rule(name: str, **changed: str) -> str:
        folder = tmp_path / name
        folder.mkdir()
        for file, text in (OUTSIDE | changed).items():
            (folder / file).write_text(text)
        return str(folder)

    def given(*folders: str) -> list[str]:
        return outcome(program(PACKAGE.parent, tmp_path / "cache", IN_EACH, *folders))[0]

    assert given(rule("as it was")) == ["9.0 1"]
    changed = [
        rule(f"other {file}", **{file: OUTSIDE[file].replace(old, new)})
        for file, (old, new, _) in CHANGES.items()
    ]
    assert given(rule("moved"), *changed) == [
        "9.0 0",
        *(f"{expected} 1" for *_, expected in CHANGES.values()),
    ]


def test_a_kernel_closed_over_a_variable_is_never_kept(folder: Path) -> None:
    def times(factor: float) -> Any:
        return kernel(lambda x: factor * x)

    assert [times(2.0)(3.0), times(5.0)(3.0)] == [6.0, 15.0]
    assert kept_kernels() == []


def test_of_other_versions_those_used_last_are_kept_and_nothing_else_is_touched(folder: Path) -> None:
    root = cache_folder().parents[1]
    for age in range(2 * MOST_VERSIONS):
        older = root / f"{age:016x}"
        (older / "cp311").mkdir(parents=True)
        (older / "cp311" / f"clip{kernel_cache.ENDING}").write_bytes(b"kept")
        (older / "notes.txt").write_text("somebody's own")
        os.utime(older, (-age, -age))
    others = {root / name for name in ("openings", "answers")}
    for other in (*others, cache_folder()):
        other.mkdir(parents=True)
    keep_this_version()
    kept = {path for path in root.iterdir() if (path / "cp311").exists()}
    assert kept == {root / f"{age:016x}" for age in range(MOST_VERSIONS - 1)}
    assert cache_folder().is_dir()
    assert others < set(root.iterdir())
    assert (older / "notes.txt").read_text() == "somebody's own"
