"""The state of a page for a browser that comes back: each browser is told its own.

ipywidgets keeps the line on which it answers in one place for the whole process: of two browsers that come
back together, as after a cut network, one would be told the other's page.
"""

from __future__ import annotations

from typing import Any

from ipywidgets.widgets.widget import Widget, _remove_buffers
from solara.server.kernel_context import get_current_context


def install() -> None:
    """Answer every browser on its own line; once for the process, before the first page is opened."""
    Widget.handle_control_comm_opened = staticmethod(answer_on)


def answer_on(comm: Any, opening: object) -> None:
    """Answer each request that comes over ``comm`` with the states of the page it belongs to."""
    comm.on_msg(lambda request: _answer(comm, request))


def _answer(comm: Any, request: dict[str, Any]) -> None:
    if request["content"]["data"]["method"] != "request_states":
        return
    states, paths, buffers = _remove_buffers(_states())
    comm.send({"method": "update_states", "states": states, "buffer_paths": paths}, buffers=buffers)


def _states() -> dict[str, Any]:
    """Return the states of all widgets of the page whose message is being answered, by identity."""
    return {name: _state_of(widget) for name, widget in list(get_current_context().widgets.items())}


def _state_of(widget: Any) -> dict[str, Any]:
    return {
        "model_name": widget._model_name,
        "model_module": widget._model_module,
        "model_module_version": widget._model_module_version,
        "state": widget.get_state(drop_defaults=False),
    }
