"""One city written in the many ways of statistics offices: however it is written, it is read as the same."""

import csv
import io
import json
import math
import zipfile
from pathlib import Path

import numpy as np
import openpyxl
import pyogrio.raw
import pytest
import shapely
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from sim.city.load import load_city
from sim.files.errors import InputError
from tests.thorough import tries

NAMES = ("Étang", "Forêt-Noire", "L’Île", "Altstadt", "Müllheim", "São Bento", "Saint-Denis", "Nord 2")
PEOPLE = (21_345, 9_120, 980, 1_002_003, 310, 45_000, 7_999, 0)
RATES = (11.5, 7.0, 3.1, 20.25, None, 9.9, 0.5, None)
INCOMES = (19_800, 31_000, 22_500, 17_250, None, 40_100, 28_300, None)

SPACES = (" ", "\u00a0", "\u202f", "\u2009")
ways = st.fixed_dictionaries(
    {
        "separator": st.sampled_from([",", ";", "\t", "|"]),
        "decimal": st.sampled_from([".", ","]),
        "thousands": st.sampled_from(["", "'", "’", "other", *SPACES]),
        "percent": st.sampled_from(["", "%", " %", "\u202f%"]),
        "missing": st.sampled_from(["", "*", "x", "..", "n/a", "<5", "–", ":", "k.A."]),
        "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-le", "mac_roman"]),
        "above": st.lists(st.sampled_from(["", "Districts of Mycity 2024", "Table 3.1"]), max_size=3),
        "pad": st.booleans(),
        "below": st.sampled_from(["", "Source: Office of Statistics, 2024", "* suppressed"]),
        "total": st.sampled_from(["", "TOTAL", "Ensemble de la ville", "Insgesamt", "Mycity"]),
        "trailing": st.booleans(),
        "capitals": st.booleans(),
        "newline": st.sampled_from(["\n", "\r\n"]),
        "order": st.permutations(range(4)),
    }
)


def number(value, way, places=0):
    if value is None:
        return way["missing"]
    mark = {",": ".", ".": ","}[way["decimal"]] if way["thousands"] == "other" else way["thousands"]
    whole, _, fraction = f"{value:.{places}f}".partition(".")
    groups = f"{int(whole):,}".replace(",", mark)
    return groups + (way["decimal"] + fraction if fraction else "")


def rows_of(way):
    header = ["name", "population", "unemployment_pct", "median_income_eur"]
    rows = [
        [
            name,
            number(people, way),
            number(rate, way, 2) + (way["percent"] if rate is not None else ""),
            number(income, way),
        ]
        for name, people, rate, income in zip(NAMES, PEOPLE, RATES, INCOMES, strict=True)
    ]
    if way["total"]:
        rows.append([way["total"], number(sum(PEOPLE), way), number(9.0, way, 2), number(25_000, way)])
    header, *rows = [[row[i] for i in way["order"]] for row in [header, *rows]]
    return [[cell.title() if way["capitals"] else cell for cell in header], *rows]


def text_of(way):
    rows = [[line] + [""] * (3 if way["pad"] else 0) for line in way["above"]]
    rows += rows_of(way)
    if way["below"]:
        rows += [[way["below"]]]
    if way["trailing"]:
        rows = [[*row, ""] for row in rows]
    out = io.StringIO()
    csv.writer(out, delimiter=way["separator"], lineterminator=way["newline"]).writerows(rows)
    return out.getvalue()


def encodes(text, encoding):
    try:
        return bool(text.encode(encoding))
    except UnicodeEncodeError:
        return False


def assert_same(city):
    assert city.names == NAMES
    assert city.population.tolist() == list(PEOPLE)
    for column, figures in (("unemployment_pct", RATES), ("median_income_eur", INCOMES)):
        found = {name.lower(): values for name, values in city.figures.items()}[column]
        np.testing.assert_array_equal(found, [math.nan if value is None else value for value in figures])


