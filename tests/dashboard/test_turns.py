"""Sessions that compute take turns."""

from __future__ import annotations

import threading

from sim.dashboard.work.turns import Turns
from tests.dashboard.test_loop import eventually

WORKERS, PIECES = 6, 5


def test_all_who_ask_go_round_and_nobody_twice_before_the_others() -> None:
    turns, done = Turns(1), []

    def work(name: int) -> None:
        with turns.turn() as turn:
            for _ in range(PIECES):
                turn.use()
                done.append(name)

    with turns.turn():
        threads = [threading.Thread(target=work, args=(name,), daemon=True) for name in range(WORKERS)]
        for waiting, thread in enumerate(threads, 1):
            thread.start()
            assert eventually(lambda waiting=waiting: turns.waiting == waiting)
    for thread in threads:
        thread.join()
    assert done == list(range(WORKERS)) * PIECES
    assert turns.waiting == 0


def test_no_more_have_a_turn_than_may() -> None:
    turns, lock, at_once, most = Turns(2), threading.Lock(), 0, 0

    def work() -> None:
        nonlocal at_once, most
        for _ in range(50):
            with turns.turn():
                with lock:
                    at_once += 1
                    most = max(most, at_once)
                with lock:
                    at_once -= 1

    threads = [threading.Thread(target=work, daemon=True) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= most <= 2


def test_a_turn_is_given_back_by_work_that_fails() -> None:
    turns = Turns(1)
    for _ in range(3):
        try:
            with turns.turn():
                raise ValueError
        except ValueError:
            pass
    with turns.turn() as turn:
        turn.use()
        turn.use()
        assert turns.waiting == 0
