"""Benchmarks: `make bench`. They are never timed tests. See `README.md` here."""
