"""Benchmarks, but for what they time."""
