"""What a visitor takes away and reads: commands, receipts, words that count."""

from __future__ import annotations

import shlex
import tomllib

from sim.dashboard.state.actions import act
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.diary import RESIDENTS as LIVED
from sim.dashboard.views.diary import Year, sentences
from sim.dashboard.views.exports import (
    command,
    command_of_run,
    files,
    line_of_receipt,
    lines_of_receipt,
    scenario_text,
)
from sim.dashboard.views.lever_panel import lever_panel
from sim.dashboard.views.panel import panel
from sim.dashboard.views.panels.resident import resident
from sim.dashboard.work.paired import RESIDENTS, paired_spec
from sim.engine.provenance import digest


class Nothing:
    """A session that has found nothing yet."""

    diary = None

    def paired_of(self, scene: Scene) -> None: ...

    def sets_of(self, scene: Scene) -> None: ...

    def report(self, scene: Scene) -> str:
        return ""


def changed(scene: Scene | None = None) -> Scene:
    return act(
        ViewState(scene or Scene()), {"do": "lever", "letter": "B", "name": "places", "value": 0.9}
    ).scene


def option(words: str, name: str) -> str:
    parts = shlex.split(words)
    return parts[parts.index(name) + 1]


def test_the_command_makes_the_runs_of_the_sentence() -> None:
    scene = Scene(seed=3, residents=10_000)
    first, number = int(option(command(scene), "--seed")), int(option(command(scene), "--seeds"))
    assert tuple(range(first, first + number)) == paired_spec(scene).seeds
    assert option(command(scene), "--residents") == str(RESIDENTS)
    assert option(command_of_run(scene), "--seed") == "3"
    assert "--seeds" not in command_of_run(scene)


def test_the_command_prints_the_dial_of_the_sentence() -> None:
    assert "--all" not in command(Scene(focus="calm"))
    assert "--all" in command(Scene(focus="isolated"))


def test_files_the_command_reads_are_to_be_saved_first() -> None:
    assert files(Scene()) == []
    assert files(changed()) == ["city-b.toml"]
    for name in ("more", "report"):
        state = ViewState(changed(), panel=name)
        assert any("city-b.toml" in note for note in panel(state, Nothing())["command_notes"])
        assert len(panel(ViewState(Scene(), panel=name), Nothing())["command_notes"]) == 1


def test_what_is_saved_carries_the_receipt() -> None:
    scene = act(ViewState(changed()), {"do": "assumption", "name": "trust_speed", "value": 0.05}).scene
    lines = lines_of_receipt(scene)
    for line in ("cities: A emancipatory, B city-b.toml", "seeds: 1", "residents: 10000", "weeks: 104 + 520"):
        assert line in lines
    assert "assumptions: central, trust_speed=0.05" in lines
    assert any(line.startswith("city: london, 33 districts, ") for line in lines)
    assert f"digest: {digest()}" in lines
    assert f"command: {command_of_run(scene)}" in lines
    text = scenario_text(scene, "B")
    assert text.startswith(f"# Simulation, not a forecast\n# {line_of_receipt(scene)}\n")
    assert tomllib.loads(text)["levers"]["places"] == 0.9


def test_a_city_is_credited_in_the_language_of_the_page() -> None:
    credited = panel(ViewState(Scene(language="fr"), panel="more"), Nothing())["attribution"]
    assert credited.startswith("Chiffres\u202f:")
    assert "Limites\u202f:" in credited
    assert panel(ViewState(Scene(), panel="more"), Nothing())["attribution"].startswith("Figures:")


def test_what_a_phone_has_no_bar_for_is_in_the_menu() -> None:
    state = act(ViewState(Scene(), panel="more"), {"do": "focus", "dial": "calm"})
    menu = panel(state.change(panel="more"), Nothing())
    assert (menu["can_undo"], menu["can_redo"]) == (True, False)
    assert menu["words"]["restart"] == "Start over…"


def year(spoke: int) -> Year:
    return Year(0.5, 0.4, 0.6, spoke, uses=False, shares=False, street=0, held=0, outage=0, leaks=0)


def test_weeks_of_speech_are_counted_out_of_a_year() -> None:
    assert "in 27 weeks of 52." in sentences([year(27)], "en")[0]
    assert "in 1 week of 52." in sentences([year(1)], "en")[0]
    assert "S’exprime 52 semaines sur 52." in sentences([year(52)], "fr")[0]
    assert "S’exprime 0 semaine sur 52." in sentences([year(0)], "fr")[0]


def test_the_diary_says_how_its_resident_comes_and_in_how_large_a_city() -> None:
    words = resident(Scene(language="fr"), None)["diary"]["drawn"]
    assert "liste que personne n’a choisie" in words
    assert f"{LIVED // 1000}\u202f000 habitants" in words
    three = act(ViewState(Scene()), {"do": "room"}).change(panel="resident")
    assert panel(three, Nothing())["title"] == "One resident, three cities"


def test_one_changed_assumption_is_singular() -> None:
    state = act(ViewState(Scene()), {"do": "assumption", "name": "trust_speed", "value": 0.05})
    assert lever_panel(state)["assumed"].startswith("1 assumption differs")
    more = act(state, {"do": "assumption", "name": "chilling", "value": 0.5})
    assert lever_panel(more)["assumed"].startswith("2 assumptions differ")
