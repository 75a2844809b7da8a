"""Why a camp leads a dial nowhere, where the levers all but decide it.

"Reached" is the best lead of any single run of the search; none of these held under every seed.
"""

from __future__ import annotations

from collections.abc import Mapping

UNLED: Mapping[tuple[str, str], str] = {
    ("deficit", "emancipatory"): "neither city ever spends beyond its income",
    ("deficit", "control"): "neither city ever spends beyond its income",
    ("concentration", "emancipatory"): "made of levers only: .33 against .385, whatever is assumed",
    (
        "sharing",
        "emancipatory",
    ): "control obliges every user to share; nobody can share more than all (reached −.22)",
    ("coverage", "emancipatory"): (
        "control sees every user, and eight times as much of those who are none (reached −.04)"
    ),
    ("adoption", "emancipatory"): (
        "control reaches all whom the other reaches and more, obliges them, and none may leave; "
        "reached +.004 with the obligation at rest, within luck"
    ),
    ("fees", "control"): (
        "its platform holds nine times as much, and openness loosens it eight times slower (reached −.008)"
    ),
    ("savings", "emancipatory"): (
        "it aims half as much at cost: twice as much would have to be left over (reached −.005)"
    ),
    ("mood_coupling", "control"): (
        "censorship hides a third of the crowd and wider coverage does not make up for it; "
        "0 in both without crowds"
    ),
    ("machine_mediated", "emancipatory"): (
        "fewer are online, and places to meet get two and a half times as much (reached −.014)"
    ),
    ("agency", "control"): (
        "hardly any participation, openness or hold on one's own data, from which a say comes (reached −.04)"
    ),
    ("estimate_error", "emancipatory"): (
        "privacy noise and fewer seen; where both count little the gap nearly closes (reached −.005)"
    ),
    ("productivity", "emancipatory"): (
        "deciding together takes time and a machine decides less; without the delay and with "
        "little gain they tie (reached −.0001)"
    ),
    ("complexity", "emancipatory"): (
        "control automates more and oversees less: nearly three times as complex for each idea "
        "(reached −.016)"
    ),
    ("incidents", "control"): "incidents follow complexity; 0 in both where hardly any happen",
}
