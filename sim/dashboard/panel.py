"""What a panel is: a dialog that opens over the page. Each lies in a file of its own, see `views/panels/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from sim.dashboard.desk import Desk
from sim.dashboard.diary import Year
from sim.dashboard.paired import Paired
from sim.dashboard.scene import Scene
from sim.parameters import Text


class Found(Protocol):
    """What a session has found out so far."""

    diary: dict[str, list[Year]] | None

    def paired_of(self, scene: Scene) -> Paired | None:
        """Return the paired runs of ``scene``, if they are made."""
        ...

    def sets_of(self, scene: Scene) -> Paired | None:
        """Return the runs of the cities of ``scene`` under every set of assumptions, if they are made."""
        ...

    def report(self, scene: Scene) -> str:
        """Return the printable report."""
        ...


Content = dict[str, Any]


@dataclass(frozen=True)
class Panel:
    """One panel.

    ``label`` is its name in menus, and its title unless ``title`` makes one. ``content`` returns what it
    shows, already in the visitor's language. ``component`` is the file of `web/panels/` that draws it, the
    one of its own name if none is given. ``doors`` are the menus that lead to it, each with the panel's rank
    there, and ``opens`` is the action of such a door; ``menus`` are those that the panel itself holds. The
    stage window shows the panels ``for_the_room``; a ``wide`` one has room for a table.
    """

    label: Text
    content: Callable[[Desk, Found], Content]
    component: str = ""
    title: Callable[[Desk], Text] | None = None
    doors: Mapping[str, int] = field(default_factory=dict)
    opens: Mapping[str, Any] = field(default_factory=dict)
    menus: tuple[str, ...] = ()
    for_the_room: bool = False
    wide: bool = False
