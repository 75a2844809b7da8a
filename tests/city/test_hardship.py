import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.city.hardship import absolute, known_references
from sim.city.load import list_cities, load_city

POOR = "name,population,unemployment_pct,poverty_pct\nA,100,8,20\nB,100,12,30\nC,100,16,40\n"
RICH = "name,population,unemployment_pct,poverty_pct\nA,100,2,5\nB,100,3,8\nC,100,4,10\n"
EQUAL = "name,population,unemployment_pct,poverty_pct\nA,100,11.9,29\nB,100,12,30\nC,100,12.1,31\n"


def city(folder, text, mapping=""):
    path = folder / f"{len(list(folder.iterdir()))}.csv"
    path.write_text(text, encoding="utf-8")
    if mapping:
        path.with_suffix(".toml").write_text(mapping, encoding="utf-8")
    return load_city(path)


def told(one):
    return "\n".join(note.translate("en") for note in one.notes)


def test_two_cities_with_the_same_ranks_and_other_levels_differ(tmp_path):
    poor, rich, equal = (city(tmp_path, text) for text in (POOR, RICH, EQUAL))
    assert (poor.hardship > rich.hardship + 0.2).all()
    assert np.ptp(poor.hardship) > 10 * np.ptp(equal.hardship)
    assert poor.hardship_basis == "absolute"
    ranked = [
        city(
            tmp_path,
            text.replace("_pct", "_slum")
            .replace("unemployment_slum", "slum_pct")
            .replace("poverty", "crowd"),
        )
        for text in (POOR, RICH)
    ]
    assert ranked[0].hardship_basis == "rank"
    np.testing.assert_array_equal(
        ranked[0].hardship, ranked[1].hardship
    )  # which is why ranks are the fallback
    assert "By rank within the city only" in told(ranked[0])


def test_hardship_is_one_half_at_the_reference_and_two_thirds_at_twice_it():
    np.testing.assert_allclose(
        absolute(np.array([6.2, 12.4, 3.1, 0]), 6.2, lowers=False), [1 / 2, 2 / 3, 1 / 3, 0]
    )
    np.testing.assert_allclose(
        absolute(np.array([20_000, 40_000, 10_000]), 20_000, lowers=True), [1 / 2, 1 / 3, 2 / 3]
    )


@given(st.floats(0.1, 99), st.floats(0.1, 99), st.booleans())
def test_more_of_it_is_never_less_hardship(value, more, lowers):
    low, high = absolute(np.array(sorted([value, value + more])), 17.0, lowers)
    assert (low > high) == lowers
    assert 0 <= min(low, high) <= max(low, high) <= 1


def test_every_scale_names_its_source_and_the_city_says_which_was_used(tmp_path):
    assert all(one.source and one.value > 0 for one in known_references().values())
    words = told(city(tmp_path, POOR))
    for kind in ("unemployment", "poverty"):
        reference = known_references()[kind]
        assert (
            f"{kind}_pct counts by its level: hardship 1/2 at {reference.value:g} ({reference.source.translate('en')})"
            in words
        )


def test_a_mapping_gives_a_reference_of_its_own(tmp_path):
    mapping = '[reference.poverty_pct]\nvalue = 30\nsource = "our office, 2024"\n'
    one = city(tmp_path, POOR.replace(",unemployment_pct", ",x"), mapping)
    np.testing.assert_allclose(one.hardship, [20 / 50, 1 / 2, 40 / 70])
    assert "hardship 1/2 at 30 (our office, 2024)" in told(one)


def test_income_counts_by_its_level_only_against_the_countrys(tmp_path):
    text = "name,population,median_income_eur\nA,10,20000\nB,10,30000\n"
    assert city(tmp_path, text).hardship.tolist() == [0.625, 0.375]
    against = city(tmp_path, text, '[reference.median_income_eur]\nvalue = 20000\nsource = "the country"\n')
    np.testing.assert_allclose(against.hardship, [1 / 2, 2 / 5])


def test_fractions_of_one_are_shares_like_any(tmp_path):
    fractions = city(tmp_path, "name,population,unemployment_rate\nA,10,0.05\nB,10,0.11\n")
    np.testing.assert_allclose(fractions.hardship, [5 / 11.2, 11 / 17.2])
    assert "holds fractions of 1: read as per cent" in told(fractions)


def test_counts_of_people_are_offered_not_used(tmp_path):
    one = city(tmp_path, "name,population,unemployed\nA,9000,800\nB,500,40\n")
    assert one.hardship_basis == "drawn"
    assert one.offered == ("unemployed",)
    assert "counts people where a share is needed" in told(one)


def test_the_shipped_cities_stand_apart_by_level_and_by_inequality():
    means = {}
    for name in list_cities()[1:]:
        one = load_city(name)
        means[name] = np.average(one.hardship, weights=one.population)
    assert means["marseille"] > means["chicago"] > means["paris"] > means["london"]
    assert means["marseille"] - means["london"] > 0.1
    assert load_city("chicago").hardship.std() > 1.5 * load_city("paris").hardship.std()


@pytest.mark.parametrize("name", list_cities()[1:])
def test_shipped_files_are_small_and_credited(name):
    from sim.files.resources import data_folder

    assert (data_folder() / "cities" / f"{name}.geojson").stat().st_size <= 300_000
    one = load_city(name)
    assert len(one.attribution.translate("fr")) > 40
    assert one.attribution.translate("fr") != one.attribution.translate("en")
    assert len(one.licence.translate("fr")) > 4
    assert all(basis.reference is None or basis.reference.source for basis in one.bases)
