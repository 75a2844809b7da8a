"""The page's own files, as they lie and as they are served."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Mount, Route

from sim.dashboard.assets import (
    ENTRY,
    HOLDER,
    OPTIONS,
    PLACE,
    STYLES,
    Assets,
    address,
    answer,
    as_module,
    digest,
    files,
    install,
    read,
    with_script,
)
from sim.dashboard.views import components
from sim.dashboard.views.panels import PANELS
from tests.dashboard.asgi import Answer, App, ask, scope

COMPONENT = """<template>
  <p :title="a">
    "{{ b }}" </script-like> \\
  </p>
</template>

<script>
import { b } from './b.js';

export default {
  props: ['a'],
};
</script>
"""
IMPORT = re.compile(
    r"^import (?:(?P<whole>\w+) from |\{\s+(?P<names>[^}]+?)\s+\} from )?'(?P<path>\.[^']+)';$", re.MULTILINE
)
EXPORTED = re.compile(r"^export (?:default|(?:async )?(?:const|let|function\*?|class) (\w+))", re.MULTILINE)
UNIT_TESTS = sorted((Path(__file__).parents[1] / "web").glob("*.js"))
MODULES = [name for name in files() if name.endswith((".js", ".vue"))]


def resolved(name: str, path: str) -> str:
    """Return the file of `web/` that ``name`` imports as ``path``."""
    parts: list[str] = []
    for part in (PurePosixPath(name).parent / path).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_a_component_becomes_a_module_whose_lines_keep_their_numbers() -> None:
    module = as_module(COMPONENT)
    assert module.splitlines()[7] == "import { b } from './b.js';" == COMPONENT.splitlines()[7]
    assert 'export default { template: "  <p :title=\\"a\\">\\n' in module
    assert "<template>" not in module
    assert module.count("\n") == COMPONENT.count("\n") - 1


@pytest.mark.parametrize(
    "broken",
    [
        COMPONENT.replace("export default {", "export default wrap({"),
        COMPONENT.replace("<script>", "<script setup>"),
        COMPONENT + "<style></style>\n",
        COMPONENT.replace("import", f"{OPTIONS} }}\nimport"),
    ],
)
def test_a_component_of_another_form_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="export default"):
        as_module(broken)


def test_every_import_names_a_file_and_what_it_exports() -> None:
    wrong = []
    for name in MODULES:
        for found in IMPORT.finditer(read(name)):
            path = resolved(name, found["path"])
            if path not in files():
                wrong.append(f"{name}: no file {path}")
                continue
            exported = {one or "default" for one in EXPORTED.findall(read(path))}
            wanted = {"default"} if found["whole"] else set(re.findall(r"\w+", found["names"] or ""))
            wrong += [f"{name}: {path} exports no {one}" for one in wanted - exported]
    assert wrong == []


def test_every_file_is_reached_from_the_page_the_stage_window_or_a_panel() -> None:
    linked = re.findall(r"(?:href|src)=\"([\w.]+\.(?:js|css))\"", read("stage.html"))
    reached: set[str] = set()
    todo = [
        ENTRY,
        HOLDER,
        "stage.html",
        *STYLES,
        *linked,
        *STYLES,
        *(f"panels/{p.component or name}.vue" for name, p in PANELS.items()),
    ]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            todo += [resolved(name, found["path"]) for found in IMPORT.finditer(read(name))]
    assert set(files()) - reached == set()


def test_nothing_is_exported_in_vain() -> None:
    texts = [read(name) for name in MODULES] + [path.read_text("utf-8") for path in UNIT_TESTS]
    imported = " ".join(found["names"] or "" for text in texts for found in IMPORT.finditer(text))
    used = set(re.findall(r"\w+", f"{imported} {read('stage.html')}"))
    exported = {(name, one) for name in MODULES for one in EXPORTED.findall(read(name)) if one}
    assert [(name, one) for name, one in sorted(exported) if one not in used] == []


def test_the_entry_loads_every_widget() -> None:
    widgets = [one for one in vars(components).values() if isinstance(one, type) and hasattr(one, "file")]
    loaded = {found["path"].removeprefix("./") for found in IMPORT.finditer(read(ENTRY))}
    assert loaded == {widget.file for widget in widgets}


def get(app: App, path: str) -> Answer:
    """Return what ``app`` answers to a request for ``path``."""
    return ask(app, scope(path=path))


def test_a_file_may_be_kept_for_ever_under_the_digest_of_all() -> None:
    got = get(Assets(nobody), address("frame.js"))
    assert (got.status, got.body) == (200, read("frame.js").encode())
    assert got.values("content-type") == ["text/javascript; charset=utf-8"]
    assert got.values("cache-control") == ["public, max-age=31536000, immutable"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("stage.vue", "text/javascript"), ("page.css", "text/css"), ("stage.html", "text/html")],
)
def test_a_browser_is_told_what_a_file_is(name: str, kind: str) -> None:
    assert get(Assets(nobody), address(name)).values("content-type") == [f"{kind}; charset=utf-8"]


@pytest.mark.parametrize(
    "asked",
    ["000000000000/frame.js", "frame.js", f"{digest()}/../components.py", f"{digest()}/nothing.js", ""],
)
def test_nothing_else_is_found_and_no_cache_keeps_that(asked: str) -> None:
    assert answer(asked).status_code == 404
    assert answer(asked).headers["cache-control"] == "no-store"


async def nobody(scope: object, receive: object, send: object) -> None:
    raise AssertionError("the request was passed on")


def served() -> Starlette:
    """Return a server with the routes that `install` looks for."""
    app = Starlette(
        routes=[
            Route("/old", lambda request: RedirectResponse("/"), name="root"),
            Route("/", lambda request: HTMLResponse("<head>é</head>"), name="root"),
            Mount("/static", app=PlainTextResponse("of Solara")),
        ]
    )
    install(list(app.routes))
    return app


def test_the_page_names_its_entry_in_its_head() -> None:
    got = get(served(), "/")
    script = f'<script type="module" src="{address(ENTRY)}"></script>'
    assert got.body.decode() == f"<head>é{script}\n</head>"
    assert got.values("content-length") == [str(len(got.body))]


def test_what_is_no_page_stays_as_it_is() -> None:
    assert get(served(), "/old").status == 307
    assert get(served(), "/static/style.css").body == b"of Solara"
    assert get(served(), address("keys.js")).body == read("keys.js").encode()


def test_below_a_root_path_so_is_the_entry() -> None:
    start = {"type": "http.response.start", "status": 200, "headers": []}
    page = {"type": "http.response.body", "body": b"<head></head>"}
    assert f'src="/city/hall{PLACE}/'.encode() in with_script([start, page], "/city/hall")[1]["body"]
