"""What a visitor takes away and reads: commands, receipts, words that count."""

from __future__ import annotations

import shlex
import tomllib
from dataclasses import replace

import pytest

from sim.city.city import synthetic_city
from sim.dashboard.state.actions import act
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views import exports
from sim.dashboard.views.diary import Diary, Life, Person, introduced, sentences
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
from sim.dashboard.work.answering import Told
from sim.dashboard.work.own_city import OwnCity
from sim.dashboard.work.paired import RESIDENTS, paired_spec
from sim.dashboard.work.residents import RESIDENTS as LIVED
from sim.engine.provenance import digest
from sim.locale.catalogue import LANGUAGES, translate
from sim.parameters import LEVERS


class Nothing:
    """A session that has found nothing yet."""

    diary = None
    own = OwnCity(lambda: None, lambda name: None)
    residents = None

    def paired_of(self, scene: Scene) -> None: ...

    def sets_of(self, scene: Scene) -> None: ...

    def answer_of(self, state: ViewState, number: int) -> Told:
        return Told()

    def whole_of(self, scene: Scene) -> None: ...

    def report(self, state: ViewState) -> str:
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


def test_the_command_prints_the_outcome_of_the_sentence() -> None:
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


def test_settings_tell_two_cities_apart_that_differ_in_one_of_many_districts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = synthetic_city(1_100)
    moved = plain.centroids.copy()
    moved[550] += 0.01
    found = []
    for city in (plain, replace(plain, centroids=moved)):
        monkeypatch.setattr(exports, "city_named", lambda name, city=city: city)
        found.append(exports.receipt(Scene())["settings"])
    assert found[0] != found[1]


def test_a_city_is_credited_in_the_language_of_the_page() -> None:
    credited = panel(ViewState(Scene(language="fr"), panel="more"), Nothing())["attribution"]
    assert credited.startswith("Chiffres\u202f:")
    assert "Limites\u202f:" in credited
    assert panel(ViewState(Scene(), panel="more"), Nothing())["attribution"].startswith("Figures:")


def test_what_a_phone_has_no_bar_for_is_in_the_menu() -> None:
    state = act(ViewState(Scene(), panel="more"), {"do": "focus", "outcome": "calm"})
    menu = panel(state.change(panel="more"), Nothing())
    assert (menu["can_undo"], menu["can_redo"]) == (True, False)
    assert menu["words"]["restart"] == "Start over…"


def lived(after: dict[int, dict[str, float]], **before: float) -> Life:
    """Return a life in which nothing happens but what ``after`` says by week."""
    calm = dict.fromkeys(("spoke", "uses", "shares", "street", "held", "outage", "leak", "short"), 0.0)
    week = {**calm, "wellbeing": 0.5, "low": 0.4, "high": 0.6, "trust": 0.5, **before}
    return Life([{**week, **after.get(number, {})} for number in range(521)])


def test_what_was_so_before_the_choice_is_not_told_as_new() -> None:
    (digital, *_) = sentences(lived({}, uses=1.0, shares=1.0), "en")
    assert digital == "Uses digital services, as before. Data are shared, as before."
    began = {week: {"uses": 1.0} for week in range(60, 521)}
    (digital, *_) = sentences(lived(began), "en")
    assert digital == "Uses digital services from year 2 on. Shares no data, as before."


def test_who_goes_into_the_street_is_told_with_the_reason() -> None:
    out = {110: {"street": 1.0}, 111: {"street": 1.0}}
    told = {
        "trust": (lived({109: {"trust": 0.31}, **out}), "trust in the city had fallen to 31 of 100"),
        "services": (lived({109: {"short": 1.0}, **out}), "services fell short of what was expected"),
        "others": (lived(out), "many others nearby were there"),
    }
    for life, reason in told.values():
        street = sentences(life, "en")[1]
        assert street == f"Goes into the street in year 3, for 2 weeks in all: {reason}."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_life_is_three_to_five_sentences_whatever_happens(language: str) -> None:
    quiet = lived({})
    all_of_it = lived({9: dict.fromkeys(("street", "held", "leak", "outage"), 1.0)})
    assert (len(sentences(quiet, language)), len(sentences(all_of_it, language))) == (3, 5)
    assert (
        sentences(quiet, "en")[-1]
        == "Well-being goes from 50 to 50; half of all residents end between 40 and 60."
    )


def test_a_resident_is_introduced_without_a_trait_to_be_ashamed_of() -> None:
    person = Person("Croydon", 2, -0.5)
    assert (
        introduced(person, "en")
        == "Lives in Croydon. Needs the city’s services more than most. Values order and safety."
    )
    assert introduced(person._replace(opinion=0.1), "fr").endswith(
        "Tient autant à avoir les mains libres qu’à l’ordre."
    )


def test_the_former_residents_life_is_veiled_until_the_next_is_there() -> None:
    scene = Scene(resident=3)
    diary = Diary(3, scene.spec(), Person("Croydon", 1, 0.0), {"A": lived({}), "B": lived({})})
    assert not resident(scene, diary)["veiled"]
    assert resident(scene.change(resident=4), diary)["veiled"]
    other = act(ViewState(scene), {"do": "lever", "letter": "A", "name": "places", "value": 0.9}).scene
    assert resident(other, diary)["veiled"]
    assert len(resident(scene, diary)["columns"]) == 2


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_lever_has_a_case_of_both_camps_of_the_same_length(language: str) -> None:
    lengths = {
        name: [len(translate(f"case-{name}", language)), len(translate(f"case-{name}.order", language))]
        for name in LEVERS
    }
    assert {name: pair for name, pair in lengths.items() if min(pair) < 0.88 * max(pair)} == {}
    assert {name: pair for name, pair in lengths.items() if max(pair) > 90} == {}
    shown = [control for one in lever_panel(ViewState(Scene()))["questions"] for control in one["controls"]]
    assert shown
    assert all(len(control["cases"]) == 2 for control in shown)


def test_the_slider_of_residents_has_the_limits_that_hold() -> None:
    state = ViewState(Scene(), panel="assumptions")
    control = next(one for one in lever_panel(state)["assumptions"]["context"] if one["name"] == "residents")
    for end in (control["low"], control["high"]):
        assert act(state, {"do": "context", "name": "residents", "value": int(end)}).scene.residents == end
    beyond = {"do": "context", "name": "residents", "value": int(control["high"]) + 1}
    assert act(state, beyond).notice
