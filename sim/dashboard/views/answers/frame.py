"""What all six answers have around their picture: the sentence, the years, what is still computed, the limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sim.answers import assumptions, district, flip, frontier, who, why
from sim.answers.explain import limit
from sim.dashboard.state.answers import ANSWER_PANELS
from sim.dashboard.state.cues import seen_years, year_of
from sim.dashboard.state.names import in_sentence
from sim.dashboard.state.scene import Scene
from sim.dashboard.state.view_state import ViewState
from sim.dashboard.views.answers.command import command_of_answer
from sim.dashboard.views.dialog import Found
from sim.dashboard.views.exports import lines_of_receipt
from sim.dashboard.work.answering import Told
from sim.dashboard.work.asked import asked_of
from sim.dashboard.work.paired import RESIDENTS, Paired
from sim.debate.debate import YEAR
from sim.locale.catalogue import translate, words
from sim.locale.numbers import number, with_sign
from sim.outcomes import OUTCOMES, Outcome
from sim.runs.size import Size

LIMITS: Mapping[int, tuple[str, ...]] = {
    1: why.LIMITS,
    2: who.LIMITS,
    3: assumptions.LIMITS,
    4: flip.LIMITS,
    5: district.LIMITS,
    6: frontier.LIMITS,
}
FINE_BELOW = 20.0  # an outcome whose whole axis is shorter than this is written with a decimal

Row = Sequence[str]


@dataclass(frozen=True)
class Answer:
    """What one answer shows: a ``sentence`` of at most twenty words, ``notes`` for a second line, its ``picture``.

    A picture has a ``kind``, which names the module that draws it; None where there is nothing to draw.
    ``controls`` are what can be moved in it. The table holds the same figures.
    """

    sentence: str
    picture: Mapping[str, Any] | None = None
    notes: tuple[str, ...] = ()
    head: Row = ()
    rows: tuple[Row, ...] = ()
    controls: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Sight:
    """What an answer is seen from: the state of the page, the number of the answer, what is known of it."""

    state: ViewState
    number: int
    told: Told

    @property
    def scene(self) -> Scene:
        """The scene of the page."""
        return self.state.scene

    @property
    def language(self) -> str:
        """The visitor's language."""
        return self.scene.language

    @property
    def outcome(self) -> Outcome:
        """The outcome that is asked about."""
        return OUTCOMES[self.scene.focus]

    @property
    def year(self) -> int:
        """The horizon shown."""
        return year_of(self.scene)

    @cached_property
    def withheld(self) -> str:
        """The message that says why the answer may not be seen yet, empty where it may."""
        if asked_of(self.state, self.number) is not None:
            return ""
        return "six-covered" if self.scene.covered else "six-choice-wait"

    @cached_property
    def at(self) -> Mapping[str, Any]:
        """What the document says of the outcome at the horizon, empty while it says nothing."""
        document = self.told.document or {}
        found: Mapping[str, Any] = (
            document.get("outcomes", {}).get(self.outcome.id, {}).get(str(self.year), {})
        )
        return found

    @property
    def word(self) -> Size:
        """The word for the size of A minus B."""
        return Size(self.at["difference"]["word"])

    def say(self, key: str, **values: object) -> str:
        """Return message ``key`` in the visitor's language."""
        return translate(key, self.language, **values)

    def name(self, letter: str) -> str:
        """Return what a city is called in a sentence."""
        return in_sentence(self.scene, letter)

    def by_letter(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return ``values`` of the document's two cities by their letters on the page."""
        document = self.told.document or {}
        return {"A": values[document["first"]], "B": values[document["second"]]}

    def write(self, value: float | None, outcome: Outcome | None = None, finer: int = 0) -> str:
        """Return a value of an outcome as the page writes it, with ``finer`` more decimals; nothing is a dash."""
        one = outcome or self.outcome
        if value is None or value != value:
            return "–"
        low, high = one.axis
        digits = 1 if (high - low) * one.scale <= FINE_BELOW else 0
        return number(value * one.scale, self.language, digits + finer)

    def signed(self, value: float | None) -> str:
        """Return a difference with its sign and one decimal."""
        return with_sign(self.write(value, finer=1))

    def levels(self, values: Mapping[str, float]) -> str:
        """Return the outcome, the year and both cities' values, as a sentence begins."""
        pair = ", ".join(f"{self.name(letter)} {self.write(values[letter])}" for letter in "AB")
        return self.say(
            "six-levels", outcome=self.outcome.label.translate(self.language), pair=pair, **self.when
        )

    def measured(self) -> str:
        """Return the outcome, the year, both cities' values, and the word for the size of their difference."""
        pair = ", ".join(
            f"{self.name(a)} {self.write(value)}" for a, value in self.by_letter(self.at["values"]).items()
        )
        label = self.outcome.label.translate(self.language)
        word = self.size_word(self.word)
        return self.say("six-levels_word", outcome=label, pair=pair, word=word, **self.when)

    def size_word(self, word: Size) -> str:
        """Return the word for a size, with the city where one is higher."""
        if word.sign:
            return self.say("six-higher", city="A" if word.sign > 0 else "B")
        return word.words.translate(self.language)

    @property
    def when(self) -> dict[str, int]:
        """The year, as messages take it."""
        return {"year": self.year}


def framed(sight: Sight, found: Found, body: Callable[[Sight], Answer]) -> dict[str, Any]:
    """Return everything that the panel of an answer shows."""
    scene, language = sight.scene, sight.language
    answer = _answer(sight, found, body)
    return {
        "number": sight.number,
        "language": language,
        "words": words("sixpage", language),
        "answers": [
            {"number": n, "label": translate(f"six-{name}", language)}
            for n, name in enumerate(ANSWER_PANELS, 1)
        ],
        "year": sight.year,
        "years": [
            {"year": year, "label": translate("six-year", language, year=year)} for year in seen_years(scene)
        ],
        "sentence": answer.sentence,
        "notes": list(answer.notes),
        "progress": _progress(sight),
        "picture": dict(answer.picture) if answer.picture else None,
        "table": {"head": list(answer.head), "rows": [list(row) for row in answer.rows]},
        "controls": dict(answer.controls),
        "limits": [limit(key).translate(language) for key in LIMITS[sight.number]] + _looks(sight),
        "caution": translate("shared-caution", language),
        "receipt": [*lines_of_receipt(scene), f"answer: {command_of_answer(sight.state, sight.number)}"],
        "file": f"two-cities-{ANSWER_PANELS[sight.number - 1]}-{scene.focus}-{sight.year}",
    }


def _answer(sight: Sight, found: Found, body: Callable[[Sight], Answer]) -> Answer:
    if sight.withheld:
        return Answer(sight.say(sight.withheld))
    if sight.told.document is not None:
        return body(sight)
    paired = found.paired_of(sight.scene)
    known = _known(sight, paired) if paired is not None else sight.say("six-asked")
    return Answer(sight.say("six-failed") if sight.told.failed else known)


def _known(sight: Sight, paired: Paired) -> str:
    """Return what is known already: both cities' means."""
    means = paired.means(sight.year * YEAR)
    return sight.levels({letter: means[letter][sight.outcome.id] for letter in "AB"})


def _progress(sight: Sight) -> dict[str, Any] | None:
    """Return how far the computing is, in words and as a part; None once the answer is whole, or will not come."""
    told = sight.told
    if told.whole or told.failed or sight.withheld:
        return None
    text = sight.say("six-provisional" if told.document is not None else "six-computing")
    if told.total:
        text += sight.say("six-done", done=told.done, total=told.total)
    return {"text": text, "part": told.done / told.total if told.total else 0.0}


def _looks(sight: Sight) -> list[str]:
    """Return how many differences were looked at, with how many residents and seeds."""
    document = sight.told.document
    if document is None:
        return []
    values = {
        "looks": number(document["looks"], sight.language),
        "seeds": len(document["seeds"]),
        "residents": number(RESIDENTS, sight.language),
    }
    return [sight.say("six-looks", **values)]
