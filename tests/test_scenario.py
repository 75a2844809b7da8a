"""Scenarios, events, sets of assumptions: what is shipped, what is refused, how they blend and are saved."""

import math
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim import resources
from sim.errors import InputError
from sim.event import OWN_KEYS, Event, read_event
from sim.parameters import ASSUMPTIONS, LEVERS, PARAMETERS, Text
from sim.resources import data_folder
from sim.scenario import (
    MIXABLE,
    Scenario,
    interpolate,
    list_assumption_sets,
    list_scenarios,
    load_assumption_set,
    load_assumptions,
    load_scenario,
    mix,
    save_scenario,
)
from sim.toml_file import read_toml
from tests.test_parameters import assert_texts

SHIPPED = list_scenarios()
SETS = list_assumption_sets()
shipped = pytest.mark.parametrize("name", SHIPPED)
shipped_set = pytest.mark.parametrize("name", SETS)

# the three constitutions of the specification, lever by lever
SPECIFIED = {
    "own_residents": (0.05, 0.25, 0.0),
    "own_commons": (0.0, 0.45, 0.0),
    "own_municipality": (0.45, 0.25, 0.15),
    "own_platform": (0.40, 0.05, 0.45),
    "own_state": (0.10, 0.0, 0.40),
    "consent": ("opt_in", "opt_in", "mandatory"),
    "curator": ("central", "central", "central"),
    "epsilon": ("none", 1.0, "none"),
    "openness": (0.3, 0.8, 0.1),
    "purpose_limit": (0.5, 0.95, 0.05),
    "aim_wellbeing": (0.4, 0.7, 0.25),
    "aim_cost": (0.4, 0.2, 0.4),
    "aim_order": (0.2, 0.1, 0.35),
    "automation": (0.3, 0.3, 0.8),
    "participation": (0.1, 0.4, 0.02),
    "oversight": (0.4, 0.7, 0.2),
    "surveillance": (0.3, 0.1, 0.8),
    "enforcement": (0.4, 0.3, 0.7),
    "censorship": (0.05, 0.0, 0.5),
    "responsiveness": (0.4, 0.8, 0.15),
    "connectivity": (0.85, 0.85, 0.95),
    "personalisation": (0.5, 0.2, 0.7),
    "places": (0.3, 0.5, 0.2),
    "continuity": (0.6, 0.7, 0.5),
    "evolving": (False, False, False),
}


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusal(loader, *arguments) -> str:
    with pytest.raises(InputError) as caught:
        loader(*arguments)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 600
    return message


def loaded_or_refused(path: Path) -> Scenario | str:
    try:
        return load_scenario(path)
    except InputError as error:
        return str(error)


# --- what is shipped ---


def test_the_eleven_scenarios_are_shipped_poles_first():
    assert SHIPPED[:3] == ["status-quo", "emancipatory", "control"]
    assert set(SHIPPED) >= {
        "benevolent-control",
        "platform-city",
        "authoritarian-city",
        "commons-city",
        "audited-state",
        "function-creep",
        "smart-free",
        "failed-commons",
    }
    assert len(SHIPPED) == len(set(SHIPPED)) >= 11


@pytest.mark.parametrize(("column", "name"), list(enumerate(["status-quo", "emancipatory", "control"])))
def test_the_poles_are_as_specified(column: int, name: str):
    assert load_scenario(name).levers == {lever: values[column] for lever, values in SPECIFIED.items()}


def test_the_defaults_are_the_status_quo():
    assert load_scenario("status-quo").levers == {name: lever.default for name, lever in LEVERS.items()}
    assert Scenario("empty", {}).levers == load_scenario("status-quo").levers


@shipped
def test_a_shipped_scenario_sets_every_lever_inside_what_is_explored(name: str):
    written = read_toml(data_folder() / f"{name}.toml")
    assert set(written) == {"text", "levers"}, "levers and words only: never outcomes"
    assert list(written["levers"]) == list(LEVERS)
    for lever in LEVERS.values():
        value = written["levers"][lever.name]
        if lever.kind == "number" and value != lever.unlimited:
            assert lever.explored[0] <= value <= lever.explored[1]


@shipped
def test_a_shipped_scenario_has_shares_that_sum_to_one(name: str):
    levers = load_scenario(name).levers
    for prefix in ("own_", "aim_"):
        assert math.isclose(sum(v for k, v in levers.items() if k.startswith(prefix)), 1, abs_tol=1e-12)


