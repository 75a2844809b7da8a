"""The package as shipped, and rules on its sources that no other tool checks."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import grimp
import networkx
import pytest

ROOT = Path(__file__).parents[2]
DESIGNS = ("sim/studies", "sim/evidence/patterns")
SOURCES = sorted((ROOT / "sim").rglob("*.py"))


def otherwise_drawn(path: Path) -> set[str]:
    """What a file names or imports that draws without a key."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    names = {
        f"{node.value.id}.{node.attr}"
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    imported = {
        alias.name if isinstance(node, ast.Import) else f"{node.module}.{alias.name}"
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    if any(path.is_relative_to(ROOT / room) for room in DESIGNS):
        names.discard("np.random")  # a design's sample is drawn before any city lives
    drawn = {"np.random", "numpy.random", "model.random", "self.random"} & names
    return drawn | {name for name in imported if name.split(".")[0] == "random" or name == "numpy.random"}


def test_nothing_but_draws_draws() -> None:
    """Draws keyed otherwise would not be shared by the cities compared."""
    found = {str(path.relative_to(ROOT)): otherwise_drawn(path) for path in SOURCES}
    assert found
    assert {name: drawn for name, drawn in found.items() if drawn} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import random",
        "from random import choice",
        "from numpy import random",
        "a = np.random.rand()",
        "self.random",
    ],
)
def test_another_way_to_draw_is_found_out(line: str, tmp_path: Path) -> None:
    (tmp_path / "rule.py").write_text(line)
    assert otherwise_drawn(tmp_path / "rule.py")


def test_no_module_is_in_an_import_circle_not_even_by_types() -> None:
    graph = grimp.build_graph("sim", exclude_type_checking_imports=False)
    arrows = networkx.DiGraph()
    for module in graph.modules:
        arrows.add_edges_from((module, other) for other in graph.find_modules_directly_imported_by(module))
    circles = [sorted(one) for one in networkx.strongly_connected_components(arrows) if len(one) > 1]
    assert circles == []


def test_import_contracts_are_kept() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    if not lint.exists():
        pytest.skip("import-linter is not installed beside this Python")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_public_interface_is_there() -> None:
    import sim

    assert [name for name in sim.__all__ if not hasattr(sim, name)] == []
    with pytest.raises(AttributeError, match="'nothing'"):
        sim.nothing  # noqa: B018


def test_requirements_hold_every_dependency() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["batch"]]
    pinned = {line.split("==")[0].lower() for line in (ROOT / "requirements.txt").read_text().splitlines()}
    names = [dependency.split(">")[0].split("=")[0].strip().lower() for dependency in wanted]
    assert [name for name in names if re.sub(r"[._]", "-", name) not in pinned] == []


def test_every_requirement_carries_its_checksums() -> None:
    text = (ROOT / "requirements.txt").read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip()]
    assert len(lines) > 50
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if find_spec("uv") is None:
        pytest.skip("uv is not installed beside this Python: no wheel can be built")
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "uv", "build", "--quiet", "--wheel", "--out-dir", str(out), str(ROOT)]
    subprocess.run(build, check=True, env=os.environ | {"VIRTUAL_ENV": ""})
    return next(out.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_all_data_and_no_test(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        "sim/_scenarios/" + path.relative_to(ROOT / "scenarios").as_posix()
        for path in (ROOT / "scenarios").rglob("*")
        if path.is_file()
    }
    assert "sim/_scenarios/cities/london.geojson" in shipped
    assert shipped - held == set()
    web = {path.relative_to(ROOT).as_posix() for path in (ROOT / "sim" / "dashboard" / "web").rglob("*.*")}
    assert web - held == set()
    assert [name for name in held if "tests" in name] == []


@pytest.mark.slow
def test_the_wheel_works_on_its_own(wheel: Path, tmp_path: Path) -> None:
    """In a clean environment, without the checkout; the dependencies come from this environment's."""
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    install = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--offline", "--no-deps"]
    subprocess.run([*install, "--python", str(python), str(wheel)], check=True)
    site = next((tmp_path / "env" / "lib").glob("python*/site-packages"))
    others = [path for path in sys.path if path.endswith("site-packages")]
    (site / "dependencies.pth").write_text("\n".join(others), "utf-8")
    command = [tmp_path / "env" / "bin" / "two-cities", "run", "control", "--weeks", "4", "--burn-in", "2"]
    done = subprocess.run(
        [*command, "--residents", "200", "--json", "--quiet"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": ""},
    )
    assert done.returncode == 0, done.stderr
    where = [str(python), "-c", "import sim; print(sim.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert found.startswith(str(tmp_path))
