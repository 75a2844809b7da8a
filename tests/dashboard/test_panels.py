"""The panels: declared once in Python, drawn by a file of their own, reached by a door."""

from __future__ import annotations

import re

import pytest

from sim.dashboard.assets import files, read
from sim.dashboard.state import actions_answers, actions_debate, actions_lab, actions_people  # noqa: F401 they register
from sim.dashboard.state.actions import act
from sim.dashboard.state.answers import ANSWER_PANELS
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.steps import PANEL_OF
from sim.dashboard.state.view_state import PANELS as OPENABLE
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.doors import doors
from sim.dashboard.views.panel import panel
from sim.dashboard.views.panels import PANELS
from sim.dashboard.work import session  # noqa: F401 it registers the actions that doors name
from sim.locale.catalogue import LANGUAGES, translate
from sim.outcomes import OUTCOMES
from tests.dashboard.test_takeaway import Nothing

MENUS = sorted({menu for panel in PANELS.values() for menu in panel.doors})
OPENED = re.compile(r"do: 'panel', panel: '(\w*)'")


def test_each_panel_has_a_file_that_draws_it_and_each_file_a_panel() -> None:
    drawn = {f"panels/{panel.component or name}.vue" for name, panel in PANELS.items()}
    assert drawn == {name for name in files() if name.startswith("panels/")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PANELS)
def test_each_panel_opens_with_a_title_and_without_anything_found(name: str, language: str) -> None:
    state = ViewState(Scene(language=language), panel=name, defined="calm")
    shown = panel(state, Nothing())
    assert shown["name"] == name
    assert shown["title"]
    assert shown["close"] == translate("shared-close", language)


@pytest.mark.parametrize("name", ["", "assumptions", "nothing", "__init__", "panel"])
def test_what_is_no_panel_shows_none(name: str) -> None:
    assert panel(ViewState(Scene(), panel=name), Nothing()) == {"name": ""}


def test_whatever_opens_a_panel_names_one() -> None:
    named = {one for name in files() if name.endswith((".js", ".vue")) for one in OPENED.findall(read(name))}
    named |= set(PANEL_OF.values())
    assert named - set(OPENABLE) == set()


def test_each_panel_can_be_reached() -> None:
    opened = {one for name in files() for one in OPENED.findall(read(name))} | set(PANEL_OF.values())
    by_action = {"define", "restart", "mechanism"}  # by the action of its own name
    assert {name for name, one in PANELS.items() if not one.doors} - opened - by_action == set()


def test_each_door_is_in_a_menu_that_is_shown() -> None:
    shown = {menu for panel in PANELS.values() for menu in panel.menus} | {"understand"}
    assert set(MENUS) <= shown


@pytest.mark.parametrize("menu", MENUS)
def test_each_door_opens_the_panel_it_names(menu: str) -> None:
    for door in doors(menu, "fr"):
        assert act(ViewState(Scene()), door["opens"]).panel == door["name"]
        assert door["label"] != next(one for one in doors(menu, "en") if one["name"] == door["name"])["label"]


@pytest.mark.parametrize("menu", MENUS)
def test_no_two_doors_of_a_menu_have_the_same_rank(menu: str) -> None:
    ranks = [panel.doors[menu] for panel in PANELS.values() if menu in panel.doors]
    assert len(set(ranks)) == len(ranks)


def test_the_menu_holds_its_doors_in_order() -> None:
    shown = panel(ViewState(Scene(), panel="more"), Nothing())["doors"]
    named = {menu: [door["name"] for door in found] for menu, found in shown.items()}
    assert named.pop("answers") == list(ANSWER_PANELS)
    assert named == {
        "more": ["resident", "sets", "keys", "own_city", "study"],
        "about": ["left_out"],
        "export": ["report"],
    }


def test_the_way_to_a_resident_draws_one() -> None:
    door = next(one for one in doors("understand", "en") if one["name"] == "resident")
    assert act(ViewState(Scene()), door["opens"]).scene.resident == 0
    assert act(ViewState(Scene(resident=7)), door["opens"]).scene.resident == 7


def test_a_definition_has_the_title_of_its_outcome() -> None:
    shown = panel(act(ViewState(Scene()), {"do": "define", "outcome": "calm"}), Nothing())
    assert shown["title"] == OUTCOMES["calm"].label.translate("en")
    assert shown["outcome"]["help"] == OUTCOMES["calm"].help.translate("en")


@pytest.mark.parametrize(("letters", "wide"), [(2, False), (3, True)])
def test_three_cities_run_by_run_need_a_wide_panel(letters: int, wide: bool) -> None:
    state = ViewState(Scene(), panel="runs") if letters == 2 else act(ViewState(Scene()), {"do": "room"})
    assert panel(state.change(panel="runs"), Nothing())["wide"] is wide


def test_the_room_sees_no_menu_and_no_report() -> None:
    shown = {name for name, one in PANELS.items() if one.for_the_room}
    assert shown == {"sets", "runs", "resident", "left_out", "define", *ANSWER_PANELS}
