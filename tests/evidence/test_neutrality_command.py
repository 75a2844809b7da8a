"""What `two-cities neutrality` checks, small; and that its checks can fail."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sim.cli.main import main
from sim.evidence.neutrality import PROPERTIES, measure
from sim.evidence.neutrality.bundles import alike
from sim.evidence.neutrality.couplings import COUPLINGS, Coupling, gaps, idle_entries, together
from sim.evidence.neutrality.leads import each_camp_leads
from sim.evidence.neutrality.reasons import UNLED
from sim.evidence.neutrality.search import pushed, slopes
from sim.evidence.neutrality.signs import CONTESTED, mirrored
from sim.evidence.neutrality.witnesses import (
    CENTRAL,
    HORIZONS,
    Lead,
    Spans,
    Witnesses,
    leads_in,
    read_witnesses,
    spans,
    write_witnesses,
)
from sim.evidence.neutrality.witnesses import measure as measure_readings
from sim.evidence.patterns.camps import CAMPS
from sim.evidence.patterns.row import Row
from sim.evidence.patterns.setting import PLACE, Setting
from sim.files.errors import InputError
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS

SMALL = Setting(
    residents=300, city="synthetic:9", weeks=60, long_weeks=60, seeds=(1, 2), sample_residents=300
)


# Couplings at rest


@pytest.mark.parametrize("coupling", COUPLINGS, ids=lambda coupling: coupling.outcomes[0])
def test_a_outcome_ties_with_its_couplings_at_rest(coupling: Coupling) -> None:
    apart = gaps(SMALL, coupling, 1)
    for outcome in coupling.outcomes:
        assert apart[PLACE[outcome]] == 0.0, outcome


def test_every_outcome_ties_with_all_couplings_at_rest() -> None:
    apart = gaps(SMALL, together(), 1)
    assert [outcome for outcome in OUTCOMES if apart[PLACE[outcome]] > 0.0] == []


def test_outcomes_part_without_rest() -> None:
    longer = replace(SMALL, weeks=520)  # incidents are rare
    apart = np.max([gaps(longer, Coupling(()), seed) for seed in (1, 2, 3)], axis=0)
    assert apart[PLACE["deficit"]] < 1e-12  # no city runs one; what is left is rounding
    assert [outcome for outcome in OUTCOMES if apart[PLACE[outcome]] < 1e-12] == ["deficit"]


def test_every_outcome_has_its_coupling() -> None:
    listed = [outcome for coupling in COUPLINGS for outcome in coupling.outcomes]
    assert len(listed) == len(set(listed))
    assert set(OUTCOMES) - set(listed) == {"deficit"}


def test_an_idle_entry_is_found() -> None:
    padded = Coupling(("fees",), {"platform_fee": 0.0, "chilling": 0.0})
    assert idle_entries(SMALL, padded) == ["chilling"]


# Bundles


def test_cities_that_part_in_one_bit_are_not_alike() -> None:
    one, other = (SMALL.city_of("control", 1) for _ in range(2))
    assert alike(one, other)
    other.columns["trust"][7] = np.nextafter(other.columns["trust"][7], np.float32(2))
    assert not alike(one, other)


@pytest.mark.parametrize("name", ["N1", "N2"])
def test_names_and_equal_levers(name: str) -> None:
    row = PROPERTIES[name].check(SMALL)
    assert row.passed, row.checks


# Mirrored signs


def test_mirrored_values_are_explored_on_both_sides() -> None:
    for name in CONTESTED:
        minus, plus = mirrored(name)
        low, high = ASSUMPTIONS[name].explored
        assert low <= minus == -plus < 0 < plus <= high
    with pytest.raises(ValueError, match="one side"):
        mirrored("chilling")


# Leads


def flat(values: dict[str, float]) -> Spans:
    mean = np.zeros((len(HORIZONS), len(OUTCOMES)))
    for outcome, value in values.items():
        mean[:, PLACE[outcome]] = value
    return Spans(mean, mean - 0.1, mean + 0.1)


def test_less_is_a_lead_where_less_is_better() -> None:
    found = flat({"exposure": -0.3, "trust": 0.3})
    assert found.lead("exposure", "emancipatory", 3) == pytest.approx((0.3, 0.2, 0.4))
    assert found.lead("exposure", "control", 3) == pytest.approx((-0.3, -0.4, -0.2))
    assert found.lead("trust", "emancipatory", 3) == pytest.approx((0.3, 0.2, 0.4))
    wanted = [(outcome, camp) for outcome in ("exposure", "trust", "wellbeing") for camp in CAMPS]
    assert {(one.outcome, one.camp) for one in leads_in(found, "x", wanted)} == {
        ("exposure", "emancipatory"),
        ("trust", "emancipatory"),
    }


def test_spans_are_wide_where_seeds_disagree() -> None:
    differences = np.zeros((3, len(HORIZONS), len(OUTCOMES)))
    differences[:, 0, 0] = [0.1, 0.1, 0.1]
    differences[:, 1, 0] = [0.3, -0.3, 0.3]
    found = spans(differences)
    assert found.low[0, 0] == pytest.approx(0.1)
    assert found.low[1, 0] < 0.0 < found.mean[1, 0]


def test_a_slope_is_found_and_followed() -> None:
    names = list(ASSUMPTIONS)
    places = np.modf(np.outer(np.arange(1, 301), np.sqrt(np.arange(2, len(names) + 2))))[0]
    leads = 2.0 * places[:, names.index("gain")] - places[:, names.index("chilling")]
    found = pushed(slopes(places, leads), 2)
    assert found == {"gain": ASSUMPTIONS["gain"].explored[1], "chilling": ASSUMPTIONS["chilling"].explored[0]}


def test_witnesses_are_written_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "witnesses.toml"
    kept = Witnesses(
        (Lead("trust", "control", 3, "some"), Lead("trust", "emancipatory", 1, CENTRAL)),
        {CENTRAL: {}, "some": {"chilling": 0.5}, "unused": {"gain": 1.0}},
    )
    write_witnesses(kept, file)
    again = read_witnesses(file)
    assert again.leads == kept.leads
    assert again.readings == {CENTRAL: {}, "some": {"chilling": 0.5}}


@pytest.mark.parametrize(
    "text",
    [
        '[[leads]]\noutcome = "trust"\ncamp = "control"\nyear = 3\nreading = "none"\n',
        '[[leads]]\noutcome = "thrust"\ncamp = "control"\nyear = 3\nreading = "central"\n',
        '[[leads]]\noutcome = "trust"\ncamp = "control"\n',
        "[readings.a]\nchiling = 1.0\n",
        "[readings.a]\nchilling = 99.0\n",
    ],
)
def test_bad_witnesses_are_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(text)
    with pytest.raises(InputError, match="bad"):
        read_witnesses(file)


def test_every_lead_has_a_witness_or_a_reason_and_not_both() -> None:
    found = {(lead.outcome, lead.camp) for lead in read_witnesses().leads}
    assert found | set(UNLED) == {(outcome, camp) for outcome in OUTCOMES for camp in CAMPS}
    assert not found & set(UNLED)
    for reason in UNLED.values():
        assert len(reason) > 20


def test_witnesses_stay_inside_the_explored_ranges() -> None:
    for name, values in read_witnesses().readings.items():
        for key, value in values.items():
            if ASSUMPTIONS[key].kind == "number":
                low, high = ASSUMPTIONS[key].explored
                assert float(low) <= float(value) <= float(high), (name, key)


def test_what_the_default_assumptions_witness_holds() -> None:
    central = measure_readings(Setting(), [{}], max(HORIZONS))[0]
    for lead in read_witnesses().leads:
        if lead.reading == CENTRAL:
            assert central.lead(lead.outcome, lead.camp, lead.year)[1] > 0.0, lead


def test_a_false_witness_and_a_false_reason_fail(tmp_path: Path) -> None:
    file = tmp_path / "witnesses.toml"
    write_witnesses(Witnesses((Lead("expression", "control", 1, CENTRAL),), {CENTRAL: {}}), file)
    row = each_camp_leads(SMALL, file)
    verdicts = {check.what: check for check in row.checks}
    assert not verdicts["expression: control ahead"].passed
    assert not verdicts["trust: control ahead"].passed
    assert "neither" in verdicts["trust: control ahead"].shown


def test_command_prints_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    small = PROPERTIES["N1"]._replace(setting=SMALL)
    monkeypatch.setitem(PROPERTIES, "N1", small)  # type: ignore[misc]
    assert main(["neutrality", "--only", "n1", "--json", "--quiet"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert row["id"] == "N1"
    assert row["pass"] is True


def test_unknown_properties_and_endings_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["neutrality", "--only", "N9"]) == 2
    assert main(["neutrality", "--only", "N1", "--out", "table.txt"]) == 2
    assert "N9" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("name", list(PROPERTIES))
def test_the_property_holds_in_its_setting(name: str) -> None:
    (row,) = measure([name])
    assert isinstance(row, Row)
    assert row.passed, [check for check in row.checks if not check.passed]
