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


def assert_says(row: str, *words: str) -> None:
    for word in words:
        assert word.strip(), f"something is not declared: {row}"
        assert word.replace("|", "\\|") in row


def test_generated_pages_are_fresh():
    assert [page.name for page in docs.stale()] == [], "run `make docs`"


def test_check_names_the_stale_page_and_exits_1(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(docs, "FOLDER", tmp_path)
    monkeypatch.setattr(docs.stale, "__defaults__", (tmp_path,))
    monkeypatch.setattr(docs.pages, "__defaults__", (tmp_path,))
    (tmp_path / "ODD.md").write_text(read(DOCS / "ODD.md"), "utf-8")
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0
    (tmp_path / "dials.md").write_text("old", "utf-8")
    capsys.readouterr()
    assert docs.main(["--check"]) == 1
    assert "dials.md: stale" in capsys.readouterr().err
    assert (tmp_path / "dials.md").read_text("utf-8") == "old"


def test_a_page_without_its_markers_is_refused():
    with pytest.raises(ValueError, match="begin schedule"):
        fill(read(DOCS / "ODD.md").replace("<!-- begin schedule -->", ""))


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_is_shown_whole(name: str):
    p = PARAMETERS[name]
    row = rows("parameters.md")[name]
    assert_says(row, shown(p.default), p.source, p.strength, *both(p.title), *both(p.help))
    assert (MARK in row) == (p.strength in WEAK)
    if p.kind != "text":
        assert_says(row, limits(p.possible))
    if p.unit:
        assert_says(row, p.unit)
    if name in CONSTANTS:
        assert_says(read(DOCS / "parameters.md"), *both(p.contrary))
    else:
        assert_says(row, *both(p.contrary))
        if p.kind != "text":
            assert_says(row, limits(p.explored))


@pytest.mark.parametrize("mechanism", ORDER, ids=lambda m: m.name)
def test_every_mechanism_shows_its_evidence(mechanism):
    record = DECLARATIONS[mechanism.name]
    row = rows("evidence.md")[mechanism.name]
    assert_says(
        row, *both(record.title), *both(record.claim), record.source, record.strength, *both(record.contrary)
    )
    assert (MARK in row) == (record.strength in WEAK)
    assert record.claim.translate("en") != record.claim.translate("fr")


@pytest.mark.parametrize("name", ASSUMPTIONS)
def test_every_assumption_shows_its_evidence(name: str):
    p = ASSUMPTIONS[name]
    row = re.search(
        rf"^\| `{name}`<br>{re.escape(p.title.translate('en'))}.*$", read(DOCS / "evidence.md"), re.MULTILINE
    )
    assert row
    assert_says(row[0], *both(p.help), p.source, p.strength, *both(p.contrary))


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_dial_is_shown_whole(name: str):
    dial = OUTCOMES[name]
    row = rows("dials.md")[name]
    assert_says(
        row,
        *both(dial.label),
        *both(dial.definition),
        *both(dial.help),
        *both(dial.word),
        *filter(None, both(dial.unit_word)),
    )
    assert_says(row, {"more": "more · *plus*", "less": "less · *moins*"}.get(str(dial.direction), "none · "))
    assert row.endswith("| ◇ |") == dial.definitional


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


@pytest.mark.parametrize("command", commands())
def test_every_command_named_exists(command: str):
    tool, *words = shlex.split(command)
    if tool == "make":
        assert re.search(rf"^{words[0]}:", read(ROOT / "Makefile"), re.MULTILINE)
    elif tool == "pytest":
        assert all((ROOT / word).exists() for word in words)
    elif tool == "python":
        assert (ROOT / words[1].replace(".", "/") / "__main__.py").exists()
    elif tool == "solara":
        assert (ROOT / words[1]).exists()
    else:
        assert_two_cities_takes(words)


def assert_two_cities_takes(words: list[str]) -> None:
    name, *rest = words
    row = next((one for one in COMMANDS if one.name == name), None)
    assert row, f"there is no command {name}"
    if not rest:
        return
    module = import_module(f"sim.cli.{row.module}")
    parser = Parser(prog=name)
    module.add_arguments(parser)
    parser.parse_strictly(rest)  # raises InputError for what the command does not take
    if name == "sweep":
        assert (ROOT / "scenarios" / "experiments" / f"{rest[0]}.toml").exists()


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_every_path_in_code_exists(page: Path):
    for path in re.findall(r"`((?:docs|tests|sim|scenarios|examples|benchmarks)/[\w./-]*)`", read(page)):
        assert (ROOT / path).exists(), path


def slug(heading: str) -> str:
    """The anchor that hosts of Markdown give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path):
    for target in re.findall(r"\]\(([^)\s]+)\)", read(page)):
        if target.startswith(("http:", "https:")):
            continue
        path, _, anchor = target.partition("#")
        file = page.parent / path if path else page
        assert file.exists(), target
        if anchor:
            assert anchor in {slug(h) for h in re.findall(r"^#+ (.*)$", read(file), re.MULTILINE)}, target


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_names_its_alternative_and_when_to_revisit_it(page: Path):
    text = read(page)
    assert text.startswith("# ")
    assert all(word in text for word in ("**Decision.**", "**Why", "**Instead.**", "**Revisit**"))
    assert f"(decisions/{page.name})" in read(DOCS / "index.md")


def test_unchecked_figures_are_not_shown():
    declared = [
        " ".join((*both(p.title), *both(p.help), *both(p.contrary), p.source)) for p in PARAMETERS.values()
    ]
    scenarios = [path.read_text("utf-8") for path in (ROOT / "scenarios").rglob("*.toml")]
    for text in (*declared, *scenarios, *map(read, PAGES)):
        assert not re.search(UNCHECKED, text, re.IGNORECASE)
