"""The one digest: it follows code and numbers wherever they move, and no word."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from sim.engine import provenance
from sim.files.resources import PACKAGE
from tests.package_copy import copy_package, run_in

SMALL = (
    "from sim.model.city_model import CityModel;"
    "city = CityModel(city='synthetic:4', residents=64, burn_in=2, weeks=2, rng=1).run();"
    "print(repr(float(city.columns['trust'].sum())))"
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package that may be changed."""
    return copy_package(tmp_path)


def digest_of(copy: Path) -> str:
    return run_in(copy, "import sim; print(sim.provenance.digest())")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} does not contain {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_file_with_compiled_code_takes_part() -> None:
    inside = set(provenance.sources().values())
    marked = [
        path
        for path in PACKAGE.rglob("*.py")
        if any(
            line.startswith(("@kernel", "@bare_kernel", "@inline"))
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    ]
    assert marked
    assert not [str(path) for path in marked if path not in inside]


def test_no_page_and_no_words_take_part() -> None:
    rooms = {name.split(".")[1] for name in provenance.sources()}
    assert not rooms & {"dashboard", "locale", "cli", "docs", "studies", "evidence"}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the digest of this package was kept in, in a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    provenance.keep_digest()
    (file,) = tmp_path.rglob("*.digest")
    return file


def test_the_digest_kept_is_found_again_without_reading_a_module(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provenance, "_reached", None)
    assert provenance.digest.__wrapped__() == provenance.digest()


def test_the_digest_kept_is_another_package_s_as_soon_as_one_byte_differs(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept.read_bytes()
    monkeypatch.setattr(provenance, "_every_byte", lambda: b"other bytes")
    monkeypatch.setattr(provenance, "_walked", lambda: "0123456789abcdef")
    assert provenance.digest.__wrapped__() == "0123456789abcdef"
    provenance.keep_digest()
    assert kept.read_bytes() != before


@pytest.mark.parametrize("where", [0, 3, 16, 17, -1])
def test_a_damaged_digest_is_never_believed(kept: Path, where: int, monkeypatch: pytest.MonkeyPatch) -> None:
    walked = provenance.digest()
    monkeypatch.setattr(provenance, "_walked", lambda: walked)  # reading all modules takes half a second
    whole = kept.read_bytes()
    data = bytearray(whole)
    data[where] ^= 1
    kept.write_bytes(data)
    assert provenance.digest.__wrapped__() == provenance.digest()
    provenance.keep_digest()
    assert kept.read_bytes() == whole


def test_asking_for_the_digest_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert provenance.digest.__wrapped__() == provenance.digest()
    assert list(tmp_path.iterdir()) == []


def test_every_byte_of_a_source_and_of_a_declaration_counts(copy: Path) -> None:
    words = "from sim.engine import provenance; print(provenance._every_byte().hex())"
    seen = [run_in(copy, words)]
    for file in ("mechanisms/trust.py", "mechanisms/trust.toml", "cli/main.py"):
        path = copy / "sim" / file
        path.write_bytes(path.read_bytes() + b"\n")
        seen.append(run_in(copy, words))
    assert len(set(seen)) == len(seen)


def test_a_syntax_tree_is_written_alike_by_every_python() -> None:
    tree = ast.parse("def f(x=None): return f'{x}', -0.5, ...")
    returned = (
        "Tuple(elts=[JoinedStr(values=[FormattedValue(value=Name(id='x',ctx=Load()),conversion=-1)]),"
        "UnaryOp(op=USub(),operand=Constant(value=0.5)),Constant(value=Ellipsis)],ctx=Load())"
    )
    arguments = "arguments(args=[arg(arg='x')],defaults=[Constant()])"
    function = f"FunctionDef(name='f',args={arguments},body=[Return(value={returned})])"
    assert provenance._written(tree) == f"Module(body=[{function}])"


def test_a_french_word_leaves_the_digest_as_it_was(copy: Path) -> None:
    change(copy / "sim" / "locale" / "fr.ftl", "mode-debate = Débat", "mode-debate = Débat public")
    assert digest_of(copy) == provenance.digest()


def test_a_comment_and_a_docstring_leave_the_digest_as_it_was(copy: Path) -> None:
    change(
        copy / "sim" / "mechanisms" / "trust.py",
        "Claim: trust follows",
        "# x\nClaim: trust, they say, follows",
    )
    assert digest_of(copy) == provenance.digest()


@pytest.mark.slow
def test_a_kernel_moved_into_a_new_room_and_changed_changes_the_result(copy: Path) -> None:
    before, at_first = run_in(copy, SMALL), digest_of(copy)
    room = copy / "sim" / "mechanisms" / "feelings"
    room.mkdir()
    (room / "__init__.py").touch()
    shutil.move(copy / "sim" / "mechanisms" / "trust.py", room / "trust.py")
    change(copy / "sim" / "model" / "schedule.py", "    trust,\n", "")
    change(
        copy / "sim" / "model" / "schedule.py",
        "from sim.engine.mechanism",
        "from sim.mechanisms.feelings import trust\nfrom sim.engine.mechanism",
    )
    moved = digest_of(copy)
    assert moved != at_first
    assert run_in(copy, SMALL) == before
    change(room / "trust.py", "c.trust[i] += p.trust_speed", "c.trust[i] += 0.0 * p.trust_speed")
    assert digest_of(copy) != moved
    assert run_in(copy, SMALL) != before
