"""Files made to hurt: each ends in a city or in one line, within bounds of memory and without hanging."""

import json
import os
import re
import subprocess
import sys
import zipfile

import numpy as np
import openpyxl
import pytest

MOST_MB = 300  # beyond what an ordinary city takes
HANGS_AFTER = 120  # seconds of processor; what is measured here takes under three
READER = """
import os, resource, sys
from sim.city.load import load_city
from sim.files.errors import InputError
import openpyxl, pyogrio
load_city("paris")

def used():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

def read(path):
    resource.setrlimit(resource.RLIMIT_CPU, (HANGS_AFTER, HANGS_AFTER))
    idle = used()
    try:
        city = load_city(path)
        words = f"read {city.districts} " + " ".join(note.translate("en") for note in city.notes)
    except InputError as error:
        words = f"refused {error}"
    print((used() - idle) // 1000, words, flush=True)

for line in sys.stdin:
    child = os.fork()
    if not child:
        status = 1
        try:
            read(line.rstrip())
            status = 0
        finally:
            os._exit(status)
    print("ended", os.waitpid(child, 0)[1], flush=True)
""".replace("HANGS_AFTER", str(HANGS_AFTER))
RNG = np.random.default_rng(3)


def square(x, y, side=0.01):
    return [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]


def feature(name, ring, **properties):
    properties = {"name": name, "population": 100, **properties}
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def collection(features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def tangle(points):
    found = (RNG.random((points, 2)) * 0.05 + [2, 48]).tolist()
    return [*found, found[0]]


def teeth(points, longitude):
    angle = np.linspace(0, 2 * np.pi, points, endpoint=False)
    radius = 0.01 + 0.001 * RNG.random(points)
    found = np.column_stack([longitude + radius * np.cos(angle), 48 + radius * np.sin(angle)]).tolist()
    return [*found, found[0]]


def sound(count):
    return [feature(f"D{i}", square(2.06 + 0.01 * i, 48)) for i in range(count)]


def text(make):
    return lambda path: path.write_text(make())


def archive(name, content):
    def write(path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            packed.writestr(name, content())

    return write


def sparse_sheet(path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"], book.active["XFD1048576"] = "name", "population", 1
    book.save(path)


def many_names(features, each):
    rows = (feature(f"D{i}", square(2, 48), **{f"c{i}_{k}": 1 for k in range(each)}) for i in range(features))
    return text(lambda: collection(rows))


HEADER = "name,population\n"
FILES = [
    (
        "tangle.geojson",
        text(lambda: collection([feature("A", tangle(3_000)), *sound(2)])),
        "read 3 .*cannot be used.*: A",
    ),
    (
        "many.geojson",
        text(lambda: collection(feature(f"A{i}", tangle(100)) for i in range(100))),
        "read 100|refused",
    ),
    (
        "same.geojson",
        text(lambda: collection(feature(f"A{i}", square(2, 48)) for i in range(2_000))),
        "refused same.geojson",
    ),
    (
        "teeth.geojson",
        text(lambda: collection([feature("A", teeth(6_000, 2)), feature("B", teeth(6_000, 2.024))])),
        "read 2|too intricate",
    ),
    ("names.geojson", many_names(150, 100), "refused .*at most 2,000 are possible"),
    ("deep.json", text(lambda: "[" * 3_000_000), "refused .*nesting"),
    (
        "deeper.geojson",
        text(lambda: '{"type":"FeatureCollection","features":' + "[" * 3_000_000),
        "refused .*nesting beyond",
    ),
    ("long.csv", text(lambda: HEADER + "d,5\n" * 2_900_000), "refused .*more than 60,000 rows"),
    (
        "wide.csv",
        text(lambda: ",".join(f"c{i}" for i in range(20_000)) + "\n"),
        "refused .*20,000 columns; at most 2,000",
    ),
    ("cells.csv", text(lambda: "\n".join([",".join(["1"] * 1_900)] * 3_000)), "refused .*1,500,000 cells"),
    (
        "quote.csv",
        text(lambda: HEADER + '"' + "a,1\n" * 2_000_000),
        "refused .*a cell of more than 1,000,000 characters",
    ),
    ("digits.csv", text(lambda: HEADER + "A," + "9" * 900_000 + "\n"), "refused .*outside the possible"),
    ("zeros.csv", text(lambda: HEADER + "\0" * 1_000_000), "refused .*not text in a known encoding"),
    (
        "bomb.xlsx",
        archive("xl/worksheets/sheet1.xml", lambda: " " * 30_000_000),
        "refused .*unpacks to 30 MB",
    ),
    ("bomb.zip", archive("a.shp", lambda: " " * 110_000_000), "refused .*unpacks to 110 MB"),
    ("empty.zip", archive("readme.txt", lambda: "nothing"), "refused .*no .shp within"),
    ("liar.zip", archive("a.shp", lambda: "<OGRVRTDataSource/>"), "refused .*is no shapefile"),
    ("sparse.xlsx", sparse_sheet, "refused .*sheet of more than"),
    ("nothing.xlsx", text(lambda: "PK"), "refused nothing.xlsx: not a sound archive"),
    (
        "recipe.json",
        text(lambda: '{"type": "gdal_streamed_alg", "command_line": "x", "y": {"type": "Feature"}}'),
        "refused",
    ),
    (
        "recipe.gpkg",
        text(lambda: "<OGRVRTDataSource><OGRVRTLayer name='x'/></OGRVRTDataSource>"),
        "refused .*export it as",
    ),
    (
        "noise.gpkg",
        lambda path: path.write_bytes(b"SQLite format 3\0" + os.urandom(100_000)),
        "refused noise.gpkg",
    ),
    ("noise.shp", lambda path: path.write_bytes(b"\0\0\x27\x0a" + os.urandom(100_000)), "refused noise.shp"),
    ("pipe.csv", os.mkfifo, "refused .*no such file"),
    ("pipe.gpkg", os.mkfifo, "refused .*no such file"),
]
LARGER = [  # of the same kinds, for a limit that holds small files alone
    (
        "tangled.geojson",
        text(lambda: collection([feature("A", tangle(60_000)), *sound(2)])),
        "read 3 .*cannot be used.*: A",
    ),
    (
        "many.geojson",
        text(lambda: collection(feature(f"A{i}", tangle(100)) for i in range(500))),
        "read 500|refused",
    ),
    (
        "same.geojson",
        text(lambda: collection(feature(f"A{i}", square(2, 48)) for i in range(8_000))),
        "refused same.geojson",
    ),
    (
        "teeth.geojson",
        text(lambda: collection([feature("A", teeth(60_000, 2)), feature("B", teeth(60_000, 2.024))])),
        "read 2|too intricate",
    ),
    (
        "bomb.xlsx",
        archive("xl/worksheets/sheet1.xml", lambda: " " * 200_000_000),
        "refused .*unpacks to 200 MB",
    ),
    ("bomb.zip", archive("a.shp", lambda: " " * 200_000_000), "refused .*unpacks to 200 MB"),
]
EACH = [
    *(pytest.param(*row, id=row[0]) for row in FILES),
    *(pytest.param(*row, id=f"larger {row[0]}", marks=pytest.mark.slow) for row in LARGER),
]


@pytest.fixture(scope="module")
def reader():
    """A program that reads each file it is named in a process of its own, forked when all is imported."""
    command = [sys.executable, "-c", READER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.stdin.close()


@pytest.mark.parametrize(("name", "write", "said"), EACH)
def test_bounds(reader, tmp_path, name, write, said):
    write(tmp_path / name)
    print(tmp_path / name, file=reader.stdin, flush=True)
    megabytes, words = told_by(reader).split(" ", 1)
    assert int(megabytes) <= MOST_MB
    assert words.count("\n") == 1
    assert re.search(said, words), words[:300]


def told_by(reader):
    """Return all that was said of one file, by a process that came to a good end."""
    told = ""
    for line in reader.stdout:
        if line.startswith("ended"):
            assert line == "ended 0\n", told
            return told
        told += line
    raise AssertionError("the reader itself has ended")
