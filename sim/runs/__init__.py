"""Running cities: what to run, one burn-in for all that is compared, every core, and the receipt of it.

May be imported by studies, evidence, the page and the command line; knows none of them.
"""
