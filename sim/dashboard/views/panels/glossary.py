"""The glossary: outcomes, levers, assumptions, mechanisms and sources; plain word and the field's term together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.dialog import Content, Found, Panel
from sim.locale.catalogue import known, translate, words
from sim.outcomes import OUTCOMES
from sim.parameters import ASSUMPTIONS, DECLARATIONS, LEVERS, Parameter

NAMED = {
    **dict.fromkeys(DECLARATIONS),
    **dict.fromkeys(LEVERS),
    **dict.fromkeys(ASSUMPTIONS),
    **dict.fromkeys(OUTCOMES),
}
"""Everything that has an entry of its own name."""
UNCITED = ("assumed", "")

Entry = dict[str, Any]


def _content(state: ViewState, found: Found) -> Content:
    language = state.scene.language
    entries = [*_outcomes(language), *_levers(language), *_assumptions(language), *_mechanisms(language)]
    return {
        "words": words("lab", language),
        "entry": state.entry,
        "entries": sorted(entries, key=lambda one: one["label"].casefold()) + list(_sources(language)),
    }


def _entry(kind: str, name: str, label: str, language: str, **more: Any) -> Entry:
    """Return one entry, with the field's term where it has another one."""
    term = translate(f"term-{name}", language) if known(f"term-{name}") else ""
    return {
        "key": f"{kind}:{name}",
        "name": name,
        "kind": translate(f"kind-{kind}", language),
        "label": label,
        "term": term,
        "text": "",
        "exact": "",
        "source": "",
        "opens": None,
    } | more


def _outcomes(language: str) -> Iterator[Entry]:
    for name, one in OUTCOMES.items():
        unit = one.unit_word.translate(language)
        exact = one.definition.translate(language)
        yield _entry(
            "outcome",
            name,
            one.label.translate(language),
            language,
            text=one.help.translate(language),
            exact=f"{exact} ({unit})" if unit else exact,
            opens={"do": "define", "outcome": name},
        )


def _levers(language: str) -> Iterator[Entry]:
    for one in LEVERS.values():
        opens = {"do": "light", "lever": one.name, "outcome": ""}
        yield _of_parameter("lever", one, language, opens)


def _assumptions(language: str) -> Iterator[Entry]:
    for one in ASSUMPTIONS.values():
        of_a_mechanism = DECLARATIONS[one.group].off is not None
        opens = {"do": "mechanism", "name": one.group} if of_a_mechanism else None
        yield _of_parameter("assumption", one, language, opens)


def _of_parameter(kind: str, one: Parameter, language: str, opens: dict[str, str] | None) -> Entry:
    against = translate("lab-against_this", language, text=one.contrary.translate(language))
    return _entry(
        kind,
        one.name,
        one.title.translate(language),
        language,
        text=one.help.translate(language),
        exact=against,
        source=one.source,
        opens=opens,
    )


def _mechanisms(language: str) -> Iterator[Entry]:
    for name, one in DECLARATIONS.items():
        if one.off is not None:
            yield _entry(
                "mechanism",
                name,
                one.title.translate(language),
                language,
                text=one.claim.translate(language),
                exact=translate("lab-against_this", language, text=one.contrary.translate(language)),
                source=one.source,
                opens={"do": "mechanism", "name": name},
            )


def _sources(language: str) -> Iterator[Entry]:
    """Yield every work cited, by its text, with what rests on it."""
    rests: dict[str, list[str]] = {}
    for one in (*LEVERS.values(), *ASSUMPTIONS.values()):
        _cite(rests, one.source, one.title.translate(language))
    for declared in DECLARATIONS.values():
        _cite(rests, declared.source, declared.title.translate(language))
    for number, work in enumerate(sorted(rests)):
        titles = ", ".join(dict.fromkeys(rests[work]))
        yield _entry(
            "source", f"work-{number}", work, language, text=translate("lab-rests", language, names=titles)
        )


def _cite(rests: dict[str, list[str]], source: str, title: str) -> None:
    for work in source.split("; "):
        if work.strip() not in UNCITED:
            rests.setdefault(work.strip(), []).append(title)


PANEL = Panel(_content, "panel-title-glossary", doors={"understand": 6}, wide=True)
