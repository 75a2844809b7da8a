"""The one-page report: HTML to print, with the numbers, what was changed, and the receipt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from sim.dashboard.state.debates import debate_named
from sim.dashboard.state.letters import LETTERS
from sim.dashboard.state.names import name_of
from sim.dashboard.state.scene import Scene
from sim.dashboard.views.debate import tell_tally
from sim.dashboard.views.exports import receipt
from sim.dashboard.views.values import shown
from sim.dashboard.work.paired import RESIDENTS, Paired
from sim.dashboard.work.simulation import WEEKS, RunResult
from sim.debate.debate import YEAR
from sim.locale.catalogue import translate
from sim.locale.numbers import number
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS, LEVERS
from sim.scenario.scenario import load_assumption_set

YEARS = (1, 2, 5, 10)
PICTURE = "<!--PICTURE-->"
"""The browser puts a picture of the charts here."""
ANSWER_PICTURE = "<!--ANSWER-->"
"""And here the picture of the answer asked for last."""
STYLE = """body{font:14px/1.45 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#16181c}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.4rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:2px 7px;text-align:right}th:first-child,td:first-child{text-align:left}
.caution{border:2px solid #16181c;padding:.5rem .8rem;font-weight:700}
img{max-width:100%}code{word-break:break-all}
@media print{body{margin:0}}"""


def report(
    scene: Scene,
    run_result: RunResult | None,
    sentence: str,
    paired: Paired | None = None,
    answer: Mapping[str, Any] | None = None,
) -> str:
    """Return the report of ``scene`` as a whole HTML document; nothing in it is unescaped.

    Its values are the means of the ``paired`` runs, as the page's, else those of the one run; while neither is
    finished it says that there are none yet. ``answer`` is the content of the answer asked for last.
    """
    title = translate("report-title", scene.language)
    caution = f'<p class="caution">{escape(translate("shared-caution", scene.language))}</p>'
    parts = [
        _tag("h1", title),
        caution,
        _tag("p", sentence),
        PICTURE,
        *((_tag("p", translate("report-zoomed", scene.language)),) if scene.zoom else ()),
        *(_answer(answer) if answer else ()),
        *_values(scene, run_result, paired),
        *_levers(scene),
        *_assumptions(scene),
        *_events(scene),
        *_room(scene),
        *_end(scene),
        caution,
    ]
    return _document(title, "".join(parts), scene.language)


def _document(title: str, body: str, language: str) -> str:
    head = f"<meta charset='utf-8'><title>{escape(title)}</title><style>{STYLE}</style>"
    return f"<!doctype html><html lang='{language}'><head>{head}</head><body>{body}</body></html>"


def _values(scene: Scene, run_result: RunResult | None, paired: Paired | None) -> Iterable[str]:
    letters, language = scene.letters, scene.language
    weeks = {year: min(WEEKS, year * YEAR) for year in YEARS}
    yield _heading("report-values", scene)
    if paired is not None:
        at = {year: paired.means(week) for year, week in weeks.items()}
        residents = number(RESIDENTS, language)
        note = translate("report-values_mean", language, n=paired.runs, residents=residents)
    elif run_result is not None:
        at = {year: run_result.at(week) for year, week in weeks.items()}
        note = translate("report-values_note", language, residents=number(run_result.residents, language))
    else:
        yield _tag("p", translate("report-unfinished", language))
        return
    head = [
        translate("report-outcome", language),
        *(f"{letter}, {translate('report-year', language, n=year)}" for year in YEARS for letter in letters),
    ]
    rows = []
    for name in (scene.focus, *scene.tiles):
        outcome = OUTCOMES[name]
        digits = 1 if (outcome.axis[1] - outcome.axis[0]) * outcome.scale <= 20 else 0
        unit = outcome.unit_word.translate(language)
        values = (at[year][letter][name] for year in YEARS for letter in letters)
        told = ("–" if v != v else number(v * outcome.scale, language, digits) for v in values)
        rows.append((f"{outcome.label.translate(language)} ({unit})", *told))
    yield _table(head, rows)
    yield _tag("p", note)


def _answer(answer: Mapping[str, Any]) -> Iterable[str]:
    """Yield the answer: its question, sentence and notes, its picture and table, what it does not cover."""
    title = next(one["label"] for one in answer["answers"] if one["number"] == answer["number"])
    yield _tag("h2", title)
    yield _tag("p", " ".join((answer["sentence"], *answer["notes"])))
    if answer["picture"]:
        yield ANSWER_PICTURE
    if answer["table"]["rows"]:
        yield _table(answer["table"]["head"], answer["table"]["rows"])
    yield _tag("p", " ".join(answer["limits"]))
    yield _tag("p", answer["receipt"][-1])


def _levers(scene: Scene) -> Iterable[str]:
    levers = {letter: scene.levers(letter) for letter in scene.letters}
    differing = [p for p in LEVERS.values() if len({repr(own[p.name]) for own in levers.values()}) > 1]
    lever, today = (translate(key, scene.language) for key in ("report-lever", "report-today"))
    head = [lever, today, *(name_of(scene, letter) for letter in scene.letters)]
    rows = [
        (
            p.title.translate(scene.language),
            shown(p, p.default, scene.language),
            *(shown(p, levers[letter][p.name], scene.language) for letter in scene.letters),
        )
        for p in differing
    ]
    yield _heading("report-levers", scene)
    yield _table(head, rows)


def _assumptions(scene: Scene) -> Iterable[str]:
    yield _heading("report-assumptions", scene)
    changed = [
        f"{one.title.translate(scene.language)} {shown(one, value, scene.language)}"
        for one, value in ((ASSUMPTIONS[name], value) for name, value in scene.assumptions.items())
    ]
    title = load_assumption_set(scene.assumption_set).title.translate(scene.language)
    yield _tag("p", translate("report-set", scene.language, set=title))
    yield _tag("p", "; ".join(changed) or translate("report-none", scene.language))


def _events(scene: Scene) -> Iterable[str]:
    if not scene.events:
        return
    yield _heading("report-events", scene)
    cities = {letter: name_of(scene, letter) for letter in LETTERS}
    cities["all"] = translate("panel-event-all", scene.language)
    for event in scene.events:
        kind = translate(f"event-{event['kind']}", scene.language)
        week = translate("foot-week", scene.language, n=event["week"])
        yield _tag("p", f"{kind}, {week}, {cities[str(event['city'])]}")


def _room(scene: Scene) -> Iterable[str]:
    if not scene.tallies:
        return
    yield _heading("report-room", scene)
    for cue in debate_named(scene.debate).cues:
        if counts := scene.tallies.get(cue.name):
            title = cue.title.translate(scene.language)
            yield _tag("p", f"{title} – {tell_tally(cue, counts, scene.language)}")


def _end(scene: Scene) -> Iterable[str]:
    yield _heading("shared-left_out", scene)
    yield _tag("p", translate("panel-left_out_text", scene.language))
    yield _heading("report-receipt", scene)
    yield _table((), list(receipt(scene).items()))


def _heading(key: str, scene: Scene) -> str:
    return _tag("h2", translate(key, scene.language))


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = f"<tr>{''.join(_tag('th', cell) for cell in head)}</tr>" if head else ""
    body = (f"<tr>{''.join(_tag('td', cell) for cell in row)}</tr>" for row in rows)
    return f"<table>{top}{''.join(body)}</table>"
