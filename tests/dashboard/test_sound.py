"""Whatever links and actions say, the page stands: an InputError in one line, or a scene that can be drawn."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.dashboard.state import actions_debate, actions_time, actions_view  # noqa: F401 they register their actions
from sim.dashboard.state.actions import ACTIONS, act
from sim.dashboard.state.links import read_link, write_link
from sim.dashboard.state.scene import FIELDS, SCENE_VERSION, Scene, checked, mended
from sim.dashboard.state.view_state import IN_PANEL, PANELS, ViewState
from sim.dashboard.views.bar import bar, foot
from sim.dashboard.views.debate import debate
from sim.dashboard.views.lever_panel import lever_panel
from sim.dashboard.views.panel import panel
from sim.dashboard.views.report import report
from sim.dashboard.views.stage import stage
from sim.dashboard.views.understand import understand
from sim.files.errors import InputError
from sim.parameters import LEVERS, SHARES
from tests.dashboard.test_links import packed, rich
from tests.dashboard.test_takeaway import Nothing
from tests.thorough import tries

RICH = rich().as_dict()

NUMBERS = (
    st.integers() | st.floats() | st.sampled_from([0, 1, -1, 52, 520, 521, 1_000, 50_001, 2**53, 10**400])
)
SAID = "A B C N all fr debate explore calm trust data street central sceptic london control ../london surveillance"
SAID += " epsilon none consent opt_in own_state breach reform opinions dots define assumptions"
WORDS = st.sampled_from(["", *SAID.split(), "\ud800", "x" * 300])
LEAVES = st.none() | st.booleans() | NUMBERS | WORDS | st.text(max_size=5)
KEYS = st.sampled_from(
    [*LEVERS, *SHARES["own"], "A", "B", "C", "opinions", "chilling", "kind", "week", "city"]
)
ANYTHING = st.recursive(
    LEAVES,
    lambda some: st.lists(some, max_size=4) | st.dictionaries(KEYS | WORDS, some, max_size=4),
    max_leaves=6,
)

SENT = [
    "letter",
    "name",
    "value",
    "levers",
    "question",
    "outcome",
    "language",
    "link",
    "week",
    "to",
    "by",
    "on",
    "set",
]
SENT += [
    "kind",
    "city",
    "index",
    "panel",
    "position",
    "answer",
    "counts",
    "years",
    "scenario",
    "show",
    "speed",
]
PLAUSIBLE: list[dict[str, Any]] = [
    *({"do": name} for name in ACTIONS),
    {"do": "lever", "letter": "B", "name": "surveillance", "value": 0.5},
    {"do": "lever", "letter": "A", "levers": {name: float(name == "own_state") for name in SHARES["own"]}},
    {"do": "lever", "name": "own_state", "value": 0},
    {"do": "unset", "letter": "A", "name": "own_state"},
    {"do": "blend", "letter": "C", "question": "data", "position": 1},
    {"do": "base", "letter": "C", "scenario": "control"},
    {"do": "letter", "letter": "C"},
    {"do": "assumption", "name": "chilling", "value": 0.5},
    {"do": "assumption_set", "set": "sceptic"},
    {"do": "context", "name": "residents", "value": 50_000},
    {"do": "context", "name": "city", "value": "synthetic"},
    {"do": "event", "kind": "budget_cut", "week": 519, "city": "C"},
    {"do": "unevent", "index": 0},
    {"do": "cue", "to": 8},
    {"do": "step", "by": 1},
    {"do": "curtain"},
    {"do": "debate", "name": "class"},
    {"do": "place", "to": "debate 6.2"},
    {"do": "restart", "sure": True},
    {"do": "event", "kind": "reform", "week": 52, "city": "A", "lever": "places", "value": 0.4},
    {"do": "tally", "counts": {"A": "12", "above": "", "B": 3}},
    {"do": "tally", "answer": "split"},
    {"do": "rename", "letter": "A", "name": "Agora\u202e"},
    {"do": "mode", "mode": "debate"},
    {"do": "define", "outcome": "trust"},
    {"do": "focus", "outcome": "calm"},
    {"do": "question", "question": "street"},
    {"do": "seek", "week": 77.6},
]
CHANGED = st.builds(
    lambda data, other: {**data, **other},
    st.sampled_from(PLAUSIBLE),
    st.dictionaries(
        st.sampled_from([*SENT, "alone", "calm", "keep", "open", "theme", "mode"]), ANYTHING, max_size=2
    ),
)
ACTION = st.sampled_from([*PLAUSIBLE, {"do": "explode"}]) | CHANGED
LINKED = st.builds(
    lambda names, other: {**{name: json.loads(json.dumps(RICH[name])) for name in names}, **other},
    st.sets(st.sampled_from(list(FIELDS))),
    st.dictionaries(st.sampled_from([*FIELDS, "nonsense", "version"]), ANYTHING, max_size=4),
)


def is_sound(scene: Scene) -> bool:
    """Return whether every field holds what it may, and all fit each other."""
    kept = all(checked(name, getattr(scene, name)) == getattr(scene, name) for name in FIELDS)
    return kept and mended(scene) == (scene, [])


def drawn(state: ViewState) -> bytes:
    """Return all that the browser is sent for ``state``, as it is sent."""
    views = [view(state) for view in (bar, stage, lever_panel, debate, understand)]
    whole = [*views, foot(state, False), panel(state, Nothing()), report(state.scene, None, "")]
    return json.dumps(whole, ensure_ascii=False).encode()


def can_be_drawn_after(sent: list[dict[str, Any]]) -> None:
    state = ViewState(rich())
    for data in sent:
        state = act(state, data)
        assert is_sound(state.scene)
        assert "\n" not in state.notice
    assert drawn(state)


def can_be_drawn_from(fields: dict[str, Any]) -> None:
    scene, _ = read_link(packed({"v": SCENE_VERSION, **fields}))
    assert is_sound(scene)
    assert read_link(write_link(scene)) == (scene, [])
    assert drawn(ViewState(scene))


SENT_EACH = st.lists(ACTION, max_size=8)


@given(SENT_EACH)
@settings(max_examples=tries(60))
def test_whatever_the_browser_sends_the_page_can_be_drawn(sent: list[dict[str, Any]]) -> None:
    can_be_drawn_after(sent)


@given(LINKED)
@settings(max_examples=tries(60))
def test_whatever_a_link_says_the_page_can_be_drawn(fields: dict[str, Any]) -> None:
    can_be_drawn_from(fields)


@pytest.mark.slow
@given(SENT_EACH, LINKED)
@settings(max_examples=500)
def test_the_page_can_be_drawn_however_much_is_sent(
    sent: list[dict[str, Any]], fields: dict[str, Any]
) -> None:
    can_be_drawn_after(sent)
    can_be_drawn_from(fields)


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_what_is_no_link_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_link(text)


NO_OWNERS = dict.fromkeys(SHARES["own"], 0)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"letter": "C"}, "letter"),
        ({"changes": {"A": {**NO_OWNERS, "places": 0.4}}}, "changes"),
        ({"bases": {"C": "control"}, "changes": {"C": NO_OWNERS}}, "changes"),
        ({"focus": "calm"}, "tiles"),
        ({"tiles": ["calm"] * 6}, "tiles"),
        ({"tiles": ["calm", "trust"]}, "tiles"),
        ({"residents": float("inf")}, "residents"),
        ({"residents": 500}, "residents"),
        ({"residents": 100_000}, "residents"),
        ({"week": float("nan")}, "week"),
        ({"week": -1}, "week"),
        ({"cue": 60}, "cue"),
        ({"seed": 1e400}, "seed"),
        ({"resident": float("-inf")}, "resident"),
        ({"covered": "yes"}, "covered"),
        ({"events": [{"kind": "breach", "week": 4, "city": "emancipatory"}]}, "events"),
        ({"events": [{"kind": "reform", "week": 4, "lever": "own_state", "value": 0}]}, "events"),
        ({"events": [{"kind": "breach", "week": 520}]}, "events"),
        ({"tallies": {"opinions": {"Ann": 1}}}, "Ann"),
        ({"names": {"A": 7}}, "A"),
        ({"no\ud800sense": 1}, "no sense"),
    ],
    ids=lambda part: str(part)[:50].encode("ascii", "replace").decode(),
)
def test_what_would_break_a_page_is_left_out_of_a_link_and_named(fields: dict[str, Any], named: str) -> None:
    scene, notices = read_link(packed({"v": SCENE_VERSION, **fields}))
    assert is_sound(scene)
    assert named in notices[-1].translate("en")
    assert drawn(ViewState(scene).change(notice=notices[-1].translate("fr")))


def test_what_fits_of_a_list_or_table_is_kept() -> None:
    breach = {"kind": "breach", "week": 4, "city": "A"}
    fields = {
        "events": [breach, {"kind": "war", "week": 1}],
        "changes": {"A": {"places": 0.4, "warp": 1}, "Q": {}},
    }
    scene, _ = read_link(packed({"v": SCENE_VERSION, **fields}))
    assert scene.events == (breach,)
    assert scene.changes == {"A": {"places": 0.4}}


@pytest.mark.parametrize("name", [name for name in (*IN_PANEL, *PANELS) if name])
def test_every_panel_can_be_drawn_and_none_defines_nothing(name: str) -> None:
    opened = act(ViewState(Scene()), {"do": "panel", "panel": name})
    assert bool(opened.notice) == (name == "define")
    assert drawn(opened)


def test_what_is_offered_is_accepted_and_no_more() -> None:
    state = act(ViewState(Scene()), {"do": "panel", "panel": "assumptions"})
    for control in lever_panel(state)["assumptions"]["context"]:
        for end in ("low", "high"):
            moved = act(state, {"do": "context", "name": control["name"], "value": control[end]})
            assert (getattr(moved.scene, control["name"]), moved.notice) == (control[end], "")
            assert read_link(write_link(moved.scene)) == (moved.scene, [])
        first = act(
            state, {"do": "context", "name": control["name"], "value": control["low"] + control["step"]}
        )
        assert first.notice == ""
    for residents in (999, 50_001):
        refused = act(state, {"do": "context", "name": "residents", "value": residents})
        assert refused.scene == state.scene
        assert "allowed: 1000 to 50000" in refused.notice


def test_a_page_that_could_not_be_drawn_begins_anew_whatever_its_address_says() -> None:
    hello = {"do": "hello", "language": "fr-FR", "link": write_link(Scene(focus="calm", tiles=rich().tiles))}
    assert act(ViewState(Scene()), hello).scene.focus == "calm"
    again = act(ViewState(Scene(), afresh=True), hello)
    assert again.scene == Scene(language="fr")
    assert drawn(again)
