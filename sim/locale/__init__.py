"""Words shown to people, in every language of the page."""
