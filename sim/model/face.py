"""Mesa's face of a city and of its institutions, put on when something of Mesa's is asked for.

Mesa takes longer to import than a short run takes, and most runs never ask for it. Until one does, the classes
here have no base of Mesa's; from then on they are `mesa.Model` and `mesa.Agent`, for every city there is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

from sim.model.time_series import Series


class _Faced:
    """An object that looks to Mesa for what it does not have itself."""

    _has_face = False
    _is_whole = False
    """Whether it is made: what is asked for before, as a subclass may, is no question to Mesa."""

    def _put_on_face(self) -> None:
        raise NotImplementedError

    def __getattr__(self, name: str) -> Any:
        """Return what nobody but Mesa gives, ``name``; only called where the object has none."""
        if self._has_face or not self._is_whole or name.startswith("__"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        self._put_on_face()
        return getattr(self, name)


class MesaModel(_Faced):
    """A model that is a `mesa.Model` as soon as anybody asks for what only that has, or has imported Mesa.

    Then ``institutions`` are its agents, ``series`` is what its data collector reads, and the weeks since the
    branch point are steps of its clock.
    """

    run_seed: int
    week: int
    running: bool
    series: Series
    institutions: list[Any]
    _user_step: Callable[[], None]  # Mesa's name for the own `step`

    def _greet_mesa(self) -> None:
        """Put the face on at once where Mesa is there: this program may ask what kind of model this is.

        To be called once, when the model is made.
        """
        self._is_whole = True
        if "mesa" in sys.modules:
            self._put_on_face()

    def _put_on_face(self) -> None:
        import mesa

        from sim.model.collector import SeriesCollector

        _join(MesaModel, mesa.Model)
        _join(MesaAgent, mesa.Agent)
        self._has_face, running = True, self.running
        mesa.Model.__init__(self, rng=self.run_seed)
        self._tell_weeks()
        self.running = running
        for institution in self.institutions:
            institution.register()
        self.datacollector = SeriesCollector(self.series)

    def _tell_weeks(self) -> None:
        """Let Mesa's clock count the weeks that were run without it."""
        own, self._user_step = self._user_step, lambda: None
        for _ in range(self.week):
            self.step()
        self._user_step = own

    @property
    def scenario(self) -> None:
        """None: what Mesa 3.5 keeps here is its own, and its page would take it for our constitution."""

    @scenario.setter
    def scenario(self, _: object) -> None:
        """Leave what Mesa gives; a city's scenario is its `constitution`."""


class MesaAgent(_Faced):
    """An actor of ``model`` that is a `mesa.Agent` as soon as its model is a `mesa.Model`."""

    model: Any

    @property
    def _is_whole(self) -> bool:  # type: ignore[override]
        return getattr(self.__dict__.get("model"), "_is_whole", False)

    def _put_on_face(self) -> None:
        self.model._put_on_face()

    def register(self) -> None:
        """Become an agent of a model whose face is on."""
        import mesa

        self._has_face = True
        mesa.Agent.__init__(self, self.model)


def _join(ours: type, theirs: type) -> None:
    """Give ``ours`` the base ``theirs``, and tell that base of every class below as if it were made only now."""
    if issubclass(ours, theirs):
        return
    ours.__bases__ = (_Faced, theirs)
    for cls in _with_subclasses(ours):
        bases: Any = super(cls, cls)
        bases.__init_subclass__()


def _with_subclasses(cls: type) -> Iterator[type]:
    yield cls
    below: type
    for below in cls.__subclasses__():
        yield from _with_subclasses(below)
