"""What a teacher prepares: a tour, and the stop that the class is sent to; and where this server is found."""

from __future__ import annotations

from typing import NamedTuple

from sim.debate.tours import FIRST_TOUR


class Lesson(NamedTuple):
    """The tour prepared, and the stop its link opens at."""

    tour: str = FIRST_TOUR
    stop: int = 0


class Served:
    """Where visitors find this server, "" while it answers this machine alone."""

    address = ""


FIRST_LESSON = Lesson()
SERVED = Served()
