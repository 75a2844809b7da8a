"""The scene and what surrounds it on one visitor's screen: the open panel, playing, undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from sim.dashboard.state.answers import FIRST_AXES
from sim.dashboard.state.lesson import FIRST_LESSON, Lesson
from sim.dashboard.state.people import FIRST_LOOK, People
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.study import FIRST_STUDY, StudyLook
from sim.model.schedule import ORDER

MOST_STEPS = 100
SPEEDS = (0.5, 1.0, 2.0)
IN_PANEL = tuple(found.name for found in iter_modules([str(Path(__file__).parents[1] / "views" / "panels")]))
"""What opens over the page: the files of `views/panels/`."""
PANELS = ("", *(name for name in IN_PANEL if name != "define"), "assumptions")
"""What can be opened by its name alone: a definition is one of some outcome."""
FIRST_MECHANISM = ORDER[0].name
RUNS_SHOWN = ("", "lines", "dots")
"""How the paired runs are drawn in the chart: not at all, as thin lines, counted as dots."""


@dataclass(frozen=True)
class ViewState:
    """What one visitor sees. Only ``scene`` is worth keeping; ``back`` and ``ahead`` are undo and redo.

    While ``playing``, the years run from week ``start`` to the scene's week, at which they will stand: a page that
    is loaded again in the midst of it stands there too.

    ``mechanism`` is the one whose page was opened last, ``lit`` the lever and the outcome between which the model map
    shows the way, ``entry`` the one that the glossary opens at.

    ``lifted``: the page is a stage only as long as it is a large one. ``afresh``: drawing it failed before, so the
    link in its address is not opened again.

    ``returns`` is the number of the last place that the browser's history asked for, once it is answered.

    ``slider`` is the one that the last action moved, empty if it moved none.

    ``asked`` is the number of the answer asked for last, 0 for none yet; ``district`` is the one looked at in answer
    5, ``axes`` are the two outcomes of answer 6. ``people`` is how the residents are looked at,
    ``lesson`` what a teacher prepares, ``study`` how the study is looked at that the page shows.
    """

    scene: Scene
    panel: str = ""
    defined: str = ""
    mechanism: str = FIRST_MECHANISM
    lit: tuple[str, str] = ("", "")
    entry: str = ""
    playing: bool = False
    start: int = 0
    speed: float = 1.0
    replays: int = 0
    levers_open: bool = False
    notice: str = ""
    moved: str = ""
    calm: bool = False
    keys: bool = True
    runs: str = ""
    lifted: bool = False
    afresh: bool = False
    asked: int = 0
    district: str = ""
    axes: tuple[str, str] = FIRST_AXES
    returns: int = 0
    slider: tuple[str, ...] = ()
    people: People = FIRST_LOOK
    lesson: Lesson = FIRST_LESSON
    study: StudyLook = FIRST_STUDY
    back: tuple[Scene, ...] = ()
    ahead: tuple[Scene, ...] = ()

    def change(self, **values: Any) -> ViewState:
        """Return this view state with some fields replaced."""
        return replace(self, **values)

    def show(self, **values: Any) -> ViewState:
        """Return this view state with its scene changed, without an undo step."""
        return replace(self, scene=self.scene.change(**values))

    def turn(self, **values: Any) -> ViewState:
        """Return this view state with its scene changed and the old one kept for undo."""
        scene = self.scene.change(**values)
        if scene == self.scene:
            return self
        back = (*self.back, self.scene)[-MOST_STEPS:]
        return replace(self, scene=scene, back=back, ahead=(), notice="", runs="")

    def still(self) -> ViewState:
        """Return this view state standing still."""
        return replace(self, playing=False)

    def undo(self) -> ViewState:
        """Return the view state one change ago."""
        if not self.back:
            return self
        return replace(
            self, scene=self.back[-1], back=self.back[:-1], ahead=(self.scene, *self.ahead), playing=False
        )

    def redo(self) -> ViewState:
        """Return the view state with the last undone change made again."""
        if not self.ahead:
            return self
        return replace(
            self, scene=self.ahead[0], back=(*self.back, self.scene), ahead=self.ahead[1:], playing=False
        )
