"""The record of what a mechanism claims."""

from __future__ import annotations

from typing import NamedTuple

from sim.parameters.parameter import Strength, Text, Words


class MechanismEvidence(NamedTuple):
    """The claim of one mechanism, its source, the strength of the evidence and the main contrary finding."""

    name: str
    title: Text
    claim: Text
    source: str
    strength: Strength
    contrary: Text


def evidence(name: str, source: str, strength: Strength, en: Words, fr: Words) -> MechanismEvidence:
    """Return the record of one mechanism; ``en`` and ``fr`` hold title, claim and contrary finding."""
    title, claim, contrary = (Text(*words) for words in zip(en, fr, strict=True))
    return MechanismEvidence(name, title, claim, source, strength, contrary)
