"""Proxies as docs/deploy describes them, on this machine: in front of a page, below a path, with TLS."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.ports import free_port
from tests.served.server import PATIENCE, ROOT, Served

DEPLOY = ROOT / "docs" / "deploy"
NAME = "cities.example.org"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip a test on a machine that lacks one of ``programs``."""
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"no {' and no '.join(missing)} on this machine")


def certify(folder: Path) -> Path:
    """Return the file of a new certificate for localhost; its key lies beside it."""
    made = folder / "localhost.pem"
    words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    words += ["-addext", "subjectAltName=DNS:localhost", "-out", str(made), "-keyout", f"{made}.key"]
    subprocess.run(["openssl", *words], check=True, capture_output=True)
    return made


@contextmanager
def proxied(folder: Path) -> Iterator[Served]:
    """Serve the page as the service starts it, for a proxy on this machine."""
    words = ("--root-path", "/cities", "--trusted-proxy", "127.0.0.1", "--trusted-proxy", "::1", "--metrics")
    server = Served(folder / "said.txt", *words)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def nginx(folder: Path, certificate: Path, served: Served) -> Iterator[str]:
    """Run nginx in front of ``served`` and give its address."""
    port = free_port()
    changes = {
        "listen 443 ssl": f"listen {port} ssl",
        "listen 80;": f"listen {free_port()};",
        "127.0.0.1:8765": f"127.0.0.1:{served.port}",
        f"/etc/ssl/certs/{NAME}.pem": str(certificate),
        f"/etc/ssl/private/{NAME}.key": f"{certificate}.key",
        NAME: "localhost",
    }
    site = changed("nginx.conf", changes, folder / "site.conf")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    whole = folder / "nginx.conf"
    whole.write_text(
        f"pid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{places}include {site};\n}}\n"
    )
    command = ("nginx", "-c", str(whole), "-g", "daemon off; master_process off;")
    with _running(*command, url=f"https://localhost:{port}"):
        yield f"https://localhost:{port}"


@contextmanager
def caddy(folder: Path, certificate: Path, served: Served) -> Iterator[str]:
    """Run Caddy in front of ``served`` and give its address."""
    port = free_port()
    changes = {
        f"{NAME} {{": f"localhost:{port} {{\n\ttls {certificate} {certificate}.key",
        "127.0.0.1:8765": f"127.0.0.1:{served.port}",
    }
    site = changed("Caddyfile", changes, folder / "Caddyfile")
    site.write_text("{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + site.read_text())
    homes = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = ("caddy", "run", "--config", str(site), "--adapter", "caddyfile")
    with _running(*command, url=f"https://localhost:{port}", **homes):
        yield f"https://localhost:{port}"


def changed(name: str, changes: dict[str, str], to: Path) -> Path:
    """Write a page of docs/deploy with what must be changed on a machine changed, and return its path."""
    text = (DEPLOY / name).read_text()
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    to.write_text(text)
    return to


@contextmanager
def _running(*command: str, url: str, **environment: str) -> Iterator[None]:
    process = subprocess.Popen(command, env=os.environ | environment)
    try:
        until = time.monotonic() + PATIENCE
        while status(f"{url}/cities/readyz") == 0 and time.monotonic() < until and process.poll() is None:
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def fetched(url: str) -> Any:
    """Return the answer to a request, trusting what is trusted now: Python 3.12 asks at its first request only."""
    return urllib.request.urlopen(url, timeout=PATIENCE, context=ssl.create_default_context())


def status(url: str) -> int:
    """Return the status of the answer to a request, 0 while nobody listens."""
    try:
        with fetched(url) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0
