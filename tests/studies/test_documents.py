"""What the documents show is run: examples, cluster scripts, the tutorial."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sim.cli.main import main
from sim.studies import Design, open_results
from sim.studies.expansion import expand
from tests.studies.small import design, files

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "study.toml"
    path.write_text(design(run={"seeds": 40}).source)
    return path


def test_ema_workbench_drives_a_city() -> None:
    from ema_workbench import perform_experiments

    example = runpy.run_path(str(DOCS / "examples" / "ema_workbench_model.py"))
    experiments, outcomes = perform_experiments(example["city_model"](), scenarios=3, policies=2)
    assert len(experiments) == 6
    again = example["live_city"](
        scenario="control",
        city="synthetic:4",
        residents=200,
        burn_in=4,
        weeks=26,
        rng=7,
        **{
            name: float(experiments[name].iloc[4])
            for name in ("gain", "chilling", "surveillance", "openness")
        },
    )
    assert {name: values[4] for name, values in outcomes.items()} == again


def test_a_salib_loop_drives_a_city() -> None:
    example = runpy.run_path(str(DOCS / "examples" / "salib_loop.py"))
    effects = example["total_effects"](8)
    assert set(effects) == {"gain", "chilling", "loss_weight"}
    assert max(effects.values()) > 0.1


@pytest.mark.slow
def test_the_array_script_runs_every_part(study: Path, tmp_path: Path) -> None:
    commands = tmp_path / "bin"
    commands.mkdir()
    command = commands / "two-cities"
    command.write_text(f"#!{sys.executable}\nimport sys\nfrom sim.cli.main import main\nsys.exit(main())\n")
    command.chmod(0o755)
    surroundings = os.environ | {
        "PATH": f"{commands}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "SLURM_ARRAY_TASK_COUNT": "2",
        "SLURM_CPUS_PER_TASK": "1",
    }
    out = tmp_path / "out"
    for part in ("1", "2"):
        words = ["bash", str(DOCS / "cluster" / "slurm-array.sh"), str(study), str(out)]
        subprocess.run(
            words, env=surroundings | {"SLURM_ARRAY_TASK_ID": part}, check=True, capture_output=True
        )
    words = ["bash", str(DOCS / "cluster" / "slurm-merge.sh"), str(out)]
    subprocess.run(words, env=surroundings, check=True, capture_output=True)
    assert main(["sweep", str(study), "--out", str(tmp_path / "one"), "--workers", "1", "--quiet"]) == 0
    assert files(out / "whole") == files(tmp_path / "one")


@pytest.mark.slow
def test_the_jobqueue_script_runs_on_any_cluster(study: Path, tmp_path: Path) -> None:
    from distributed import LocalCluster

    example = runpy.run_path(str(DOCS / "cluster" / "jobqueue.py"))
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        outcome = example["run"](cluster, str(study), str(tmp_path / "out"), 2)
    assert (outcome.done, outcome.pending) == (240, 0)
    assert main(["sweep", str(study), "--out", str(tmp_path / "one"), "--workers", "1", "--quiet"]) == 0
    assert files(tmp_path / "out") == files(tmp_path / "one")


def test_the_design_in_the_guide_is_sound() -> None:
    text = (DOCS / "experiments.md").read_text()
    block, *_ = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    plan = expand(Design.of(tomllib.loads(block), "guide"))
    assert plan.table.num_rows == 64 * 2 * 2 * 5


def test_the_query_in_the_guide_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    monkeypatch.chdir(tmp_path)
    Path("study.toml").write_text(design().source)
    assert main(["sweep", "study.toml", "--out", "study", "--workers", "1", "--quiet"]) == 0
    (block,) = re.findall(r"```sql\n(.*?)```", (DOCS / "experiments.md").read_text(), re.DOTALL)
    rows = duckdb.sql(block).fetchall()
    assert len(rows) == 2 * 8
    assert {row[0] for row in rows} == {"emancipatory", "control"}


def test_the_tutorial_runs(tmp_path: Path) -> None:
    import jupytext
    import nbclient

    notebook = jupytext.read(DOCS / "tutorial.py")
    client = nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}})
    os.environ["PYTHONPATH"] = str(ROOT)
    client.execute()
    assert open_results(tmp_path / "study").runs().num_rows == 32
    shutil.rmtree(tmp_path / "study")
