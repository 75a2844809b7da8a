"""Print how the kept runs differ from the model's present ones, and keep the present ones.

`python -m tests.golden.update` — say in the changelog why results changed.
"""

from __future__ import annotations

import difflib

from tests.golden.runs import kept, names, run_one, write


def difference(name: str, new: str) -> str:
    """Return the lines that change in the file of ``name``."""
    old = kept(name).read_text() if kept(name).exists() else ""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), f"kept/{name}", f"now/{name}", "", "", 0)
    return "\n".join(line.rstrip() for line in lines)


if __name__ == "__main__":
    for name in names():
        new = write(run_one(name))
        print(difference(name, new) or f"{name}: unchanged")
        kept(name).write_text(new)
