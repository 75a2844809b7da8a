"""What a moderator prints before a debate: the voting cards, and the sheet of cues; HTML for A4 paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from sim.debate.debate import OPENED, Cue, Debate, Step
from sim.locale.catalogue import known, translate

CARDS = ("A", "B", "same", "unknown", "above", "between", "below")
"""The cards that votes may need, in the order in which they are printed."""
STYLE = """@page{size:A4;margin:12mm}*{box-sizing:border-box}body{font:12pt/1.4 sans-serif;color:#000;margin:0}
section{break-after:page}.cards{display:grid;grid-template-columns:1fr 1fr;gap:6mm}
.card{border:1px dashed #777;height:128mm;display:grid;place-items:center;text-align:center}
.card{font-weight:700;font-size:40pt}.card.letter{font-size:190pt}
h1{font-size:20pt;margin:0 0 4mm}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #777;padding:1.5mm 2.5mm;text-align:left;vertical-align:top;font-size:10.5pt}
td:first-child,td:nth-child(2){white-space:nowrap}p{margin:0 0 1mm}.step{font-weight:700}"""


def cards(debate: Debate, languages: Sequence[str]) -> str:
    """Return the cards and the sheet of ``debate`` as one HTML document, once in each of ``languages``."""
    body = "".join(
        part for language in languages for part in (_cards(debate, language), _sheet(debate, language))
    )
    title = escape(debate.title.translate(languages[0]))
    head = f"<meta charset='utf-8'><title>{title}</title><style>{STYLE}</style>"
    return f"<!doctype html><html lang='{languages[0]}'><head>{head}</head><body>{body}</body></html>\n"


def _cards(debate: Debate, language: str) -> str:
    needed = {answer for cue in debate.cues for answer in cue.ballot}
    printed = "".join(_card(answer, language) for answer in CARDS if answer in needed)
    return f"<section lang='{language}' class='cards'>{printed}</section>" if printed else ""


def _card(answer: str, language: str) -> str:
    if answer in ("A", "B"):
        return f"<div class='card letter'>{answer}</div>"
    shorter = f"answer-{answer}.card"
    said = translate(shorter if known(shorter) else f"answer-{answer}", language)
    return f"<div class='card'>{escape(said)}</div>"


def _sheet(debate: Debate, language: str) -> str:
    """Return the cues in a table: when, how long, what to ask and say, step by step."""
    head = "".join(
        f"<th>{escape(translate(f'cards-{key}', language))}</th>" for key in ("time", "cue", "say")
    )
    rows = "".join(_row(cue, since, language) for cue, since in _timed(debate.cues))
    title = f"{debate.title.translate(language)}: {debate.question.translate(language)}"
    caution = translate("shared-caution", language)
    table = f"<table><tr>{head}</tr>{rows}</table>"
    return f"<section lang='{language}'><h1>{escape(title)}</h1>{table}<p>{escape(caution)}</p></section>"


def _timed(cues: Iterable[Cue]) -> Iterator[tuple[Cue, int]]:
    since = 0
    for cue in cues:
        yield cue, since
        since += cue.seconds


def _row(cue: Cue, since: int, language: str) -> str:
    said = "".join(
        f"<p><span class='step'>{escape(step_name(step, language))}</span> {escape(step.say.translate(language))}</p>"
        for step in cue.steps
        if step.kind != "answer"
    )
    asked = escape(cue.ask.translate(language))
    named = f"<b>{escape(cue.title.translate(language))}</b>" + (f"<br>{asked}" if asked else "")
    return f"<tr><td>{since // 60}:{since % 60:02d}</td><td>{named}</td><td>{said}</td></tr>"


def step_name(step: Step, language: str) -> str:
    """Return what a step is called: "vote", "curtain up to year 10"."""
    if step.kind in OPENED:
        return translate(f"step-{step.kind}", language, n=step.years)
    if step.kind == "answer":
        return translate("step-answer", language, n=step.number)
    return translate(f"step-{step.kind}", language)
