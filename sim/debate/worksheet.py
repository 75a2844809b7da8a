"""What a teacher prints for a tour: its question, room for a prediction and for what is noticed; HTML for A4 paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from sim.debate.tours import Tour
from sim.locale.catalogue import translate

LINES = {"why": 3, "reveal": 3, "notice": 2, "try": 3, "essay": 6}
"""How many lines there are to write on, by what is written."""
STYLE = """@page{size:A4;margin:15mm}*{box-sizing:border-box}body{font:11.5pt/1.4 sans-serif;color:#000;margin:0}
h1{font-size:18pt;margin:0 0 3mm}h2{font-size:12.5pt;margin:5mm 0 1mm;break-after:avoid}p{margin:0 0 1.5mm}
.line{border-bottom:1px solid #888;height:8mm}.box{border:1px solid #000;display:inline-block;width:4mm;height:4mm}
.answers span{margin-right:9mm}.small{font-size:9pt}"""


def worksheet(tour: Tour, language: str) -> str:
    """Return the worksheet of ``tour`` as an HTML document."""
    title = escape(tour.title.translate(language))
    name = escape(translate("worksheet-name", language))
    head = f"<meta charset='utf-8'><title>{title}</title><style>{STYLE}</style>"
    body = "".join((f"<p>{name}</p><h1>{title}</h1>", *_parts(tour, language)))
    return f"<!doctype html><html lang='{language}'><head>{head}</head><body>{body}</body></html>\n"


def _parts(tour: Tour, language: str) -> Iterator[str]:
    """Yield what stands on the sheet, from the question to the caution. What the runs give is not on it."""
    yield _said(tour.question.translate(language))
    yield _head("question", language)
    yield _said(tour.ask.translate(language)) + _answers(language)
    yield _asked("why", language) + _lines("why")
    yield _head("reveal", language) + _lines("reveal")
    yield _head("notice", language) + _each((one.translate(language) for one in tour.notice), "notice")
    yield _head("try", language) + _each((one.translate(language) for one in tour.tries), "try")
    yield _head("cannot", language) + _said(tour.cannot.translate(language))
    yield f"<h2>{escape(translate('worksheet-essay', language))}</h2>" + _lines("essay")
    yield _head("reading", language) + "".join(
        f"<p class='small'>{escape(work)}</p>" for work in tour.reading
    )
    yield f"<p class='small'>{escape(translate('shared-caution', language))}</p>"


def _head(stop: str, language: str) -> str:
    return f"<h2>{escape(translate(f'stop-{stop}', language))}</h2>"


def _said(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _asked(what: str, language: str) -> str:
    return _said(translate(f"worksheet-{what}", language))


def _answers(language: str) -> str:
    cities = [translate("city-named", language, letter=letter) for letter in ("A", "B")]
    offered = [*cities, translate("answer-same", language), translate("answer-unknown", language)]
    boxes = "".join(f"<span><i class='box'></i> {escape(one)}</span>" for one in offered)
    return f"<p class='answers'>{boxes}</p>"


def _each(lines: Iterable[str], what: str) -> str:
    return "".join(_said(line) + _lines(what) for line in lines)


def _lines(what: str) -> str:
    return "<div class='line'></div>" * LINES[what]
