"""What a user waits for before the first picture, and what an installation takes: starts, visits, copies, sizes."""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import psutil

from benchmarks.installed import demo_megabytes
from benchmarks.timing import Row, at_most
from benchmarks.visitor import visitor
from sim.dashboard.state.scene import Scene
from sim.dashboard.work import openings
from sim.dashboard.work.simulation import run
from sim.studies import Design, Options, sweep

ROOT = Path(__file__).resolve().parents[1]
FIRST_CITY = "from sim import CityModel; CityModel(residents=300, weeks=3, burn_in=2, rng=3)"
START = "from sim.model.warm_up import warm_up; warm_up()"
TURNS = 3
SHORT_RUNS = 20


def waits() -> list[Row]:
    """Return the rows of the table."""
    first = median(_processor_of([sys.executable, "-c", FIRST_CITY]) for _ in range(TURNS))
    _keep_opening()
    starts = [_opened() for _ in range(TURNS)]
    ready, visit = (median(side) for side in zip(*starts, strict=True))
    return [
        at_most("import sim and a first CityModel", 0.8, first, " s", "processor"),
        at_most("two-cities app to ready, warm", 2.0, ready, " s", "processor"),
        at_most(
            "first visit to full curves, warm",
            1.5,
            visit,
            " s",
            "processor, from ready on; the run that confirms them follows",
        ),
        at_most(
            "nothing compiled: from the start to the opening scene",
            3.0,
            median(_opened_cold() for _ in range(TURNS)),
            " s",
            "its curves are with the browser; the model is compiled meanwhile",
        ),
        at_most("kernels that a copied checkout compiles again", 0, _compiled_again()),
        at_most(
            f"{SHORT_RUNS} short runs on two workers against in process",
            1.1,
            _workers_cost(),
            " times",
            "processor",
        ),
        at_most(
            "install for `make demo`",
            700,
            demo_megabytes(),
            " MB",
            "files of the libraries, as it leaves them",
        ),
    ]


def _processor_of(words: list[str]) -> float:
    """Return the seconds of processor that a program and its children take."""
    before = _children()
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _keep_opening() -> None:
    """Keep the run that the page opens with, as an earlier visit does."""
    scene = Scene()
    result = run(scene.spec(), scene.residents)
    assert result is not None
    openings.save(result)


def _opened() -> tuple[float, float]:
    """Return the seconds of processor of the page's server until it is ready, and of a visit to its full curves."""
    with _served() as (server, address):
        ready = _used(server)
        return ready, asyncio.run(_visit(address, server)) - ready


def _opened_cold() -> float:
    """Return the seconds from a start that finds no cache to the curves of a first visit."""
    with tempfile.TemporaryDirectory() as cache:
        start = time.perf_counter()
        with _served(NUMBA_CACHE_DIR=cache, XDG_CACHE_HOME=cache) as (server, address):
            asyncio.run(_visit(address, server))
            return time.perf_counter() - start


@contextmanager
def _served(**environment: str) -> Iterator[tuple[psutil.Process, str]]:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "sim", "app", "--no-open", "--port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        words, cwd=ROOT, env=os.environ | environment, stdout=quiet, stderr=quiet
    ) as process:
        try:
            address = f"http://localhost:{port}/"
            _until(lambda: urllib.request.urlopen(f"{address}readyz", timeout=5).close())
            yield psutil.Process(process.pid), address
        finally:
            process.terminate()


def _until(works: Callable[[], object], patience: float = 300.0) -> None:
    """Try until ``works`` raises no OSError."""
    end = time.monotonic() + patience
    while True:
        try:
            works()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def _used(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


async def _visit(address: str, server: psutil.Process) -> float:
    """Return what the server has used when the full curves have come; it runs on, to confirm them."""
    async with visitor(address) as one:
        await one.ask()
        await one.until(lambda: one.full)
        return _used(server)


def _compiled_again() -> int:
    """Return how many kernels a copy of the package compiles that the original has compiled."""
    with tempfile.TemporaryDirectory() as temporary:
        copy, cache = Path(temporary) / "copy", Path(temporary) / "cache"
        environment = os.environ | {"NUMBA_CACHE_DIR": str(cache)}
        environment |= {"PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", START], cwd=temporary, env=environment, check=True)
        before = len(list(cache.rglob("*.kernel")))
        shutil.copytree(ROOT / "sim", copy / "sim", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "scenarios", copy / "scenarios")
        environment |= {"PYTHONPATH": str(copy)}
        subprocess.run([sys.executable, "-c", START], cwd=temporary, env=environment, check=True)
        return len(list(cache.rglob("*.kernel"))) - before


def _workers_cost() -> float:
    """Return the processor time of a small study on two workers over that of the same study in this process."""
    ratios = []
    for _ in range(3):
        alone, shared = _study(1), _study(2)
        ratios.append(shared / alone)
    return median(ratios)


def _study(workers: int) -> float:
    study = {"scenarios": ["control"], "seeds": SHORT_RUNS, "city": "london", "residents": 2_000}
    with tempfile.TemporaryDirectory() as folder:
        before = time.process_time() + _children()
        sweep(Design.of({"run": study}), Path(folder) / "study", Options(workers=workers))
        return time.process_time() + _children() - before
