from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sim.cli.main import main
from sim.files.errors import InputError
from sim.studies import open_results, sweep
from sim.studies.analysis.discovery import _box, prim
from sim.studies.analysis.fan import fan
from sim.studies.analysis.finding import as_csv
from sim.studies.analysis.outcome import by_point
from sim.studies.analysis.paired import _shares, paired
from sim.studies.analysis.sensitivity import morris, sobol
from sim.studies.plan import expand
from sim.studies.results import Results
from tests.studies.small import HERE, design

VARIED = {"gain": {}, "surveillance": {"low": 0.1, "high": 0.9}, "trust_speed": {}}


def swept(tmp_path: Path, **changes: object) -> Results:
    sweep(design(**changes), tmp_path, HERE)  # type: ignore[arg-type]
    return open_results(tmp_path)


class Invented(Results):
    """Results of a formula in place of a model: what is found can be known beforehand."""

    def __init__(self, method: str, samples: int, formula: str) -> None:
        self.folder = Path("invented")
        study = design(design={"method": method, "samples": samples}, vary=VARIED, run={"weeks": 4})
        self.plan = expand(study)
        low = np.array([factor.low for factor in study.factors])
        width = np.array([factor.high for factor in study.factors]) - low
        points = [[row[name] for name in VARIED] for row in self.plan.table.to_pylist()]
        self.position = (np.array(points) - low) / width
        self.formula = formula

    def outcome(self, name: str, year: float | None = None) -> np.ndarray:
        x = self.position
        second = np.array(self.plan.table.column("scenario").to_pylist()) == "control"
        match self.formula:
            case "linear":  # first-order indices of the first city: 16/20, 4/20, 0
                return np.where(second, 0.0, 4 * x[:, 0] + 2 * x[:, 1])
            case "corner":  # the first city leads only in a corner
                return np.where(second, 0.5, ((x[:, 0] > 0.6) & (x[:, 1] < 0.5)).astype(float))
        raise AssertionError

    def runs(self, form: str = "arrow") -> pa.Table:
        return self.plan.table.append_column("status", pa.array(["done"] * len(self.plan.keys)))


def test_sobol_finds_known_indices() -> None:
    rows = sobol(Invented("saltelli", 256, "linear"), ["trust"]).tables["sobol"].to_pylist()
    first = {row["factor"]: row for row in rows if row["city"] == "emancipatory"}
    assert [first[name]["S1"] for name in VARIED] == pytest.approx([0.8, 0.2, 0.0], abs=0.03)
    assert [first[name]["ST"] for name in VARIED] == pytest.approx([0.8, 0.2, 0.0], abs=0.03)
    assert {row["S1"] for row in rows if row["city"] == "control"} == {None}  # constant: no share of nothing
    difference = {row["factor"]: row["S1"] for row in rows if row["city"] == "emancipatory minus control"}
    assert difference["gain"] == pytest.approx(0.8, abs=0.03)


def test_morris_finds_known_effects() -> None:
    rows = morris(Invented("morris", 8, "linear"), ["trust"]).tables["morris"].to_pylist()
    effects = {row["factor"]: (row["mu_star"], row["sigma"]) for row in rows if row["city"] == "emancipatory"}
    assert effects["gain"] == pytest.approx((4.0, 0.0), abs=1e-9)
    assert effects["surveillance"] == pytest.approx((2.0, 0.0), abs=1e-9)
    assert effects["trust_speed"] == pytest.approx((0.0, 0.0), abs=1e-9)


def test_prim_finds_a_known_corner() -> None:
    rows = prim(Invented("sobol", 512, "corner"), ["trust"]).tables["prim"].to_pylist()
    box = {row["factor"]: row for row in rows}
    assert set(box) == {"gain", "surveillance"}
    assert rows[0]["share"] == pytest.approx(0.2, abs=0.02)
    assert rows[0]["density"] >= 0.8
    assert rows[0]["coverage"] >= 0.8
    low, high = VARIED["surveillance"].values()
    assert box["surveillance"]["high"] == pytest.approx((low + high) / 2, abs=0.08)


def test_prim_names_the_options_of_a_box() -> None:
    luck = np.random.default_rng(1)
    points = pd.DataFrame(
        {"gain": luck.random(200), "consent": luck.choice(["opt_in", "opt_out", "all"], 200)}
    )
    trajectory, limits = _box(points, (points.consent == "opt_in").to_numpy(), 0.9)
    assert limits == [{"factor": "consent", "options": "opt_in"}]
    assert trajectory[-1]["density"] == trajectory[-1]["coverage"] == 1.0


def test_prim_tells_the_densest_box_where_none_is_dense() -> None:
    luck = np.random.default_rng(1)
    points = pd.DataFrame({"gain": luck.random(400), "trust_speed": luck.random(400)})
    cases = luck.random(400) < np.where(points.gain > 0.5, 0.4, 0.1)
    trajectory, limits = _box(points, cases, 0.99)
    assert cases.mean() < trajectory[-1]["density"] < 0.99
    assert limits


def test_prim_says_when_there_is_nothing_to_find() -> None:
    with pytest.raises(InputError, match="all points or none"):
        prim(Invented("sobol", 64, "corner"), ["trust"], above=2.0)
    with pytest.raises(InputError, match="20 or more"):
        prim(Invented("sobol", 16, "corner"), ["trust"])


