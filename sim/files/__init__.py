"""Reading and writing files: strict TOML and text, whole-or-nothing writing, checks of values, the one error.

Imports nothing of the other rooms.
"""
