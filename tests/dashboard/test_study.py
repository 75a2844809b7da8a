"""A study on the page: what is in, its pictures, what does not fit, and its points as cities."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from sim.dashboard.state import actions_study
from sim.dashboard.state.actions import act
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.study import PICTURES
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views import study as study_view
from sim.dashboard.views.panel import panel
from sim.dashboard.views.study import asked_of_study
from sim.dashboard.work import study as study_work
from sim.dashboard.work.study import Study
from sim.locale.catalogue import LANGUAGES, translate
from sim.locale.numbers import number, trimmed
from sim.outcomes import OUTCOMES
from sim.scenario.scenario import list_scenarios, load_scenario
from sim.studies import open_results, sample, sweep
from sim.studies import shipped as study_shipped
from sim.studies.analysis.fan import fan
from sim.studies.analysis.outcome import cells_of
from sim.studies.analysis.paired import paired
from sim.studies.analysis.sensitivity import sobol
from sim.studies.store import Failure, Store
from tests.dashboard.test_takeaway import Nothing
from tests.studies.small import HERE, design

SHORT = {"seeds": 2, "weeks": 4, "burn_in": 1, "residents": 60}
LEVERS = {"openness": {}, "surveillance": {}}
SALTELLI = {"design": {"method": "saltelli", "samples": 4}, "run": SHORT, "vary": LEVERS}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("saltelli")
    sweep(design(**SALTELLI), out, HERE)
    return out


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Study:
    """The study that the page shows: none yet."""
    shown = Study()
    for module in (study_work, study_view, actions_study):
        monkeypatch.setattr(module, "STUDY", shown)
    return shown


def seen(shown: Study, *actions: dict[str, Any], **scene: Any) -> tuple[ViewState, dict[str, Any]]:
    """Return the view state after ``actions``, and its panel once the picture is made."""
    state = act(ViewState(Scene(**scene)), {"do": "study"})
    for one in actions:
        state = act(state, one)
    if (asked := asked_of_study(state)) is not None:
        told = threading.Semaphore(0)
        shown.want(asked, told.release)
        while not any(shown.known(asked)[:2]) or shown.known(asked).partial:
            assert told.acquire(timeout=120)
    return state, panel(state, Nothing())


def other_study(tmp_path: Path, **changes: Any) -> Path:
    sweep(design(**{"run": SHORT | changes.pop("run", {}), **changes}), tmp_path, HERE)
    return tmp_path


def test_a_page_without_a_study_says_how_to_show_one(shown: Study) -> None:
    _, view = seen(shown)
    assert not view["open"]
    assert "--study DIR" in view["words"]["closed"]
    state = act(ViewState(Scene()), {"do": "study_load", "part": 0, "point": 0, "city": "control"})
    assert "--study DIR" in state.notice


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", PICTURES)
def test_each_picture_is_drawn_from_the_analysis_of_its_name(
    shown: Study, folder: Path, picture: str, language: str
) -> None:
    shown.open(str(folder))
    _, view = seen(shown, {"do": "study", "picture": picture, "outcome": "trust"}, language=language)
    assert view["headline"] == translate("studied-in", language, done="64", planned="64")
    assert (view["why_not"], view["refused"], view["busy"]) == ("", "", False)
    assert view["drawn"]["kind"] == picture
    whole, scale = open_results(folder), OUTCOMES["trust"].scale
    if picture == "fan":
        last = fan(whole, ["trust"]).tables["fan-years"].to_pylist()[0]
        assert view["drawn"]["lines"][0]["bands"][2][-1] == pytest.approx(last["q50"] * scale)
        assert len(view["notes"]) == 2
    if picture == "paired":
        rows = paired(whole, ["trust"]).tables["paired"].to_pylist()
        assert [row[0] for row in view["drawn"]["rows"]] == pytest.approx(
            sorted(row["difference"] * scale for row in rows)
        )
    if picture == "factors":
        rows = sobol(whole, ["trust"]).tables["sobol"].to_pylist()
        mine = {row["factor"]: row["ST"] for row in rows if row["city"] == "emancipatory"}
        dummy = mine.pop("(dummy)")
        assert [row["value"] for row in view["drawn"]["rows"]] == [
            *sorted(mine.values(), key=abs, reverse=True),
            dummy,
        ]
        assert [len(view["groups"]), len(view["rows"])] == [3, len(rows)]
    if picture == "points":
        means = cells_of(whole, "trust", None)["emancipatory"].mean * scale
        assert [point[3] for point in view["drawn"]["points"] if point[2] == 0] == pytest.approx(list(means))


def test_shipped_scenarios_that_a_study_lacks_are_run_beside_it_and_said_to_be(
    shown: Study, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.open(str(folder))
    points = {"do": "study", "picture": "points"}
    _, view = seen(shown, points)
    titles = [load_scenario(name).title.translate("en") for name in list_scenarios()]
    names = " · ".join(f"{number} {title}" for number, title in enumerate(titles, 1))
    assert translate("studied-shipped_beside", "en", n=2, names=names) in view["notes"]
    assert [row[-1] for row in view["rows"]] == ["beside it"] * len(list_scenarios())
    assert [one["load"] for one in view["drawn"]["shipped"]] == [None] * len(list_scenarios())
    monkeypatch.setattr(study_shipped, "MOST_SECONDS", 0.0)
    shown.open(str(folder))
    _, view = seen(shown, points)
    assert translate("studied-absent-too_long", "en", names=", ".join(titles)) in view["notes"]
    assert view["drawn"]["shipped"] == view["rows"] == []


def test_shipped_scenarios_that_are_points_of_a_study_are_filled_and_can_be_loaded(
    shown: Study, tmp_path: Path
) -> None:
    shown.open(str(other_study(tmp_path, vary={})))
    state, view = seen(shown, {"do": "study", "picture": "points"}, language="fr")
    named = "2 Autonomie d’abord · 3 Ordre d’abord"
    assert translate("studied-shipped_held", "fr", names=named) in view["notes"]
    (own, *_) = loads = [one["load"] for one in view["drawn"]["shipped"] if one["load"]]
    assert [one["city"] for one in loads] == ["emancipatory", "control"]
    assert act(state, {"do": "study_load", **own}).scene.bases["C"] == "emancipatory"


def test_cities_and_units_are_named_under_several_sets_too(shown: Study, tmp_path: Path) -> None:
    shown.open(str(other_study(tmp_path, run={"assumptions": ["central", "sceptic"], "seeds": 2})))
    _, view = seen(shown, {"do": "study", "picture": "paired", "outcome": "wellbeing"})
    assert (view["drawn"]["first"], view["drawn"]["second"]) == (
        "higher in Autonomy first",
        "higher in Order first",
    )
    labels = {one["name"]: one["label"] for one in view["outcomes"]}
    assert labels["wellbeing"] == "Well-being (out of 100)"
    _, points = seen(shown, {"do": "study", "picture": "points", "outcome": "wellbeing", "second": "trust"})
    assert points["drawn"]["axes"][0]["label"] == "Well-being (out of 100)"


@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_is_of_the_year_chosen(shown: Study, tmp_path: Path, picture: str) -> None:
    design_of = {**SALTELLI, "run": {"weeks": 80, "seeds": 1}}
    shown.open(str(other_study(tmp_path, **design_of)))
    first = {"do": "study", "picture": picture, "outcome": "trust", "second": "exposure"}
    _, end = seen(shown, first)
    assert end["years"] == [
        {"value": 0, "label": "at the end of the runs"},
        {"value": 1, "label": "after one year"},
    ]
    _, then = seen(shown, first, {"do": "study", "year": 1})
    assert (then["year"], then["why_not"], then["refused"]) == (1, "", "")
    assert then["drawn"] != end["drawn"]
    whole, scale = open_results(tmp_path), OUTCOMES["trust"].scale
    if picture == "fan":
        assert then["drawn"]["lines"][0]["years"][-1] == 1.0
    if picture == "paired":
        rows = paired(whole, ["trust"], 1).tables["paired"].to_pylist()
        assert [row[0] for row in then["drawn"]["rows"]] == pytest.approx(
            sorted(row["difference"] * scale for row in rows)
        )
    if picture == "factors":
        rows = sobol(whole, ["trust"], 1).tables["sobol"].to_pylist()
        assert then["rows"][0][2] == trimmed(number(rows[0]["ST"], "en", 3), "en")
    if picture == "points":
        means = cells_of(whole, "trust", 1)["emancipatory"].mean * scale
        assert [point[3] for point in then["drawn"]["points"] if point[2] == 0] == pytest.approx(list(means))


def test_failed_and_pending_runs_are_counted(shown: Study, folder: Path, tmp_path: Path) -> None:
    for path in folder.rglob("plan-*.parquet"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    store = Store(tmp_path)
    key = open_results(folder).plan.keys[0]
    store.write_failure(Failure(key, "failed", "of nothing"))
    shown.open(str(tmp_path))
    _, view = seen(shown)
    assert view["headline"] == "0 of 64 runs are in. One failed."
    assert "no run is done yet" in view["refused"]
    _, view = seen(shown, {"do": "study", "picture": "factors"})
    assert view["why_not"] == translate("studied-not-done", "en", n=63)


@pytest.mark.parametrize(
    ("picture", "changes", "key", "values"),
    [
        ("paired", {"run": {"scenarios": ["control"]}}, "pair", {}),
        ("factors", {"vary": {}}, "varied", {}),
        ("factors", {"design": {"method": "one-at-a-time"}, "vary": LEVERS}, "together", {}),
        ("factors", {"vary": LEVERS}, "many", {"n": 3, "needs": 40}),
    ],
)
def test_what_a_design_does_not_fit_is_said(
    shown: Study, tmp_path: Path, picture: str, changes: dict[str, Any], key: str, values: dict[str, int]
) -> None:
    shown.open(str(other_study(tmp_path, **changes)))
    for language in LANGUAGES:
        _, view = seen(shown, {"do": "study", "picture": picture}, language=language)
        assert view["why_not"] == translate(f"studied-not-{key}", language, **values)
        assert view["drawn"] is None


def test_a_sample_says_that_it_is_one(shown: Study, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample.open_sample, "__defaults__", (32,))
    shown.open(str(folder))
    _, view = seen(shown)
    assert view["remarks"] == [translate("studied-sampled", "en", shown="8", points="16", seeds=2)]
    assert view["headline"] == "64 of 64 runs are in."


def test_a_point_of_levers_becomes_the_rooms_city(shown: Study, folder: Path) -> None:
    shown.open(str(folder))
    state, _ = seen(shown, {"do": "study_load", "part": 0, "point": 3, "city": "control"})
    results = open_results(folder)
    row = next(
        one for one in results.plan.table.to_pylist() if (one["point"], one["scenario"]) == (3, "control")
    )
    assert state.panel == ""
    assert state.scene.bases["C"] == "control"
    assert state.scene.changes["C"] == {name: row[name] for name in LEVERS}
    assert state.undo().scene == Scene()
    assert "synthetic:4" in state.notice


def test_a_point_that_is_more_than_levers_is_not_loaded_and_says_what_it_is(
    shown: Study, tmp_path: Path
) -> None:
    shown.open(str(other_study(tmp_path, vary={"openness": {}, "gain": {}}, design={"samples": 1})))
    state, view = seen(shown, {"do": "study_load", "part": 0, "point": 0, "city": "emancipatory"})
    assert (state.panel, "C" in state.scene.bases) == ("study", False)
    gain = study_view.translate("studied-more_than_levers", "en", what="")
    assert view["beyond"].startswith(gain.split(":")[0])
    assert "gain" not in view["beyond"]  # by its title


@pytest.mark.parametrize(
    "bad",
    [
        {"do": "study", "picture": "pie"},
        {"do": "study", "outcome": "happiness"},
        {"do": "study", "group": -1},
        {"do": "study", "year": 1},
        {"do": "study", "year": "0"},
        {"do": "study_load", "part": 1, "point": 0, "city": "control"},
        {"do": "study_load", "part": 0, "point": 99, "city": "control"},
        {"do": "study_load", "part": 0, "point": 0, "city": "elsewhere"},
        {"do": "study_load"},
    ],
)
def test_what_a_browser_may_not_ask_changes_nothing(shown: Study, folder: Path, bad: dict[str, Any]) -> None:
    shown.open(str(folder))
    before = ViewState(Scene(), panel="study")
    after = act(before, bad)
    assert after == before.change(notice=after.notice)
    assert after.notice


def test_a_study_of_an_own_city_says_what_loading_its_points_needs(shown: Study, tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("district,population\nPort,12000\nHill,9000\n", "utf-8")
    shown.open(str(other_study(tmp_path / "study", run={"city": str(path)}, vary={})))
    _, view = seen(shown)
    assert view["remarks"] == [translate("studied-own_city", "en", city=str(path))]


def test_what_is_shown_needs_no_file_written(shown: Study, folder: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))
    shown.open(str(folder))
    for picture in PICTURES:
        seen(shown, {"do": "study", "picture": picture})
    assert sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*")) == before
