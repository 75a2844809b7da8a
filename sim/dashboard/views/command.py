"""The command to copy, and what to know before it is given."""

from __future__ import annotations

from typing import Any

from sim.dashboard.cues import YEAR
from sim.dashboard.exports import command, files
from sim.dashboard.messages import said
from sim.dashboard.messages.exports import EXPORTS
from sim.dashboard.paired import RESIDENTS, RUNS
from sim.dashboard.scene import Scene
from sim.dashboard.source import WEEKS
from sim.dashboard.views.values import number


def command_to_copy(scene: Scene) -> dict[str, Any]:
    """Return the command that prints the sentence's figures, and notes on what it prints and reads."""
    words, language = said(EXPORTS, scene.language), scene.language
    figures = {"n": RUNS, "residents": number(RESIDENTS, language), "years": WEEKS // YEAR}
    notes = [words["prints"].format(**figures)]
    if needed := files(scene):
        notes.append(words["files_first"].format(files=", ".join(needed)))
    return {"command": command(scene), "command_notes": notes}