@shipped
def test_a_shipped_scenario_speaks_both_languages(name: str):
    scenario = load_scenario(name)
    assert_texts(scenario.title, scenario.caution, scenario.source)
    assert all(len(title) <= 26 for title in scenario.title)
    assert scenario.caution.en.endswith(".")
    assert scenario.caution.fr.endswith(".")


def test_no_two_shipped_scenarios_are_the_same_city():
    constitutions = [tuple(load_scenario(name).levers.values()) for name in SHIPPED]
    assert len(set(constitutions)) == len(constitutions)


def test_the_sets_of_assumptions_are_shipped_central_first():
    assert SETS[0] == "central"
    assert set(SETS) >= {"central", "techno-optimist", "civil-libertarian", "order-first", "sceptic"}


@shipped_set
def test_a_set_of_assumptions_stays_inside_what_is_explored(name: str):
    values = load_assumptions(name)
    assert list(values) == list(ASSUMPTIONS)
    for assumption in ASSUMPTIONS.values():
        value = values[assumption.name]
        if assumption.kind == "number":
            assert assumption.explored[0] <= value <= assumption.explored[1], assumption.name
        else:
            assert value in assumption.explored


@shipped_set
def test_a_set_of_assumptions_gives_reasons_in_both_languages(name: str):
    chosen = load_assumption_set(name)
    assert_texts(chosen.title, chosen.reason)
    assert all(reason.endswith(".") for reason in chosen.reason)


def test_central_is_every_default():
    assert load_assumptions("central") == {name: a.default for name, a in ASSUMPTIONS.items()}


@pytest.mark.parametrize(
    ("name", "lower", "higher"),
    [
        ("techno-optimist", ["incident_rate", "coupling", "misfit"], ["gain", "realisation", "catalyst"]),
        ("civil-libertarian", ["cctv_effect", "reassure"], ["chilling", "value_privacy", "misuse_state"]),
        ("order-first", ["chilling", "misuse_state"], ["patrol_effect", "value_safety", "reassure"]),
        ("sceptic", ["gain", "realisation"], ["incident_rate", "upkeep", "neglect"]),
    ],
)
def test_each_camp_holds_what_it_is_known_for(name: str, lower: list[str], higher: list[str]):
    values = load_assumptions(name)
    assert all(values[key] < ASSUMPTIONS[key].default for key in lower)
    assert all(values[key] > ASSUMPTIONS[key].default for key in higher)


def test_a_wheel_carries_its_own_data_folder(tmp_path, monkeypatch):
    (tmp_path / "sim" / "_scenarios").mkdir(parents=True)
    (tmp_path / "scenarios").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "sim")
    assert data_folder() == tmp_path / "sim" / "_scenarios"
    (tmp_path / "sim" / "_scenarios").rmdir()
    assert data_folder() == tmp_path / "scenarios"
    (tmp_path / "scenarios").rmdir()
    assert "no data folder" in refusal(data_folder)


# --- what is refused ---

