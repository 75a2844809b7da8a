"""What has changed between two states of a widget, as little of it as will do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]
Change = tuple[Path, Any]
"""Where something changed, from the outermost key on, and what is there now."""


def changes(before: Any, now: Any, path: Path = ()) -> Iterator[Change]:
    """Yield what turns ``before`` into ``now``, both plain values as JSON has them.

    A value whose kind, keys or length have changed is given whole.
    """
    if isinstance(before, dict) and isinstance(now, dict) and before.keys() == now.keys():
        for key, value in now.items():
            yield from changes(before[key], value, (*path, key))
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for index, value in enumerate(now):
            yield from changes(before[index], value, (*path, index))
    elif type(before) is not type(now) or before != now:
        yield path, now
