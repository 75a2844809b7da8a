"""The cost of a week: against plain Mesa agents, against memory, and as it grows."""

from __future__ import annotations

from statistics import median

from mesa.examples.advanced.epstein_civil_violence.model import EpsteinCivilViolence

from benchmarks.machine import gather, stream_bandwidth
from benchmarks.timing import Row, at_least, at_most, exponent, peak_bytes, seconds
from sim.model.city_model import CityModel
from sim.model.population import bytes_per_resident
from sim.model.schedule import ORDER
from sim.reference import PlainCity

SIZES = (1_000, 10_000, 100_000, 1_000_000)
SETTLED = 8  # weeks lived before timing, so that people have adopted and moods exist


def city(residents: int, districts: int = 64, **settings: object) -> CityModel:
    """Return a city that has lived a few weeks under the control constitution."""
    name = f"synthetic:{districts}"
    settings = {"burn_in": 4, "weeks": 5_000, "rng": 7} | settings
    return CityModel("control", residents=residents, city=name, **settings).run(SETTLED)


def week_of(model: CityModel, repeats: int) -> float:
    """Return the median seconds of a week."""
    return seconds(model.step, repeats)


def against_plain_mesa() -> list[Row]:
    """Return the ratio of a plain Mesa week to ours at 10,000 and 100,000 residents."""
    rows = []
    for residents, bound, repeats, plain_repeats in ((10_000, 150, 60, 5), (100_000, 400, 15, 3)):
        plain = PlainCity("control", residents=residents, burn_in=0, seed=7)
        for _ in range(2):
            plain.step()
        ratio = seconds(plain.step, plain_repeats) / week_of(city(residents), repeats)
        row = at_least(f"a week against plain Mesa agents, {residents:,} residents", bound, ratio, " times")
        rows.append(row._replace(peak=_peak(residents)))
    return rows


def against_epstein() -> Row:
    """Return the ratio of one agent-step of Mesa's Epstein example to one resident-week of ours."""
    epstein = EpsteinCivilViolence(width=100, height=100)
    epstein.step()
    theirs = seconds(epstein.step, 5) / len(epstein.agents)
    ours = week_of(city(10_000), 60) / 10_000
    return Row(
        "an agent-step of Mesa's Epstein example against a resident-week",
        "reported",
        theirs / ours,
        None,
        "theirs has two rules, ours nineteen mechanisms",
    )


def compulsory_bytes(model: CityModel) -> int:
    """Return the bytes a week must move: every resident column read once, every changed one written."""
    written = {name for mechanism in ORDER for name in mechanism.writes}
    sizes = {name: array.nbytes for name, array in model.columns.items()}
    return sum(sizes.values()) + sum(size for name, size in sizes.items() if name in written)


def against_memory() -> list[Row]:
    """Return a week at a million residents over moving its bytes once, without and with gathering those of ties."""
    model = city(1_000_000)
    shares = [_over_memory(model) for _ in range(5)]
    streamed, gathered = (median(side) for side in zip(*shares, strict=True))
    return [
        at_most(
            "a week of 1,000,000 residents against moving its bytes once", 10, streamed, " times"
        )._replace(peak=_peak(1_000_000)),
        at_most(
            "a week of 1,000,000 residents against streaming and gathering its bytes",
            3,
            gathered,
            " times",
            "a word of every tie is fetched once a week, in the order of the ties",
        ),
    ]


def _over_memory(model: CityModel) -> tuple[float, float]:
    """Return a week over streaming its bytes, and over that and gathering, all three measured one after the other."""
    week = seconds(model.step, 1)
    streaming = compulsory_bytes(model) / stream_bandwidth()
    ties, seen = model.columns["ties"], model.columns["seen"]
    return week / streaming, week / (streaming + seconds(lambda: gather(ties, seen), 1))


def _peak(residents: int) -> float:
    return peak_bytes(lambda: city(residents, weeks=SETTLED), residents)


def memory() -> Row:
    """Return the memory of a resident."""
    return at_most("memory per resident", 250, bytes_per_resident(city(100_000).columns), " bytes")


def growth() -> tuple[list[Row], dict[str, tuple[list[float], list[float]]]]:
    """Return how the cost of a week grows: rows, and curves (sizes, seconds) by what grows."""
    residents = [week_of(city(size), max(3, 200_000 // size)) for size in SIZES]
    fills = [0.1, 0.25, 0.5, 1.0]
    tied = [_week_with_ties(fill) for fill in fills]
    districts = [16, 64, 256, 1024]
    by_district = [week_of(city(100_000, count), 10) for count in districts]
    curves = {
        "residents": ([float(size) for size in SIZES], residents),
        "ties per resident": ([count for count, _ in tied], [cost for _, cost in tied]),
        "districts": ([float(count) for count in districts], by_district),
    }
    rows = [
        at_most(f"growth with {name}: exponent of the cost of a week", 1.05, exponent(*curve))
        for name, curve in curves.items()
    ]
    return rows, curves


def _week_with_ties(fill: float) -> tuple[float, float]:
    """Return (ties per resident, seconds) of a week in a city of 100,000 whose ties neither form nor fade."""
    still = {"start_ties": fill, "drift_local": 0.0, "drift_digital": 0.0, "meet": 0.0, "meet_offline": 0.0}
    model = city(100_000, **still)
    return float(model.columns["tie_count"].mean()), week_of(model, 10)
