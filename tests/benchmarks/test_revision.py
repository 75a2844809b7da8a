"""Running another revision in turn with this one: checked out beside, measured alternately, shown as ratios."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import report, revision
from benchmarks.revision import ROOT, Checkout, Ratio, checked_out, in_turn, table
from benchmarks.workloads import WORKLOADS, YARDSTICKS
from sim.files.errors import InputError

OLD, NEW = (Checkout(Path(name), Path(sys.executable)) for name in ("old", "new"))
NAME = "a week of 10,000 residents"
of_git = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")


def measured(monkeypatch: pytest.MonkeyPatch, seconds: dict[str, list[float | None]]) -> list[str]:
    """Let every measurement take what is said, and return the order in which they were taken."""
    order: list[str] = []

    def take(name: str, checkout: Checkout) -> float | None:
        order.append(checkout.folder.name)
        return seconds[checkout.folder.name].pop(0)

    monkeypatch.setattr(revision, "_measured", take)
    return order


def test_old_and_new_are_run_in_turn_and_the_first_turn_is_not_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = measured(monkeypatch, {"old": [90.0, 2.0, 4.0, 8.0], "new": [50.0, 1.0, 1.0, 8.0]})
    assert in_turn(NAME, OLD, NEW, 3) == Ratio(NAME, 4.0, 1.0, 0.5)
    assert order == ["old", "new"] * 4


def test_work_that_one_of_them_cannot_do_has_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    measured(monkeypatch, {"old": [None] * 3, "new": [1.0] * 3})
    assert in_turn(NAME, OLD, NEW, 2) == Ratio(NAME, None, None, None)


def test_the_yardsticks_stand_first_in_every_comparison() -> None:
    assert list(WORKLOADS)[: len(YARDSTICKS)] == YARDSTICKS
    assert len(YARDSTICKS) == 2


def test_a_piece_of_work_runs_in_a_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "sim").mkdir()
    (tmp_path / "sim" / "__init__.py").write_text(
        "class CityModel:\n"
        "    def __init__(self, scenario, residents, weeks, rng, history, **rest):\n"
        "        print(end='')\n"
        "        self.running = False\n"
        "    def step(self): pass\n"
    )
    old = Checkout(tmp_path, Path(sys.executable))
    taken = revision._measured("a week of 10,000 residents", old)
    assert taken is not None
    assert taken >= 0.0
    assert revision._measured("no such work", old) is None


@of_git
def test_a_revision_is_checked_out_beside_and_removed_at_the_end() -> None:
    def known() -> int:
        listed = subprocess.run(
            ["git", "worktree", "list"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        return len(listed.stdout.splitlines())

    before = known()
    with checked_out("HEAD") as checkout:
        assert (checkout.folder / "sim" / "__init__.py").is_file()
        assert checkout.folder.resolve() != ROOT
        assert known() == before + 1
        lock = checkout.folder / revision.LOCK
        assert (checkout.python == Path(sys.executable)) == (
            lock.read_bytes() == (ROOT / revision.LOCK).read_bytes()
        )
    assert not checkout.folder.exists()
    assert known() == before


@of_git
@pytest.mark.parametrize("name", ["no-such-revision", "--output=x"])
def test_an_unknown_revision_is_refused_in_one_line(name: str) -> None:
    with (
        pytest.raises(InputError, match=f"REV={name}: git knows no such revision") as refused,
        checked_out(name),
    ):
        pass
    assert "\n" not in str(refused.value)


def test_the_page_shows_both_tables() -> None:
    latest = {
        "machine": {"cores": 2},
        "rows": [{"name": "a", "target": "<= 1", "measured": 0.5, "met": True, "note": "", "peak": None}],
        "curves": {},
    }
    rows = [Ratio("one", 2.0, 1.0, 0.5)._asdict(), Ratio("other", None, None, None)._asdict()]
    against = {"revision": "abc", "turns": 5, "load": [1.0], "rows": rows}
    page = report.page(latest, against)
    assert "| a | <= 1 | 0.5 | yes |  |  |" in page
    assert "| one | 2 | 1 | 0.5 |" in page
    assert "| other | - | - | - |" in page
    assert table(against)[0] == "## Against revision `abc`"
    assert "Against revision" not in report.page(latest, None)
