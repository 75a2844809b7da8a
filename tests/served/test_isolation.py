"""What one visitor does is none of another's business, on the real server."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.visitor import Visitor, visitor
from sim.dashboard.state.actions import act
from sim.dashboard.state.links import write_link
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work import session  # noqa: F401 it registers all actions
from tests.counting import Count
from tests.dashboard.asgi import finished
from tests.served.server import Served


def test_browsers_that_come_back_together_are_each_told_their_own_page(served: Served, count: Count) -> None:
    count("browsers that come back together", 2, "each is told its own page")

    async def visit() -> tuple[Visitor, Visitor]:
        async with visitor(served.url) as first, visitor(served.url) as second:
            await first.draw()
            await second.draw()
            line = await first.listen()
            await told(second, await second.listen())
            await told(first, line)
            return first, second

    for one in finished(visit()):
        (states,) = one.states
        assert states.keys() >= one.models.keys()


async def told(one: Visitor, line: str) -> None:
    """Ask for the states of a visitor's widgets and wait until they are told."""
    await one.call(line, "request_states")
    await one.until(lambda: len(one.states) > 0)


class Listener(Visitor):
    """A visitor that notes every word of another's it is sent."""

    mark = ""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.overheard: list[str] = []

    async def _take(self, text: str | bytes) -> None:
        marked = self.mark in text if isinstance(text, str) else self.mark.encode() in text
        if self.mark and marked:
            self.overheard.append(self.mark)
        await super()._take(text)


MARKS = ("Mark of Anna", "Mark of Bea")
ACTIONS = st.one_of(
    st.sampled_from(["wellbeing", "trust", "calm", "expression"]).map(
        lambda outcome: {"do": "focus", "outcome": outcome}
    ),
    st.sampled_from(["en", "fr"]).map(lambda language: {"do": "language", "language": language}),
    st.integers(0, 520).map(lambda week: {"do": "seek", "week": week}),
    st.sampled_from("AB").map(lambda letter: {"do": "letter", "letter": letter}),
    st.sampled_from("AB").map(lambda letter: {"do": "rename", "letter": letter, "name": "MARK"}),
    st.floats(0, 1).map(lambda x: {"do": "lever", "letter": "A", "name": "surveillance", "value": x}),
    st.sampled_from(["undo", "redo", "swap", "difference"]).map(lambda name: {"do": name}),
    st.just({"do": "lever", "letter": "A", "name": "surveillance", "value": "none"}),
)
MOVES = st.lists(st.tuples(st.integers(0, 1), ACTIONS), min_size=1, max_size=8)


@pytest.mark.parametrize("examples", [20, pytest.param(100, marks=pytest.mark.slow)])
def test_two_sessions_end_where_each_would_have_ended_alone(
    examples: int, served: Served, count: Count
) -> None:
    with ThreadPoolExecutor(1) as pool:
        played = pool.submit(play, served, examples).result()
    count(
        "actions of two sessions, mixed",
        played,
        "each page is as its own actions made it; no word of the other's",
    )


LEAK = """
from sim.dashboard.work.session import Session

act = Session.act

def shared(self, data):
    if data.get("do") == "focus":  # one visitor's name for a city becomes everybody's
        self.view_state.value = self.view_state.value.show(names=Session.names)
    act(self, data)
    Session.names = {**Session.names, **self.view_state.value.scene.names}

Session.names, Session.act = {}, shared
"""
"""What a server runs first that lets one visitor's state slip into another's."""


@pytest.mark.slow
def test_a_server_whose_sessions_share_a_name_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(LEAK)
    served = Served(tmp_path / "said.txt", path=[tmp_path], SOLARA_APP="sim.dashboard.page")
    try:
        with ThreadPoolExecutor(1) as pool, pytest.raises(AssertionError):
            pool.submit(play, served, 40).result()
    finally:
        served.stop()


def play(served: Served, examples: int) -> int:
    """Let two visitors act in any order, so many times; return how many actions they took."""
    desks, taken = [ViewState(Scene()), ViewState(Scene())], 0
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        pair = runner.run(opened(served, stack))

        @settings(max_examples=examples, database=None, report_multiple_bugs=False)
        @given(MOVES)
        def mix(moves: list[tuple[int, dict[str, Any]]]) -> None:
            nonlocal taken
            for who, action in moves:
                own = action | {"name": MARKS[who]} if action.get("name") == "MARK" else action
                desks[who] = act(desks[who], own)
                runner.run(pair[who].act(**own))
                taken += 1
            for who, one in enumerate(pair):
                runner.run(caught_up(one, taken))
                desks[who] = act(desks[who], last_word(taken))
                assert one.view("link") == write_link(desks[who].scene)
                assert one.overheard == []

        mix()
        runner.run(stack.aclose())
    return taken


def last_word(number: int) -> dict[str, Any]:
    """Return an action that is refused with a notice which names ``number``."""
    return {"do": "seek", "week": f"week {number}"}


async def caught_up(one: Visitor, number: int) -> None:
    """Wait until the page has done all that was asked: a last word is then refused in so many words."""
    await one.act(**last_word(number))
    await one.until(lambda: f"'week {number}'" in str(one.view("notice")))


async def opened(served: Served, stack: AsyncExitStack) -> list[Listener]:
    """Open two pages; each visitor listens for the other's mark."""
    pair: list[Any] = [await stack.enter_async_context(visitor(served.url, Listener)) for _ in MARKS]
    for one, mark in zip(pair, reversed(MARKS), strict=True):
        one.mark = mark
        await one.draw()
    return pair
