"""What the reading of a city found out: notes for its user in every language, and problems, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sim.files.errors import InputError, Problems
from sim.locale.catalogue import LANGUAGES
from sim.locale.text import Message, Text, message, written

MOST_NAMED = 8
MOST_PROBLEMS = 20


def listed(names: Sequence[str | Text]) -> Text | str:
    """Return the first eight names, and how many more there are."""
    shown, more = _in_a_row(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return message("reading-more", names=shown, n=more) if more > 0 else shown


def _in_a_row(names: Sequence[str | Text]) -> Text | str:
    """Return ``names`` behind each other; those that are words in their language."""
    if all(isinstance(one, str) for one in names):
        return ", ".join(map(str, names))
    words = {
        language: ", ".join(one if isinstance(one, str) else one.translate(language) for one in names)
        for language in LANGUAGES
    }
    return written(**words)


@dataclass
class Report:
    """Collects notes and problems while a file is read; ``raise_problems`` ends the reading if there are any."""

    notes: list[Text] = field(default_factory=list)
    problems: list[Text] = field(default_factory=list)

    def note(self, key: str, **values: object) -> None:
        """Add the note ``key`` of the catalogues, once."""
        words = message(key, **values)
        if words not in self.notes:
            self.notes.append(words)

    def note_names(self, key: str, names: Sequence[str | Text], **values: object) -> None:
        """Add the note ``key`` about ``names``, of which the first eight are told and the rest counted."""
        self.note(key, names=listed(names), count=len(names), **values)

    def problem(self, line: Text) -> None:
        """Add one line about what cannot be read."""
        if line not in self.problems:
            self.problems.append(line)

    def add(self, other: Report) -> None:
        """Add what ``other`` has found out."""
        self.notes += [one for one in other.notes if one not in self.notes]
        for line in other.problems:
            self.problem(line)

    def withdraw(self, key: str) -> None:
        """Take back the problems of that key."""
        self.problems = [one for one in self.problems if not (isinstance(one, Message) and one.key == key)]

    def attempt(self, error: InputError) -> None:
        """Add what ``error`` says."""
        for line in error.all_said:
            self.problem(line)

    def raise_problems(self) -> None:
        """Raise `Problems` with every line found so far, if there is one."""
        if self.problems:
            told, more = self.problems[:MOST_PROBLEMS], len(self.problems) - MOST_PROBLEMS
            raise Problems([*told, *([message("problem-more", n=more)] if more > 0 else [])])
