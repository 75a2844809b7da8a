import math

import pytest

from sim.city.indicators import counts_everybody, sign_of
from sim.city.load import load_city
from sim.city.numerals import decimal_mark, read_numbers
from sim.city.words import likeness_key

DIRECTIONS = {
    "raises": """low_income_pct no_income income_poverty income_support_pct income_deprivation income_gini LowIncome
        pct_below_median_income income_inequality unemployment_pct unemployment_rate unemployed unemployme poverty_rate
        crowded without_hs no_qualification_pct illiteracy_pct slum_dwelling_pct taux_chomage taux_de_pauvreté
        Arbeitslosenquote Armutsquote tasa_desempleo TP6021 free_school_meals_pct niedrigeinkommen_low_income
        Jugendarbeitslosenquote Langzeitarbeitslosenquote Sozialhilfequote
        Grundsicherungsquote Anteil_Geringverdiener people_on_housing_benefit_pct claimant_count_rate
        paro_registrado_pct carencia_material_severa senza_titolo_di_studio_pct famiglie_in_disagio_economico_pct
        odsetek_korzystajacych_z_pomocy_spolecznej laagopgeleiden_pct sem_escolaridade_pct
        part_bas_revenus part_faibles_revenus bajos_ingresos basso_reddito laag_inkomen baixa_renda sans_emploi
        part_sans_emploi not_employed_pct out_of_work_pct worklessness illettrisme taux_precarite part_surpeuples
        suroccupation familles_monoparentales ohne_Schulabschluss sin_estudios analfabetismo tasa_paro
        Kinderarmut arbetslöshet arbejdsløshed arbeidsledighet työttömyysaste ubóstwo less_than_high_school
        food_insecurity youth_unemployment_rate unemployed_per_1000 poor_health_pct
        below_poverty_line_pct pct_below_poverty_level taux_de_pauvreté_au_seuil_de_60_% taxa_de_desocupação
        tasa_de_desocupación 完全失業率 失业率 貧困率 уровень_безработицы""",
    "lowers": """median_income mean_income average_income income_eur income_pc per_capita_income gross_income
        net_household_income income_per_head medianIncome revenu_median revenu_moyen_eur niveau_de_vie_médian MED21
        Durchschnittseinkommen degree_pct literacy_rate employment_rate life_expectancy median_wage salaire_moyen
        taux_emploi renta_media renta_media_por_persona renta_hogar reddito_pro_capite gemiddeld_inkomen renda_media
        median_total_income_of_household rendimento_medio dochod_na_osobe income_less_housing_costs_mean
        median_gross_weekly_pay mediane_niveau_vie verfügbares_Einkommen_je_Einwohner średni_dochód mediaan_inkomen""",
    "unsure": """income incomes revenu hardship_index imd_rank IMD_decile income_deprivation_score pct_not_poor
        low_poverty_pct high_income_pct change_in_unemployment university welfare_recipients literate poverty_quintile
        above_poverty_line_pct
        deprivation_score poverty_tercile unemployment_rating poverty_rk unemp_quantil deprivation_group poverty_level
        unemployment_category unemployment_decrease reduction_in_poverty least_deprived_pct lowest_income_decile
        poverty_threshold seuil_de_pauvreté poverty_line_eur IRSD_decile SEIFA_score gini wealth_index disadvantage_pct
        Index_of_Relative_Socio-economic_Disadvantage SIMD2020v2_Rank IMD_Rank_(where_1_is_most_deprived)
        Arbeitslosigkeit_Klasse taux_de_chômage_baisse
        Anteil_ohne_Sozialhilfe without_housing_benefit_pct nichtarbeitslose_quote""",
    "None": """mayor tram_stops crime_per_1000 life_satisfaction aged_65_plus_pct households turnout_2014_pct parks
        population paroisse transport_accessibility code geometry density anxiety poverty_rate_moe
        poverty_se poverty_cv unemployment_rate_lower_ci poverty_n
        unemployment_rate_status Margin_of_Error_Percent_below_poverty_level
        median_income_standard_error""",
}


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_directions_follow_from_several_words_or_are_asked_for(direction):
    columns = DIRECTIONS[direction].split()
    found = {column: getattr(sign_of(column), "direction", "None") for column in columns}
    assert {column: said for column, said in found.items() if said != direction} == {}


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("unemployment_rate", "unemployment"),
        ("Tasa de paro (%) 2021", "unemployment"),
        ("youth_unemployment_rate", ""),
        ("long_term_unemployment_pct", ""),
        ("chomage_des_jeunes_taux", ""),
        ("unemployed_per_1000", ""),
        ("poverty_rate", "poverty"),
        ("child_poverty_pct", ""),
        ("fuel_poverty_pct", ""),
        ("poor_air_quality_pct", ""),
        ("pauvreté énergétique (%)", ""),
    ],
)
def test_a_documented_scale_holds_for_everybody_and_per_hundred_only(column, kind):
    assert sign_of(column) == ("raises", kind)


