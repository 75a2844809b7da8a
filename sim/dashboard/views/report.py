"""The one-page report: HTML to print, with the numbers, what was changed, and the receipt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from sim.dashboard.state.letters import LETTERS
from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.script import CUES as SCRIPT
from sim.dashboard.views.debate import tell_tally
from sim.dashboard.views.exports import receipt
from sim.dashboard.views.values import number, shown
from sim.dashboard.work.simulation import WEEKS, Trajectory
from sim.locale.messages import in_language, said
from sim.locale.messages.debate import CUES
from sim.locale.messages.exports import REPORT
from sim.locale.messages.time import EVENTS, PANEL, TIME
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS, LEVERS
from sim.scenario.scenario import load_assumption_set

YEARS = (1, 2, 5, 10)
PICTURE = "<!--PICTURE-->"
"""The browser puts a picture of the charts here."""
STYLE = """body{font:14px/1.45 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#16181c}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.4rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:2px 7px;text-align:right}th:first-child,td:first-child{text-align:left}
.caution{border:2px solid #16181c;padding:.5rem .8rem;font-weight:700}
img{max-width:100%}code{word-break:break-all}
@media print{body{margin:0}}"""


def report(scene: Scene, trajectory: Trajectory | None, sentence: str) -> str:
    """Return the report of ``scene`` as a whole HTML document; nothing in it is unescaped."""
    words = said(REPORT, scene.language)
    caution = in_language(TIME["caution"], scene.language)
    parts = [
        _tag("h1", words["title"]),
        f'<p class="caution">{escape(caution)}</p>',
        _tag("p", sentence),
        PICTURE,
        *((_tag("p", words["zoomed"]),) if scene.zoom else ()),
        *(_values(scene, trajectory, words) if trajectory else ()),
        *_levers(scene, words),
        *_assumptions(scene, words),
        *_events(scene, words),
        *_room(scene, words),
        _tag("h2", in_language(PANEL["left_out"], scene.language)),
        _tag("p", in_language(PANEL["left_out_text"], scene.language)),
        _tag("h2", words["receipt"]),
        _table((), [(name, value) for name, value in receipt(scene).items()]),
        f'<p class="caution">{escape(caution)}</p>',
    ]
    head = f"<meta charset='utf-8'><title>{escape(words['title'])}</title><style>{STYLE}</style>"
    body = f"<head>{head}</head><body>{''.join(parts)}</body>"
    return f"<!doctype html><html lang='{scene.language}'>{body}</html>"


def _values(scene: Scene, trajectory: Trajectory, words: dict[str, str]) -> Iterable[str]:
    letters = scene.letters
    at = {year: trajectory.at(min(WEEKS, year * 52)) for year in YEARS}
    head = [
        words["dial"],
        *(f"{letter}, {words['year'].format(n=year)}" for year in YEARS for letter in letters),
    ]
    rows = []
    for name in (scene.focus, *scene.tiles):
        dial = OUTCOMES[name]
        digits = 1 if (dial.axis[1] - dial.axis[0]) * dial.scale <= 20 else 0
        unit = dial.unit_word.translate(scene.language)
        values = (at[year][letter][name] for year in YEARS for letter in letters)
        told = ("–" if v != v else number(v * dial.scale, scene.language, digits) for v in values)
        rows.append((f"{in_language(dial.label, scene.language)} ({unit})", *told))
    note = words["values_note"].format(residents=number(trajectory.residents, scene.language))
    yield _tag("h2", words["values"])
    yield _table(head, rows)
    yield _tag("p", note)


def _levers(scene: Scene, words: dict[str, str]) -> Iterable[str]:
    levers = {letter: scene.levers(letter) for letter in scene.letters}
    differing = [p for p in LEVERS.values() if len({repr(own[p.name]) for own in levers.values()}) > 1]
    head = [words["lever"], words["today"], *(name_of(scene, letter) for letter in scene.letters)]
    rows = [
        (
            in_language(p.title, scene.language),
            shown(p, p.default, scene.language),
            *(shown(p, levers[letter][p.name], scene.language) for letter in scene.letters),
        )
        for p in differing
    ]
    yield _tag("h2", words["levers"])
    yield _table(head, rows)


def _assumptions(scene: Scene, words: dict[str, str]) -> Iterable[str]:
    yield _tag("h2", words["assumptions"])
    changed = [
        f"{in_language(one.title, scene.language)} {shown(one, value, scene.language)}"
        for one, value in ((ASSUMPTIONS[name], value) for name, value in scene.assumptions.items())
    ]
    title = in_language(load_assumption_set(scene.assumption_set).title, scene.language)
    yield _tag("p", words["set"].format(set=title))
    yield _tag("p", "; ".join(changed) or words["none"])


def _events(scene: Scene, words: dict[str, str]) -> Iterable[str]:
    if not scene.events:
        return
    yield _tag("h2", words["events"])
    cities = {letter: name_of(scene, letter) for letter in LETTERS}
    cities["all"] = in_language(PANEL["event_all"], scene.language)
    for event in scene.events:
        kind = in_language(EVENTS[str(event["kind"])], scene.language)
        yield _tag("p", f"{kind}, {words['week'].format(n=event['week'])}, {cities[str(event['city'])]}")


def _room(scene: Scene, words: dict[str, str]) -> Iterable[str]:
    if not scene.tallies:
        return
    yield _tag("h2", words["room"])
    for cue in SCRIPT:
        if counts := scene.tallies.get(cue.name):
            title = in_language(CUES[cue.name], scene.language)
            yield _tag("p", f"{title} – {tell_tally(cue, counts, scene.language)}")


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = f"<tr>{''.join(_tag('th', cell) for cell in head)}</tr>" if head else ""
    body = (f"<tr>{''.join(_tag('td', cell) for cell in row)}</tr>" for row in rows)
    return f"<table>{top}{''.join(body)}</table>"
