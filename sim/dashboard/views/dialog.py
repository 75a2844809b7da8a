"""What a panel is: a dialog that opens over the page. Each lies in a file of its own, see `views/panels/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.diary import Diary
from sim.dashboard.work.answering import Told
from sim.dashboard.work.own_city import OwnCity
from sim.dashboard.work.paired import Paired
from sim.dashboard.work.residents import Residents


class Found(Protocol):
    """What a session has found out so far."""

    diary: Diary | None
    own: OwnCity
    residents: Residents | None

    def paired_of(self, scene: Scene) -> Paired | None:
        """Return the paired runs of ``scene``, if they are made."""
        ...

    def whole_of(self, scene: Scene) -> Paired | None:
        """Return the paired runs of the cities of ``scene`` with every mechanism on, if they are made."""
        ...

    def sets_of(self, scene: Scene) -> Paired | None:
        """Return the runs of the cities of ``scene`` under every set of assumptions, if they are made."""
        ...

    def answer_of(self, state: ViewState, number: int) -> Told:
        """Return what is known of the answer of a number."""
        ...

    def report(self, state: ViewState) -> str:
        """Return the printable report."""
        ...


Content = dict[str, Any]


FOCUS = "focus"
"""The outcome of the chart, whichever it is."""


@dataclass(frozen=True)
class Panel:
    """One panel; its name is that of its file.

    ``content`` returns what it shows, already in the visitor's language, and ``title`` is the key of its title's
    message, which may use the number of ``cities``; empty where the content brings a title. ``component`` is the
    file of `web/panels/` that draws it, the one of its own name if none is given. ``doors`` are the menus that
    lead to it, each with the panel's rank there; ``label`` is what they call it, its title if nothing else, and
    ``opens`` the action of such a door. ``menus`` are those that the panel itself holds. It ``tells`` values of an
    outcome, by its name or that of the chart's, `FOCUS`: not before they may be seen. The stage window shows
    the panels ``for_the_room``; a ``wide`` one has room for a table, a ``full`` one takes the whole screen.
    """

    content: Callable[[ViewState, Found], Content]
    title: str
    component: str = ""
    doors: Mapping[str, int] = field(default_factory=dict)
    label: str = ""
    opens: Mapping[str, Any] = field(default_factory=dict)
    menus: tuple[str, ...] = ()
    tells: str = ""
    for_the_room: bool = False
    wide: bool = False
    full: bool = False
