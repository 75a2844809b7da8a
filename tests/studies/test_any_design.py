"""Analyses that take any design: what they find is known beforehand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from sim.cli.main import main
from sim.files.errors import InputError
from sim.studies import Design, open_results
from sim.studies.analysis.finding import Finding
from sim.studies.analysis.given_data import delta, pawn
from sim.studies.analysis.inputs import inputs_of
from sim.studies.analysis.metamodel import metamodel
from sim.studies.analysis.robustness import robust
from sim.studies.analysis.variance import variance
from sim.studies.expansion import expand
from sim.studies.plan import save_plan
from sim.studies.results import Results
from tests.studies.test_analysis import VARIED, Invented, swept


class Known(Invented):
    """Results of formulas of which the answer to each analysis is known."""

    def outcome(self, name: str, year: float | None = None) -> np.ndarray:
        x = self.position
        table = self.plan.table
        second = np.array(table.column("scenario").to_pylist()) == "control"
        match self.formula:
            case "half luck":  # the variance of gain's part is that of the seeds' part: (1/12) each
                return x[:, 0] + np.random.default_rng(7).random(len(x))
            case "shared luck":  # a seed does the same to all points, and far more than any point does
                return x[:, 0] + 5.0 * np.array(table.column("seed").to_pylist())
            case "shared luck, partly undefined":
                at_random = np.random.default_rng(7).random(len(x)) < 0.1
                return np.where(at_random, np.nan, x[:, 0] + 5.0 * np.array(table.column("seed").to_pylist()))
            case "robust":  # the first is better but for a fifth of the points, where it is far worse
                return np.where(second, 0.5, np.where(x[:, 0] < 0.2, 0.1, 0.6))
            case "curved":
                return np.sin(3 * x[:, 0]) + x[:, 1] ** 2
        return super().outcome(name, year)


@pytest.mark.parametrize(("analysis", "index"), [(pawn, "PAWN"), (delta, "delta")])
def test_any_design_tells_what_decides(analysis: Callable[..., Finding], index: str) -> None:
    (table, *_) = analysis(Invented("sobol", 128, "linear"), ["trust"]).tables.values()
    rows = {row["factor"]: row for row in table.to_pylist() if row["city"] == "emancipatory"}
    assert rows["gain"][index] > rows["surveillance"][index] > rows["trust_speed"][index]
    assert rows["gain"]["verdict"] == "settled"
    assert rows["trust_speed"]["verdict"] == "as a dummy"
    assert rows["(dummy)"]["verdict"] == "what chance alone gives"
    assert {row["verdict"] for row in table.to_pylist() if row["city"] == "control"} == {"constant"}


@pytest.mark.parametrize("points", [40, 48, 72, 96])
def test_pawn_takes_any_number_of_points(points: int) -> None:
    table = pawn(Invented("latin-hypercube", points, "linear"), ["trust"]).tables["pawn"].to_pylist()
    rows = {row["factor"]: row["PAWN"] for row in table if row["city"] == "emancipatory"}
    assert rows["gain"] == max(rows.values())
    assert 0 < rows["gain"] < 1


def unswept(folder: Path, study: Design) -> Results:
    """Return a planned study of which nothing is run: its inputs are known."""
    save_plan(expand(study), folder)
    return open_results(folder)


def test_words_among_the_inputs_are_numbered_by_their_place(tmp_path: Path) -> None:
    factors = {"consent": {}, "evolving": {}, "openness": {}}
    study = Design(factors=factors, method="latin-hypercube", samples=6)
    values = inputs_of(unswept(tmp_path, study), 1).values
    assert set(values[:, 0]) <= {0.0, 1.0, 2.0}
    assert set(values[:, 1]) == {0.0, 1.0}
    assert len(set(values[:, 2])) == 6


@pytest.mark.parametrize("analysis", [pawn, delta, metamodel])
def test_points_without_a_value_are_left_out_and_counted(analysis: Callable[..., Finding]) -> None:
    found = analysis(Invented("sobol", 64, "partly undefined"), ["illusion"])
    (table, *_) = found.tables.values()
    for row in table.to_pylist():
        assert row["points"] + row["left_out"] == 64
        assert row["left_out"] == pytest.approx(0.3 * 64, abs=2)
    assert "undefined of" in found.notes[0]


def test_variance_is_split_between_points_and_luck() -> None:
    rows = variance(Known("sobol", 512, "half luck"), ["trust"]).tables["variance"].to_pylist()
    first = rows[0]
    assert first["points_share"] == pytest.approx(0.5, abs=0.06)
    assert first["points_share"] + first["luck_share"] == pytest.approx(1.0)
    assert first["share_conf"] < 0.1
    assert first["variance"] == pytest.approx(1 / 6, rel=0.1)
    difference = rows[2]
    assert difference["luck_share"] == pytest.approx(
        1.0, abs=0.12
    )  # what differs between the cities is luck alone


@pytest.mark.parametrize("formula", ["shared luck", "shared luck, partly undefined"])
def test_what_a_seed_does_to_all_points_takes_nothing_from_what_points_do(formula: str) -> None:
    first, _, difference = variance(Known("sobol", 512, formula), ["trust"]).tables["variance"].to_pylist()
    assert first["points_share"] * first["variance"] == pytest.approx(1 / 12, rel=0.05)
    assert first["luck_share"] * first["variance"] == pytest.approx(25 / 2, rel=0.001)
    assert difference["variance"] is None or difference["variance"] == pytest.approx(0.0, abs=1e-12)


def test_luck_takes_two_seeds(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has one seed"):
        variance(swept(tmp_path, run={"seeds": 1}), ["trust"])


def test_regret_worst_case_and_good_enough() -> None:
    found = robust(Known("sobol", 64, "robust"), ["wellbeing", "trust"], above=0.45)
    first, second = found.tables["robust"].to_pylist()[:2]
    assert (first["most_regret"], first["worst"]) == pytest.approx((0.4, 0.1))
    assert (second["most_regret"], second["worst"]) == pytest.approx((0.1, 0.5))
    assert first["good_enough"] == first["best_share"] == pytest.approx(0.8, abs=0.03)
    assert second["good_enough"] == 1.0
    assert found.notes == ["trust: left out, neither more nor less of it is better"]
    assert (first["maximin"], second["maximin"]) == (False, True)
    assert (first["minimax_regret"], second["minimax_regret"]) == (False, True)
    assert second["mean_regret"] == pytest.approx(0.8 * 0.1, abs=0.01)


def test_regret_turns_round_where_less_is_better() -> None:
    first, second = robust(Known("sobol", 64, "robust"), ["exposure"]).tables["robust"].to_pylist()
    assert (first["most_regret"], second["most_regret"]) == pytest.approx((0.1, 0.4))
    assert (first["worst"], second["worst"]) == pytest.approx((0.6, 0.5))


def test_a_metamodel_says_how_far_off_it_is() -> None:
    good = metamodel(Known("sobol", 64, "curved"), ["trust"])
    row = good.tables["metamodel"].to_pylist()[0]
    assert row["r2"] > 0.99
    assert row["error"] < 0.1 * row["spread"]
    curve = [
        one["mean"]
        for one in good.tables["metamodel-curves"].to_pylist()
        if (one["factor"], one["city"]) == ("gain", "emancipatory")
    ]
    expected = np.sin(3 * np.linspace(0, 1, 11))
    assert np.allclose(np.subtract(curve, curve[0]), expected - expected[0], atol=0.05)
    bad = metamodel(Invented("sobol", 64, "noise"), ["trust"])
    assert all(one["r2"] < 0.5 for one in bad.tables["metamodel"].to_pylist())
    assert all("does not stand in for the model" in note for note in bad.notes)


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study that each method analyses."""
    return swept(tmp_path_factory.mktemp("analysed"), design={"samples": 40}, vary=VARIED).folder


@pytest.mark.parametrize("method", ["pawn", "delta", "variance", "robust", "metamodel"])
def test_the_commands_write_tables_and_pictures(method: str, analysed: Path) -> None:
    assert main(["analyse", method, str(analysed), "--outcome", "wellbeing", "--quiet"]) == 0
    names = {path.name for path in (analysed / "analysis").iterdir()}
    assert {f"{method}.csv", f"{method}.parquet", f"{method}.svg", f"{method}.png"} <= names
    assert f"{method}-receipt.json" in names


def test_one_at_a_time_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="varies one at a time"):
        pawn(unswept(tmp_path, Design(factors={"gain": {"levels": 60}}, method="one-at-a-time")), ["trust"])
