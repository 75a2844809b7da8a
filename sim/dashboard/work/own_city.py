"""An own city on its way onto the page: the files as they arrive, and what is read of them, on a thread of its own."""

from __future__ import annotations

import base64
import binascii
import logging
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sim.city.check import Check, check_city
from sim.city.mapping import Mapping as CityMapping
from sim.city.mapping import read_mapping
from sim.dashboard.scratch import in_memory
from sim.dashboard.state import cities, own_mapping
from sim.dashboard.state.actions import given, turned_on
from sim.dashboard.state.own_files import allowed_name
from sim.files.errors import InputError, brief
from sim.locale.text import Text, message

Data = Mapping[str, Any]

_log = logging.getLogger(__name__)
_ONE_AT_A_TIME = threading.Lock()  # a large map takes seconds and hundreds of megabytes
MOST_WAITING = 100


class OwnCity:
    """The files that one visitor picked and what they were read as.

    ``tell`` is called when that has changed, ``show`` with the name under which the city is offered once the visitor
    asks to see it. ``check`` is what the files came to, None before they are read; ``number`` counts the checks.
    ``refused`` says why the last thing asked for was not done. What is said of the files while they are read waits
    until they are: it is about what they come to.
    """

    def __init__(self, tell: Callable[[], None], show: Callable[[str], None]) -> None:
        self._tell, self._show = tell, show
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._arriving: dict[str, int] = {}
        self.files: dict[str, Path] = {}
        self.check: Check | None = None
        self.refused: Text | None = None
        self.number = 0
        self._asked = 0
        self._waiting: deque[Data] = deque()
        self._doing = False
        self._lock = threading.Lock()

    @property
    def busy(self) -> bool:
        """Whether files are still being read."""
        return self._asked > self.number

    def act(self, data: Data) -> None:
        """Do what ``data["do"]`` names, one of `ACTIONS`; where it cannot be done, ``refused`` says why."""
        with self._lock:
            if data["do"] not in _OF_A_CHECK:  # other files: what was said of the last ones is void
                self._waiting = deque(one for one in self._waiting if one["do"] not in _OF_A_CHECK)
                self._waiting.append(data)
            elif len(self._waiting) < MOST_WAITING:
                self._waiting.append(data)
        self._go_on()

    def _go_on(self) -> None:
        """Do what waits, in the order in which it was asked for, as far as that can be done by now."""
        while (data := self._next()) is not None:
            try:
                self._do(data)
            finally:
                self._doing = False

    def _next(self) -> Data | None:
        """Return what is to be done now; None where nothing waits, or another thread is at it, or files are read."""
        with self._lock:
            held = not self._waiting or self._doing or (self.busy and self._waiting[0]["do"] in _OF_A_CHECK)
            self._doing = self._doing or not held
            return None if held else self._waiting.popleft()

    def _do(self, data: Data) -> None:
        try:
            cities.require_picking()
            self.refused = None
            ACTIONS[str(data["do"])](self, data)
        except InputError as error:
            self.refused = error.said
            self._tell()

    def name_in(self, slot: str) -> str:
        """Return the name of the file picked there, empty where there is none."""
        return self.files[slot].name if slot in self.files and slot not in self._arriving else ""

    def forget(self) -> None:
        """Let go of every file."""
        self._waiting.clear()
        self.files, self._arriving, self.check, self._asked = {}, {}, None, self.number
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # What a visitor can ask for

    def _begin(self, data: Data) -> None:
        """Make place for a file of ``size`` bytes called ``name``, which comes in parts."""
        slot = str(given(data, "slot"))
        name = allowed_name(slot, given(data, "name"), given(data, "size"))
        self._drop_file(slot)
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="two-cities-own-", dir=in_memory())
        place = Path(self._folder.name) / slot
        place.mkdir(exist_ok=True)
        self.files[slot] = place / name
        self.files[slot].write_bytes(b"")
        self._arriving[slot] = int(data["size"])

    def _part(self, data: Data) -> None:
        """Take the next part of a file; with the last one the files are read."""
        slot = str(given(data, "slot"))
        if slot not in self._arriving:
            raise InputError(message("picked-nothing-coming", slot=brief(slot)))
        part = _decoded(given(data, "part"))
        self._arriving[slot] -= len(part)
        if self._arriving[slot] < 0:
            self._drop_file(slot)
            raise InputError(message("picked-more", slot=brief(slot)))
        with self.files[slot].open("ab") as file:
            file.write(part)
        if self._arriving[slot] == 0:
            del self._arriving[slot]
            self._look(self._mapping_given())

    def _drop(self, data: Data) -> None:
        """Take one file back."""
        self._drop_file(str(given(data, "slot")))
        self._look(self._mapping_given())

    def _guess(self, data: Data) -> None:
        self._look(
            own_mapping.with_guess(self._checked(), str(given(data, "what")), str(given(data, "value")))
        )

    def _indicator(self, data: Data) -> None:
        column, direction = str(given(data, "column")), str(given(data, "direction"))
        self._look(own_mapping.with_indicator(self._checked(), column, direction))

    def _row(self, data: Data) -> None:
        self._look(own_mapping.with_row(self._checked(), given(data, "row"), turned_on(data, "out", True)))

    def _words(self, data: Data) -> None:
        self._look(
            own_mapping.with_words(self._checked(), str(given(data, "key")), str(given(data, "words")))
        )

    def _take(self, data: Data) -> None:
        """Offer the city that was checked, and show it."""
        city = self._checked().city
        if city is None:
            raise InputError(message("picked-no-city"))
        table = self.files["figures"].name if len(self._paths()) > 1 else ""
        self._show(cities.add(city, self._checked().file, table))

    # How it is done

    def _drop_file(self, slot: str) -> None:
        self._arriving.pop(slot, None)
        if (path := self.files.pop(slot, None)) is not None:
            path.unlink(missing_ok=True)

    def _mapping_given(self) -> CityMapping:
        """Return the mapping that was picked, else the empty one: other files, and nothing is said of them yet."""
        if "mapping" not in self.files or "mapping" in self._arriving:
            return CityMapping()
        try:
            return read_mapping(self.files["mapping"])
        except InputError as error:
            path = self.files["mapping"]
            self._drop_file("mapping")
            raise InputError(error.said.without(f"{path.parent}/")) from None

    def _checked(self) -> Check:
        if self.check is None:
            raise InputError(message("picked-nothing-read"))
        return self.check

    def _look(self, said: CityMapping) -> None:
        """Read the files anew under the mapping ``said``."""
        paths = self._paths()
        if paths:
            self._asked += 1
            work = threading.Thread(target=self._read, args=(self._asked, paths, said), daemon=True)
            work.start()
        else:
            self.check = _nothing(said)
        self._tell()

    def _paths(self) -> list[Path]:
        """Return the files of districts and figures that are here, whichever there are."""
        wanted = [slot for slot in ("districts", "figures") if slot in self.files]
        return [self.files[slot] for slot in wanted if slot not in self._arriving]

    def _read(self, asked: int, paths: list[Path], mapping: CityMapping) -> None:
        with _ONE_AT_A_TIME:
            if asked != self._asked:  # something newer is asked for, or nothing any more
                return
            found = _found(*paths, mapping=mapping)
        if asked == self._asked:
            self.check, self.number = found, asked
            self._tell()
            self._go_on()


