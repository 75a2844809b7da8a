"""Works: each that is named anywhere has been looked up, and none is kept that nothing names any more."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from sim.evidence.works import TABLE, read_works

ROOT = Path(__file__).parents[2]
SUFFIXES = {".py", ".toml", ".ftl", ".md", ".json", ".js", ".vue"}
NUMBER = re.compile(r"doi:\s?(10\.\d{4,}/[^\s;,\"'`<]+)|(arXiv:\d{4}\.\d{4,5})")
WRITTEN_FROM_THEM = ROOT / "docs/evidence.md"


def texts() -> dict[Path, str]:
    """Return what the package, the scenarios and the pages say, but for the table of works and its page."""
    paths = (path for folder in ("sim", "scenarios", "docs") for path in (ROOT / folder).rglob("*"))
    return {
        path: path.read_text("utf-8")
        for path in paths
        if path.suffix in SUFFIXES and path not in (TABLE, WRITTEN_FROM_THEM)
    }


def bare(number: str) -> str:
    """Return ``number`` without what closes the sentence or the bracket that it stands in."""
    number = number.rstrip(".:*")
    return number.rstrip(").") if number.count(")") > number.count("(") else number


def test_every_number_that_is_named_was_looked_up() -> None:
    known = {work.key for work in read_works()}
    found = {
        bare(doi or arxiv): path.name for path, text in texts().items() for doi, arxiv in NUMBER.findall(text)
    }
    assert len(found) > 90
    assert {number: page for number, page in found.items() if number not in known} == {}


def test_every_work_is_named_somewhere_and_listed_once() -> None:
    everything = "\n".join(texts().values())
    works = read_works()
    assert [work.key for work in works if work.key not in everything] == []
    assert [key for key, count in Counter(work.key for work in works).items() if count > 1] == []


def test_a_number_is_cited_as_one_cites_it() -> None:
    numbers = {work.key: work.number for work in read_works()}
    assert numbers["10.1086/718358"] == "doi:10.1086/718358"
    assert numbers["arXiv:1501.05838"] == "arXiv:1501.05838"
    assert numbers["Solove (2013)"] == ""
