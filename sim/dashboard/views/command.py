"""The command to copy, and what to know before it is given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sim.dashboard.state.cities import files_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.exports import command, files
from sim.dashboard.work.paired import RESIDENTS, RUNS
from sim.dashboard.work.simulation import WEEKS
from sim.debate.debate import YEAR
from sim.locale.catalogue import translate
from sim.locale.numbers import number


def command_to_copy(scene: Scene) -> dict[str, Any]:
    """Return the command that prints the sentence's figures, and notes on what it prints and reads."""
    language = scene.language
    residents = number(RESIDENTS, language)
    notes = [translate("export-prints", language, n=RUNS, residents=residents, years=WEEKS // YEAR)]
    if needed := files(scene):
        notes.append(translate("export-files_first", language, files=", ".join(needed)))
    if own := [file for file in files_of(scene.city) or () if file]:
        mapping = str(Path(own[0]).with_suffix(".toml"))
        notes.append(translate("export-files_own", language, files=", ".join(own), mapping=mapping))
    return {"command": command(scene), "command_notes": notes}
