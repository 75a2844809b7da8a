"""What is counted of an installation is what `make demo` leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.installed import ROOT, Demo

MAKEFILE = r"""
LIBRARIES := .venv/share/cdn
KEPT := -path '*/page@*/dist/*.min.js' -o -path '*/page@*/dist/*.woff2' \
	-o -path '*/LICENSE*'
UNUSED := debugger notebook-widgets
"""


def test_what_a_makefile_says_of_it_is_read() -> None:
    assert Demo.read(MAKEFILE) == Demo(
        frozenset({"debugger", "notebook-widgets"}),
        "share/cdn",
        ("*/page@*/dist/*.min.js", "*/page@*/dist/*.woff2", "*/LICENSE*"),
    )


@pytest.mark.parametrize(
    ("file", "left"),
    [
        ("lib/numpy/core.py", True),
        ("share/cdn/page@1.2/dist/a/b.min.js", True),
        ("share/cdn/page@1.2/LICENSE.txt", True),
        ("share/cdn/page@1.2/dist/b.js", False),
        ("share/cdn/other@3/dist/b.min.js", False),
    ],
)
def test_of_the_browser_s_libraries_only_those_asked_for_are_left(file: str, left: bool) -> None:
    assert Demo.read(MAKEFILE).is_left(Path("/home/somebody/.venv") / file) is left


def test_the_project_s_own_makefile_says_it() -> None:
    demo = Demo.read((ROOT / "Makefile").read_text(encoding="utf-8"))
    assert "debugpy" in demo.without
    assert demo.kept
