"""The model against a twin, against the literature and against a peer."""
