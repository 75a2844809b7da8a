"""What an installation takes on disk: the files of the libraries that ``make demo`` installs, and leaves there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

from benchmarks.audit import default_libraries

ROOT = Path(__file__).resolve().parents[1]
INSTALLERS = frozenset({"pip", "uv"})


class Demo(NamedTuple):
    """What the Makefile says of ``make demo``.

    The libraries it installs ``without``, and of the files under ``folder`` the patterns of those ``kept``.
    """

    without: frozenset[str]
    folder: str
    kept: tuple[str, ...]

    @classmethod
    def read(cls, makefile: str) -> Demo:
        """Return what the text of a ``makefile`` says."""
        text = makefile.replace("\\\n", " ")

        def said(name: str) -> str:
            found = re.search(rf"^{name} := (.*)$", text, re.MULTILINE)
            assert found is not None, f"the Makefile does not say {name}"
            return found[1]

        folder = said("LIBRARIES").removeprefix(".venv/")
        return cls(
            frozenset(said("UNUSED").split()), folder, tuple(re.findall(r"-path '([^']*)'", said("KEPT")))
        )

    def is_left(self, file: Path) -> bool:
        """Return whether ``file`` is still there after ``make demo``."""
        path = file.as_posix()
        return f"/{self.folder}/" not in path or any(fnmatchcase(path, pattern) for pattern in self.kept)


def demo_megabytes() -> float:
    """Return the size of the files that ``make demo`` leaves, as they are installed here, perhaps beside others."""
    demo = Demo.read((ROOT / "Makefile").read_text(encoding="utf-8"))
    files = _files((default_libraries() | INSTALLERS) - demo.without)
    return sum(file.stat().st_size for file in files if file.is_file() and demo.is_left(file)) / 1e6


def _files(libraries: Iterable[str]) -> Iterator[Path]:
    for name in libraries:
        for file in distribution(name).files or ():
            yield Path(str(file.locate())).resolve()
