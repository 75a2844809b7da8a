"""The common model of `benchmarks.peers`, one file a library; each has ``model(start)``, which gives a week."""
