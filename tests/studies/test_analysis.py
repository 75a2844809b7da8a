from __future__ import annotations

import csv
from collections.abc import Callable
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
from sim.studies.analysis.finding import Finding, as_csv
from sim.studies.analysis.outcome import Cells, by_point
from sim.studies.analysis.paired import _shares, paired
from sim.studies.analysis.sensitivity import morris, sobol
from sim.studies.expansion import expand
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
        self.failing: set[str] = set()

    def outcome(self, name: str, year: float | None = None) -> np.ndarray:
        x = self.position
        second = np.array(self.plan.table.column("scenario").to_pylist()) == "control"
        match self.formula:
            case "linear":  # first-order indices of the first city: 16/20, 4/20, 0
                return np.where(second, 0.0, 4 * x[:, 0] + 2 * x[:, 1])
            case "corner":  # the first city leads only in a corner
                return np.where(second, 0.5, ((x[:, 0] > 0.6) & (x[:, 1] < 0.5)).astype(float))
            case "partly undefined":
                return np.where(x[:, 0] < 0.3, np.nan, 0.1 + x[:, 1])
            case "never defined":
                return np.full(len(x), np.nan)
            case "noise":
                return np.random.default_rng(2).random(len(x))
        raise AssertionError

    def runs(self, form: str = "arrow") -> pa.Table:
        status = ["failed" if key in self.failing else "done" for key in self.plan.keys]
        table = self.plan.table.append_column("status", pa.array(status))
        return table.append_column("reason", pa.array(["the bridge is out"] * len(status)))


def test_sobol_finds_known_indices() -> None:
    rows = sobol(Invented("saltelli", 256, "linear"), ["trust"]).tables["sobol"].to_pylist()
    first = {row["factor"]: row for row in rows if row["city"] == "emancipatory"}
    assert [first[name]["S1"] for name in VARIED] == pytest.approx([0.8, 0.2, 0.0], abs=0.03)
    assert [first[name]["ST"] for name in VARIED] == pytest.approx([0.8, 0.2, 0.0], abs=0.03)
    assert {row["S1"] for row in rows if row["city"] == "control"} == {None}  # constant: no share of nothing
    difference = {row["factor"]: row["S1"] for row in rows if row["city"] == "emancipatory minus control"}
    assert difference["gain"] == pytest.approx(0.8, abs=0.03)


def test_undefined_is_neither_of_interest_nor_not() -> None:
    """Above -1 is true of every value there is: no box, however many points have none."""
    study = Invented("sobol", 64, "partly undefined")
    with pytest.raises(InputError, match="all points or none"):
        prim(study, ["illusion"], above=-1.0)
    found = prim(study, ["illusion"], above=0.6)
    (row, *_) = found.tables["prim"].to_pylist()
    assert (row["points"], row["left_out"]) == (45, 19)
    assert row["share"] == pytest.approx(0.5, abs=0.05)
    assert "of 128 runs left out" in found.notes[0]
    with pytest.raises(InputError, match="without a value at any point: illusion"):
        prim(Invented("sobol", 64, "never defined"), ["illusion"], above=0.0)


@pytest.mark.parametrize(("analysis", "method"), [(sobol, "saltelli"), (morris, "morris")])
def test_undefined_is_told_from_constant(analysis: Callable[..., Finding], method: str) -> None:
    for formula, said in (("partly undefined", "undefined at"), ("never defined", "undefined at")):
        (table, *_) = analysis(Invented(method, 8, formula), ["illusion"]).tables.values()
        rows = table.to_pylist()
        assert all(row["verdict"].startswith(said) for row in rows)
        assert all(row["undefined"] > 0 for row in rows)
    (table, *_) = analysis(Invented(method, 8, "linear"), ["trust"]).tables.values()
    assert {row["verdict"] for row in table.to_pylist() if row["city"] == "control"} == {"constant"}


@pytest.mark.parametrize(("analysis", "method"), [(sobol, "saltelli"), (morris, "morris")])
def test_a_failed_run_is_named_and_its_block_can_be_left_out(
    analysis: Callable[..., Finding], method: str
) -> None:
    study = Invented(method, 16, "linear")
    study.failing = {study.plan.keys[0]}
    with pytest.raises(InputError, match=r"the bridge is out.*--retry-failed.*--without-failed") as refused:
        analysis(study, ["trust"])
    assert study.plan.keys[0] in str(refused.value)
    (table, *_) = analysis(study, ["trust"], without_failed=True).tables.values()
    rows = [row for row in table.to_pylist() if row["city"] == "emancipatory"]
    assert {(row["blocks"], row["failed"]) for row in rows} == {(15, 1)}