BAD_FILES = [
    ("[levers]\nsurveilance = 0.5", ["[levers]: surveilance = 0.5", "did you mean 'surveillance'?"]),
    ("[levers]\nsurveillance = 1.5", ["[levers]: surveillance = 1.5", "0 to 1"]),
    ("[levers]\nsurveillance = nan", ["surveillance = nan", "finite", "0 to 1"]),
    ("[levers]\nsurveillance = -inf", ["surveillance = -inf", "finite"]),
    ("[levers]\nsurveillance = true", ["surveillance = true", "must be a number"]),
    ('[levers]\nsurveillance = "0.5"', ["surveillance = '0.5'", "must be a number"]),
    ("[levers]\nsurveillance = 1979-05-27", ["surveillance = datetime.date", "must be a number"]),
    ("[levers]\nsurveillance = {a = 1}", ["surveillance = {'a': 1}", "must be a number"]),
    (f"[levers]\nsurveillance = 1{'0' * 400}", ["surveillance = 1000", "0 to 1"]),
    (f"[levers]\nsurveillance = 1{'0' * 9000}", ["broken TOML"]),
    ("[levers]\nsurveillance = 1e999", ["surveillance = inf", "finite"]),
    ("[levers]\nepsilon = 0", ["epsilon = 0", "0.01 to 10", "'none'"]),
    ('[levers]\nconsent = "optin"', ["consent = 'optin'", "did you mean 'opt_in'?"]),
    ('[levers]\nevolving = "perhaps"', ["evolving = 'perhaps'", "true or false"]),
    ("[levers]\nchilling = 1.0", ["chilling = 1.0", "is not a lever but an assumption"]),
    ("[levers]\naim_wellbeing = 0\naim_cost = 0\naim_order = 0", ["aim_wellbeing", "all 0"]),
    ("[levers]\nplaces = 0.1\nplaces = 0.2", ["broken TOML", "Cannot overwrite", "'places = 0.2'"]),
    ("[levers]\nplaces = 0.1\nplaces = 0.2\ncontinuity = 0.3", ["broken TOML", "line 3", "'places = 0.2'"]),
    ("[levers]\nplaces = 0.1\n[levers]\n", ["broken TOML", "line 3", "'[levers]'"]),
    ("[levers\nplaces = 0.1", ["broken TOML", "line 1", "'[levers'"]),
    ("levers = 3", ["levers = 3", "must be a table"]),
    ("[lever]\nplaces = 0.1", ["unknown key 'lever'", "did you mean 'levers'?"]),
    ("[levers]\n[text]\nen = 'x'", ["en = 'x'", "must be a table"]),
    ("[text.de]\ntitle = 'x'", ["[text]: unknown key 'de'", "did you mean 'en'?"]),
    ("[text.en]\ntitel = 'x'", ["[text.en]", "unknown key 'titel'", "did you mean 'title'?"]),
    ("[text.en]\ntitle = 3", ["[text.en]: title = 3", "must be text"]),
    (f"[text.fr]\ncaution = '{'x' * 3000}'", ["[text.fr]: caution = 'xxx", "at most 2000 letters"]),
    ("events = 3", ["events = 3", "list of tables"]),
    ("[[events]]\nweek = 3", ["event 1: kind is missing"]),
    ("[[events]]\nkind = 'breach'", ["event 1 (breach): week is missing"]),
    ("[[events]]\nkind = 'leak'\nweek = 3", ["kind = 'leak'", "known: breach, outage"]),
    ("[[events]]\nkind = 'outtage'\nweek = 3", ["kind = 'outtage'", "did you mean 'outage'?"]),
    ("[[events]]\nkind = 'breach'\nweek = -1", ["week = -1", "0 to 5200 weeks"]),
    ("[[events]]\nkind = 'breach'\nweek = 1.5", ["week = 1.5", "whole number"]),
    ("[[events]]\nkind = 'breach'\nweek = true", ["week = true", "whole number"]),
    ("[[events]]\nkind = 'breach'\nweek = 1\ndepth = 0.1", ["event 1 (breach): unknown key 'depth'"]),
    ("[[events]]\nkind = 'breach'\nweek = 1\ncity = '../x'", ["city = '../x'", "'all'"]),
    ("[[events]]\nkind = 'budget_cut'\nweek = 1\ndepth = 1.5", ["depth = 1.5", "0 to 1"]),
    ("[[events]]\nkind = 'budget_cut'\nweek = 1\ndepth = nan", ["depth = nan", "0 to 1"]),
    ("[[events]]\nkind = 'budget_cut'\nweek = 1\nweeks = 0", ["weeks = 0", "1 to 5200 weeks"]),
    ("[[events]]\nkind = 'reform'\nweek = 1\nvalue = 0", ["event 1 (reform): lever is missing"]),
    ("[[events]]\nkind = 'reform'\nweek = 1\nlever = 'places'", ["event 1 (reform): value is missing"]),
    (
        "[[events]]\nkind = 'reform'\nweek = 1\nlever = 'place'\nvalue = 0.2",
        ["lever = 'place'", "did you mean 'places'?"],
    ),
    ("[[events]]\nkind = 'reform'\nweek = 1\nlever = 'places'\nvalue = 7", ["places = 7", "0 to 1"]),
    (
        (
            "[levers]\naim_wellbeing = 0\naim_cost = 0\n"
            "[[events]]\nkind = 'reform'\nweek = 9\nlever = 'aim_order'\nvalue = 0"
        ),
        ["after the reform of week 9", "aim_order are all 0"],
    ),
    ("[[events]]\nkind = 'breach'\nweek = 1\n" * 1001, ["1001 events", "at most 1000"]),
    ("x = " + "[" * 100_000, ["nested too deeply"]),
    ("   \n", ["the file is empty"]),
]


