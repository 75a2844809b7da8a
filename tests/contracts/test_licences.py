"""Licences of what is installed by default."""

from __future__ import annotations

import pytest

from benchmarks.audit import default_libraries, faults, is_gpl, licence_of
from tests.contracts.distributions import is_installed

LICENCES = {
    "GPL-3.0-only": True,
    "GNU General Public License v3 (GPLv3)": True,
    "AGPL-3.0-or-later": True,
    "MIT / GPL-2.0-or-later": True,
    "LGPL-2.1-or-later": False,
    "GNU Lesser General Public License v3": False,
    "GPL-3.0-or-later WITH GCC-exception-3.1": False,
    "BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1 AND MIT": False,
    "MIT": False,
    "": False,
}


@pytest.mark.parametrize(("licence", "gpl"), LICENCES.items())
def test_the_gpl_is_known_by_all_its_names(licence: str, gpl: bool) -> None:
    assert is_gpl(licence) is gpl


def test_nothing_under_the_gpl_comes_by_default() -> None:
    libraries = default_libraries()
    assert {"mesa", "numba", "solara", "segno", "starlette"} <= libraries
    assert faults({name: licence_of(name) for name in libraries}) == []


@pytest.mark.parametrize(("extra", "brought"), [("search", {"pymoo", "moocore"}), ("smc", {"pyabc"})])
def test_nothing_under_the_gpl_comes_with_search_and_calibration(extra: str, brought: set[str]) -> None:
    for name in brought:
        if not is_installed(name):
            pytest.skip(f"{name} is not installed")
    libraries = default_libraries([extra]) - default_libraries()
    assert brought <= libraries
    assert faults({name: licence_of(name) for name in libraries}) == []


def test_a_library_that_says_nothing_is_a_fault() -> None:
    assert faults({"a": "MIT", "b": "", "c": "GPL-3.0-only"}) == ["b: no licence found", "c: GPL-3.0-only"]


def test_a_bill_of_materials_is_believed_first() -> None:
    told = [{"license": {"id": "MIT"}}, {"license": {"name": "MIT"}}, {"expression": "BSD-3-Clause"}]
    assert licence_of("anything", told) == "MIT / BSD-3-Clause"
