"""The examples of README.md and of docs/*.md are run, in the order in which they are read."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

import sim
from sim.city.load import list_cities, load_city
from sim.cli.main import main
from sim.scenario.scenario import list_assumption_sets

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(?P<kind>\w*) ?(?P<name>\S*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def fences(page: Path) -> list[tuple[str, str, str]]:
    return [(m["kind"], m["name"], m["text"]) for m in FENCE.finditer(page.read_text("utf-8"))]


def with_examples() -> list[Path]:
    return [page for page in PAGES if any(kind in ("console", "python") for kind, _, _ in fences(page))]


@pytest.mark.parametrize("page", with_examples(), ids=lambda page: page.name)
def test_examples_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "examples"))
    expected = None
    for kind, name, text in fences(page):
        if name and kind in ("csv", "toml"):
            (tmp_path / name).write_text(text, "utf-8")
        elif kind == "console":
            run_console(text)
        elif kind == "python":
            capsys.readouterr()
            exec(compile(text, str(page), "exec"), {})
            expected = capsys.readouterr().out
        elif kind == "text" and expected is not None:
            assert text.strip() == expected.strip()
            expected = None


def run_console(text: str) -> None:
    for line in text.splitlines():
        if line.startswith("$ "):
            program, *arguments = shlex.split(line[2:])
            assert program == "two-cities"
            assert main(arguments) == 0, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_json_examples_are_json_and_links_lead_somewhere(page: Path) -> None:
    for kind, _, text in fences(page):
        if kind == "json":
            json.loads(text)
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_readme_names_every_set() -> None:
    words = set(re.findall(r"`([^`\n]+)`", (ROOT / "README.md").read_text("utf-8")))
    assert set(list_assumption_sets()) <= words


def test_attributions_of_shipped_cities_are_in_the_readme() -> None:
    text = " ".join((ROOT / "README.md").read_text("utf-8").split())
    owed = {name: load_city(name).attribution.translate("en") for name in list_cities() if ":" not in name}
    assert len(owed) > 4
    assert {name: said for name, said in owed.items() if said not in text} == {}


def test_versions_agree() -> None:
    for file in ("pyproject.toml", "CITATION.cff"):
        found = re.search(r'^version\s*[:=]\s*"?([\d.]+)"?$', (ROOT / file).read_text("utf-8"), re.MULTILINE)
        assert found
        assert found[1] == sim.__version__
