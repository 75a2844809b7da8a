"""A third language is one file: docs/words.md says how, and its example is put into a copy of the package."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from sim.locale.catalogue import FALLBACK, keys, translate
from tests.package_copy import ROOT, copy_package, run_in

PAGE = (ROOT / "docs" / "words.md").read_text("utf-8")
NAME, EXAMPLE = re.findall(r"^```ftl (\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
SCENARIO = """
[text.en]
title = "Mine: a start"
[text.de]
title = "Meine: ein Anfang"
"""
PROGRAM = """
import json
from sim.dashboard.state.actions import act
from sim.dashboard.state.names import plate
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.bar import bar, foot
from sim.dashboard.views.debate import debate
from sim.dashboard.views.sentence import broken
from sim.dashboard.views.stage import stage
from sim.locale.catalogue import LANGUAGES, in_every_language, missing, translate
from sim.scenario.scenario import load_scenario, save_scenario

english = ViewState(Scene())
visitor = act(english, {"do": "hello", "language": "de-AT"})
changed = act(visitor, {"do": "lever", "letter": "A", "name": "places", "value": 0.9})
scenario = load_scenario("mine.toml")
print(json.dumps({
    "languages": LANGUAGES,
    "offered": bar(english)["languages"],
    "next": bar(english)["next_language"],
    "spoken": visitor.scene.language,
    "words": debate(visitor)["words"],
    "week": foot(visitor, False)["words"]["week"],
    "altered": [plate(changed.scene, "A")["altered"], translate("city-altered", "de", n=3)],
    "sentence": broken(visitor.scene)["parts"][0]["text"],
    "full": in_every_language("server-crowded"),
    "missing": missing("de"),
    "title": [scenario.title.translate(one) for one in ("de", "fr")],
    "again": load_scenario(save_scenario(scenario, "again.toml")).title == scenario.title,
}))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the page says where there is a small German catalogue."""
    copy = copy_package(tmp_path_factory.mktemp("third"))
    (copy / "sim" / "locale" / f"{NAME}.ftl").write_text(EXAMPLE, "utf-8")
    (copy / "mine.toml").write_text(SCENARIO, "utf-8")
    found: dict[str, Any] = json.loads(run_in(copy, PROGRAM))
    return found


def test_a_language_with_a_catalogue_is_offered_under_its_own_name(told: dict[str, Any]) -> None:
    assert told["languages"] == ["en", "de", "fr"]
    assert [one["name"] for one in told["offered"]] == ["Français", "Deutsch", "English"]
    assert told["next"] == {"code": "de", "name": "Deutsch", "switch": "Auf Deutsch umschalten"}
    assert told["spoken"] == "de"


def test_what_is_translated_is_said_in_it_and_the_rest_in_english(told: dict[str, Any]) -> None:
    assert (told["words"]["next"], told["words"]["previous"]) == ("Weiter", "Previous")
    assert told["week"] == "Woche {n}"
    assert told["altered"] == ["Eine Änderung", "3 Änderungen"]
    assert told["sentence"] == translate("sentence-error", "en")
    assert told["full"] == {one: translate("server-crowded", one) for one in ("en", "fr")}


def test_what_it_lacks_is_listed(told: dict[str, Any]) -> None:
    translated = set(re.findall(r"^([\w-]+) =", EXAMPLE, re.MULTILINE))
    assert told["missing"] == [key for key in keys(FALLBACK) if key not in translated]


def test_files_may_speak_it(told: dict[str, Any]) -> None:
    assert told["title"] == ["Meine: ein Anfang", "Mine: a start"]
    assert told["again"]