@pytest.mark.parametrize(("text", "parts"), BAD_FILES, ids=lambda v: str(v)[:40])
def test_bad_scenario_files_are_refused_in_one_line(tmp_path: Path, text: str, parts: list[str]):
    path = write(tmp_path, text)
    message = refusal(load_scenario, path)
    assert message.startswith(str(path))
    for part in parts:
        assert part in message


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"\xff\xfe[\x00l\x00", "not UTF-8 text (byte 1)"),
        ("[text.fr]\ntitle = 'é'".encode("latin-1"), "not UTF-8 text (byte 20)"),
        (b"# long\n" * 200_000, "larger than 1 MB"),
        (b"a = 1\x00", "broken TOML"),
    ],
)
def test_bad_bytes_are_refused(tmp_path: Path, content: bytes, part: str):
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    assert part in refusal(load_scenario, path)


def test_a_byte_order_mark_is_forgiven(tmp_path: Path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xef\xbb\xbf[levers]\nplaces = 0.9\n")
    assert load_scenario(path).levers["places"] == 0.9


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("controll", "unknown scenario 'controll'; did you mean 'control'?"),
        ("status_quo", "did you mean 'status-quo'?"),
        ("qqqqqq", "known: "),
        ("", "neither a name"),
        ("../control", "scenario = '../control' is neither a name"),
        ("assumptions/central", "neither a name"),
        ("/etc/passwd", "neither a name"),
        ("a\nb", "neither a name"),
        ("no/such.toml", "no such file"),
    ],
)
def test_unknown_scenarios_are_refused_with_the_nearest(name: str, part: str):
    assert part in refusal(load_scenario, name)


def test_a_folder_is_not_a_scenario(tmp_path: Path):
    assert "no such file" in refusal(load_scenario, tmp_path)


def test_a_misspelt_path_offers_its_neighbour(tmp_path: Path):
    write(tmp_path, "[levers]\n", "harbour.toml")
    assert "did you mean 'harbour.toml'?" in refusal(load_scenario, tmp_path / "habour.toml")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[assumptions]\nchiling = 1", ["[assumptions]: chiling = 1", "did you mean 'chilling'?"]),
        ("[assumptions]\nsurveillance = 1", ["is not an assumption but a lever"]),
        ("[assumptions]\nbreach_halflife = 0", ["breach_halflife = 0", "0.5 to 1040 weeks"]),
        ('[assumptions]\narrest_rounding = "ceiling"', ["none, floor, round"]),
        ("[levers]\nplaces = 1", ["unknown key 'levers'"]),
    ],
)
def test_bad_sets_of_assumptions_are_refused(tmp_path: Path, text: str, parts: list[str]):
    message = refusal(load_assumptions, write(tmp_path, text))
    assert all(part in message for part in parts)


def test_unknown_sets_are_refused_with_the_nearest():
    assert "did you mean 'sceptic'?" in refusal(load_assumptions, "skeptic")


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda b: b.decode("latin-1")))
@settings(max_examples=200)
def test_no_text_whatever_gives_a_traceback(tmp_path_factory, text: str):
    path = tmp_path_factory.mktemp("any") / "any.toml"
    path.write_text(text, encoding="utf-8", errors="replace")
    found = loaded_or_refused(path)
    assert len(found.splitlines()) == 1 if isinstance(found, str) else set(found.levers) == set(LEVERS)


# --- the scenario itself ---


def test_levers_in_code_are_checked_too():
    assert "mine: surveillance = 2" in refusal(Scenario, "mine", {"surveillance": 2})
    shares = dict.fromkeys([name for name in LEVERS if name.startswith("own_")], 0)
    assert "all 0" in refusal(Scenario, "mine", shares)


def test_a_changed_scenario_leaves_the_first_as_it_was():
    control = load_scenario("control")
    changed = control.change({"surveillance": 0.2}, "--set")
    assert changed.levers == {**control.levers, "surveillance": 0.2}
    assert control.levers["surveillance"] == 0.8
    assert (changed.name, changed.title) == (control.name, control.title)
    assert refusal(control.change, {"surveillance": 9}, "--set").startswith("--set: surveillance = 9")


