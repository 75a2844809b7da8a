"""Debates as files: what a moderator plays, cue by cue. Imports scenarios, outcomes and runs, not the page."""
