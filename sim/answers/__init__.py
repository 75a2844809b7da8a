"""What a room asks after "A 66, B 60": why, who, how sure, what would flip it, which district, what else.

Each answer is a function of a `Question` and a `Laboratory`, and gives a frozen table with how many were looked
at, its seeds and what it does not cover. May be imported by the page and the command line; knows neither.
"""