def test_a_scenario_travels_to_another_process():
    assert pickle.loads(pickle.dumps(load_scenario("control"))) == load_scenario("control")


# --- events ---


def test_events_are_read_with_their_defaults(tmp_path: Path):
    text = (
        "[[events]]\nkind = 'breach'\nweek = 260\n"
        "[[events]]\nkind = 'budget_cut'\nweek = 0\ncity = 'control'\n"
        "[[events]]\nkind = 'reform'\nweek = 52\nlever = 'evolving'\nvalue = true\n"
    )
    breach, cut, reform = load_scenario(write(tmp_path, text)).events
    assert (breach.kind, breach.week, breach.city) == ("breach", 260, "all")
    assert (cut.depth, cut.weeks) == (0.1, 52)
    assert (reform.lever, reform.value) == ("evolving", True)


@pytest.mark.parametrize(
    ("city", "names", "concerned"),
    [
        ("all", ("control", "B"), True),
        ("B", ("control", "B"), True),
        ("control", ("control",), True),
        ("A", ("B",), False),
    ],
)
def test_events_concern_one_city_or_all(city: str, names: tuple[str, ...], concerned: bool):
    assert Event("spark", 3, city).concerns(*names) is concerned


# --- saving ---

lever_values = {
    name: (
        st.sampled_from(list(lever.possible))
        if lever.kind == "choice"
        else st.booleans()
        if lever.kind == "switch"
        else st.floats(*lever.bounds) | (st.just("none") if lever.unlimited else st.nothing())
    )
    for name, lever in LEVERS.items()
}
constitutions = st.fixed_dictionaries({}, optional=lever_values).filter(
    lambda levers: all(
        any(levers.get(name, PARAMETERS[name].default) > 0 for name in LEVERS if name.startswith(prefix))
        for prefix in ("own_", "aim_")
    )
)
words = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40).map(str.strip)
week = st.integers(0, 5200)
events = st.one_of(
    st.builds(
        Event, st.sampled_from(["breach", "outage", "spark", "new_technology"]), week, st.sampled_from("AB")
    ),
    st.builds(
        Event, st.just("budget_cut"), week, st.just("all"), depth=st.floats(0, 1), weeks=st.integers(1, 5200)
    ),
    st.builds(Event, st.just("reform"), week, lever=st.just("consent"), value=st.just("opt_out")),
)


@given(
    constitutions, st.lists(events, max_size=4), st.builds(Text, words, words), st.builds(Text, words, words)
)
@settings(max_examples=60)
def test_what_is_saved_is_what_is_loaded(tmp_path_factory, levers, happenings, title, caution):
    scenario = Scenario("mine", levers, tuple(happenings), title, caution)
    path = save_scenario(scenario, tmp_path_factory.mktemp("saved") / "mine.toml")
    assert load_scenario(path) == scenario


@shipped
def test_a_shipped_scenario_survives_saving(name: str, tmp_path: Path):
    assert load_scenario(save_scenario(load_scenario(name), tmp_path / f"{name}.toml")) == load_scenario(name)


def test_saving_refuses_what_could_not_be_loaded(tmp_path: Path):
    scenario = load_scenario("control")
    assert "saved in a .toml file" in refusal(save_scenario, scenario, tmp_path / "control.txt")
    assert "cannot be written" in refusal(save_scenario, scenario, tmp_path / "nowhere" / "control.toml")


def test_an_event_table_is_an_event_again():
    for kind, keys in OWN_KEYS.items():
        own = {"depth": 0.2, "weeks": 9, "lever": "places", "value": 0.7}
        table = {"kind": kind, "week": 4, "city": "A"} | {key: own[key] for key in keys}
        assert read_event(table).as_table() == table


# --- the dial ---

pairs = st.tuples(st.sampled_from(SHIPPED), st.sampled_from(SHIPPED))


@given(pairs)
def test_the_ends_of_the_dial_are_the_scenarios(pair: tuple[str, str]):
    a, b = map(load_scenario, pair)
    assert interpolate(a, b, 0) == a
    assert interpolate(a, b, 1.0) == b


