"""The page's Vue components: each takes values and callbacks, none owns state.

A component is one `.vue` file under `web/`. What a widget sends to the browser is a holder, which imports
that file as an ES module and hands it the widget's values.
"""

from __future__ import annotations

from typing import Any

import ipyvuetify
import traitlets
from ipyvue import Template

from sim.dashboard.assets import address

_HOLDER = """<template><component :is="component" {bound} /></template>
<script>
const component = () => import(window.solara.rootPath + '{address}');
module.exports = {{ data: () => ({{ component }}) }};
</script>
"""


class _Vue(ipyvuetify.VuetifyTemplate):
    """A widget drawn by one `.vue` file; ``view`` goes down, ``handler`` receives what comes up."""

    file: str
    bound: tuple[str, ...] = ("view", "act")
    view = traitlets.Dict({}).tag(sync=True)
    handler = traitlets.Any(None, allow_none=True)

    def __init__(self, **kwargs: Any) -> None:
        bound = " ".join(f':{name}="{name}"' for name in self.bound)
        holder = _HOLDER.format(bound=bound, address=address(self.file))
        super().__init__(template=Template(template=holder), **kwargs)

    def vue_act(self, data: Any) -> None:
        if self.handler is not None and isinstance(data, dict):
            self.handler(data)


class StageWidget(_Vue):
    """Maps, chart, tiles and lanes on one canvas; ``frame`` is set directly, from the session's thread."""

    file = "stage.vue"
    bound = ("view", "act", "sentence", "geometry", "frame", "runs", "ack")
    sentence = traitlets.Dict({}).tag(sync=True)
    geometry = traitlets.Dict({}).tag(sync=True)
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
    bound = ("view", "act", "shape")
    shape = traitlets.Dict({}).tag(sync=True)
