"""A study on the page: what is in, what is shown of it, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sim.city.load import list_cities
from sim.dashboard.state.study import PICTURES, StudyLook
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.work.study import STUDY
from sim.locale.catalogue import translate, words
from sim.locale.numbers import number

if TYPE_CHECKING:
    from sim.dashboard.work.study_figures import Asked
    from sim.studies.opened import Opened
    from sim.studies.plan import Plan
    from sim.studies.sample import Sample

FEWEST_POINTS = 40
"""Of a design that varies all factors at once, for `analyse pawn`."""
MADE_FOR = ("saltelli", "morris")
"""Methods with an analysis of their own, which needs every point."""


def look_of(state: ViewState, opened: Opened) -> StudyLook:
    """Return how the study is looked at, with the outcomes that it keeps where none were chosen."""
    look, kept = state.study, opened.sample.results.plan.outcomes
    sought = [one.outcome for one in opened.sought.objectives] if opened.sought else []
    first, second = [*dict.fromkeys([*sought, *kept]), *kept][:2]
    picture = "points" if opened.sought else look.picture
    return look._replace(picture=picture, outcome=look.outcome or first, second=look.second or second)


def asked_of_study(state: ViewState) -> Asked | None:
    """Return the picture that is looked at; None where no study is open, or it has no such picture."""
    from sim.dashboard.work.study_figures import Asked

    if STUDY.opened is None or why_not(state, STUDY.opened):
        return None
    look = look_of(state, STUDY.opened)
    return Asked(look.picture, look.outcome, look.second if look.picture == "points" else "", look.year)


def study(state: ViewState) -> dict[str, Any]:
    """Return what the study's panel shows."""
    language, opened = state.scene.language, STUDY.opened
    shared = {"words": words("study", language), "colon": translate("stage-colon", language)}
    if opened is None:
        return shared | {"open": False}
    from sim.dashboard.views.study_sight import named

    look = look_of(state, opened)
    plan = opened.sample.results.plan
    return shared | {
        "open": True,
        "folder": opened.folder.name,
        "headline": _headline(opened, language),
        "remarks": list(_remarks(opened, state)),
        "picture": look.picture,
        "pictures": [
            {"name": one, "label": translate(f"studied-picture-{one}", language)} for one in _fitting(opened)
        ],
        "outcome": look.outcome,
        "second": look.second,
        "group": look.group,
        "year": look.year,
        "years": _years(plan, language),
        "help": translate(f"studied-help-{'weekly' if look.picture == 'fan' else 'mean'}", language),
        "outcomes": [{"name": one, "label": named(one, language)} for one in plan.outcomes],
        "caution": translate("shared-caution", language),
        "beyond": _beyond(look, language),
        **_picture(state, opened, look),
    }


def _years(plan: Plan, language: str) -> list[dict[str, Any]]:
    """Return the ends of years to choose from, that of the runs first; none where there is but one."""
    named = [{"value": year, "label": translate("studied-year", language, n=year)} for year in plan.years]
    return [{"value": 0, "label": translate("studied-end", language)}, *named] if named else []


def _picture(state: ViewState, opened: Opened, look: StudyLook) -> dict[str, Any]:
    from sim.dashboard.views.study_pictures import shown
    from sim.dashboard.views.study_sight import Sight

    language = state.scene.language
    nothing: dict[str, Any] = {
        "drawn": None,
        "groups": [],
        "notes": [],
        "head": [],
        "rows": [],
        "loads": [],
        "busy": False,
    }
    if refused := why_not(state, opened):
        return nothing | {"why_not": refused, "refused": ""}
    asked = asked_of_study(state)
    made = STUDY.known(asked) if asked else None
    if made is None or made.document is None:
        refused = made.refused.translate(language) if made and made.refused else ""
        return nothing | {"why_not": "", "refused": refused, "busy": not refused}
    several = len(opened.sample.results.plan.study["assumptions"]) > 1
    found = shown(Sight(made.document, look, language, several))
    return {"why_not": "", "refused": "", "busy": False, **found._asdict()}


def why_not(state: ViewState, opened: Opened) -> str:
    """Return why the design of the study does not fit the picture asked for; empty where it does."""
    language, look = state.scene.language, state.study
    if opened.sought:
        return ""
    sample = opened.sample
    if look.picture == "paired" and len(sample.results.plan.study["scenarios"]) < 2:
        return translate("studied-not-pair", language)
    if look.picture == "factors":
        return _no_factors(sample, language)
    return ""


def _no_factors(sample: Sample, language: str) -> str:
    from sim.studies.hints import to_resume

    plan = sample.results.plan
    method = plan.study["method"]
    status = sample.results.runs().column("status").to_pylist()
    if not plan.factors:
        return translate("studied-not-varied", language)
    if pending := status.count("pending"):
        return translate("studied-not-done", language, n=pending)
    if method in MADE_FOR:
        failed = status.count("failed") + status.count("timed out")
        again = to_resume(sample.results, "--retry-failed")
        return translate("studied-not-whole", language, n=failed, command=again) if failed else ""
    if method == "one-at-a-time":
        return translate("studied-not-together", language)
    if len(sample.numbers) < FEWEST_POINTS:
        return translate("studied-not-many", language, n=len(sample.numbers), needs=FEWEST_POINTS)
    return ""


def _fitting(opened: Opened) -> tuple[str, ...]:
    """Return the pictures there can be: the cities of a search are no sample of anything, so that none spread."""
    return ("points",) if opened.sought else PICTURES


def _headline(opened: Opened, language: str) -> str:
    counts = [sum(getattr(part, key) for part in opened.parts) for key in ("done", "planned", "failed")]
    done, planned, failed = (number(count, language) for count in counts)
    said = translate("studied-in", language, done=done, planned=planned)
    return (
        f"{said} {translate('studied-failed', language, n=counts[2], failed=failed)}" if counts[2] else said
    )


def _remarks(opened: Opened, state: ViewState) -> Iterator[str]:
    """Yield what is to be known of what is shown: a sample, damage, a search, another city than the page's."""
    language, sample = state.scene.language, opened.sample
    if opened.sought:
        read, there = len(opened.parts), opened.parts_there
        yield translate("studied-search", language, n=read, of=there)
    elif not sample.whole and sample.shown < sample.planned:
        seeds = len(sample.results.plan.study["seeds"])
        shown_points, points = (number(one, language) for one in (len(sample.numbers), sample.points))
        yield translate("studied-sampled", language, shown=shown_points, points=points, seeds=seeds)
    if damaged := sum(part.damaged for part in opened.parts):
        yield translate("studied-damaged", language, n=damaged)
    if unread := sum(part.unread for part in opened.parts):
        yield translate("studied-unread", language, n=unread)
    city = str(sample.results.plan.study["context"]["city"])
    if city.partition(":")[0] not in list_cities():
        yield translate("studied-own_city", language, city=city)


def _beyond(look: StudyLook, language: str) -> str:
    """Return that the point chosen is more than levers, and what; empty where none was refused."""
    from sim.dashboard.views.study_sight import Sight

    if not look.beyond:
        return ""
    sight = Sight({}, look, language, False)
    return translate(
        "studied-more_than_levers", language, what=", ".join(sight.factor(one) for one in look.beyond)
    )