def test_differences_are_paired_by_seed(tmp_path: Path) -> None:
    results = swept(tmp_path)
    finding = paired(results, ["trust", "exposure"])
    row = next(r for r in finding.tables["paired"].to_pylist() if r["outcome"] == "trust" and r["point"] == 1)
    plan = results.plan.table.to_pandas()
    values = results.outcome("trust")
    mine = plan[plan.point == 1]
    by_seed = {
        scenario: [values[i] for i in mine[mine.scenario == scenario].sort_values("seed").row]
        for scenario in ("emancipatory", "control")
    }
    differences = np.subtract(by_seed["emancipatory"], by_seed["control"])
    assert row["difference"] == pytest.approx(differences.mean(), abs=1e-12)
    reach = (
        6.313751514675043 * differences.std(ddof=1) / np.sqrt(2)
    )  # Student's t, one degree of freedom, 95 %
    assert row["high"] - row["difference"] == pytest.approx(reach, rel=1e-6)
    shares = finding.tables["paired-shares"].to_pylist()
    assert {share["points"] for share in shares} == {3}


def test_leads_of_both_cities_are_counted_alike() -> None:
    """Exposure is better low: 'less' turns the lead round."""
    names = {"assumptions": "central", "first": "a", "second": "b"}
    spans = [(0.2, 0.1, 0.3), (-0.2, -0.3, -0.1), (-0.1, -0.2, 0.1), (0.0, 0.0, 0.0)]
    rows = [
        {"outcome": outcome, "difference": mean, "low": low, "high": high, **names}
        for outcome in ("trust", "exposure")
        for mean, low, high in spans
    ]
    trust, exposure = _shares([*rows, {**rows[0], "low": None, "high": None}])
    assert (trust["points"], trust["first_leads"], trust["second_leads"]) == (5, 0.4, 0.4)
    assert (trust["first_beyond_luck"], trust["second_beyond_luck"]) == (0.2, 0.2)
    assert (exposure["first_leads"], exposure["second_leads"]) == (0.5, 0.25)
    assert (exposure["first_beyond_luck"], exposure["second_beyond_luck"]) == (0.25, 0.25)


def test_a_fan_holds_its_runs(tmp_path: Path) -> None:
    results = swept(tmp_path)
    rows = fan(results, ["trust"]).tables["fan"].to_pylist()
    assert len(rows) == 2 * 8
    mine = np.array(results.plan.table.column("scenario").to_pylist()) == "control"
    week = next(row for row in rows if row["city"] == "control" and row["week"] == 5)
    assert week["q50"] == pytest.approx(np.median(results.weekly("trust")[mine, 5]))
    assert week["runs"] == 6


def test_a_fan_tells_the_ends_of_years(tmp_path: Path) -> None:
    found = fan(swept(tmp_path, run={"weeks": 55}), ["trust"]).tables
    ends = found["fan-years"].to_pylist()
    assert [(row["city"], row["week"]) for row in ends] == [
        (city, week) for city in ("emancipatory", "control") for week in (51, 54)
    ]
    assert ends == [row for row in found["fan"].to_pylist() if row["week"] in (51, 54)]


def test_outcomes_need_every_run(tmp_path: Path) -> None:
    sweep(design(), tmp_path, HERE)
    next((tmp_path / "runs").iterdir()).unlink()
    with pytest.raises(InputError, match="12 runs are not done"):
        by_point(open_results(tmp_path), "trust", None)


def test_methods_need_their_designs(tmp_path: Path) -> None:
    results = swept(tmp_path)
    for analysis in (sobol, morris):
        with pytest.raises(InputError, match="its design is latin-hypercube"):
            analysis(results, ["trust"])


@pytest.mark.parametrize(
    ("method", "study"),
    [
        ("sobol", {"design": {"method": "saltelli", "samples": 4}}),
        ("morris", {"design": {"method": "morris", "samples": 2}}),
        ("paired", {}),
        ("fan", {}),
        ("prim", {"design": {"samples": 24}, "vary": VARIED}),
    ],
)
def test_the_command_writes_tables_and_pictures(
    method: str, study: dict[str, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = swept(tmp_path, **study)
    words = []
    if method == "prim":
        words = ["--above", str(np.median(by_point(results, "trust", None)["emancipatory"]))]
    assert main(["analyse", method, str(tmp_path), "--outcome", "trust", *words]) == 0
    out = tmp_path / "analysis"
    with (out / f"{method}.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == pq.read_table(out / f"{method}.parquet").num_rows > 0
    assert (out / f"{method}.svg").read_text().lstrip().startswith("<?xml")
    assert (out / f"{method}.png").read_bytes()[:4] == b"\x89PNG"
    assert "trust" in capsys.readouterr().out


def test_spreadsheets_get_no_formulas() -> None:
    assert as_csv(pa.table({"=a": ["@sum", "plain"], "b": [-1.0, None]})) == "'=a,b\n'@sum,-1.0\nplain,\n"


@pytest.mark.parametrize(
    "words",
    [
        ["sobl", "."],
        ["sobol", "nowhere"],
        ["fan", "nowhere", "--outcome", "trsut"],
        ["fan", ".", "--year", "x"],
    ],
)
def test_bad_questions_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1