def _found(path: Path, table: Path | None = None, *, mapping: CityMapping) -> Check:
    """Return the check of the files; what nobody foresaw is a problem of theirs, too, and is written to the log."""
    try:
        found = check_city(path, table, mapping)
    except Exception as error:
        _log.exception("an own city could not be read")
        problem = message("problem-unreadable", file=path.name, reason=type(error).__name__)
        return replace(_nothing(mapping), file=path.name, problems=(problem,))
    nobodys = f"{path.parent}/"  # the folder is none of the visitor's
    return replace(found, problems=tuple(line.without(nobodys) for line in found.problems))


def _nothing(mapping: CityMapping) -> Check:
    """Return the check of no file: ``mapping`` waits for one."""
    return Check("", mapping, (), (), (), (), (), (), None)


def _decoded(part: object) -> bytes:
    try:
        return base64.b64decode(part if isinstance(part, str) else "", validate=True)
    except (binascii.Error, ValueError):
        raise InputError(message("picked-not-base64")) from None


_OF_A_CHECK: Mapping[str, Callable[[OwnCity, Data], None]] = {
    "own_guess": OwnCity._guess,
    "own_indicator": OwnCity._indicator,
    "own_row": OwnCity._row,
    "own_words": OwnCity._words,
    "own_take": OwnCity._take,
}
ACTIONS: Mapping[str, Callable[[OwnCity, Data], None]] = {
    "own_begin": OwnCity._begin,
    "own_part": OwnCity._part,
    "own_drop": OwnCity._drop,
    **_OF_A_CHECK,
}
