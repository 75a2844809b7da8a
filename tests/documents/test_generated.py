"""Generated pages say what the declarations say; handwritten ones name only what exists."""

import re
import shlex
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from sim.cli.main import COMMANDS
from sim.cli.parser import Parser
from sim.docs import __main__ as docs
from sim.docs.markdown import MARK, WEAK
from sim.docs.model_tables import SECTIONS, fill
from sim.docs.parameter_page import limits, shown
from sim.files.errors import InputError
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import Text
from sim.model.schedule import ORDER
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS, CONSTANTS, DECLARATIONS, PARAMETERS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
WITH_COMMANDS = [DOCS / name for name in ("TRACE.md", "ODD.md", "mesa.md", "index.md")]
ELEMENTS = (
    "1. Purpose and patterns",
    "2. Entities, state variables and scales",
    "3. Process overview and scheduling",
    "4. Design concepts",
    "5. Initialization",
    "6. Input data",
    "7. Submodels",
)
TRACE_ELEMENTS = (
    "1. Problem formulation",
    "2. Model description",
    "3. Data evaluation",
    "4. Conceptual model evaluation",
    "5. Implementation verification",
    "6. Model output verification",
    "7. Model analysis",
    "8. Model output corroboration",
)
# Figures and stories that could not be checked at their source
UNCHECKED = r"pothole|nids?-de-poule|street bump|capex|opex|planner's .*welfare|roundabout|rond-point"


@cache
def both(text: Text) -> list[str]:
    return [text.translate(language) for language in LANGUAGES]


def read(page: Path) -> str:
    return page.read_text("utf-8")


@cache
def rows(name: str) -> dict[str, str]:
    """The table rows of a page of docs/, by the code that opens them."""
    return {m[1]: m[0] for m in re.finditer(r"^\| `([\w-]+)`.*$", read(DOCS / name), re.MULTILINE)}


def unsaid(row: str, *words: str) -> list[str]:
    """What of ``words`` a row does not say; an empty word is nothing that could be said."""
    return [
        word or "(nothing is declared)" for word in words if word.replace("|", "\\|") not in row or not word
    ]


