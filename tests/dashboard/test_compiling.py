"""The model is compiled by another process while the page is up; what runs the model waits for its end."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from sim.dashboard.work import compiling as module
from sim.dashboard.work.compiling import Compiling

GATED = """
import pathlib, sys, time
while not pathlib.Path({gate!r}).exists():
    time.sleep(0.01)
sys.exit({status})
"""


def begun(monkeypatch: pytest.MonkeyPatch, gate: Path, status: int = 0) -> Compiling:
    """Return what waits for a process that ends, with ``status``, when the file ``gate`` is there."""
    monkeypatch.setattr(module, "is_compiled", lambda: False)
    monkeypatch.setattr(module, "PATIENTLY", GATED.format(gate=str(gate), status=status))
    compiling = Compiling()
    compiling.begin()
    return compiling


def test_all_wait_until_it_has_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compiling = begun(monkeypatch, tmp_path / "gate")
    passed: list[bool] = []
    waiting = [threading.Thread(target=lambda: (compiling.wait(), passed.append(True))) for _ in range(3)]
    for thread in waiting:
        thread.start()
    assert (compiling.under_way, passed) == (True, [])
    (tmp_path / "gate").touch()
    for thread in waiting:
        thread.join(60)
    assert (compiling.under_way, passed) == (False, [True] * 3)
    assert capsys.readouterr().err.startswith("Compiling the model once for this machine")


def test_where_it_fails_nobody_waits_for_ever(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "gate").touch()
    compiling = begun(monkeypatch, tmp_path / "gate", status=3)
    compiling.wait()
    assert not compiling.under_way
    assert "compiling ended with exit status 3" in caplog.text


@pytest.mark.parametrize(("compiled", "keeps"), [(True, True), (False, False)])
def test_a_compiled_model_and_one_that_cannot_be_kept_start_no_process(
    monkeypatch: pytest.MonkeyPatch, compiled: bool, keeps: bool
) -> None:
    called: list[bool] = []
    monkeypatch.setattr(module, "is_compiled", lambda: compiled)
    monkeypatch.setattr(module, "keeps", lambda: keeps)
    monkeypatch.setattr(module, "compile_first", lambda: called.append(True))
    compiling = Compiling()
    compiling.begin()
    assert (compiling.under_way, called) == (False, [True])


def test_a_page_that_is_closed_meanwhile_leaves_no_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compiling = begun(monkeypatch, tmp_path / "gate")
    process = compiling._process
    assert process is not None
    module._end(process)
    compiling.wait()
    assert process.returncode != 0
    module._end(process)  # at the exit of a page whose model was compiled long ago