@given(pairs, st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_the_dial_lies_between_its_ends(pair: tuple[str, str], position: float):
    a, b = map(load_scenario, pair)
    levers = interpolate(a, b, position).levers
    for name, lever in LEVERS.items():
        first, second = a.levers[name], b.levers[name]
        if first == second:
            assert levers[name] == first
        elif lever.kind != "number":
            assert levers[name] == (first if position < 0.5 else second)
        elif name == "epsilon":
            ends = sorted(10.0 if end == "none" else end for end in (first, second))
            assert ends[0] <= levers[name] <= ends[1]
        else:
            assert levers[name] == pytest.approx(first + (second - first) * position, abs=1e-12)


@given(pairs, st.floats(0.01, 0.99))
def test_the_dial_reads_the_same_from_the_other_end(pair: tuple[str, str], position: float):
    a, b = map(load_scenario, pair)
    there, back = interpolate(a, b, position).levers, interpolate(b, a, 1 - position).levers
    for name, lever in LEVERS.items():
        if lever.kind == "number" and there[name] != lever.unlimited:
            assert there[name] == pytest.approx(back[name], abs=1e-9)


def test_epsilon_moves_in_its_logarithm_and_none_is_ten_inside():
    none, strong, light = (Scenario(str(e), {"epsilon": e}) for e in ("none", 0.1, 10.0))
    assert interpolate(none, strong, 0.5).levers["epsilon"] == pytest.approx(1.0)
    assert interpolate(strong, none, 0.25).levers["epsilon"] == pytest.approx(10**-0.5)
    assert interpolate(none, strong, 1e-12).levers["epsilon"] == pytest.approx(10.0)
    assert interpolate(none, light, 0.3).levers["epsilon"] == 10.0
    assert interpolate(none, none, 0.3).levers["epsilon"] == "none"


def test_choices_and_events_switch_at_one_half():
    a = Scenario("a", {"consent": "opt_in", "evolving": False}, (Event("spark", 1),))
    b = Scenario("b", {"consent": "mandatory", "evolving": True}, (Event("breach", 2),))
    below, at = interpolate(a, b, 0.4999), interpolate(a, b, 0.5)
    assert (below.levers["consent"], below.levers["evolving"], below.events) == ("opt_in", False, a.events)
    assert (at.levers["consent"], at.levers["evolving"], at.events) == ("mandatory", True, b.events)


def test_shares_on_another_scale_are_blended_as_shares():
    fractions = Scenario("fractions", {"aim_wellbeing": 1.0, "aim_cost": 0.0, "aim_order": 0.0})
    percent = Scenario("percent", {"aim_wellbeing": 0.0, "aim_cost": 100.0, "aim_order": 0.0})
    levers = interpolate(fractions, percent, 0.5).levers
    assert (levers["aim_wellbeing"], levers["aim_cost"], levers["aim_order"]) == (0.5, 0.5, 0.0)


@pytest.mark.parametrize("position", [-0.1, 1.1, math.nan, math.inf, True, "0.5", None])
def test_positions_off_the_dial_are_refused(position: object):
    a, b = load_scenario("emancipatory"), load_scenario("control")
    message = refusal(interpolate, a, b, position)
    assert "position = " in message
    assert "0 to 1" in message


# --- lever groups ---


@given(pairs, st.sets(st.sampled_from(MIXABLE)))
def test_groups_come_from_the_donor_and_the_rest_stays(pair: tuple[str, str], groups: set[str]):
    base, donor = map(load_scenario, pair)
    mixed = mix(base, donor, groups)
    for name, lever in LEVERS.items():
        assert mixed.levers[name] == (donor if lever.group in groups else base).levers[name]


def test_mixing_nothing_is_the_base_and_all_groups_leave_only_the_drift():
    base, donor = load_scenario("control"), load_scenario("emancipatory").change({"evolving": True})
    assert mix(base, donor, []) == base
    assert mix(base, donor, MIXABLE).levers == {**donor.levers, "evolving": False}


@pytest.mark.parametrize(
    ("groups", "part"),
    [(["streets"], "did you mean 'street'?"), (["politics"], "unknown lever group 'politics'")],
)
def test_unknown_groups_are_refused(groups: list[str], part: str):
    base, donor = load_scenario("control"), load_scenario("emancipatory")
    assert part in refusal(mix, base, donor, groups)
