"""The program's version, as in pyproject.toml and every receipt."""

VERSION = "0.1.0"
