"""Scripts that start processes without the guard that those processes need."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from types import FrameType

from sim.files.errors import InputError


def refuse_unguarded(what: str) -> None:
    """Raise InputError if ``what``, which starts processes, is called from a script's top level without a guard.

    Every process started afresh imports the script it was started from, and would come here again.
    """
    found = _main_line()
    if found is None:
        return
    path, line = found
    if not _guarded(path, line):
        raise InputError(
            f'{path}, line {line}: {what} belongs under `if __name__ == "__main__":`, since each process that '
            "is started imports this script again; or keep to one process (workers=1)"
        )


def _main_line() -> tuple[Path, int] | None:
    """Return the script and the line of it that is being run; None where no process would import it again."""
    main = sys.modules.get("__main__")
    spec = getattr(main, "__spec__", None)
    file = getattr(main, "__file__", None)
    if file is None or (spec is not None and spec.name.endswith("__main__")) or not Path(file).is_file():
        return None
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        if frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__") in (
            "__main__",
            "__mp_main__",
        ):
            return Path(frame.f_code.co_filename), frame.f_lineno
        frame = frame.f_back
    return None


def _guarded(path: Path, line: int) -> bool:
    """Return whether the top-level statement at ``line`` is a condition on the module's name."""
    try:
        tree = ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return True  # not a script that could be read, so neither one that could be judged
    for statement in tree.body:
        if statement.lineno <= line <= (statement.end_lineno or statement.lineno):
            return isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test)
    return True
