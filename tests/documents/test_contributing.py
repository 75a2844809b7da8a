"""The recipes of CONTRIBUTING.md are executed in a copy; each step left out is noticed, and the file named."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from sim.engine.kernel_cache import cache_folder
from tests.package_copy import copy_package

ROOT = Path(__file__).parents[2]
RECIPES = re.split(r"^## Add an? ", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
CODE = r"(?:`` (?P<{0}>.+?) ``|`(?P<{0}_plain>[^`]+)`)"
STEP = re.compile(
    r"^(?:"
    r"(?:Write|Add to) `(?P<whole>[^`]+)`:"
    r"|In `(?P<file>[^`]+)`, after `(?P<after>[^`]+)`, add:"
    r"|In `(?P<changed>[^`]+)`, replace " + CODE.format("old") + " with " + CODE.format("new") + r"\."
    r"|Run `(?P<command>[^`]+)`\."
    r")(?:\n\n```\w+\n(?P<text>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
CHECK = ("tests/contracts/test_whole.py",)
NOT_MISSED = {"city", "language", "panel"}
"""Nothing needs what these recipes add, and each of their files is whole by itself, or refused by its command."""


@dataclass(frozen=True)
class Step:
    """One step: the file it makes or changes, or the command it runs."""

    file: str
    text: str
    after: str = ""
    old: str = ""
    command: str = ""

    def take(self, folder: Path) -> None:
        """Do in ``folder`` what the step says."""
        if self.command:
            run(folder, *shlex.split(self.command)[1:])
            return
        path = folder / self.file
        before = path.read_text("utf-8") if path.exists() else ""
        if self.old:
            assert self.old in before, f"{self.file}: nothing to replace"
            after = before.replace(self.old, self.text, 1)
        elif self.after:
            lines = before.splitlines(keepends=True)
            place = next(n for n, line in enumerate(lines) if line.rstrip("\n").startswith(self.after))
            after = "".join([*lines[: place + 1], self.text, *lines[place + 1 :]])
        else:
            after = before + self.text
        path.write_text(after, "utf-8")


def steps_of(recipe: str) -> list[Step]:
    return [step_of(found) for found in STEP.finditer(recipe)]


def step_of(found: re.Match[str]) -> Step:
    text = found["text"] or ""
    if found["command"]:
        return Step("", "", command=found["command"])
    if found["changed"]:
        old, new = (found[name] or found[f"{name}_plain"] for name in ("old", "new"))
        return Step(found["changed"], new, old=old)
    return Step(found["whole"] or found["file"], text, after=found["after"] or "")


def title_of(recipe: str) -> str:
    return recipe.splitlines()[0]


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in ``folder`` with ``words`` and expect it to succeed."""
    done = python(folder, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def python(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=600
    )


def keep_compiled(folder: Path) -> None:
    """Let programs in ``folder`` find the kernels that are compiled here, while their code is the same."""
    compiled, kept = cache_folder().parent, folder / "cache" / "two-cities"
    kept.mkdir(parents=True)
    (kept / compiled.name).symlink_to(compiled)


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    return python(folder, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", *CHECK)


def copy_project(folder: Path) -> Path:
    """Copy into ``folder`` what recipes touch and checks read."""
    copy_package(folder)
    for name in ("tests", "docs", "benchmarks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "img"))
    for name in ("README.md", "pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def test_every_recipe_has_steps() -> None:
    titles = [title_of(recipe) for recipe in RECIPES]
    assert titles == [
        "assumption",
        "lever",
        "outcome",
        "mechanism",
        "scenario",
        "city",
        "language",
        "panel",
        "answer",
    ]
    assert all(steps_of(recipe) for recipe in RECIPES)
    fences = "".join(RECIPES).count("\n```") // 2
    assert fences == sum(bool(step.text and not step.old) for recipe in RECIPES for step in steps_of(recipe))


FAST = {"scenario"}
"""A recipe that needs nothing compiled anew."""

PAGE = {"panel": "thanks", "answer": "close"}
"""Recipes of the page, and the panel that each adds."""

EACH = [
    pytest.param(recipe, id=title_of(recipe), marks=[] if title_of(recipe) in FAST else pytest.mark.slow)
    for recipe in RECIPES
]


@pytest.mark.parametrize("recipe", EACH)
def test_a_recipe_gives_a_whole(recipe: str, tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    if title_of(recipe) in FAST:
        keep_compiled(folder)
    for step in steps_of(recipe):
        step.take(folder)
    done = check(folder)
    assert done.returncode == 0, done.stdout
    if title_of(recipe) in PAGE:
        opens = f"test_each_panel_opens and {PAGE[title_of(recipe)]}-"
        run(folder, "-m", "pytest", "-q", "-n", "0", "tests/dashboard/test_panels.py", "-k", opens)
    if title_of(recipe) not in FAST:
        run(folder, *shlex.split("-m sim run control --residents 100 --burn-in 2 --weeks 4 --quiet"))


LEFT_OUT = [
    pytest.param(recipe, place, id=f"{title_of(recipe)}-{place}")
    for recipe in RECIPES
    for place, _ in enumerate(steps_of(recipe))
    if title_of(recipe) not in NOT_MISSED
]


@pytest.mark.slow
@pytest.mark.parametrize(("recipe", "left_out"), LEFT_OUT)
def test_a_step_left_out_is_named(recipe: str, left_out: int, tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    steps = steps_of(recipe)
    for place, step in enumerate(steps):
        if place != left_out and not (step.command and place > left_out):
            step.take(folder)
    done = check(folder)
    said = done.stdout + done.stderr  # a package that refuses its declarations stops the check at its import
    assert done.returncode != 0, said
    step = steps[left_out]
    named = step.file or ("docs/" if "docs" in step.command else "tests/golden/")
    assert named in said
