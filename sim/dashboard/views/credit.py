"""What the page and its exports say of the city shown: its name, whether its map is real, whose data it is."""

from __future__ import annotations

from sim.city.mapping import NOT_STATED
from sim.dashboard.state.cities import city_named
from sim.dashboard.state.scene import Scene
from sim.locale.catalogue import translate


def credit(scene: Scene) -> dict[str, str]:
    """Return the city's ``title``, the ``caution`` where its map is none, and whose ``data`` it is, each or ""."""
    city, language = city_named(scene.city), scene.language
    return {
        "title": city.title.translate(language),
        "caution": translate("own-squares", language) if city.cartogram else "",
        "data": _data(scene),
    }


def _data(scene: Scene) -> str:
    city = city_named(scene.city)
    if city.invented:
        return ""
    if city.attribution == city.licence == NOT_STATED:
        return translate("own-unsourced", scene.language)
    return f"{attribution(scene)} · {licence(scene)}"


def line_of_credit(scene: Scene) -> str:
    """Return the credit in one line."""
    return " · ".join(filter(None, credit(scene).values()))


def attribution(scene: Scene) -> str:
    """Return the city's attribution in the scene's language, or as its makers wrote it, or that it is not stated."""
    return city_named(scene.city).attribution.translate(scene.language)


def licence(scene: Scene) -> str:
    """Return the licence of the city's data, likewise."""
    return city_named(scene.city).licence.translate(scene.language)
