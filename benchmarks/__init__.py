"""Benchmarks: ratios taken in one run on one machine, medians of several. They report; tests check."""
