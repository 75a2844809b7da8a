"""A page served by a process of its own, for tests that need the real server but no browser."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

import psutil

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
SERVED = "Two Cities: http"
PATIENCE = 240.0  # seconds; the machine may be busy with other tests


class Served:
    """``two-cities app`` with ``words``, until it is stopped; what it says goes into ``said``.

    With ``small``, its paired runs are of few residents.
    """

    def __init__(
        self,
        said: Path,
        *words: str,
        root: str = "/",
        path: Sequence[Path] = (),
        small: bool = True,
        **environment: str,
    ) -> None:
        self.port, self.said, self._root = free_port(), said, root
        program = ["tests.small_runs", "two-cities"] if small else ["sim"]
        command = [sys.executable, "-m", *program, "app", "--no-open", "--port", str(self.port), *words]
        with said.open("wb") as file:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (*path, ROOT)))} | environment,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        self._wait()

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://localhost:{self.port}{self._root}"

    @property
    def memory(self) -> int:
        """How many bytes the server holds."""
        return int(psutil.Process(self.process.pid).memory_info().rss)

    def status(self, path: str, method: str = "GET", **headers: str) -> int:
        """Return the status of the answer to a request."""
        try:
            with urllib.request.urlopen(self._request(path, method, headers), timeout=PATIENCE) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    def text(self, path: str, **headers: str) -> str:
        """Return the text of the answer to a request that is answered."""
        with urllib.request.urlopen(self._request(path, "GET", headers), timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def _request(self, path: str, method: str, headers: dict[str, str]) -> urllib.request.Request:
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        return urllib.request.Request(f"http://localhost:{self.port}{path}", headers=named, method=method)

    def _wait(self) -> None:
        """Wait until it says where the page is; then it must answer there."""
        until = time.monotonic() + PATIENCE
        while SERVED not in (said := self.said.read_text(errors="replace")):
            if self.process.poll() is not None:
                raise RuntimeError(said)
            if time.monotonic() > until:
                self.stop()
                raise RuntimeError("the page did not start")
            time.sleep(0.1)
        assert self.status(f"{self._root}readyz") == 200, said

    def stop(self) -> int:
        """Ask the server to end; return its exit status."""
        self.process.terminate()
        return self.process.wait(timeout=PATIENCE)
