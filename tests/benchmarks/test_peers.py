"""The common model is one model: every library gives the same weeks to the last bit."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks import peers
from benchmarks.peers import PEERS, Peer, start, uniform, week_of

RESIDENTS, WEEKS = 300, 6


def lived(peer: Peer) -> tuple[list[list[bool]], list[list[float]]]:
    """Return who acted and what trust was, week by week."""
    week = week_of(peer, start(RESIDENTS))
    weeks = [[np.array(values).tolist() for values in week(number)] for number in range(WEEKS)]
    return [active for active, _ in weeks], [trust for _, trust in weeks]


@pytest.mark.parametrize("peer", PEERS[1:], ids=lambda peer: peer.name)
def test_every_library_runs_the_same_weeks(peer: Peer) -> None:
    pytest.importorskip(peer.module)
    assert lived(peer) == lived(PEERS[0])


def test_the_model_moves_and_is_settled_by_no_start() -> None:
    active, trust = lived(PEERS[0])
    assert all(0 < sum(week) < RESIDENTS for week in active)
    assert len({tuple(week) for week in active}) == WEEKS
    assert all(0.0 <= low <= high <= 1.0 for low, high in ((min(week), max(week)) for week in trust))


def test_draws_are_keyed_and_even() -> None:
    who = np.arange(100_000, dtype=np.uint64)
    draws = uniform(np.uint64(3), who)
    assert draws[77] == uniform(np.uint64(3), np.uint64(77))
    assert abs(draws.mean() - 0.5) < 0.005
    assert abs(np.corrcoef(draws, uniform(np.uint64(4), who))[0, 1]) < 0.015


def test_a_library_that_is_not_installed_is_a_row_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "PEERS", (Peer("nobody's", "no_such_library", "nowhere"),))
    (row,) = peers._rows(10)
    assert row.measured is None
    assert row.note == "not measured: No module named 'no_such_library'"
