"""Seats, the line of those who wait, and the page of a server that is full."""

from __future__ import annotations

import queue

from hypothesis import given
from hypothesis import strategies as st

from sim.dashboard.crowd import RETRY, Crowd
from sim.dashboard.seats import Place, Seats
from tests.dashboard.asgi import ask, page, scope, socket


def enter(seats: Seats) -> Place:
    return seats.enter(lambda: None)


def test_later_visitors_stand_in_line_and_are_seated_in_turn() -> None:
    seats = Seats(2)
    places = [enter(seats) for _ in range(5)]
    assert [seats.number(place) for place in places] == [0, 0, 1, 2, 3]
    seats.leave(places[1])
    assert [seats.number(place) for place in places[2:]] == [0, 1, 2]
    seats.leave(places[3])
    assert seats.number(places[4]) == 1
    assert (seats.taken, seats.waiting) == (2, 1)


def test_whoever_waits_is_told_of_each_change() -> None:
    seats, told = Seats(1), queue.Queue[str]()
    first = enter(seats)
    second = seats.enter(lambda: told.put("second"))
    seats.enter(lambda: told.put("third"))
    seats.leave(first)
    assert {told.get(timeout=60) for _ in range(2)} == {"second", "third"}
    seats.leave(second)
    assert told.get(timeout=60) == "third"


def test_one_who_cannot_be_told_keeps_nobody_waiting() -> None:
    seats, told = Seats(1), queue.Queue[str]()
    first = enter(seats)
    seats.enter(lambda: 1 / 0)  # type: ignore[arg-type, return-value]
    seats.enter(lambda: told.put("third"))
    seats.leave(first)
    assert told.get(timeout=60) == "third"


def test_leaving_twice_frees_one_seat() -> None:
    seats = Seats(1)
    first = enter(seats)
    seats.leave(first)
    seats.leave(first)
    assert [seats.number(enter(seats)) for _ in range(2)] == [0, 1]


@given(st.integers(1, 4), st.lists(st.integers(0, 9), max_size=40))
def test_no_seat_is_lost_or_given_twice(most: int, moves: list[int]) -> None:
    seats, inside = Seats(most), []
    for move in moves:
        if move < 5:
            inside.append(enter(seats))
        elif inside:
            seats.leave(inside.pop(move % len(inside)))
        assert seats.taken == min(most, len(inside))
        assert sorted(seats.number(place) for place in inside) == [
            *[0] * seats.taken,
            *range(1, seats.waiting + 1),
        ]


def test_a_server_without_a_place_in_line_says_so_and_tries_again() -> None:
    full = Crowd(page, lambda: True)
    answer = ask(full, scope())
    assert (answer.status, answer.values("retry-after")) == (503, [str(RETRY)])
    assert f'http-equiv="refresh" content="{RETRY}"'.encode() in answer.body
    assert ask(full, scope(path="/readyz")).status == 200
    assert ask(full, socket()).status == 101
    assert ask(Crowd(page, lambda: False), scope()).status == 200
