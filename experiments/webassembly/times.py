"""Processor time of kernels, native and in WebAssembly by turns, so that a busy machine slows both alike.

    python experiments/webassembly/times.py FOLDER MODULE.wasm [MODULE.wasm ...] [--residents 2000]

FOLDER holds what native.py wrote for the same number of residents. Prints medians in microseconds a week, and each
module's over the native one's, with the quartiles of that ratio over the rounds. Needs `node`.
"""

from __future__ import annotations

import argparse
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from sim.model.city_model import CityModel
from sim.model.population import copy

KERNELS = ("perception", "mobilisation", "trust", "week")
WARM_UPS = 3  # rounds not counted: the browser's engine compiles a second time while it runs


def main() -> None:
    """Print the table that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("modules", type=Path, nargs="+")
    parser.add_argument("--residents", type=int, default=2_000)
    parser.add_argument("--scenario", default="platform-city")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--kernels", nargs="+", default=KERNELS)
    chosen = parser.parse_args()
    timers = [native(CityModel(chosen.scenario, chosen.residents, seed=1))]
    timers += [in_node(chosen.folder, module) for module in chosen.modules]
    for kernel in chosen.kernels:
        repetitions = max(4, 400_000 // chosen.residents // (10 if kernel == "week" else 1))
        rounds = [[timer(kernel, repetitions) for timer in timers] for _ in range(WARM_UPS + chosen.rounds)]
        kept = list(zip(*rounds[WARM_UPS:], strict=True))
        print(f"{kernel:13} native {median(kept[0]):8.1f}", end="")
        for module, times in zip(chosen.modules, kept[1:], strict=True):
            low, middle, high = quantiles([b / a for a, b in zip(kept[0], times, strict=True)])
            print(f"   {module.stem} {median(times):8.1f} ({middle:.2f}, {low:.2f} to {high:.2f})", end="")
        print(flush=True)


def native(city: CityModel) -> Callable[[str, int], float]:
    """Return what times a kernel of ``city`` compiled for this processor, from its present week on."""
    binding, start = city._binding, copy(city.columns)
    changing = [name for name, column in start.items() if column.flags.writeable]
    bound = {one.mechanism.name: one for one in binding._order}

    def timed(kernel: str, repetitions: int) -> float:
        for name in changing:
            city.columns[name][:] = start[name]
        before = time.process_time_ns()
        for week in range(repetitions):
            if kernel == "week":
                binding.run(week)
            else:
                one = bound[kernel]
                one.function(one.view, one.params, binding._key, week)
        return (time.process_time_ns() - before) / 1000 / repetitions

    return timed


def in_node(folder: Path, module: Path) -> Callable[[str, int], float]:
    """Return what times a kernel of ``module`` in a process of node's, on the columns in ``folder``."""
    script = Path(__file__).with_name("time_kernels.js")
    command = ["node", str(script), str(folder), str(module)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def timed(kernel: str, repetitions: int) -> float:
        process.stdin.write(f"{kernel} {repetitions}\n")
        process.stdin.flush()
        return float(process.stdout.readline()) / repetitions

    return timed


if __name__ == "__main__":
    main()
