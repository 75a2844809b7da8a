"""What the widget libraries take for a notebook's shell: with nothing in it that a page asks for.

Solara makes one for every message of a browser, each with a mock of a notebook's events. Making a mock is making a
class of two hundred methods, which took a sixth of the processor time of an action.
"""

from __future__ import annotations

from typing import Any


class NoEvents:
    """A notebook's events, which nobody listens to."""

    def trigger(self, event: str) -> None:
        """Tell nobody that a message is about to be read, or was."""

    def register(self, event: str, told: object) -> None:
        """Take what would be told, and never tell it."""

    def unregister(self, event: str, told: object) -> None:
        """Forget it, as it was never kept."""


NO_EVENTS = NoEvents()


def kind() -> type[Any]:
    """Return Solara's shell with `NO_EVENTS` in place of the mock."""
    from solara.server.patch import FakeIPython

    def begin(shell: Any, context: Any) -> None:
        shell.context, shell.kernel = context, context.kernel
        shell.display_pub = shell.kernel.shell.display_pub
        shell.events, shell.user_ns, shell.custom_exceptions = NO_EVENTS, {}, ()

    return type("Shell", (FakeIPython,), {"__init__": begin, "events": NO_EVENTS})


def install() -> None:
    """Give every message such a shell; once for the process, before the first page is opened."""
    from solara.server import patch

    if not hasattr(patch.FakeIPython, "events"):
        patch.FakeIPython = kind()
