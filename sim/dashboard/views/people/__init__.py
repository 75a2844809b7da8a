"""The residents: one file a picture. Each takes the view state and the residents found, and returns plain values."""
