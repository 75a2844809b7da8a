from __future__ import annotations

import pytest

from sim.dashboard.hosts import address
from sim.dashboard.server import CULL_AFTER, PING_EVERY, PONG_WITHIN

ADDRESSES = {
    ("localhost", ""): "http://localhost:80",
    ("0.0.0.0", "/cities"): "http://localhost:80/cities",
    ("::1", ""): "http://[::1]:80",
}


@pytest.mark.parametrize(("served", "found"), ADDRESSES.items())
def test_the_address_told_is_one_that_is_answered(served: tuple[str, str], found: str) -> None:
    host, root_path = served
    assert address(host, 80, root_path) == found


def test_a_seat_is_free_within_a_minute_of_a_cut_line() -> None:
    assert PING_EVERY + PONG_WITHIN + CULL_AFTER <= 60
