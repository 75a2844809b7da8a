"""Numbers as each language writes them."""

from __future__ import annotations

from functools import cache

from sim.locale.catalogue import FALLBACK


def number(value: float, language: str, digits: int = 0) -> str:
    """Return ``value`` with ``digits`` decimals, thousands apart, and a true minus sign; what rounds to 0 has none."""
    group, decimal = _marks(language)
    text = f"{value:z,.{digits}f}".replace("-", "−")
    return text.replace(",", "\0").replace(".", decimal).replace("\0", group)


def with_sign(text: str) -> str:
    """Return a written difference with its sign; one that rounds to 0 has none."""
    return f"+{text}" if any(digit in "123456789" for digit in text) and not text.startswith("−") else text


def trimmed(text: str, language: str) -> str:
    """Return a written number without the zeros that end its decimals."""
    decimal = _marks(language)[1]
    return text.rstrip("0").rstrip(decimal) if decimal in text else text


@cache
def _marks(language: str) -> tuple[str, str]:
    """Return what stands between thousands and before decimals."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_decimal_symbol, get_group_symbol

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(FALLBACK)
    return get_group_symbol(locale), get_decimal_symbol(locale)
