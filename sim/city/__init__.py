"""A city: districts, borders, hardship and homes, invented or read from files.

Import `load.load_city` and `city.City`.
"""
