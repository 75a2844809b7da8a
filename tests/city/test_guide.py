"""The guide to cities."""

import re
from pathlib import Path

from tests.city.made import write

DOCS = Path(__file__).parents[2] / "docs" / "cities.md"


def test_the_documented_example_runs(tmp_path, capsys):
    blocks = re.findall(r"```(\w+)(?: (\S+))?\n(.*?)```", DOCS.read_text(encoding="utf-8"), flags=re.DOTALL)
    files = {name: text for kind, name, text in blocks if kind in ("csv", "toml") and name}
    assert set(files) == {"mycity.csv", "mycity.toml"}
    for name, text in files.items():
        write(tmp_path, name, text)
    (code,) = [text for kind, _, text in blocks if kind == "python"]
    (output,) = [text for kind, _, text in blocks if kind == "text"]
    exec(code.replace('"mycity.csv"', repr(str(tmp_path / "mycity.csv"))), {})
    assert capsys.readouterr().out == output
