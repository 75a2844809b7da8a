"""What the cities are called: "City A", or as a camp likes. The letter always stays: lines end with it."""

from __future__ import annotations

from sim.dashboard.messages import in_language
from sim.dashboard.messages.levers import LEVER_WORDS
from sim.dashboard.scene import Scene

LONGEST = 24
NAMED = ("A", "B")


def clean(text: str) -> str:
    """Return ``text`` on one line, at most `LONGEST` characters, none of which controls how it is shown."""
    printable = "".join(character if character.isprintable() else " " for character in text[: LONGEST * 8])
    return " ".join(printable.split())[:LONGEST].strip()


def name_of(scene: Scene, letter: str) -> str:
    """Return "City A", or "A · " and the camp's name for it."""
    if given := scene.names.get(letter):
        return f"{letter} · {given}"
    return in_language(LEVER_WORDS["room" if letter == "C" else "city"], scene.language).format(letter=letter)


def in_sentence(scene: Scene, letter: str) -> str:
    """Return the letter alone, or the camp's name with the letter behind it."""
    given = scene.names.get(letter)
    return f"{given} ({letter})" if given else letter


def plate(scene: Scene, letter: str) -> dict[str, str]:
    """Return a city's nameplate: its name, what its scenario puts first unless renamed, and a short form."""
    given = scene.names.get(letter, "")
    name = name_of(scene, letter)
    title = in_language(scene.base(letter).title, scene.language)
    note = "" if given or letter == "C" else title.partition(":")[2].strip() or title
    return {"name": name, "note": note, "short": name if given else letter, "given": given}
