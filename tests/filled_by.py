"""What functions of mechanisms fill instead of returning: a kernel may make no arrays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def filled_by(function: Callable[..., None], *arguments: Any, beside: int = 0) -> Any:
    """Return the array that ``function`` fills, as long as the first of its other ``arguments``.

    ``beside`` as many arrays follow that it needs for the time being.
    """
    rooms = np.zeros((1 + beside, len(arguments[0])))
    function(*rooms, *arguments)
    return rooms[0]
