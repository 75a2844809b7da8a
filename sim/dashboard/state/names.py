"""What the cities are called: "City A", or as a camp likes. The letter always stays: lines end with it."""

from __future__ import annotations

from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.letters import NAMED
from sim.dashboard.state.scene import Scene
from sim.locale.catalogue import translate


def name_of(scene: Scene, letter: str) -> str:
    """Return "City A", or "A · " and the camp's name for it."""
    if given := given_name(scene, letter):
        return f"{letter} · {given}"
    if letter in NAMED:
        return translate("city-named", scene.language, letter=letter)
    return translate("city-room", scene.language)


def given_name(scene: Scene, letter: str) -> str:
    """Return what a camp calls its city: as typed, or in a debate as its file says; empty for neither."""
    named = debate_named(scene.debate).camps.get(letter) if scene.mode == "debate" else None
    return scene.names.get(letter) or (named.translate(scene.language) if named else "")


def in_sentence(scene: Scene, letter: str) -> str:
    """Return the letter alone, or the camp's name with the letter behind it."""
    given = given_name(scene, letter)
    return f"{given} ({letter})" if given else letter


def plate(scene: Scene, letter: str) -> dict[str, str]:
    """Return a city's nameplate: its name, a note, its end, and a short form.

    The note says what its scenario puts first, unless renamed, and how many levers were moved since.
    """
    given = given_name(scene, letter)
    name = name_of(scene, letter)
    title = scene.base(letter).title.translate(scene.language)
    first = "" if given or letter == "C" else title.partition(":")[2].strip() or title
    altered = _altered(scene, letter)
    note = ", ".join(filter(None, (first, altered)))
    return {
        "name": name,
        "note": note,
        "altered": altered,
        "short": name if given else letter,
        "given": given,
    }


def _altered(scene: Scene, letter: str) -> str:
    """Return "1 change" where the camp's city is no longer the one its scenario names."""
    moved = len(scene.changes.get(letter, {})) if letter in NAMED else 0
    return translate("city-altered", scene.language, n=moved) if moved else ""
