"""Two Cities."""
