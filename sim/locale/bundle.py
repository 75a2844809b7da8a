"""The messages of one language, each parsed when it is first said: of 1,800 a first page says 200."""

from __future__ import annotations

import re

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE | re.ASCII)
"""Where an entry begins: at the start of a line, where no text of another may stand (Fluent's syntax, 1.0)."""


class Bundle(FluentBundle):
    """The catalogue ``text`` of ``language``; of two entries of one name the first counts, as Fluent has it."""

    def __init__(self, language: str, text: str) -> None:
        super().__init__([language], use_isolating=False)  # isolation marks would show in exported files
        begins = list(_ENTRY.finditer(text))
        ends = [*(one.start() for one in begins[1:]), len(text)]
        self._unread: dict[str, str] = {}
        for one, end in zip(begins, ends, strict=True):
            self._unread.setdefault(one[1], text[one.start() : end])
        self.names = tuple(name for name in self._unread if not name.startswith("-"))

    def has_message(self, message_id: str) -> bool:
        """Return whether there is a message of that name."""
        self._read(message_id)
        return super().has_message(message_id)

    def _lookup(self, entry_id: str, term: bool = False) -> Message:
        self._read(f"-{entry_id}" if term else entry_id)  # messages that refer to others come here too
        return super()._lookup(entry_id, term)

    def _read(self, name: str) -> None:
        text = self._unread.get(name)
        if text is not None:
            self.add_resource(FluentResource(text))
            self._unread.pop(name, None)  # last: another thread may ask for it now
