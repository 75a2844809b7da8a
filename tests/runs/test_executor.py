"""One interface to this process, threads, processes and Dask."""

from __future__ import annotations

import os
import threading
from contextlib import closing
from pathlib import Path

import pytest

from sim.files.errors import InputError
from sim.runs.executor import Cancelled, Kind, as_ordered, executor
from sim.runs.run_error import RunError

HERE: tuple[Kind, ...] = ("auto", "serial", "threads")
ELSEWHERE = ("processes", pytest.param("dask", marks=pytest.mark.slow))


def halved(number: int, cancelled: Cancelled) -> int:
    if number % 2:
        raise ValueError(f"{number} is\nodd")
    return number // 2


def refused(number: int, cancelled: Cancelled) -> int:
    raise InputError("not allowed")


def killed(number: int, cancelled: Cancelled) -> int:
    os._exit(1)


@pytest.mark.parametrize("kind", [*HERE, *ELSEWHERE])
def test_results_come_with_their_items_and_errors_with_theirs(kind: Kind) -> None:
    with executor(kind, 2) as chosen:
        done = sorted(chosen.run(halved, [4, 3, 8]))
    assert [(one.item, one.result, one.failure) for one in done] == [
        (4, 2, ""),
        (3, None, "ValueError 3 is odd"),
        (8, 4, ""),
    ]


@pytest.mark.parametrize("kind", [*HERE, *ELSEWHERE])
def test_what_is_not_allowed_ends_everything(kind: Kind) -> None:
    with executor(kind, 2) as chosen, pytest.raises(InputError, match="not allowed"):
        list(chosen.run(refused, [1, 2]))


def test_results_in_order_or_the_run_that_failed_by_name() -> None:
    with executor("threads", 4) as chosen:
        assert list(as_ordered(chosen.run(halved, range(0, 40, 2)), "number")) == list(range(20))
        with pytest.raises(RunError, match=r"^number 3: ValueError 3 is odd$"):
            list(as_ordered(chosen.run(halved, [2, 3]), "number"))


def test_results_come_before_all_are_there() -> None:
    gate = threading.Event()

    def waiting(number: int, cancelled: Cancelled) -> int:
        if number:
            assert gate.wait(60)
        return number

    with executor("threads", 2) as chosen, closing(chosen.run(waiting, [1, 0])) as done:
        assert next(done).item == 0
        gate.set()
        assert next(done).item == 1


def test_closing_cancels_what_is_under_way_and_what_has_not_begun() -> None:
    begun: list[int] = []
    ended = threading.Event()

    def endless(number: int, cancelled: Cancelled) -> int:
        begun.append(number)
        while number and not cancelled():
            ended.wait(0.001)
        return number

    with executor("threads", 1) as chosen:
        done = chosen.run(endless, [0, 1, 2, 3])
        assert next(done).item == 0
        done.close()
    assert begun in ([0], [0, 1])


@pytest.mark.parametrize("kind", ["serial", "threads"])
def test_what_runs_in_this_process_asks_whether_it_is_still_wanted(kind: Kind) -> None:
    with executor(kind, 2, cancelled=lambda: True) as chosen:
        assert [one.result for one in chosen.run(asked, [1, 2])] == [True, True]
    with executor(kind, 2) as chosen:
        assert [one.result for one in chosen.run(asked, [1, 2])] == [False, False]


def asked(number: int, cancelled: Cancelled) -> bool:
    return cancelled()


def test_processes_are_told_too(tmp_path: Path) -> None:
    with executor("processes", 1) as chosen:
        done = chosen.run(until_cancelled, [str(tmp_path / "first"), str(tmp_path / "second")])
        assert next(done).result == "at once"
        done.close()
    assert not (tmp_path / "second").exists() or (tmp_path / "second").read_text() == "cancelled"


def until_cancelled(path: str, cancelled: Cancelled) -> str:
    if path.endswith("first"):
        return "at once"
    while not cancelled():
        threading.Event().wait(0.001)
    Path(path).write_text("cancelled")
    return "cancelled"


def test_a_worker_that_dies_is_named_by_what_it_was_running() -> None:
    with executor("processes", 1) as chosen:
        (done,) = chosen.run(killed, [7])
    assert done.item == 7
    assert done.failure.startswith("BrokenProcessPool")


def test_little_work_stays_in_this_thread() -> None:
    def thread(number: int, cancelled: Cancelled) -> str:
        return threading.current_thread().name

    with executor("auto", 2, seconds=0.01) as chosen:
        assert [one.result for one in chosen.run(thread, [1])] == [threading.current_thread().name]
    with executor("auto", 2, seconds=100.0) as chosen:
        assert [one.result for one in chosen.run(thread, [1])] != [threading.current_thread().name]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"kind": "thread"}, "executor = 'thread' is not known; did you mean 'threads'"),
        ({"workers": -1}, "workers = -1 is out of range (allowed: 0 to 1024)"),
        ({"kind": "dask", "scheduler": "nowhere"}, "scheduler 'nowhere': cannot be reached"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_one_line(settings: dict[str, object], said: str) -> None:
    with pytest.raises(InputError) as refusal, executor(**settings):  # type: ignore[arg-type]
        pass
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
