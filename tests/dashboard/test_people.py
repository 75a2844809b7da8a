"""The residents' panel: a state in groups, here against there, dots in a district, one resident by week."""

from __future__ import annotations

import numpy as np
import pytest

from sim.dashboard.state import actions_people  # noqa: F401 it registers its actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.people import GROUPINGS, PICTURES
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.panel import panel
from sim.dashboard.work.residents import (
    ALWAYS,
    RESIDENTS,
    STATES,
    UNSEEN,
    Residents,
    number_of_row,
    residents_of,
    row_of,
)
from sim.debate.debate import YEAR
from sim.locale.catalogue import LANGUAGES, known, translate
from sim.parameters import COLUMNS
from tests.dashboard.test_takeaway import Nothing

SCENE = Scene(resident=0)


class Found(Nothing):
    """A session that has run everybody."""

    def __init__(self, residents: Residents) -> None:
        self.residents = residents


@pytest.fixture(scope="module")
def residents() -> Residents:
    return residents_of(SCENE.spec(), row_of(SCENE.resident))


def shown(residents: Residents, view: ViewState | None = None, /, **chosen: object) -> dict:
    asked = act(view or ViewState(SCENE), {"do": "people", **chosen})
    assert asked.notice == ""
    return panel(asked, Found(residents))


def test_every_state_of_a_resident_has_words_in_every_language() -> None:
    of_residents = {name for name, column in COLUMNS.items() if column.entity == "resident"}
    assert set(STATES) == of_residents - set(UNSEEN)
    assert [name for name in STATES if not known(f"state-{name}")] == []
    for language in LANGUAGES:
        labels = [translate(f"state-{name}", language) for name in STATES]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_drawn_within_its_axis(residents: Residents, state: str) -> None:
    for picture in PICTURES:
        assert shown(residents, picture=picture, state=state)["drawn"]
    drawn = shown(residents, picture="scatter", state=state)["drawn"]
    assert min(*drawn["x"], *drawn["y"]) >= 0
    assert max(*drawn["x"], *drawn["y"]) <= 1000


@pytest.mark.parametrize("by", GROUPINGS)
def test_groups_hold_every_resident_once(residents: Residents, by: str) -> None:
    groups = shown(residents, picture="spread", by=by)["drawn"]["groups"]
    for city in range(2):
        assert sum(group["cities"][city]["n"] for group in groups) == RESIDENTS
    assert all(group["cities"][0]["marks"] == sorted(group["cities"][0]["marks"]) for group in groups)


def test_means_of_groups_are_those_of_their_residents(residents: Residents) -> None:
    drawn = shown(residents, picture="spread", state="trust", by="hardship")["drawn"]
    least = residents.state("A", "trust", 10)[residents.hardship_group == 0]
    assert drawn["groups"][0]["cities"][0]["mean"] == pytest.approx(1000 * least.mean(), abs=0.51)


def test_the_age_of_use_is_counted_from_the_week_of_joining(residents: Residents) -> None:
    uses = residents.state("A", "adopted", 10) > 0
    since = residents.since["A"][10]
    assert (np.isnan(since) == ~uses).all()
    assert ((since[uses] == ALWAYS) | ((since[uses] >= 1) & (since[uses] <= 10 * YEAR))).all()
    before = residents.state("A", "adopted", 0) > 0
    assert before[since == ALWAYS].all()


def test_here_against_there_is_the_same_resident_in_both_cities(residents: Residents) -> None:
    drawn = shown(residents, picture="scatter", state="trust")["drawn"]
    here, there = (residents.state(letter, "trust", 10) for letter in "AB")
    assert drawn["x"][drawn["me"]] == round(1000 * float(here[residents.row]))
    assert f"Higher in A: {(here > there).sum():,}".replace(",", "\u202f") in drawn["told"].replace(
        ",", "\u202f"
    )


def test_hardship_is_the_same_here_and_there(residents: Residents) -> None:
    drawn = shown(residents, picture="scatter", state="hardship")["drawn"]
    assert drawn["x"] == drawn["y"]


def test_the_magnifier_shows_the_residents_of_one_district_at_one_place(residents: Residents) -> None:
    drawn = shown(residents, picture="district", place=3)["drawn"]
    assert drawn["rows"] == np.flatnonzero(residents.district == 3).tolist()
    assert len({tuple(at) for at in drawn["at"]}) == len(drawn["rows"]) == len(drawn["cities"][0]["shades"])
    assert all(1 <= shade <= 5 for city in drawn["cities"] for shade in city["shades"])


def test_the_weeks_of_one_resident_end_where_all_residents_end(residents: Residents) -> None:
    for letter in "AB":
        assert (residents.weeks[letter][::YEAR] == residents.years[letter][:, :, residents.row]).all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_is_told_for_each_city_in_every_week(residents: Residents, language: str) -> None:
    state = ViewState(SCENE.change(language=language))
    for week in (1, 260, 520):
        drawn = shown(residents, state, picture="watched", week=week)["drawn"]
        assert [len(one["terms"]) for one in drawn["reasons"]] == [6, 6]
        assert all(one["verdict"] and one["others"] for one in drawn["reasons"])
        assert len(drawn["states"]) == len(STATES)


def test_what_is_off_gives_no_reasons(residents: Residents) -> None:
    off = SCENE.change(off=("mobilisation", "expression", "consent"))
    found = residents._replace(spec=off.spec())
    reasons = shown(found, ViewState(off), picture="watched")["drawn"]["reasons"]
    assert {one["verdict"] for one in reasons} == {translate("people-why-off", "en")}
    assert [one["others"] for one in reasons] == [[], []]


def test_nothing_is_shown_of_other_cities_nor_under_the_curtain(residents: Residents) -> None:
    moved = act(ViewState(SCENE), {"do": "lever", "letter": "A", "name": "places", "value": 0.9})
    assert shown(residents, moved)["drawn"] is None
    assert shown(residents, ViewState(SCENE.change(covered=True)))["waiting"] == translate(
        "people-covered", "en"
    )


def test_the_parts_of_wellbeing_stand_beside_the_sum(residents: Residents) -> None:
    assert shown(residents, picture="spread", state="trust")["drawn"]["parts"] is None
    for picture in ("spread", "watched"):
        parts = shown(residents, picture=picture, state="wellbeing", week=520)["drawn"]["parts"]
        for city in range(2):
            told = [float(row["values"][city].replace("−", "-")) for row in parts["rows"]]
            assert sum(told) == pytest.approx(float(parts["sum"]["values"][city]), abs=0.7)  # as rounded
    mean = float(residents.state("A", "wellbeing", 10).mean())
    assert residents.parts["A"][9].sum() == pytest.approx(mean, abs=0.05)


def test_a_dot_leads_to_its_resident() -> None:
    watched = act(ViewState(SCENE), {"do": "watch", "row": 77})
    assert row_of(watched.scene.resident) == 77
    assert (watched.panel, watched.people.picture) == ("residents", "watched")
    assert act(watched, {"do": "watch"}).scene.resident == watched.scene.resident + 1
    assert {number_of_row(row_of(number)) for number in range(50)} == set(range(50))


@pytest.mark.parametrize(
    "wrong", [{"picture": "pie"}, {"state": "district"}, {"by": "name"}, {"place": 99}, {"week": 0}]
)
def test_what_cannot_be_looked_at_is_refused(wrong: dict[str, object]) -> None:
    state = ViewState(SCENE)
    after = act(state, {"do": "people", **wrong})
    assert after.notice
    assert after.change(notice="") == state
