"""What is installed by whom: the page and the command line need little, and nothing by default is under the GPL."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sim.files.errors import InputError
from sim.files.extras import EXTRAS as MODULES
from sim.files.extras import not_installed
from tests.contracts.distributions import (
    EXTRAS,
    GPL,
    PROJECT,
    ROOT,
    brought_by,
    is_installed,
    licence_of,
    modules_without,
)

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
UNUSED = set(re.findall(r"^UNUSED := (.*)$", MAKEFILE, re.MULTILINE)[0].split())
STUDY = (
    "sim.dashboard.views.study_",
    "sim.dashboard.work.study_",
    "sim.studies",
    "sim.answers.study",
    "sim.cli.explain_study",
    "sim.runs.cluster",
    "sim.cli.bench",
)
ABSENT = """
import importlib.machinery, sys
absent = set(sys.argv.pop(1).split())
class Present(importlib.machinery.PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.partition(".")[0] in absent else super().find_spec(name, path, target)
sys.meta_path[:] = [Present if one is importlib.machinery.PathFinder else one for one in sys.meta_path]
"""
"""Finds nothing of what is not installed; who only asks whether it is there is told no."""
EVERY_MODULE = """
import importlib, json, pkgutil
import sim
missed = {}
for module in pkgutil.walk_packages(sim.__path__, "sim."):
    try:
        importlib.import_module(module.name)
    except ModuleNotFoundError as error:
        missed[module.name] = error.name
print(json.dumps(missed))
"""
COMMANDS = """
import contextlib, io, json
from sim.cli.main import main
small = ["--residents", "100", "--burn-in", "2", "--weeks", "4", "--city", "synthetic:4", "--quiet"]
given = {}
for words in (
    ["--help"], ["parameters"], ["run", "control", *small], ["compare", "control", "emancipatory", *small],
    ["validate", "scenarios/control.toml", "scenarios/experiments/sobol-small.toml"],
    ["app", "--help"], ["sweep", "sobol-small", "--out", "nowhere"], ["analyse", "prim", "nowhere"], ["patterns"],
):
    shown = io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stderr(io.StringIO()) as errors, contextlib.redirect_stdout(shown):
        given[words[0] + " --help" * ("--help" in words[1:])] = [main(words), errors.getvalue()]
print(json.dumps(given))
"""


def light(program: str) -> object:
    """Return what ``program`` prints where nothing is installed but what the page and the command line need."""
    there = brought_by(PROJECT["dependencies"]) - UNUSED
    absent = modules_without(there | {"two-cities"}) - {"sim"}
    done = subprocess.run(
        [sys.executable, "-c", ABSENT + program, " ".join(absent)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


DISTRIBUTIONS = {"sklearn": "scikit-learn"}


def test_every_extra_names_its_modules() -> None:
    wanted = {extra: {Path(text.partition(">")[0]).name for text in texts} for extra, texts in EXTRAS.items()}
    named = {
        extra: {DISTRIBUTIONS.get(module, module.replace("_", "-")) for module in modules}
        for extra, modules in MODULES.items()
    }
    assert named.keys() == wanted.keys()
    assert set.union(*wanted.values()) == set.union(*named.values())
    assert {extra: names - wanted[extra] for extra, names in named.items() if names - wanted[extra]} == {}


def test_nothing_by_default_is_under_the_gpl_and_everything_names_its_licence() -> None:
    """Nor in `batch` and `viz`; EMA Workbench brings Platypus, and has an extra of its own."""
    named = brought_by([*PROJECT["dependencies"], *EXTRAS["batch"], *EXTRAS["gis"], *EXTRAS["viz"]])
    licences = {name: licence_of(name) for name in named if is_installed(name)}
    assert {"numba", "pyarrow", "solara", "scipy"} <= licences.keys()
    assert {name: said for name, said in licences.items() if not said or GPL.search(said)} == {}


def test_requirements_are_those_of_the_default_and_of_batches() -> None:
    """`make requirements` writes them; what only an extra under the GPL brings is not among them."""
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    pinned = {line.split("==")[0] for line in lines if "==" in line}
    wanted = brought_by([*PROJECT["dependencies"], *EXTRAS["batch"], *EXTRAS["gis"], *EXTRAS["viz"]])
    assert wanted - pinned == set(), "run `make requirements`"
    assert pinned & (brought_by(EXTRAS["discovery"]) - wanted) == set(), "run `make requirements`"


def test_the_licence_of_platypus_is_seen() -> None:
    if not is_installed("platypus-opt"):
        pytest.skip("the extra `discovery` is not installed")
    assert "platypus-opt" in brought_by(EXTRAS["discovery"])
    assert GPL.search(licence_of("platypus-opt"))


def test_light_packages_are_enough_for_all_but_studies() -> None:
    missed = light(EVERY_MODULE)
    assert isinstance(missed, dict)
    assert {name: module for name, module in missed.items() if not name.startswith(STUDY)} == {}
    assert set(missed.values()) <= {module for modules in MODULES.values() for module in modules}


def test_commands_run_on_light_packages_or_say_what_to_install() -> None:
    given = light(COMMANDS)
    assert isinstance(given, dict)
    refused = {name: said for name, (status, said) in given.items() if status}
    assert {name: given[name][0] for name in refused} == {"sweep": 2, "analyse": 2, "patterns": 2}
    for name, module in (("sweep", "pyarrow"), ("analyse", "pyarrow"), ("patterns", "matplotlib")):
        assert refused[name].endswith(
            f"two-cities: this needs {module}, which is not installed: `make install`, or "
            "`pip install '.[batch]'`, in the folder of Two Cities brings it\n"
        )
        assert refused[name].count("\n") == 1


def test_the_extra_under_the_gpl_is_named_for_boxes() -> None:
    said = not_installed(
        ModuleNotFoundError("No module named 'ema_workbench'", name="ema_workbench.analysis")
    )
    assert isinstance(said, InputError)
    assert "pip install '.[discovery]'" in str(said)


def test_a_broken_installation_is_not_taken_for_a_light_one() -> None:
    with pytest.raises(ModuleNotFoundError, match="numba"):
        not_installed(ModuleNotFoundError("No module named 'numba'", name="numba"))
