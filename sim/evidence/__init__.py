"""Checks of the model itself: the patterns it must show, and that nothing is tuned toward a camp."""
