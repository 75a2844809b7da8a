"""The page in a browser, behind a proxy and below a path."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, prepared, ready
from tests.served.proxies import certify, needs, nginx, proxied


@pytest.mark.slow
@needs("nginx", "openssl")
def test_a_page_behind_nginx_is_whole_after_a_health_check_came_first(
    browser: Browser, tmp_path: Path
) -> None:
    with proxied(tmp_path) as served, nginx(tmp_path, certify(tmp_path), served) as url:
        assert served.status("/healthz") == 200
        context = browser.new_context(ignore_https_errors=True)
        visited = Visit(prepared(context.new_page()), f"{url}/cities/?lang=fr")
        page = visited.page
        expect(page.locator("h1")).to_contain_text("Deux villes")
        page.get_by_role("combobox").first.select_option("trust")
        page.reload()
        ready(page)
        assert (visited.errors, visited.outside) == ([], [])
        assert page.evaluate("location.pathname") == "/cities/"
        (cookie,) = context.cookies()
        assert (cookie["path"], cookie["secure"]) == ("/cities/", True)
        context.close()
