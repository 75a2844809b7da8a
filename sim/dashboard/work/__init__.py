"""What runs behind the page: sessions, simulation loops, paired runs and their cache."""