def test_a_wide_interval_is_no_finding() -> None:
    noise = sobol(Invented("saltelli", 16, "noise"), ["trust"])
    rows = [row for row in noise.tables["sobol"].to_pylist() if row["factor"] in VARIED]
    assert {row["verdict"] for row in rows} == {"unsettled"}
    assert "9 of 9 factors are unsettled" in noise.notes[0]
    clear = sobol(Invented("saltelli", 512, "linear"), ["trust"])
    first = [row for row in clear.tables["sobol"].to_pylist() if row["city"] == "emancipatory"]
    assert [row["verdict"] for row in first] == [
        "settled",
        "settled",
        "as a dummy",
        "what chance alone gives",
    ]
    dummy = first[-1]
    assert abs(dummy["S1"]) < 2 * dummy["S1_conf"] < 0.2
    assert not clear.notes


def test_indices_are_followed_as_the_sample_grows() -> None:
    found = sobol(Invented("saltelli", 64, "linear"), ["trust"]).tables
    growth = [row for row in found["sobol-growth"].to_pylist() if row["city"] == "emancipatory"]
    assert [row["blocks"] for row in growth if row["factor"] == "gain"] == [4, 8, 16, 32, 64]
    whole = {row["factor"]: row["ST"] for row in found["sobol"].to_pylist() if row["city"] == "emancipatory"}
    last = {row["factor"]: row["ST"] for row in growth if row["blocks"] == 64}
    assert last == {name: whole[name] for name in VARIED}


def test_one_undefined_seed_does_not_erase_its_point() -> None:
    values = np.array([[1.0, np.nan], [np.nan, np.nan]])
    none = np.zeros((2, 2), bool)
    one = Cells(values, np.isnan(values), none, none)
    assert np.array_equal(one.mean, [1.0, np.nan], equal_nan=True)
    assert one.counts == {"undefined": 3, "failed": 0, "pending": 0}


def test_paired_says_why_there_is_no_difference() -> None:
    with pytest.raises(InputError, match="undefined in every pair of runs that are done"):
        paired(Invented("sobol", 4, "never defined"), ["illusion"])
    found = paired(Invented("sobol", 16, "partly undefined"), ["illusion"])
    (shares,) = found.tables["paired-shares"].to_pylist()
    assert shares["points"] + shares["without"] == 16
    assert shares["without"] == sum(row["seeds"] == 0 for row in found.tables["paired"].to_pylist()) > 0
    assert "undefined of" in found.notes[0]


def test_a_fan_counts_what_is_undefined() -> None:
    study = Invented("sobol", 16, "partly undefined")
    weekly = np.repeat(study.outcome("illusion")[:, None], 4, axis=1)
    study.weekly = lambda name: weekly  # type: ignore[method-assign]
    rows = fan(study, ["illusion"]).tables["fan"].to_pylist()
    assert {row["runs"] + row["undefined"] for row in rows} == {32}
    assert {row["undefined"] for row in rows} == {int(np.isnan(weekly[:, 0]).sum() / 2)}
    weekly = np.full_like(weekly, np.nan)
    with pytest.raises(InputError, match="undefined in every run that is done"):
        fan(study, ["illusion"])


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
    names = {"assumptions": "central", "first": "a", "second": "b", "undefined": 1, "failed": 0, "pending": 0}
    spans = [(0.2, 0.1, 0.3), (-0.2, -0.3, -0.1), (-0.1, -0.2, 0.1), (0.0, 0.0, 0.0)]
    rows = [
        {"outcome": outcome, "seeds": 2, "difference": mean, "low": low, "high": high, **names}
        for outcome in ("trust", "exposure")
        for mean, low, high in spans
    ]
    trust, exposure = _shares([*rows, {**rows[0], "low": None, "high": None}])
    assert (trust["points"], trust["first_leads"], trust["second_leads"]) == (5, 0.4, 0.4)
    assert (trust["first_beyond_luck"], trust["second_beyond_luck"]) == (0.2, 0.2)
    assert (trust["undefined"], trust["failed"], trust["pending"]) == (5, 0, 0)
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
        words = ["--above", str(np.median(by_point(results, "trust", None)["emancipatory"].mean))]
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
