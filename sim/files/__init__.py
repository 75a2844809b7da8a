"""

eading and writing files: strict TOML and text, whole-or-nothing writing, the one error a user can cause.
"""
