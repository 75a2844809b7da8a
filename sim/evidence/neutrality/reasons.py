"""Why a camp leads an outcome nowhere, where the levers all but decide it.

"Reached" is the best lead of any single run of the search; none of these held under every seed.
"""

from __future__ import annotations

from collections.abc import Mapping

UNLED: Mapping[tuple[str, str], str] = {
    (
        "expression",
        "control",
    ): "watched and partly hidden from each other, people say less; reached +.003 in one run, not under every seed",
    (
        "agency",
        "control",
    ): "hardly any participation, openness or hold on one's own data, from which a say comes (reached −.13)",
    ("harmed", "control"): "larger records, more misuse and more decisions without appeal (reached −.005)",
    (
        "isolated",
        "control",
    ): "less is spent on places to meet and borders are less open; reached +.01 in one run, not under every seed",
    (
        "machine_mediated",
        "emancipatory",
    ): "fewer are online, and places to meet get two and a half times as much (reached −.016)",
    (
        "adoption",
        "emancipatory",
    ): "control reaches all whom the other reaches and more, and offers more only online; reached +.0005 in one run",
    (
        "sharing",
        "emancipatory",
    ): "control obliges every user to share; nobody can share more than all (reached −.33)",
    (
        "coverage",
        "emancipatory",
    ): "control sees every user, and eight times as much of those who are none (reached −.10)",
    (
        "estimate_error",
        "emancipatory",
    ): "privacy noise and fewer seen; where both count little the gap nearly closes (reached −.002)",
    ("concentration", "emancipatory"): "made of levers only: .33 against .385, whatever is assumed",
    (
        "fees",
        "control",
    ): "its platform holds nine times as much, and openness loosens it eight times slower (reached −.007)",
    (
        "savings",
        "emancipatory",
    ): "it aims half as much at cost: twice as much would have to be left over (reached −.02)",
    (
        "productivity",
        "emancipatory",
    ): "deciding together takes time and a machine decides less (reached −.01)",
    ("ai_quality", "emancipatory"): "fewer share, and noise reaches learning (reached −.02)",
    (
        "complexity",
        "emancipatory",
    ): "control automates more and oversees less: nearly three times as complex for each idea (reached −.04)",
    (
        "incidents",
        "control",
    ): "incidents follow complexity; reached +.9 a year in one run, not under every seed",
    (
        "detained",
        "emancipatory",
    ): "fewer officers and shorter terms; reached +.003 in one run, not under every seed",
    ("deficit", "emancipatory"): "neither city ever spends beyond its income",
    ("deficit", "control"): "neither city ever spends beyond its income",
    (
        "mood_coupling",
        "control",
    ): "censorship hides a third of the crowd and wider coverage does not make up for it; 0 in both without crowds",
}
