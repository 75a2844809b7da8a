"""Services and whom they reach: by hand (5.10)."""

from __future__ import annotations

from math import exp

import pytest

from sim.mechanisms import (
    service,
)
from tests.parameters_of import parameters_of


def test_service_by_hand() -> None:
    p = parameters_of(service.MECHANISM, automation=0.5, participation=0.5, oversight=0.5)
    assert service.misfit_of(p) == pytest.approx(0.4 * 0.65 * 0.7 * 0.75)
    assert service.outage_factor(p) == pytest.approx(1 - 0.6 * 0.7)


def test_services_serve_the_average_of_a_district_those_they_do_not_know() -> None:
    p = parameters_of(service.MECHANISM, service_scale=0.8)
    unknown = 0.75 * (1 - exp(-0.8 / 0.5)) - 0.2 * 0.1  # half of services need asking, half was taken up
    assert service.satisfaction(1.0, 0.5, 0.0, 0.5, 0.6, 0.2, p) == pytest.approx(unknown)
    assert service.satisfaction(0.0, 1.0, 0.0, 0.5, 0.9, 1.0, p) == 0.0


def test_services_follow_those_they_know() -> None:
    aims = {"aim_wellbeing": 0.5, "aim_cost": 0.5, "aim_order": 0.0, "service_scale": 0.8}
    p = parameters_of(service.MECHANISM, **aims)
    # need twice the estimate, half known: 1 + ½·½·1 of the spending; the miss is half as large
    known = 1 - exp(-0.8 * 1.25 / 0.8) - 0.2 * 0.2
    assert service.satisfaction(1.0, 1.0, 0.5, 0.8, 0.4, 0.2, p) == pytest.approx(known)
    # hardly any need, all known, all for well-being: .3 of the spending is left
    p = parameters_of(service.MECHANISM, **aims | {"aim_wellbeing": 1.0, "aim_cost": 0.0})
    assert service.satisfaction(1.0, 1.0, 1.0, 0.05, 1.0, 0.2, p) == pytest.approx(1 - exp(-0.8 * 0.3 / 0.05))


def test_who_is_reached_by_hand() -> None:
    p = parameters_of(service.MECHANISM, places=0.8, aim_cost=1, aim_wellbeing=1, aim_order=0)
    offer = 0.8 * (1 + 0.2 * 0.5) * (1 - 0.15 * 0.5)
    assert service.offered(p) == pytest.approx(offer)
    told = 0.6 + 0.4 * 0.5
    assert service.reach_of(offer, 0.5, True, 0.0, 0.4, p) == pytest.approx(offer * told)
    assert service.reach_of(offer, 0.5, False, 0.0, 0.4, p) == pytest.approx(offer * told * 0.6)
    helped = 1 - 0.4 * (1 - 0.75 * 0.8)  # four friends in five use what is online only
    assert service.reach_of(offer, 0.5, False, 0.8, 0.4, p) == pytest.approx(offer * told * helped)
    assert service.reach_of(2.0, 1.0, True, 0.0, 0.0, p) == 1.0