@pytest.mark.parametrize("column", ["unemployed", "chômeurs", "pauvres", "Arbeitslose"])
def test_people_counted_are_asked_for_even_where_they_are_few(tmp_path, column):
    path = tmp_path / "my.csv"
    path.write_text(f"name,population,{column}\nA,300,12\nB,500,40\n", encoding="utf-8")
    city = load_city(path)
    assert city.offered == (column,)
    path.write_text(f"name,population,{column}\nA,300,12.5\nB,500,40\n", encoding="utf-8")
    assert load_city(path).offered == ()


@pytest.mark.parametrize(
    ("beside", "used"),
    [("SIMD2020v2_Rank", []), ("deprivation_score", []), ("area_km2", ["employment_rate"])],
)
def test_an_employment_rate_beside_an_index_of_deprivation_is_asked_about(tmp_path, beside, used):
    """Scotland's index calls the share of those deprived of employment so."""
    path = tmp_path / "my.csv"
    path.write_text(
        f"name,population,{beside},employment_rate\nA,300,12,8%\nB,500,40,28%\n", encoding="utf-8"
    )
    assert list(load_city(path).figures) == used


@pytest.mark.parametrize(
    "column", ["total_population_moe", "population_flag", "population_status", "population_rank"]
)
def test_what_is_said_about_a_population_is_none(tmp_path, column):
    path = tmp_path / "my.csv"
    path.write_text(f"name,{column},pop_of_area\nA,7,12\nB,8,40\n", encoding="utf-8")
    assert load_city(path).population.tolist() == [12, 40]


NAN = math.nan
NUMBERS = [
    (["21.345", "9.120", "980"], True, [21345, 9120, 980]),
    (["21,345", "9,120"], True, [21345, 9120]),
    (["1.234.567", "21.345"], True, [1234567, 21345]),
    (["12,34,567", "5"], True, [1234567, 5]),
    (["1 000", "2\u202f000", "3\u00a0500"], True, [1000, 2000, 3500]),
    (["1'234", "5’678"], True, [1234, 5678]),
    (["0.980", "9.120"], True, [0.98, 9.12]),
    (["5.1%", "7.2 %", "8\u202f%"], False, [5.1, 7.2, 8]),
    (["5,1", "7,25"], False, [5.1, 7.25]),
    (["11,5", "7.0"], False, [11.5, 7.0]),
    (["1.234,5", "3"], False, [1234.5, 3]),
    (["1,234.5", "3"], False, [1234.5, 3]),
    (["19.800", "31.000"], True, [19800, 31000]),
    (["€ 30,600", "£39,940 ", "41 000 €"], True, [30600, 39940, 41000]),
    (["*", "<5", "≤ 5", "x", "..", "–", "n/a", "12"], False, [NAN] * 7 + [12]),
    (["12.5 (p)", "13.1*", "14,2"], False, [12.5, 13.1, 14.2]),
    (["\u22125.5", "+3", "1e3"], False, [-5.5, 3, 1000]),
    ([5, 7.5, None], False, [5, 7.5, NAN]),
]


@pytest.mark.parametrize(("cells", "large", "numbers"), NUMBERS, ids=[str(row[0])[:30] for row in NUMBERS])
def test_numbers_as_offices_write_them(cells, large, numbers):
    found = read_numbers(cells, decimal_mark([cells]), large)
    assert found.faults == ()
    assert [f"{value:g}" for value in found.values] == [f"{value:g}" for value in numbers]


@pytest.mark.parametrize(
    "cell", ["many", "1_0", "٣", "１２", "5 5", "1,23,4", "--5", "0x10", "1.2.3", True, "5%%"]
)
def test_what_is_no_number_is_a_fault(cell):
    assert read_numbers([cell, "5"], None, False).faults == (0,)


def test_what_the_mapping_says_of_decimals_settles_what_cells_leave_open():
    cells = ["19.800", "31.125"]
    assert read_numbers(cells, ",", large=False, stated=True).values == (19800, 31125)
    assert read_numbers(cells, ".", large=False, stated=True).values == (19.8, 31.125)
    guessed = read_numbers(cells, None, large=False)
    assert guessed.habits == {"ambiguous"}


@pytest.mark.parametrize("name", ["인구", "총인구", "人口", "население", "Population"])
def test_people_are_known_in_every_script(name):
    assert counts_everybody(name)


def test_syllables_of_kana_stay_apart():
    assert len({likeness_key(name) for name in ("ハス", "バス", "パス")}) == 3
