"""What a mechanism's absence changes, and which changes are material."""

from __future__ import annotations

import numpy as np

from sim.answers.ablation import Ablation
from sim.outcomes import OUTCOMES as DECLARED
from tests.answers.small import spec


def test_a_change_of_what_is_material_or_more_is_material() -> None:
    least = DECLARED["calm"].material
    whole = np.zeros((1, 2, 3))
    changed = np.array([[[0.5 * least, least, 3.0 * least], [-0.5 * least, -least, -3.0 * least]]])
    found = Ablation(spec(), ("calm",) * 3, whole, {"trust": changed})
    assert found.material("trust").tolist() == [[False, True, True]] * 2
