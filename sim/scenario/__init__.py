"""What a city is given: levers, sets of assumptions, events, blends, as files and as numbers.

Import `scenario.load_scenario`.
"""
