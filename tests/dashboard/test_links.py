from __future__ import annotations

import base64
import json
import zlib

import pytest

from sim.dashboard.state.actions import act
from sim.dashboard.state.links import MIGRATIONS, read_link, write_link
from sim.dashboard.state.scene import SCENE_VERSION, Scene
from sim.dashboard.state.view_state import ViewState
from sim.files.errors import InputError


def packed(fields: dict[str, object]) -> str:
    text = json.dumps(fields).encode()
    return base64.urlsafe_b64encode(zlib.compress(text)).decode().rstrip("=")


def rich() -> Scene:
    state = ViewState(Scene())
    for data in (
        {"do": "lever", "letter": "A", "name": "surveillance", "value": 0.9},
        {"do": "lever", "letter": "B", "name": "epsilon", "value": 1.0},
        {"do": "room"},
        {"do": "blend", "letter": "C", "question": "ties", "position": 0.4},
        {"do": "assumption", "name": "trust_speed", "value": 0.05},
        {"do": "event", "kind": "breach", "week": 60},
        {"do": "focus", "outcome": "calm"},
        {"do": "language", "language": "fr"},
        {"do": "seek", "week": 77},
    ):
        state = act(state, data)
    assert state.notice == ""
    return state.scene


def test_what_the_room_said_comes_back_from_a_link() -> None:
    counts = {"A": 12, "B": 20, "same": 5, "unknown": 3}
    said = Scene(mode="debate", tallies={"before": counts, "after": {"split": 1}})
    assert read_link(write_link(said))[0].tallies == said.tallies
    assert not read_link(write_link(said.change(tallies={"no such cue": {"A": 1}})))[0].tallies


def test_a_scene_comes_back_from_its_link_whole() -> None:
    scene, notices = read_link(write_link(rich()))
    assert scene == rich()
    assert notices == []


def test_a_link_of_an_earlier_version_opens_and_says_so() -> None:
    scene, notices = read_link(packed({"v": 1, "m": "1", "focus": "calm"}))
    assert scene.focus == "calm"
    assert not scene.covered
    assert "earlier version (1)" in notices[0].translate("en")
    assert "version antérieure (1)" in notices[0].translate("fr")


def test_every_earlier_version_has_its_migration() -> None:
    assert sorted(MIGRATIONS) == list(range(1, SCENE_VERSION))


def test_another_model_version_is_named() -> None:
    _, notices = read_link(packed({"v": SCENE_VERSION, "m": "0.1"}))
    assert "model version 0.1" in notices[0].translate("en")


def test_what_is_not_allowed_is_left_out_by_name() -> None:
    fields = {"changes": {"A": {"surveillance": 9, "warp": 1, "places": 0.2}}, "focus": "joy", "nonsense": 1}
    scene, notices = read_link(packed({"v": SCENE_VERSION, **fields}))
    assert scene.changes == {"A": {"places": 0.2}}
    assert scene.focus == Scene().focus
    assert all(name in notices[-1].translate("en") for name in ("surveillance", "warp", "focus", "nonsense"))


@pytest.mark.parametrize(
    "text", ["", "###", "AAAA", packed({"v": 99}), packed({"v": "2"}), base64.b64encode(b"x" * 99).decode()]
)
def test_what_is_no_link_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(InputError) as refused:
        read_link(text)
    assert "\n" not in str(refused.value)


def test_a_bomb_of_a_link_is_not_unpacked() -> None:
    bomb = base64.urlsafe_b64encode(zlib.compress(b"[" * 10_000_000)).decode()
    with pytest.raises(InputError):
        read_link(bomb)
