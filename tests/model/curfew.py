"""The example of docs/examples, importable: tests run what the documentation shows."""

from __future__ import annotations

import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
if str(EXAMPLES) not in sys.path:
    sys.path.append(str(EXAMPLES))

from curfew import CURFEW, CurfewCity  # noqa: E402 (its folder has to be on the path first)

__all__ = ["CURFEW", "EXAMPLES", "CurfewCity"]
