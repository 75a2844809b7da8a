"""The page's Vue components: each takes values and callbacks, none owns state.

A component is one `.vue` file under `web/`. A line ``/*INCLUDE a.js b.js*/`` in its script is replaced by
those files (QUOTE: by a string that holds them), so that drawing code can live in small files without a build
step or a request.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import ipyvuetify
import traitlets
from ipyvue import Template

WEB = Path(__file__).resolve().parents[1] / "web"
_INCLUDE = re.compile(r"/\*(INCLUDE|QUOTE) ([\w. ]+)\*/")


@cache
def read_web(name: str) -> str:
    """Return the text of a file under `web/`, with its includes put in."""
    text = (WEB / name).read_text(encoding="utf-8")
    return _INCLUDE.sub(_included, text)


def _included(match: re.Match[str]) -> str:
    code = "\n".join(read_web(part) for part in match[2].split())
    return code if match[1] == "INCLUDE" else json.dumps(code).replace("</", "<\\/")


class _Vue(ipyvuetify.VuetifyTemplate):
    """A widget drawn by one `.vue` file; ``view`` goes down, ``handler`` receives what comes up."""

    view = traitlets.Dict({}).tag(sync=True)
    handler = traitlets.Any(None, allow_none=True)

    def vue_act(self, data: Any) -> None:
        if self.handler is not None and isinstance(data, dict):
            self.handler(data)


class StageWidget(_Vue):
    """Maps, chart, tiles and lanes on one canvas; ``frame`` is set directly, from the session's thread."""

    sentence = traitlets.Dict({}).tag(sync=True)
    geometry = traitlets.Dict({}).tag(sync=True)
    frame = traitlets.Bytes(b"").tag(sync=True)
    runs = traitlets.Bytes(b"").tag(sync=True)
    acknowledged = traitlets.Any(None, allow_none=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(template=Template(template=read_web("stage.vue")), **kwargs)

    def vue_ack(self, number: Any) -> None:
        """Take the browser's answer to a frame."""
        if self.acknowledged is not None and isinstance(number, int):
            self.acknowledged(number)


def _widget(file: str) -> type[_Vue]:
    class Widget(_Vue):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(template=Template(template=read_web(file)), **kwargs)

    Widget.__name__ = f"{file.partition('.')[0].title()}Widget"
    return Widget


BarWidget = _widget("bar.vue")
LeverPanelWidget = _widget("rail.vue")
DebateWidget = _widget("debate.vue")
UnderstandWidget = _widget("understand.vue")
FootWidget = _widget("foot.vue")
PanelWidget = _widget("panel.vue")
