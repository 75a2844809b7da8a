"""From the view state to what each component shows: plain values in the visitor's language."""
