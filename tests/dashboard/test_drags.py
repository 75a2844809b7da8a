"""A slider that is dragged: only its newest word counts, whichever were read."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.dashboard.inbox import ANSWER, MOST_WAITING, Inbox, control_of
from sim.dashboard.state import actions_debate  # noqa: F401 it registers its actions
from sim.dashboard.state.actions import act
from sim.dashboard.state.drags import slider_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from tests.dashboard.asgi import finished
from tests.dashboard.test_sockets import event
from tests.thorough import tries


def lever(value: object, name: str = "surveillance") -> dict[str, Any]:
    return {"do": "lever", "letter": "A", "name": name, "value": value}


def test_the_words_of_one_slider_are_told_from_all_others() -> None:
    assert slider_of(lever(0.2)) == slider_of(lever(0.7)) != ()
    others = [
        lever(0.2, "places"),
        {**lever(0.2), "letter": "B"},
        {"do": "blend", "letter": "A", "name": "blend", "position": 0.5},
        {"do": "blend", "letter": "A", "name": "data", "question": "data", "position": 0.5},
        {"do": "assumption", "name": "surveillance", "value": 0.5},
    ]
    assert len({slider_of(one) for one in (lever(0.2), *others)} - {()}) == 1 + len(others)
    nothing = [lever("none"), lever(True), lever(float("nan")), lever(None), {"do": "undo"}, {}]
    nothing.append({"do": "lever", "letter": "A", "name": "x", "value": 1, "levers": {"aim_cost": 1}})
    assert {slider_of(one) for one in nothing} == {()}


def test_a_drag_is_one_step_back_and_the_next_slider_another() -> None:
    start = ViewState(Scene())
    state = start
    for action in (lever(0.3), lever(0.4), lever(0.5), lever(0.6, "places"), lever(0.7, "places")):
        state = act(state, action)
    once = act(state, {"do": "undo"})
    assert once.scene.changes == {"A": {"surveillance": 0.5}}
    assert act(once, {"do": "undo"}).scene == start.scene
    assert not act(once, {"do": "undo"}).back


def test_a_slider_taken_up_again_after_something_else_is_a_step_of_its_own() -> None:
    state = ViewState(Scene())
    for action in (lever(0.3), {"do": "swap"}, lever(0.5)):
        state = act(state, action)
    assert act(state, {"do": "undo"}).scene.changes == {"A": {"surveillance": 0.3}}


def test_a_slider_back_where_it_was_leaves_no_step() -> None:
    start = act(ViewState(Scene()), {"do": "swap"})
    there = start.scene.levers("A")["surveillance"]
    state = act(act(act(start, lever(there)), lever(0.9)), lever(there))
    assert (state.scene, state.back) == (start.scene, start.back)


ACTIONS = st.one_of(
    st.floats(0.2, 1).map(lever),
    st.floats(0.2, 1).map(lambda value: lever(value, "places")),
    st.floats(0, 1).map(lambda at: {"do": "blend", "letter": "A", "name": "blend", "position": at}),
    st.sampled_from([{"do": "undo"}, {"do": "redo"}, {"do": "swap"}, lever("none")]),
)


@settings(max_examples=tries(300))
@given(st.lists(ACTIONS, max_size=12))
def test_whatever_a_busy_page_leaves_out_it_ends_where_it_would_have_ended(actions: list[Any]) -> None:
    every = left = ViewState(Scene())
    for action in actions:
        every = act(every, action)
    for action in finished(read_late(actions)):
        left = act(left, action)
    assert (left.scene, left.back) == (every.scene, every.back)


async def read_late(actions: list[Any]) -> list[Any]:
    """Return what is left of ``actions`` that all come while the page is busy."""
    inbox = Inbox()
    for action in actions:
        await inbox.put({"type": "websocket.receive", "said": action}, slider_of(action))
    return [(await inbox.get())["said"] for _ in range(len(actions) - inbox.merged)]


def test_of_forty_words_the_newest_is_read_and_nothing_passes_what_came_between() -> None:
    words = [lever(0.3 + place / 100) for place in range(40)]
    assert finished(read_late(words)) == words[-1:]
    between = [*words[:3], {"do": "undo"}, *words[3:6]]
    assert finished(read_late(between)) == [words[2], {"do": "undo"}, words[5]]


def test_answers_to_pictures_are_kept_and_passed() -> None:
    async def read() -> list[Any]:
        inbox = Inbox()
        for said, control in ((1, ("a",)), (2, ANSWER), (3, ANSWER), (4, ("a",)), (5, ("b",))):
            await inbox.put({"type": "", "said": said}, control)
        return [(await inbox.get())["said"] for _ in range(5 - inbox.merged)]

    assert finished(read()) == [2, 3, 4, 5]


def test_messages_name_their_slider() -> None:
    assert control_of(event(event="act", data=lever(0.5))) == slider_of(lever(0.5))
    assert control_of(event(event="ack", data=3)) == ANSWER
    for other in (event(event="act", data=7), event(event="click", data={}), {"content": {}}):
        assert control_of(other) == ()


@pytest.mark.parametrize("control", [(), ("a",)])
def test_a_full_inbox_takes_no_more_until_something_is_read(control: tuple[str, ...]) -> None:
    async def fill() -> tuple[bool, bool]:
        inbox = Inbox()
        for _ in range(MOST_WAITING):
            await inbox.put({"type": ""})
        late = asyncio.create_task(inbox.put({"type": ""}, control))
        for _ in range(5):
            await asyncio.sleep(0)
        waited = not late.done()
        await inbox.get()
        await late
        return waited, late.done()

    assert finished(fill()) == (True, True)
