"""A visitor who picks the files of a city of their own, and waits until they are read."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable
from typing import Any

from sim.city.city import City
from sim.dashboard.views.own_check import checked
from sim.dashboard.work.own_city import OwnCity
from tests.city.made import collection, feature, square

TABLE = """quartier;habitants;revenu;taux_chomage
Port;12.000;21000;11,5
Vieille Ville;9.000;31000;7,0
Coteaux;4.000;24000;3,1
Total;25.000;25000;8,0
"""
MAP = collection(*(feature(name, square(0.01 * i, 45)) for i, name in enumerate(("Port", "Quay", "Hill"))))


class Visitor:
    """Picks files and waits until they are read."""

    def __init__(self) -> None:
        self._told = threading.Event()
        self.shown_under = ""
        self.own = OwnCity(self._told.set, self._show)

    def _show(self, name: str) -> None:
        self.shown_under = name
        self._told.set()

    def take(self) -> str:
        """Ask to be shown the city; return the name it is shown under, empty where it is not."""
        self.shown_under = ""
        self.do("own_take")
        return self.shown_under

    def do(self, action: str, **data: object) -> None:
        self.own.act({"do": action, **data})
        self.wait_for(lambda: not self.own.busy)

    def wait_for(self, reached: Callable[[], bool]) -> None:
        while not reached():
            self._told.clear()
            if not reached():
                assert self._told.wait(240)

    def hand_over(self, slot: str, name: str, text: str, part: int = 1000) -> None:
        data = text.encode()
        self.own.act({"do": "own_begin", "slot": slot, "name": name, "size": len(data)})
        for start in range(0, len(data), part):
            sent = base64.b64encode(data[start : start + part]).decode()
            self.own.act({"do": "own_part", "slot": slot, "part": sent})

    def pick(self, slot: str, name: str, text: str, part: int = 1000) -> None:
        self.hand_over(slot, name, text, part)
        self.wait_for(lambda: not self.own.busy)

    def shown(self, language: str = "en") -> dict[str, Any]:
        assert self.own.check is not None
        return checked(self.own.check, language)

    def refused(self, language: str = "en") -> str:
        assert self.own.refused is not None
        return self.own.refused.translate(language)

    def city(self) -> City:
        assert self.own.check is not None
        assert self.own.check.city is not None
        return self.own.check.city

    def guess(self, what: str) -> dict[str, Any]:
        return next(one for one in self.shown()["guesses"] if one["what"] == what)
