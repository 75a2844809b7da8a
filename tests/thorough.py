"""How often properties are tried: a quarter of the times in the ordinary suite, all of them in `make test-all`.

Each run of the ordinary suite tries others, so that over a few runs as many are tried.
"""

from __future__ import annotations

import os

THOROUGH = os.environ.get("THOROUGH_TESTS", "") not in ("", "0")
"""Set by `make test-all` and `make faults`."""


def tries(times: int) -> int:
    """Return how many of ``times`` examples are to be tried now, rounded up."""
    return times if THOROUGH else -(-times // 4)
