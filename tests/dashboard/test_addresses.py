"""Which addresses are answered, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.dashboard.addresses import Addresses
from tests.dashboard.asgi import ask, page, scope

KERNEL = "f269de67-a33e-4cb3-923c-1611616e868d"
ASKED_BY_A_PAGE = [
    ("GET", "/"),
    ("HEAD", "/"),
    ("GET", "/readyz"),
    ("GET", "/static/assets/favicon.svg"),
    ("GET", "/jupyter/nbextensions/jupyter-vue/nodeps.js"),
    ("GET", f"/jupyter/api/kernels/{KERNEL}"),
    ("GET", "/_solara/cdn/require@2/require.js"),
    ("POST", f"/_solara/api/close/{KERNEL}"),
]
ASKED_BY_NO_PAGE = [
    ("GET", "/resourcez", 404),
    ("GET", "/resourcez/", 404),
    ("GET", "/another/page", 404),
    ("POST", f"/_solara/api/evict/{KERNEL}", 404),
    ("GET", "/static/public/secret", 404),
    ("GET", "/_solara/cdn/require@2", 404),
    ("GET", "/_solara/cdn/require@2/", 404),
    ("GET", "/_solara/cdn/not@1/kept.js", 404),
    ("GET", "/_solara/cdn/../secret", 404),
    ("GET", "/_solara/cdn/require@2/../../secret", 404),
    ("GET", "/_solara/cdn/..\\secret", 404),
    ("GET", "/_solara/cdn//etc/passwd", 404),
    ("GET", "/_solara/cdn/\0", 404),
    ("GET", "/_solara/cdn/" + "a" * 5_000, 404),
    ("POST", "/", 405),
    ("DELETE", f"/jupyter/api/kernels/{KERNEL}", 405),
    ("GET", f"/_solara/api/close/{KERNEL}", 405),
]


@pytest.fixture
def guard(tmp_path: Path) -> Addresses:
    (tmp_path / "secret").write_text("none of a browser's business")
    library = tmp_path / "libraries" / "require@2"
    library.mkdir(parents=True)
    (library / "require.js").write_text("1")
    return Addresses(page, tmp_path / "libraries")


@pytest.mark.parametrize(("method", "path"), ASKED_BY_A_PAGE)
def test_what_the_page_asks_for_is_answered(guard: Addresses, method: str, path: str) -> None:
    assert ask(guard, scope(path=path) | {"method": method}).status == 200


@pytest.mark.parametrize(("method", "path", "status"), ASKED_BY_NO_PAGE)
def test_nothing_else_is(guard: Addresses, method: str, path: str, status: int) -> None:
    answer = ask(guard, scope(path=path) | {"method": method})
    assert (answer.status, answer.heard) == (status, [])
