"""Keyed draws: the published known answers, and compiled against readable code."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engine import draws

# Known-answer vectors of the Random123 distribution for philox4x32, 10 rounds.
KNOWN_ANSWERS = [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]
words = st.integers(0, 2**32 - 1)


def compiled(counter: tuple[int, ...], key: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(int(x) for x in draws.philox(*(np.uint64(x) for x in (*counter, *key))))


@pytest.mark.parametrize(("counter", "key", "answer"), KNOWN_ANSWERS)
def test_known_answers(counter, key, answer):
    assert draws.philox_reference(counter, key) == answer
    assert compiled(counter, key) == answer


@given(st.tuples(words, words, words, words), st.tuples(words, words))
def test_compiled_equals_reference(counter, key):
    assert compiled(counter, key) == draws.philox_reference(counter, key)


@given(st.integers(0, 2**63 - 1), st.integers(0, 2_000_000), st.integers(-2000, 5200), st.integers(0, 127))
def test_uniform_equals_reference(seed, row, week, purpose):
    value = draws.uniform(np.uint64(seed), row, week, purpose)
    assert value == draws.uniform_reference(seed, row, week, purpose)
    assert 0 < value < 1


def test_purposes_are_distinct():
    assert len(draws.PURPOSES) > 40
    spread = {"TIE_FILLED": 12, "TIE_TARGET": 12, "TIE_BORDER": 6}
    used = [number + k for name, number in draws.PURPOSES.items() for k in range(spread.get(name, 1))]
    assert len(set(used)) == len(used)


def test_normal_deviates_have_unit_variance():
    key = np.uint64(5)
    z = [draws.normal(*draws.uniforms(key, i, 0, 0)[2:]) for i in range(20_000)]
    assert abs(np.mean(z)) < 4 / np.sqrt(20_000)
    assert abs(np.var(z) - 1) < 4 * np.sqrt(2 / 20_000)


def test_purposes_from_outside_stay_where_they_are() -> None:
    """Their draws, and so the results of whoever built on them, would change with the number."""
    assert draws.OUTSIDE == 1024
    assert max(draws.PURPOSES.values()) == draws.OUTSIDE
    assert len(set(draws.PURPOSES.values())) == len(draws.PURPOSES)
