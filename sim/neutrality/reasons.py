"""Why a camp can never lead a dial, where the levers alone decide it."""

from __future__ import annotations

from collections.abc import Mapping

IMPOSSIBLE: Mapping[tuple[str, str], str] = {}
