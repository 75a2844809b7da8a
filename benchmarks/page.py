"""The page against its bars: first paint, slider to curve, frames a second and the gaps between them.

``python -m benchmarks.page [--sessions 1 10 30] [--seconds 6]`` starts the page and Chromium on this machine,
so the figures include what the browser itself costs: 30 sessions are 30 pages beside the server.
Writes benchmarks/page.json.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from sim.files.atomic import write_whole

ROOT = Path(__file__).resolve().parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
READY = ".tc-stage[data-draft='no']"
PATIENCE = 240_000  # ms
MOVES = 5

SLIDER = """value => new Promise(done => {
  const stage = document.querySelector('.tc-stage'), from = +stage.dataset.change, start = performance.now();
  let first = 0;
  const look = () => {
    if (+stage.dataset.change > from && !first) first = performance.now() - start;
    if (first && stage.dataset.draft === 'no') done([first, performance.now() - start]);
    else setTimeout(look, 3);
  };
  const slider = document.querySelector('[data-lever=surveillance]');
  slider.value = value;
  slider.dispatchEvent(new Event('input'));
  look();
})"""
WATCH = """() => {
  window.gaps = [];
  let last = null;
  addEventListener('tc-week', () => {  // every picture of a playing chart
    const now = performance.now();
    if (last !== null) window.gaps.push(now - last);
    last = now;
  });
}"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


@contextmanager
def served(sessions: int) -> Iterator[str]:
    """Serve the page in a process of its own and give its address."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "solara"), "run", "app.py", "--no-open", "--production"]
    command += ["--no-check-version", "--port", str(port)]
    environment = os.environ | {"TWO_CITIES_SESSIONS": str(sessions + 5)}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://localhost:{port}/"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{address}readyz", timeout=1)
                break
            except OSError:
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def opened(browser: Browser, address: str) -> tuple[Page, float]:
    """Return a page that shows the title and its charts, and the seconds until the title stood there."""
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.set_default_timeout(PATIENCE)
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(".tc-bar h1")
    painted = time.perf_counter() - start
    page.wait_for_selector(READY)
    return page, painted


def slider_to_curve(page: Page) -> tuple[float, float]:
    """Return the median seconds from a slider's move to the draft and to the full curve."""
    page.get_by_role("button", name="What happens in public space?").click()
    page.wait_for_selector("[data-lever=surveillance]")
    moves = []  # every move to a new value: what was lived before would be found again
    for move in range(MOVES):
        moves.append(page.evaluate(SLIDER, round(0.21 + 0.07 * move, 2)))
        page.wait_for_timeout(400)
    draft, full = (statistics.median(one) / 1000 for one in zip(*moves, strict=True))
    return draft, full


def animated(pages: Sequence[Page], seconds: float) -> tuple[float, float]:
    """Return the median frames a second and the 95th percentile of the gap in ms, all pages playing."""
    for page in pages:
        page.evaluate(WATCH)
        page.locator(".tc-speed select").select_option("0.5")
        page.locator(".tc-play").click()
    for page in pages:
        page.evaluate("() => { window.gaps.length = 0; }")
    pages[0].wait_for_timeout(seconds * 1000)
    gaps = [gap for page in pages for gap in page.evaluate("window.gaps")]
    rates = [1000 * len(g) / sum(g) for g in (page.evaluate("window.gaps") for page in pages) if g]
    return statistics.median(rates), statistics.quantiles(gaps, n=20)[-1]


def measure(browser: Browser, sessions: int, seconds: float) -> list[dict[str, Any]]:
    """Return the rows of one number of sessions."""
    with served(sessions) as address:
        opened(browser, address)[0].context.close()  # the first visit compiles and fills caches
        visits = [opened(browser, address) for _ in range(sessions)]
        pages = [page for page, _ in visits]
        draft, full = slider_to_curve(pages[0])
        rate, gap = animated(pages, seconds)
        for page in pages:
            page.context.close()
    crowd = f"{sessions} session{'s' if sessions > 1 else ''}"
    painted = statistics.median(painted for _, painted in visits)
    return [
        row(f"first paint, {crowd}", 2.5, painted, "s"),
        row(f"slider to draft curve (2,000 residents), {crowd}", 0.3, draft, "s"),
        row(f"slider to full curve (10,000 residents), {crowd}", 1.2, full, "s"),
        row(f"frames a second while playing, {crowd}", 25.0, rate, "fps", least=True),
        row(f"95th percentile of the gap between frames, {crowd}", 150.0, gap, "ms"),
    ]


def row(name: str, target: float, measured: float, unit: str, least: bool = False) -> dict[str, Any]:
    """Return one figure against its bar, a ceiling or (``least``) a floor."""
    met = measured >= target if least else measured <= target
    told = f"{'>=' if least else '<='} {target:g} {unit}"
    return {"name": name, "target": told, "measured": round(measured, 3), "met": met}


def main() -> None:
    """Measure, print and write the rows."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 30])
    asked.add_argument("--seconds", type=float, default=6.0)
    given = asked.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium on this machine: the page cannot be measured")
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for sessions in given.sessions:
            for one in measure(browser, sessions, given.seconds):
                rows.append(one)
                verdict = "met" if one["met"] else "NOT MET"
                print(f"{one['name']:70} {one['target']:>12} {one['measured']:>9} {verdict}", flush=True)
        browser.close()
    machine = {
        "processors": os.cpu_count(),
        "load": os.getloadavg()[0],
        "time": time.strftime("%Y-%m-%d %H:%M"),
    }
    path = Path(__file__).with_name("page.json")
    write_whole(path, json.dumps({"machine": machine, "rows": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