@settings(max_examples=tries(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(way=ways)
def test_separated_text(tmp_path, way):
    path = tmp_path / "Mycity.csv"
    text = text_of(way)
    assume(encodes(text, way["encoding"]))
    path.write_bytes(text.encode(way["encoding"]))
    assert_same(load_city(path))


@settings(max_examples=tries(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(way=ways, typed=st.booleans(), second=st.booleans())
def test_workbooks(tmp_path, way, typed, second):
    book = openpyxl.Workbook()
    sheet = book.active
    if second:
        sheet["A1"] = "About this workbook"
        sheet = book.create_sheet("Data")
    for line in way["above"]:
        sheet.append([line])
    header, *rows = rows_of(way)
    sheet.append(header)
    for row, people, rate, income in zip(rows, PEOPLE, RATES, INCOMES, strict=False):
        by_column = {"population": people, "unemployment_pct": rate, "median_income_eur": income}
        sheet.append(
            [
                by_column.get(name.lower(), cell) if typed else cell
                for name, cell in zip(header, row, strict=True)
            ]
        )
    book.save(tmp_path / "my.xlsx")
    assert_same(load_city(tmp_path / "my.xlsx"))


def read_as(folder, text, encoding="utf-8"):
    path = folder / "my.csv"
    path.write_bytes(text.encode(encoding))
    city = load_city(path)
    return dict(zip(city.names, city.population.tolist(), strict=True)), city


AB = {"A": 1000.0, "B": 2000.0}
ROWS_THAT_ARE_NO_DISTRICTS = {
    "a total first": "City total,3000\nA,1000\nB,2000\n",
    "a total in Japanese": "A,1000\nB,2000\n全市,3000\n",
    "a total without a name": "A,1000\nB,2000\n,3000\n",
    "subtotals": "A,400\nB,600\nNorth subtotal,1000\nC,500\nD,700\nSouth subtotal,1200\nTOTAL,2200\n",
    "people of no district": "A,1000\nB,2000\nUnknown,12\nNon renseigné,3\nOhne Angabe,4\n",
}


@pytest.mark.parametrize("rows", ROWS_THAT_ARE_NO_DISTRICTS.values(), ids=ROWS_THAT_ARE_NO_DISTRICTS)
def test_rows_that_are_no_districts_are_left_out_with_a_word(tmp_path, rows):
    found, city = read_as(tmp_path, f"name,population\n{rows}")
    assert found in (AB, {"A": 400.0, "B": 600.0, "C": 500.0, "D": 700.0})
    assert sum("left out: " in note.translate("en") for note in city.notes) == 1


def test_a_city_of_which_no_district_is_known_keeps_its_rows(tmp_path):
    assert read_as(tmp_path, "name,population\nUnknown,12\nunbekannt,3\n")[0] == {
        "Unknown": 12,
        "unbekannt": 3,
    }


@pytest.mark.parametrize(
    "column",
    [
        "population (thousands)",
        "Einwohner in 1000",
        "population en milliers",
        "population_tsd",
        "Population ('000s)",
    ],
)
def test_thousands_of_people_are_people(tmp_path, column):
    found, city = read_as(tmp_path, f"name;{column}\nA;1.0\nB;2.0\n")
    assert found == AB
    assert any("counts thousands" in note.translate("en") for note in city.notes)


def test_a_city_of_a_thousand_districts_does_not_count_thousands(tmp_path):
    assert read_as(tmp_path, "name,population 1000\nA,1000\nB,2000\n")[0] == AB


@pytest.mark.parametrize("code", ["-1", "-999", "-666666666"])
@pytest.mark.parametrize("column", ["unemployment_pct", "median_income", "poverty_rate"])
def test_a_negative_code_for_a_missing_figure_is_no_figure(tmp_path, column, code):
    _, city = read_as(tmp_path, f"name,population,{column}\nA,1000,{code}\nB,2000,5\nC,500,8\n")
    assert np.isnan(city.figures[column]).tolist() == [True, False, False]
    assert any("such a figure can be none" in note.translate("en") for note in city.notes)


@pytest.mark.parametrize(("encoding", "names"), [("cp850", "België Zuid"), ("shift_jis", "東京 大阪")])
def test_an_encoding_that_letters_do_not_tell_can_be_stated(tmp_path, encoding, names):
    first, second = names.split()
    text = f"name,population\n{first},1000\n{second},2000\n"
    with pytest.raises(InputError, match=r"say it in my.toml: encoding = |not text in a known encoding"):
        read_as(tmp_path, text, encoding)
    (tmp_path / "my.toml").write_text(f'encoding = "{encoding}"\n', encoding="utf-8")
    assert read_as(tmp_path, text, encoding)[0] == {first: 1000, second: 2000}


# Boundaries

GRIDS = ("EPSG:2154", "EPSG:3857", "EPSG:32631", "EPSG:25831", "EPSG:3035", "EPSG:27572")


def hexagons():
    """Return eight uneven cells near Paris, in degrees."""
    points = shapely.multipoints(np.random.default_rng(5).random((8, 2)) * [0.09, 0.06] + [2.3, 48.82])
    box = shapely.box(2.3, 48.82, 2.39, 48.88)
    cells = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=box, ordered=True))
    return shapely.intersection(shapely.set_precision(cells, 1e-7), box)


def in_grid(shapes, crs):
    to_grid = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    return shapely.transform(shapes, lambda p: np.column_stack(to_grid.transform(p[:, 0], p[:, 1])))


def properties():
    return [
        {"name": n, "population": p, "unemployment_pct": r, "median_income_eur": i}
        for n, p, r, i in zip(NAMES, PEOPLE, RATES, INCOMES, strict=True)
    ]


def geojson(shapes, crs=None, records=None):
    features = [
        {"type": "Feature", "properties": record, "geometry": json.loads(shapely.to_geojson(shape))}
        for record, shape in zip(records or properties(), shapes, strict=True)
    ]
    document = {"type": "FeatureCollection", "features": features}
    if crs:
        document["crs"] = {
            "type": "name",
            "properties": {"name": f"urn:ogc:def:crs:{crs.replace(':', '::')}"},
        }
    return json.dumps(document)


def layer(path: Path, shapes, crs, driver):
    """Write the districts as GDAL does."""
    records = properties()
    fields = ["name", "population", "unemp_pct", "med_income"]
    values = [np.array([record[key] for record in records], dtype=object) for key in records[0]]
    figures = [np.array([math.nan if v is None else v for v in column], dtype=float) for column in values[2:]]
    data = [values[0], values[1].astype(np.int64), *figures]
    pyogrio.raw.write(
        path,
        shapely.to_wkb(shapes),
        data,
        fields,
        geometry_type="Polygon",
        crs=crs,
        driver=driver,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    path = tmp_path_factory.mktemp("plain") / "my.geojson"
    path.write_text(geojson(hexagons()), encoding="utf-8")
    city = load_city(path)
    assert_same(city)
    return city


def assert_same_map(city, plain):
    assert city.names == plain.names
    assert not city.cartogram
    np.testing.assert_array_equal(city.neighbours, plain.neighbours)
    np.testing.assert_allclose(city.centroids, plain.centroids, atol=2e-4)


@pytest.mark.parametrize("crs", GRIDS)
def test_every_declared_grid_gives_the_same_map(tmp_path, plain, crs):
    (tmp_path / "my.geojson").write_text(geojson(in_grid(hexagons(), crs), crs), encoding="utf-8")
    assert_same_map(load_city(tmp_path / "my.geojson"), plain)


@pytest.mark.parametrize("crs", ["EPSG:2154", "EPSG:3857"])
def test_a_grid_that_is_not_declared_is_asked_for_and_taken_from_the_mapping(tmp_path, plain, crs):
    path = tmp_path / "my.geojson"
    path.write_text(geojson(in_grid(hexagons(), crs)), encoding="utf-8")
    with pytest.raises(
        InputError, match=rf"no degrees; say their reference system in my\.toml.*fit: .*{crs}"
    ):
        load_city(path)
    path.with_suffix(".toml").write_text(f'crs = "{crs}"\n', encoding="utf-8")
    assert_same_map(load_city(path), plain)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:2154"])
def test_geopackage_and_shapefile_zipped_or_not(tmp_path, plain, crs):
    shapes = hexagons() if crs == "EPSG:4326" else in_grid(hexagons(), crs)
    layer(tmp_path / "my.gpkg", shapes, crs, "GPKG")
    layer(tmp_path / "other.shp", shapes, crs, "ESRI Shapefile")
    with zipfile.ZipFile(tmp_path / "zipped.zip", "w") as archive:
        for part in tmp_path.glob("other.*"):
            archive.write(part, f"a folder/{part.name}")
    for name in ("my.gpkg", "other.shp", "zipped.zip"):
        city = load_city(tmp_path / name)
        assert_same_map(city, plain)
        assert city.population.tolist() == list(PEOPLE)
        np.testing.assert_allclose(city.hardship, plain.hardship)


def test_topojson(tmp_path, plain):
    arcs, geometries = [], []
    for shape, record in zip(hexagons(), properties(), strict=True):
        geometries.append({"type": "Polygon", "properties": record, "arcs": [[len(arcs)]]})
        arcs.append(shapely.get_coordinates(shape).tolist())
    document = {
        "type": "Topology",
        "objects": {"d": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs,
    }
    (tmp_path / "my.topojson").write_text(json.dumps(document), encoding="utf-8")
    city = load_city(tmp_path / "my.topojson")
    assert_same_map(city, plain)
    np.testing.assert_allclose(city.hardship, plain.hardship)


@pytest.mark.parametrize("way", ["accents", "case", "hyphens", "key", "subset"])
def test_a_table_joins_boundaries_by_name_or_key(tmp_path, plain, way):
    change = {
        "accents": lambda n: n.translate(str.maketrans("ÉêÎüã", "EeIua")),
        "case": str.upper,
        "hyphens": lambda n: n.replace("-", " ").replace("’", "'"),
    }.get(way, str)
    records = [{"nom": change(name), "code": f"0{i}"} for i, name in enumerate(NAMES)]
    if way == "key":
        records = [{"code": record["code"]} for record in records]
    (tmp_path / "map.geojson").write_text(geojson(hexagons(), records=records), encoding="utf-8")
    rows = [
        f"0{i};{n};{p};{r or ''};{m or ''}"
        for i, (n, p, r, m) in enumerate(zip(NAMES, PEOPLE, RATES, INCOMES, strict=True))
    ]
    rows = rows[::-1]
    if way == "subset":
        rows = [row for row in rows if not row.startswith("03")]
    header = "code;name;population;unemployment_pct;median_income_eur"
    (tmp_path / "figures.csv").write_text("\n".join([header, *rows]), encoding="utf-8")
    city = load_city(tmp_path / "map.geojson", tmp_path / "figures.csv")
    if way == "subset":
        assert city.districts == 7
        assert any("without figures, left out: Altstadt" in note.translate("en") for note in city.notes)
    else:
        assert_same_map(city, plain)
        assert city.population.tolist() == list(PEOPLE)


def test_tables_about_other_districts_are_not_joined(tmp_path):
    (tmp_path / "map.geojson").write_text(geojson(hexagons()), encoding="utf-8")
    (tmp_path / "figures.csv").write_text("name,population\nParis,1\nLyon,2\nLille,3\n", encoding="utf-8")
    with pytest.raises(InputError, match="only 0 of 8 districts have the same name or key in both"):
        load_city(tmp_path / "map.geojson", tmp_path / "figures.csv")
