"""How far apart two colours look: CIEDE2000, after simulated colour deficiencies.

Sharma, Wu, Dalal (2005), Color Research & Application 30(1), 21-30, for the difference and its test pairs;
Machado, Oliveira, Fernandes (2009), IEEE TVCG 15(6), 1291-1298, for the matrices at full severity.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Lab = tuple[float, float, float]

SIGHTS: dict[str, list[list[float]]] = {
    "normal": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
    "grey": [[0.2126, 0.7152, 0.0722]] * 3,
}
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(colour: str) -> Vector:
    """Return ``#RRGGBB`` as linear light, 0 to 1."""
    srgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def lab(colour: str, sight: str = "normal") -> Lab:
    """Return how ``colour`` looks to ``sight``, in CIELAB under D65."""
    seen = np.clip(np.array(SIGHTS[sight]) @ linear(colour), 0, 1)
    ratio = _XYZ @ seen / _WHITE
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return float(116 * f[1] - 16), float(500 * (f[0] - f[1])), float(200 * (f[1] - f[2]))


def difference(one: Lab, other: Lab) -> float:
    """Return the CIEDE2000 difference of two colours."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - sqrt(chroma**7 / (chroma**7 + 25.0**7)))
    c1, c2 = hypot((1 + g) * a1, b1), hypot((1 + g) * a2, b2)
    h1, h2 = (degrees(atan2(b, (1 + g) * a)) % 360 if hypot(a, b) else 0.0 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    if c1 * c2 and h2 - h1 == 180:
        turn = 180.0
    mean = h1 + turn / 2 if c1 * c2 else h1 + h2
    lightness, c = (l1 + l2) / 2, (c1 + c2) / 2
    t = 1 - 0.17 * cos(radians(mean - 30)) + 0.24 * cos(radians(2 * mean))
    t += 0.32 * cos(radians(3 * mean + 6)) - 0.20 * cos(radians(4 * mean - 63))
    sl = 1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    around = 60 * exp(-((((mean % 360) - 275) / 25) ** 2))
    rotation = -2 * sqrt(c**7 / (c**7 + 25.0**7)) * sin(radians(around))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / sh
    return sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it, 1 to 21."""
    dark, light = sorted(float(np.array(SIGHTS["grey"][0]) @ linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)
