"""From the desk to what each component shows: plain values in the visitor's language, no state."""
