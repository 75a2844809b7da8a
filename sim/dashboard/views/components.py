"""The page's Vue components: each takes values and callbacks, none owns state.

A component is one `.vue` file under `web/`. What a widget sends to the browser is a holder, which imports
that file as an ES module and hands it the widget's values (`web/holder.js`).
"""

from __future__ import annotations

import json
from typing import Any

import ipyvuetify
import traitlets
from ipyvue import Template

from sim.dashboard.assets import HOLDER, address
from sim.dashboard.views.differences import changes

MOST_CHANGED = 1_500
"""Characters of what has changed in a view, as JSON, beyond which the view is sent whole again."""
_HOLDER = """<template><component :is="component" {bound} /></template>
<script>
const found = name => import(window.solara.rootPath + name);
const component = () => Promise.all([found('{holder}'), found('{file}')]).then(([h, f]) => h.held(f.default));
module.exports = {{ data: () => ({{ component }}) }};
</script>
"""


class Whole:
    """What a widget shows, closed to Solara: it would look for elements in every list of it, at each rendering."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.content = content


class _Content(traitlets.Dict):
    """A dictionary, given as it is or as a `Whole`."""

    def validate(self, obj: Any, value: Any) -> Any:
        return super().validate(obj, value.content if isinstance(value, Whole) else value)


class _Vue(ipyvuetify.VuetifyTemplate):
    """A widget drawn by one `.vue` file; ``shown`` goes down, ``handler`` receives what comes up.

    A browser is sent ``view``, which is whole, and ``changed``: all that is different by now. So an action costs what
    it changes, and a browser that comes back needs no more than the two.
    """

    file: str
    bound: tuple[str, ...] = ("view", "changed", "act")
    shown = _Content({})
    view = traitlets.Dict({}).tag(sync=True)
    changed = traitlets.List([]).tag(sync=True)
    handler = traitlets.Any(None, allow_none=True)

    def __init__(self, **kwargs: Any) -> None:
        bound = " ".join(f':{name}="{name}"' for name in self.bound)
        holder = _HOLDER.format(bound=bound, holder=address(HOLDER), file=address(self.file))
        super().__init__(template=Template(template=holder), **kwargs)

    @traitlets.observe("shown")
    def _show(self, change: dict[str, Any]) -> None:
        """Send what is different from the last whole view, or all of it where that is a lot."""
        now = change["new"]
        found = [[list(path), value] for path, value in changes(self.view, now)]
        with self.hold_sync():
            if any(not path for path, _ in found) or len(json.dumps(found)) > MOST_CHANGED:
                self.view, self.changed = now, []
            else:
                self.changed = found

    def vue_act(self, data: Any) -> None:
        if self.handler is not None and isinstance(data, dict):
            self.handler(data)


class StageWidget(_Vue):
    """Maps, chart, tiles and lanes on one canvas; ``frame`` is set directly, from the session's thread."""

    file = "stage.vue"
    bound = (*_Vue.bound, "sentence", "geometry", "frame", "runs", "ack")
    sentence = _Content({}).tag(sync=True)
    geometry = _Content({}).tag(sync=True)
    frame = traitlets.Bytes(b"").tag(sync=True)
    runs = traitlets.Bytes(b"").tag(sync=True)
    acknowledged = traitlets.Any(None, allow_none=True)

    def vue_ack(self, number: Any) -> None:
        """Take the browser's answer to a frame."""
        if self.acknowledged is not None and isinstance(number, int):
            self.acknowledged(number)


class BarWidget(_Vue):
    """The bar at the top."""

    file = "bar.vue"


class LeverPanelWidget(_Vue):
    """The levers, or the assumptions."""

    file = "lever_panel.vue"


class DebateWidget(_Vue):
    """The moderator's script."""

    file = "debate.vue"


class UnderstandWidget(_Vue):
    """What is measured, by the words of the debate."""

    file = "understand.vue"


class FootWidget(_Vue):
    """The bar of time."""

    file = "foot.vue"


class PanelWidget(_Vue):
    """What opens over the page; ``shape`` is the map of an own city that is being checked."""

    file = "panel.vue"
    bound = (*_Vue.bound, "shape")
    shape = _Content({}).tag(sync=True)
