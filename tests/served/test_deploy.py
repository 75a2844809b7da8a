"""What docs/deploy describes, tried on this machine."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.visitor import visitor
from sim.dashboard.settings import SETTINGS
from tests.counting import Count
from tests.dashboard.asgi import finished
from tests.served.proxies import DEPLOY, caddy, certify, changed, fetched, needs, nginx, proxied, status
from tests.served.server import Served


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A certificate that this process trusts."""
    made = certify(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    return made


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page as the service starts it, for one proxy after the other."""
    with proxied(tmp_path_factory.mktemp("served")) as server:
        yield server


def check(url: str, served: Served) -> None:
    """Check a page behind a proxy, a health check having come first."""
    assert served.status("/healthz") == 200
    assert served.status("/readyz") == 200
    assert status(f"{url}/cities") == 200
    assert status(f"{url}/cities/metrics") == 404
    assert status(f"http://localhost:{served.port}/metrics") == 200
    with fetched(f"{url}/cities/") as answer:
        assert "Path=/cities/; HttpOnly; SameSite=Lax; Secure" in answer.headers["Set-Cookie"]
        assert "wss://localhost" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    finished(drawn(f"{url}/cities/"))


async def drawn(url: str) -> None:
    async with visitor(url) as one:
        await one.draw()
        await one.act(do="focus", outcome="trust")
        await one.until(lambda: one.frames > 1)


@needs("nginx", "openssl")
def test_the_page_works_behind_nginx(tmp_path: Path, certificate: Path, served: Served, count: Count) -> None:
    count("page behind nginx, below a path, a health check first", 1, "whole, by TLS")
    with nginx(tmp_path, certificate, served) as url:
        check(url, served)


@needs("caddy", "openssl")
def test_the_page_works_behind_caddy(tmp_path: Path, certificate: Path, served: Served, count: Count) -> None:
    count("page behind Caddy, below a path, a health check first", 1, "whole, by TLS")
    with caddy(tmp_path, certificate, served) as url:
        check(url, served)


@needs("systemd-analyze")
def test_the_service_is_sound_and_shut_in(tmp_path: Path) -> None:
    program = "/opt/two-cities/.venv/bin/two-cities"
    unit = changed(
        "two-cities.service", {program: shutil.which("true") or ""}, tmp_path / "two-cities.service"
    )
    verified = subprocess.run(
        ["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False
    )
    assert (verified.returncode, verified.stderr) == (0, "")
    words = ["security", "--offline=true", "--threshold=15", str(unit)]  # tenths: 0 is best, 100 worst
    shut = subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=False)
    assert shut.returncode == 0, shut.stdout[-300:]


def test_the_service_starts_what_the_command_line_knows() -> None:
    known = {"--host", "--port", "--no-open", *(setting.option for setting in SETTINGS.values())}
    for name in ("two-cities.service", "Containerfile"):
        text = (DEPLOY / name).read_text()
        used = {word.strip('",\\') for word in text.split() if word.strip('",').startswith("--")}
        ours = {word for word in used if word in known}
        assert "--public" in ours, name
    service = (DEPLOY / "two-cities.service").read_text()
    assert {word for word in service.split() if word.startswith("--")} <= known
