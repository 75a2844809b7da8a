"""The container's command in an empty root: as nobody, nothing to write to, nobody to talk to, little memory."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.engine.kernel_cache import cache_folder
from tests.counting import Count
from tests.served.proxies import DEPLOY
from tests.served.server import PATIENCE, ROOT

NAMESPACES = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child"]
VISIT = """
import asyncio, os, pathlib, sys, time, urllib.request

def answers(path):
    try:
        return urllib.request.urlopen("http://127.0.0.1:8765" + path, timeout=30).read()
    except OSError:
        return b""

until = time.monotonic() + 240
while answers("/healthz") != b"ok":
    assert time.monotonic() < until, "not healthy"
    time.sleep(0.5)

async def visit():
    from benchmarks.visitor import visitor
    async with visitor("http://127.0.0.1:8765/") as one:
        await one.draw()

asyncio.run(visit())
assert os.getuid() == 65532
for place in ("/", "/dev", *filter(None, sys.path)):
    try:
        pathlib.Path(place, "written").write_text("x")
    except OSError:
        continue
    raise AssertionError(place + " can be written")
"""


def may_unshare() -> bool:
    tools = all(shutil.which(tool) for tool in ("unshare", "prlimit", "chroot", "mount"))
    return tools and subprocess.run([*NAMESPACES, "true"], capture_output=True, check=False).returncode == 0


def readable(folder: Path, kernels: Path) -> Path:
    """Copy compiled kernels to where everybody may read them, as the Containerfile does; return the place."""
    shutil.copytree(folder, kernels / folder.name)
    subprocess.run(["chmod", "--recursive", "a+rX", str(kernels)], check=True)
    return kernels


@pytest.mark.slow
@pytest.mark.skipif(not may_unshare(), reason="no namespaces may be made here: needs root on Linux")
def test_the_command_of_the_container_needs_nothing_but_python_and_itself(
    tmp_path: Path, count: Count
) -> None:
    count("container's command as nobody in an empty, read-only root without network", 1, "serves a visitor")
    entry = re.search(r"^ENTRYPOINT (.*)$", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)
    assert entry is not None
    program, *words = json.loads(entry[1])
    assert program == "/opt/venv/bin/two-cities"
    root, script = tmp_path / "root", ROOT / "tests" / "served" / "empty_root.sh"
    root.mkdir()
    places = [
        sys.base_prefix,
        sys.prefix,
        str(ROOT / "sim"),
        str(ROOT / "scenarios"),
        str(ROOT / "benchmarks"),
    ]
    places += [place for place in ("/usr/lib", "/lib", "/lib64") if Path(place).exists()]
    kernels = readable(cache_folder().parent, tmp_path / "kernels")
    environment = {"PATH": os.environ["PATH"], "PLACES": "\n".join([*places, str(kernels)])}
    environment |= {"PYTHONPATH": str(ROOT), "NUMBA_CACHE_DIR": str(kernels), "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [*NAMESPACES, str(script), str(root), sys.executable, "-m", "sim", *words],
        input=VISIT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=3 * PATIENCE,
        check=False,
    )
    assert "visitor 0, server 0" in ran.stdout, ran.stdout + ran.stderr
