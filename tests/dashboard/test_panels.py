"""The panels: declared once in Python, drawn by a file of their own, reached by a door."""

from __future__ import annotations

import re

import pytest

from sim.dashboard import actions_debate  # noqa: F401 it registers its actions
from sim.dashboard.actions import act
from sim.dashboard.assets import files, read
from sim.dashboard.cues import CUES
from sim.dashboard.desk import Desk
from sim.dashboard.messages import in_language
from sim.dashboard.scene import Scene
from sim.dashboard.views.doors import doors
from sim.dashboard.views.panel import panel
from sim.dashboard.views.panels import PANELS
from sim.dials import DIALS
from tests.dashboard.test_takeaway import Nothing

ELSEWHERE = {"", "assumptions"}
"""What the action `panel` takes besides: none, and the one that the rail shows."""
OPENED = re.compile(r"do: 'panel', panel: '(\w*)'")


def test_each_panel_has_a_file_that_draws_it_and_each_file_a_panel() -> None:
    drawn = {f"panels/{panel.component or name}.vue" for name, panel in PANELS.items()}
    assert drawn == {name for name in files() if name.startswith("panels/")}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", PANELS)
def test_each_panel_opens_with_a_title_and_without_anything_found(name: str, language: str) -> None:
    desk = act(Desk(Scene(language=language)), {"do": "panel", "panel": name})
    shown = panel(desk, Nothing())
    assert shown["name"] == name
    assert shown["title"]
    assert shown["close"] == {"en": "Close", "fr": "Fermer"}[language]


@pytest.mark.parametrize("name", ["", "assumptions", "nothing", "__init__", "panel"])
def test_what_is_no_panel_shows_none(name: str) -> None:
    assert panel(Desk(Scene(), panel=name), Nothing()) == {"name": ""}


def test_whatever_opens_a_panel_names_one() -> None:
    named = {one for name in files() if name.endswith((".js", ".vue")) for one in OPENED.findall(read(name))}
    named |= {cue.panel for cue in CUES}
    assert named - ELSEWHERE - set(PANELS) == set()


def test_each_panel_can_be_reached() -> None:
    opened = {one for name in files() for one in OPENED.findall(read(name))} | {cue.panel for cue in CUES}
    by_action = {"define"}  # by the action of its own name
    assert {name for name, one in PANELS.items() if not one.doors} - opened - by_action == set()


def test_each_door_is_in_a_menu_that_is_shown() -> None:
    menus = {menu for panel in PANELS.values() for menu in panel.menus} | {"understand"}
    assert {menu for panel in PANELS.values() for menu in panel.doors} <= menus


@pytest.mark.parametrize("menu", sorted({menu for panel in PANELS.values() for menu in panel.doors}))
def test_each_door_opens_the_panel_it_names(menu: str) -> None:
    for door in doors(menu, "fr"):
        assert act(Desk(Scene()), door["opens"]).panel == door["name"]
        assert door["label"] == in_language(PANELS[door["name"]].label, "fr")


@pytest.mark.parametrize("menu", sorted({menu for panel in PANELS.values() for menu in panel.doors}))
def test_no_two_doors_of_a_menu_have_the_same_rank(menu: str) -> None:
    ranks = [panel.doors[menu] for panel in PANELS.values() if menu in panel.doors]
    assert len(set(ranks)) == len(ranks)


def test_the_menu_holds_its_doors_in_order() -> None:
    shown = panel(Desk(Scene(), panel="more"), Nothing())["doors"]
    named = {menu: [door["name"] for door in found] for menu, found in shown.items()}
    assert named == {"more": ["resident", "sets", "keys"], "about": ["left_out"], "export": ["report"]}


def test_the_way_to_a_resident_draws_one() -> None:
    door = next(one for one in doors("understand", "en") if one["name"] == "resident")
    assert act(Desk(Scene()), door["opens"]).scene.resident == 0
    assert act(Desk(Scene(resident=7)), door["opens"]).scene.resident == 7


def test_a_definition_is_of_the_dial_asked_about_or_of_the_one_in_the_chart() -> None:
    asked = panel(act(Desk(Scene()), {"do": "define", "dial": "calm"}), Nothing())
    assert asked["title"] == DIALS["calm"].label.en
    bare = panel(Desk(Scene(focus="trust"), panel="define"), Nothing())
    assert bare["title"] == DIALS["trust"].label.en
    assert bare["dial"]["help"] == DIALS["trust"].help.en


@pytest.mark.parametrize(("letters", "wide"), [(2, False), (3, True)])
def test_three_cities_run_by_run_need_a_wide_panel(letters: int, wide: bool) -> None:
    desk = Desk(Scene(), panel="runs") if letters == 2 else act(Desk(Scene()), {"do": "room"})
    assert panel(desk.change(panel="runs"), Nothing())["wide"] is wide


def test_the_room_sees_no_menu_and_no_report() -> None:
    shown = {name for name, one in PANELS.items() if one.for_the_room}
    assert shown == {"sets", "runs", "resident", "why", "left_out", "define"}
