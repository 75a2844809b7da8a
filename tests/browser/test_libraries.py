"""Of Solara's browser libraries the page asks only for those that a light installation keeps."""

from __future__ import annotations

import re
from fnmatch import fnmatch

from tests.browser.conftest import ROOT, Visitor

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
KEPT = re.findall(r"-path '([^']+)'", re.findall(r"^KEPT := (?:.*\\\n)*.*$", MAKEFILE, re.MULTILINE)[0])


def test_the_page_asks_for_nothing_that_is_not_kept(visit: Visitor) -> None:
    asked: set[str] = set()
    visit(before=lambda page: page.on("request", lambda request: asked.add(request.url.partition("?")[0])))
    libraries = {url.partition("/_solara/cdn")[2] for url in asked} - {""}
    assert any(path.endswith(".js") for path in libraries)
    assert {path for path in libraries if not any(fnmatch(path, kept) for kept in KEPT)} == set()
