"""Names of what the rules of this room speak of, so that no file needs another for its name alone.

The classes are `PlainCity` in `city`, `District` in `district` and `Resident` in `resident`.
"""

from __future__ import annotations

from typing import Any, TypeAlias

PlainCity: TypeAlias = Any
District: TypeAlias = Any
Resident: TypeAlias = Any
