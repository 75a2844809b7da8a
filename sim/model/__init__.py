"""One city as a Mesa model: its state, its schedule, its start and its time series.

Import `city_model.CityModel`.
"""