def faulty(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """The offenders of a table of faults by name."""
    return {name: faults for name, faults in found.items() if faults}


def test_generated_pages_are_fresh():
    assert [page.name for page in docs.stale()] == [], "run `make docs`"


def test_check_names_the_stale_page_and_exits_1(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(docs, "FOLDER", tmp_path)
    monkeypatch.setattr(docs.stale, "__defaults__", (tmp_path,))
    monkeypatch.setattr(docs.pages, "__defaults__", (tmp_path,))
    (tmp_path / "ODD.md").write_text(read(DOCS / "ODD.md"), "utf-8")
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0
    (tmp_path / "outcomes.md").write_text("old", "utf-8")
    capsys.readouterr()
    assert docs.main(["--check"]) == 1
    assert "outcomes.md: stale" in capsys.readouterr().err
    assert (tmp_path / "outcomes.md").read_text("utf-8") == "old"


def test_a_page_without_its_markers_is_refused():
    with pytest.raises(ValueError, match="begin schedule"):
        fill(read(DOCS / "ODD.md").replace("<!-- begin schedule -->", ""))


def marked(row: str, weak: bool) -> list[str]:
    return [] if (MARK in row) == weak else ["the mark of weak evidence"]


def faults_of_parameter(name: str) -> list[str]:
    p = PARAMETERS[name]
    row = rows("parameters.md").get(name, "")
    words = [shown(p.default), p.source, p.strength, *both(p.title), *both(p.help)]
    words += [p.unit] * bool(p.unit)
    if p.kind != "text":
        words += [limits(p.possible)] + [limits(p.explored)] * (name not in CONSTANTS)
    contrary = read(DOCS / "parameters.md") if name in CONSTANTS else row
    return unsaid(row, *words) + unsaid(contrary, *both(p.contrary)) + marked(row, p.strength in WEAK)


def test_every_parameter_is_shown_whole():
    assert PARAMETERS
    assert faulty({name: faults_of_parameter(name) for name in PARAMETERS}) == {}


def faults_of_mechanism(name: str) -> list[str]:
    record = DECLARATIONS[name]
    row = rows("evidence.md").get(name, "")
    faults = unsaid(
        row, *both(record.title), *both(record.claim), record.source, record.strength, *both(record.contrary)
    )
    alike = record.claim.translate("en") == record.claim.translate("fr")
    return faults + marked(row, record.strength in WEAK) + ["a claim in one language"] * alike


def test_every_mechanism_shows_its_evidence():
    assert ORDER
    assert faulty({mechanism.name: faults_of_mechanism(mechanism.name) for mechanism in ORDER}) == {}


def faults_of_evidence(name: str) -> list[str]:
    p = ASSUMPTIONS[name]
    opened = rf"^\| `{name}`<br>{re.escape(p.title.translate('en'))}.*$"
    row = re.search(opened, read(DOCS / "evidence.md"), re.MULTILINE)
    return unsaid(row[0], *both(p.help), p.source, p.strength, *both(p.contrary)) if row else ["no row"]


def test_every_assumption_shows_its_evidence():
    assert ASSUMPTIONS
    assert faulty({name: faults_of_evidence(name) for name in ASSUMPTIONS}) == {}


def faults_of_outcome(name: str) -> list[str]:
    outcome = OUTCOMES[name]
    row = rows("outcomes.md").get(name, "")
    words = [*both(outcome.label), *both(outcome.definition), *both(outcome.help), *both(outcome.word)]
    words += [word for word in both(outcome.unit_word) if word]
    words += [{"more": "more · *plus*", "less": "less · *moins*"}.get(str(outcome.direction), "none · ")]
    return unsaid(row, *words) + ["the mark ◇"] * (row.endswith("| ◇ |") != outcome.definitional)


def test_every_outcome_is_shown_whole():
    assert OUTCOMES
    assert faulty({name: faults_of_outcome(name) for name in OUTCOMES}) == {}


@pytest.mark.parametrize(
    ("page", "elements"), [("ODD.md", ELEMENTS), ("TRACE.md", TRACE_ELEMENTS)], ids=["ODD", "TRACE"]
)
def test_the_protocols_elements_stand_in_order(page: str, elements: tuple[str, ...]):
    headings = re.findall(r"^## (\d\..*)$", read(DOCS / page), re.MULTILINE)
    assert tuple(headings) == elements


def test_odd_holds_every_generated_section():
    text = read(DOCS / "ODD.md")
    for name, section in SECTIONS.items():
        assert section().strip() in text, name
    for number, mechanism in enumerate(ORDER, 1):
        assert f"#### {number}. `{mechanism.name}` (section {mechanism.section})" in text


def commands() -> list[str]:
    """Every command in code on the handwritten pages, without what stands between generated markers."""
    found = set()
    for page in WITH_COMMANDS:
        text = re.sub(r"<!-- begin (\w+) -->.*?<!-- end \1 -->", "", read(page), flags=re.DOTALL)
        found |= set(re.findall(r"`((?:two-cities|pytest|make|python -m|solara run) [^`]+)`", text))
    return sorted(found)


def fault_of_command(command: str) -> list[str]:
    tool, *words = shlex.split(command)
    if tool == "two-cities":
        return fault_of_two_cities(*words)
    if tool == "make":
        there = re.search(rf"^{words[0]}:", read(ROOT / "Makefile"), re.MULTILINE)
    elif tool == "python":
        there = (ROOT / words[1].replace(".", "/") / "__main__.py").exists()
    else:
        there = all((ROOT / word).exists() for word in words[tool == "solara" :])
    return [] if there else ["there is no such thing"]


def fault_of_two_cities(name: str, *rest: str) -> list[str]:
    row = next((one for one in COMMANDS if one.name == name), None)
    if row is None:
        return ["there is no such command"]
    if not rest:
        return []
    module = import_module(f"sim.cli.{row.module}")
    parser = Parser(prog=name)
    module.add_arguments(parser)
    try:
        parser.parse_strictly(list(rest))
    except InputError as error:
        return [str(error)]
    missing = name == "sweep" and not (ROOT / "scenarios" / "experiments" / f"{rest[0]}.toml").exists()
    return ["there is no such experiment"] * missing


def test_every_command_named_exists():
    assert commands()
    assert faulty({command: fault_of_command(command) for command in commands()}) == {}


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        ("two-cities lauch", "there is no such command"),
        ("two-cities run control --weks 3", "--weks"),
        ("two-cities sweep nowhere --out x", "there is no such experiment"),
        ("make nothing", "there is no such thing"),
        ("pytest tests/nowhere.py", "there is no such thing"),
        ("python -m sim.nowhere", "there is no such thing"),
        ("solara run nowhere.py", "there is no such thing"),
    ],
)
def test_a_command_that_does_not_exist_is_found_out(command: str, fault: str):
    assert fault in " ".join(fault_of_command(command))


def test_every_path_in_code_exists():
    named = r"`((?:docs|tests|sim|scenarios|examples|benchmarks)/[\w./-]*)`"
    missing = {
        page.name: [path for path in re.findall(named, read(page)) if not (ROOT / path).exists()]
        for page in WITH_COMMANDS
    }
    assert faulty(missing) == {}


def slug(heading: str) -> str:
    """The anchor that hosts of Markdown give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@cache
def anchors(page: Path) -> set[str]:
    return {slug(heading) for heading in re.findall(r"^#+ (.*)$", read(page), re.MULTILINE)}


def leads_nowhere(page: Path, target: str) -> bool:
    if target.startswith(("http:", "https:")):
        return False
    path, _, anchor = target.partition("#")
    file = page.parent / path if path else page
    return not file.exists() or bool(anchor and anchor not in anchors(file))


def test_links_lead_somewhere():
    links = {page: re.findall(r"\]\(([^)\s]+)\)", read(page)) for page in PAGES}
    assert any(links.values())
    lost = {str(page): [link for link in found if leads_nowhere(page, link)] for page, found in links.items()}
    assert faulty(lost) == {}


def test_a_decision_names_its_alternative_and_when_to_revisit_it():
    parts = ("# ", "**Decision.**", "**Why", "**Instead.**", "**Revisit**")
    missing = {
        page.name: [part for part in parts if part not in read(page)]
        + ["its title first"] * (not read(page).startswith("# "))
        + ["its line in index.md"] * (f"(decisions/{page.name})" not in read(DOCS / "index.md"))
        for page in DECISIONS
    }
    assert missing
    assert faulty(missing) == {}


def test_unchecked_figures_are_not_shown():
    declared = [
        " ".join((*both(p.title), *both(p.help), *both(p.contrary), p.source)) for p in PARAMETERS.values()
    ]
    scenarios = [path.read_text("utf-8") for path in (ROOT / "scenarios").rglob("*.toml")]
    for text in (*declared, *scenarios, *map(read, PAGES)):
        assert not re.search(UNCHECKED, text, re.IGNORECASE)
