"""Debates as files: what a moderator plays, cue by cue and step by step. Knows scenarios, outcomes and runs, not the page."""
